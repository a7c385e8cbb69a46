package dev.longhaul.processor;

/**
 * The reachability metadata of a job, in the form that GraalVM for JDK 23 and later reads.
 *
 * <p>Lambda's runtime client makes the handlers by name, from the constructor without arguments, and calls {@code
 * handleRequest}; the runtime finds stores through ServiceLoader. Nothing else of a job is found by name: its state is
 * read and written by generated calls.
 */
final class Reachability {

    private static final String BEFORE = """
            {
              "reflection": [
                {
                  "type": \"""";

    private static final String ENTRY_POINT = """
            ",
                  "methods": [
                    { "name": "<init>", "parameterTypes": [] },
                    {
                      "name": "handleRequest",
                      "parameterTypes": [
                        "java.io.InputStream",
                        "java.io.OutputStream",
                        "com.amazonaws.services.lambda.runtime.Context"
                      ]
                    }
                  ]
                }""";

    private static final String BETWEEN = """
            ,
                {
                  "type": "dev.longhaul.runtime.SweeperHandler""";

    private static final String AFTER = """

              ],
              "resources": [
                { "glob": "META-INF/services/dev.longhaul.runtime.store.CheckpointStoreProvider" }
              ]
            }
            """;

    private Reachability() {}

    /**
     * The metadata of a job.
     *
     * @param handler the qualified name of its handler
     */
    static String of(String handler) {
        return BEFORE + handler + ENTRY_POINT + BETWEEN + ENTRY_POINT + AFTER;
    }
}
