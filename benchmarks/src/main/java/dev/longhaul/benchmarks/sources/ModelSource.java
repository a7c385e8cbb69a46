package dev.longhaul.benchmarks.sources;

/** A job, which is the first class, and the beans of its state, each of which has lists of ten others. */
public final class ModelSource implements SampleSource {

    private static final int REFERENCES = 10;

    private final int classes;

    /**
     * A model.
     *
     * @param classes how many classes it has, the job among them
     */
    public ModelSource(int classes) {
        this.classes = classes;
    }

    @Override
    public String of(String name) {
        int number = Integer.parseInt(name.replaceAll("\\D", ""));
        if (number == 0) {
            return """
                    package sample;

                    import dev.longhaul.annotations.*;

                    @LongRunning
                    class @NAME@ {
                        @State Sample1 root;
                        @State int done;

                        @Step void step() { done++; }

                        @Terminate boolean isDone() { return done > 9; }
                    }
                    """.replace("@NAME@", name);
        }
        StringBuilder bean = new StringBuilder("package sample;\n\nimport java.util.*;\n\nclass " + name + " {\n");
        for (int i = 0; i < REFERENCES; i++) {
            int other = 1 + (number + i) % (classes - 1);
            bean.append("    List<Sample" + other + "> field" + i + " = new ArrayList<>();\n");
        }
        return bean.append("}\n").toString();
    }
}
