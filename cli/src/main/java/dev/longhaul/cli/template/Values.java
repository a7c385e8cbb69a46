package dev.longhaul.cli.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Works out what stands in a template, by its parameters and conditions, as if it were deployed on this machine. */
final class Values {

    private static final Pattern BLANK = Pattern.compile("\\$\\{(!?)([^}]+)}");
    private static final Map<String, String> PSEUDO = Map.of(
            "AWS::Region", "us-east-1",
            "AWS::AccountId", "000000000000",
            "AWS::Partition", "aws",
            "AWS::StackName", "local",
            "AWS::URLSuffix", "amazonaws.com");

    private final Map<?, ?> parameters;
    private final Map<?, ?> conditions;
    private final Map<String, String> given;

    /** By a template's own sections, and the parameters that are given. */
    Values(Map<?, ?> template, Map<String, String> given) {
        this.parameters = map(template.get("Parameters"));
        this.conditions = map(template.get("Conditions"));
        this.given = given;
        for (String name : given.keySet()) {
            if (!parameters.containsKey(name)) {
                throw new IllegalArgumentException(
                        "the template has no parameter " + name + ". It has: " + parameters.keySet());
            }
        }
    }

    /** A map, or an empty one where there is none. */
    static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    /** The value without tags; null where the template says that there is none. */
    @Nullable
    Object of(@Nullable Object value) {
        if (value instanceof Tagged tagged) {
            return call(tagged);
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> all = new LinkedHashMap<>();
            map.forEach((key, each) -> {
                Object result = of(each);
                if (result != null) {
                    all.put(key, result);
                }
            });
            return all;
        }
        if (value instanceof List<?> list) {
            List<Object> all = new ArrayList<>();
            for (Object each : list) {
                Object result = of(each);
                if (result != null) {
                    all.add(result);
                }
            }
            return all;
        }
        return value;
    }

    private @Nullable Object call(Tagged tagged) {
        return switch (tagged.function()) {
            case "Ref" -> ref(String.valueOf(tagged.argument()));
            case "Sub" -> sub(tagged.argument());
            case "GetAtt" -> String.valueOf(tagged.argument());
            case "If" -> {
                List<?> parts = parts(tagged, 3);
                yield of(holds(String.valueOf(parts.get(0))) ? parts.get(1) : parts.get(2));
            }
            case "Join" -> {
                List<?> parts = parts(tagged, 2);
                List<String> texts = new ArrayList<>();
                if (of(parts.get(1)) instanceof List<?> list) {
                    list.forEach(each -> texts.add(String.valueOf(each)));
                }
                yield String.join(String.valueOf(parts.get(0)), texts);
            }
            default -> throw unknown(tagged);
        };
    }

    private @Nullable Object ref(String name) {
        if (name.equals("AWS::NoValue")) {
            return null;
        }
        String pseudo = PSEUDO.get(name);
        if (pseudo != null) {
            return pseudo;
        }
        if (!parameters.containsKey(name)) {
            // A resource: here it is known by its name in the template.
            return name;
        }
        Object value = given.containsKey(name)
                ? given.get(name)
                : map(parameters.get(name)).get("Default");
        if (value == null) {
            throw new IllegalArgumentException("the template's parameter " + name
                    + " has no default. Give it a value: --parameter " + name + "=VALUE.");
        }
        return value;
    }

    private String sub(Object argument) {
        Object text = argument instanceof List<?> list ? list.get(0) : argument;
        Map<?, ?> names = argument instanceof List<?> list && list.size() > 1 ? map(list.get(1)) : Map.of();
        Matcher blanks = BLANK.matcher(String.valueOf(text));
        return blanks.replaceAll(blank -> {
            String name = blank.group(2);
            Object value = name;
            if (!blank.group(1).isEmpty()) {
                value = "${" + name + "}";
            } else if (names.containsKey(name)) {
                value = of(names.get(name));
            } else if (!name.contains(".")) {
                value = ref(name);
            }
            return Matcher.quoteReplacement(String.valueOf(value));
        });
    }

    /** Whether a resource is made at all. */
    boolean isMade(Map<?, ?> resource) {
        Object condition = resource.get("Condition");
        return condition == null || holds(String.valueOf(condition));
    }

    private boolean holds(String condition) {
        if (!conditions.containsKey(condition)) {
            throw new IllegalArgumentException("the template has no condition " + condition);
        }
        return holds(conditions.get(condition));
    }

    private boolean holds(@Nullable Object condition) {
        if (!(condition instanceof Tagged tagged)) {
            return Boolean.parseBoolean(String.valueOf(condition));
        }
        return switch (tagged.function()) {
            case "Equals" -> {
                List<?> sides = parts(tagged, 2);
                yield String.valueOf(of(sides.get(0))).equals(String.valueOf(of(sides.get(1))));
            }
            case "Not" -> !holds(parts(tagged, 1).get(0));
            case "And" -> ((List<?>) tagged.argument()).stream().allMatch(this::holds);
            case "Or" -> ((List<?>) tagged.argument()).stream().anyMatch(this::holds);
            case "Condition" -> holds(String.valueOf(tagged.argument()));
            default -> throw unknown(tagged);
        };
    }

    private static List<?> parts(Tagged tagged, int count) {
        if (tagged.argument() instanceof List<?> list && list.size() == count) {
            return list;
        }
        throw new IllegalArgumentException(
                "the template has a !" + tagged.function() + " that takes " + count + " values, and has others");
    }

    private static IllegalArgumentException unknown(Tagged tagged) {
        return new IllegalArgumentException("the template has a !" + tagged.function()
                + " where a function is described, which is not known here. Write the value instead.");
    }
}
