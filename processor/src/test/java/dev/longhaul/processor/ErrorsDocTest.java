package dev.longhaul.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.testing.compile.Compilation;
import dev.longhaul.processor.ErrorsDoc.Example;
import dev.longhaul.processor.ErrorsDoc.Section;
import dev.longhaul.processor.problem.ProblemId;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.Diagnostic.Kind;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The catalogue, {@code docs/errors.md} and the compiler say the same: each id has a section, whose wrong example gives
 * exactly the message that is shown, and whose right one gives none. {@code -Dlonghaul.golden=rewrite} writes the messages
 * anew.
 */
class ErrorsDocTest {

    private static final String IMPORTS = "package com.acme; import dev.longhaul.annotations.*; import java.util.*;"
            + " import dev.longhaul.runtime.ChildChains; import dev.longhaul.runtime.JobContext;"
            + " import java.net.http.HttpClient; ";
    private static final int MOST_LINES = 12;

    @Test
    void everyIdHasOneSection() throws IOException {
        List<String> ids = ErrorsDoc.read().sections().stream().map(Section::id).toList();

        assertThat(Arrays.stream(ProblemId.values()).map(Enum::name))
                .as("ids without a section")
                .filteredOn(id -> !ids.contains(id))
                .isEmpty();
        assertThat(ids)
                .as("sections without an id")
                .allSatisfy(ProblemId::valueOf)
                .doesNotHaveDuplicates();
    }

    @Test
    void theExamplesAreShort() throws IOException {
        for (Section section : ErrorsDoc.read().sections()) {
            assertThat(section.wrong().code().lines()).as(section.id()).hasSizeLessThanOrEqualTo(MOST_LINES);
            assertThat(section.right().code().lines()).as(section.id()).hasSizeLessThanOrEqualTo(MOST_LINES);
        }
    }

    @TestFactory
    Stream<DynamicTest> theWrongExampleGivesTheMessageAndTheRightOneNone() throws IOException {
        return ErrorsDoc.read().sections().stream()
                .map(section -> DynamicTest.dynamicTest(section.id(), () -> {
                    checkWrong(section);
                    checkRight(section);
                }));
    }

    private static void checkWrong(Section section) throws IOException {
        ProblemId id = ProblemId.valueOf(section.id());
        List<String> told = compile(section.wrong(), id).stream()
                .filter(diagnostic -> id == ProblemId.WorstCase || !isWorstCase(diagnostic))
                .map(ErrorsDocTest::print)
                .toList();
        assertThat(told).as("exactly one message: %s", told).hasSize(1);
        if ("rewrite".equals(System.getProperty("longhaul.golden")) && id != ProblemId.Internal) {
            ErrorsDoc.rewrite(section.id(), told.get(0));
            return;
        }
        assertThat(section.message())
                .as("notes have no id")
                .matches("(?s)Note: .*|(error|warning): \\[" + id + "\\] .*");
        if (id == ProblemId.Internal) {
            // What fails in the processor, and where, differs.
            assertThat(told.get(0)).matches(Pattern.quote(section.message()).replace("...", "\\E.*\\Q"));
        } else {
            assertThat(told.get(0)).isEqualTo(section.message());
        }
    }

    private static boolean isWorstCase(Diagnostic<?> diagnostic) {
        return diagnostic.getKind() == Kind.NOTE
                && diagnostic.getMessage(Locale.ROOT).contains(": at most ");
    }

    private static void checkRight(Section section) {
        assertThat(compile(section.right(), ProblemId.valueOf(section.id())))
                .filteredOn(diagnostic -> !isWorstCase(diagnostic))
                .isEmpty();
    }

    private static ImmutableList<? extends Diagnostic<?>> compile(Example example, ProblemId id) {
        Processor processor = switch (id) {
            case Internal -> FailingCompiler.on("asMemberOf", "com.acme.Export.Cursor");
            case BodiesUnread -> example.code().contains("by ecj") ? new OtherCompiler() : new LongRunningProcessor();
            default -> new LongRunningProcessor();
        };
        Compilation compilation = javac().withProcessors(processor)
                .withOptions(ImmutableList.builder()
                        // A class beside another one in its file is in order in an example.
                        .add("-Xlint:all,-processing,-auxiliaryclass", "--release", "17")
                        .addAll(example.options())
                        .build())
                .compile(Sources.source("com.acme.Export", IMPORTS + example.code()));
        return compilation.diagnostics();
    }

    private static String print(Diagnostic<?> diagnostic) {
        String kind = switch (diagnostic.getKind()) {
            case ERROR -> "error: ";
            case WARNING, MANDATORY_WARNING -> "warning: ";
            default -> "Note: ";
        };
        return kind + diagnostic.getMessage(Locale.ROOT) + "\n";
    }
}
