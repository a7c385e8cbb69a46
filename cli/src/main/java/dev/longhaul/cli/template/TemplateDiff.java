package dev.longhaul.cli.template;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;

/** What a new version of a template changes, as {@code diff -u} prints it. */
public final class TemplateDiff {

    /** The lines around a change that are the same. */
    private static final int CONTEXT = 3;

    private TemplateDiff() {}

    /**
     * The changes from one text to another; empty where there is none.
     *
     * @param before the text before
     * @param beforeName where that is from
     * @param after the text after
     * @param afterName where that is from
     */
    public static String of(String before, String beforeName, String after, String afterName) {
        List<String> lines = before.lines().toList();
        List<String> changes = UnifiedDiffUtils.generateUnifiedDiff(
                beforeName,
                afterName,
                lines,
                DiffUtils.diff(lines, after.lines().toList()),
                CONTEXT);
        return changes.isEmpty() ? "" : String.join("\n", changes) + '\n';
    }
}
