package dev.longhaul.cli.template;

import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads YAML with CloudFormation's tags; no class is made but those of plain data. */
final class Yaml {

    private Yaml() {}

    /**
     * The document as maps, lists, texts, numbers, truth values and {@link Tagged}.
     *
     * @param name the document's name, for messages
     * @throws IllegalArgumentException when it is no YAML, or no map
     */
    static Map<?, ?> read(String document, String name) {
        try {
            Object root = new org.yaml.snakeyaml.Yaml(new Tags()).load(document);
            if (root instanceof Map<?, ?> map) {
                return map;
            }
        } catch (MarkedYAMLException e) {
            throw new IllegalArgumentException(
                    name + " is no YAML: " + e.getProblem()
                            + (e.getProblemMark() == null
                                    ? ""
                                    : " in line " + (e.getProblemMark().getLine() + 1)),
                    e);
        } catch (YAMLException e) {
            throw new IllegalArgumentException(name + " is no YAML: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException(name + " is no template: a map with Resources was expected");
    }

    private static final class Tags extends SafeConstructor {

        Tags() {
            super(new LoaderOptions());
            yamlMultiConstructors.put("!", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    return new Tagged(node.getTag().getValue().substring(1), argument(node));
                }
            });
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
}
