package dev.longhaul.cdk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads a template with its functions in the long form, as the CDK prints them: {@code !Ref x} as {@code {Ref: x}}. */
final class LongForm extends SafeConstructor {

    private LongForm() {
        super(new LoaderOptions());
        yamlMultiConstructors.put("!", new AbstractConstruct() {
            @Override
            public Object construct(Node node) {
                String tag = node.getTag().getValue().substring(1);
                Object argument = argument(node);
                return switch (tag) {
                    case "Ref", "Condition" -> Map.of(tag, argument);
                    case "GetAtt" -> Map.of("Fn::GetAtt", List.of(((String) argument).split("\\.", 2)));
                    default -> Map.of("Fn::" + tag, argument);
                };
            }
        });
    }

    static Map<?, ?> read(Path template) throws IOException {
        return new Yaml(new LongForm()).load(Files.readString(template));
    }

    private Object argument(Node node) {
        if (node instanceof ScalarNode scalar) {
            return constructScalar(scalar);
        }
        return node instanceof SequenceNode sequence
                ? constructSequence(sequence)
                : constructMapping((MappingNode) node);
    }
}
