package dev.longhaul.processor.template;

import dev.longhaul.processor.model.Variable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The environment variables that a job needs: a parameter for each, and its place in the function. */
final class VariablePart {

    private static final String PARAMETER = """
            @parameter@:
              Type: String
              Default: ''
              Description: 'The environment variable @variable@. While it is empty, the function does not start.'
            """;

    private static final String VALUE = """
            @key@: !Ref @parameter@
            """;

    /** What a part of the template is known by: letters and digits, below the name of its section. */
    private static final Pattern ID = Pattern.compile("(?m)^  (\\w+):$");

    private VariablePart() {}

    /** The parameters. */
    static String parameters(List<Variable> variables, String template) {
        return text(PARAMETER, variables, template);
    }

    /** The values in the function. */
    static String values(List<Variable> variables, String template) {
        return text(VALUE, variables, template);
    }

    /** Fills in a form for each variable; {@code template} is what else is in the template, whose names are taken. */
    private static String text(String form, List<Variable> variables, String template) {
        Set<String> taken =
                ID.matcher(template).results().map(found -> found.group(1)).collect(Collectors.toSet());
        return variables.stream()
                .map(variable -> Blanks.fill(
                        form,
                        Map.of(
                                "variable",
                                variable.name(),
                                "key",
                                Blanks.scalar(variable.name()),
                                "parameter",
                                Blanks.scalar(
                                        taken.contains(variable.parameter())
                                                ? variable.parameter() + "Value"
                                                : variable.parameter()))))
                .collect(Collectors.joining());
    }
}
