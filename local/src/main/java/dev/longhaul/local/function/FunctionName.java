package dev.longhaul.local.function;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a function in a request, in any form the Invoke API takes: {@code name}, {@code name:qualifier},
 * {@code account:function:name}, a full ARN, each with or without a qualifier.
 *
 * @param name the bare function name
 * @param qualifier alias, version or {@code $LATEST}, where one was given
 */
public record FunctionName(String name, Optional<String> qualifier) {

    /** The qualifier of the code that has not been published. */
    public static final String LATEST = "$LATEST";

    private static final Pattern QUALIFIER = Pattern.compile("\\$LATEST|[a-zA-Z0-9-_]{1,128}");
    private static final Pattern FORM = Pattern.compile("(?:arn:aws[a-zA-Z-]*:lambda:)?(?:[a-z]{2}(?:-[a-z]+)+-\\d:)?"
            + "(?:\\d{12}:)?(?:function:)?([a-zA-Z0-9-_]{1,64})(?::(\\$LATEST|[a-zA-Z0-9-_]{1,128}))?");

    /** Reads any of the forms; empty for a text that is none of them. */
    public static Optional<FunctionName> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new FunctionName(form.group(1), Optional.ofNullable(form.group(2))))
                : Optional.empty();
    }

    /** Whether a text can be an alias, a version or {@code $LATEST}. */
    public static boolean isQualifier(String text) {
        return QUALIFIER.matcher(text).matches();
    }

    /** This name with the given qualifier in the place of its own. */
    public FunctionName withQualifier(String other) {
        return new FunctionName(name, Optional.of(other));
    }

    /** The full ARN, with the qualifier where there is one. */
    public String arn(String region, String accountId) {
        String arn = "arn:aws:lambda:" + region + ":" + accountId + ":function:" + name;
        return qualifier.map(text -> arn + ":" + text).orElse(arn);
    }
}
