package dev.longhaul.processor.names;

/** The types of the annotations and of the runtime. A test resolves each of them. */
public final class Names {

    private static final String ANNOTATIONS = "dev.longhaul.annotations";
    private static final String RUNTIME = "dev.longhaul.runtime";

    /** The annotation of a job. */
    public static final String LONG_RUNNING = ANNOTATIONS + ".LongRunning";
    /** The annotation of a step. */
    public static final String STEP = ANNOTATIONS + ".Step";
    /** The annotation of an end's condition. */
    public static final String TERMINATE = ANNOTATIONS + ".Terminate";
    /** The annotation of a state field. */
    public static final String STATE = ANNOTATIONS + ".State";
    /** The annotation of the start hook. */
    public static final String ON_START = ANNOTATIONS + ".OnStart";
    /** The annotation of the completion hook. */
    public static final String ON_COMPLETE = ANNOTATIONS + ".OnComplete";
    /** The annotation of the failure hook. */
    public static final String ON_FAILURE = ANNOTATIONS + ".OnFailure";
    /** What a codec implements. */
    public static final String STATE_CODEC = ANNOTATIONS + ".StateCodec";
    /** What {@code @State} has for no codec. */
    public static final String NO_CODEC = STATE_CODEC + ".None";
    /** What a method of a job may take. */
    public static final String JOB_CONTEXT = RUNTIME + ".JobContext";

    /** The base of the handlers. */
    public static final String HANDLER = RUNTIME + ".LongRunningHandler";
    /** The parameter of the handlers' methods. */
    public static final String CONTEXT = RUNTIME + ".JobContext";
    /** The options at run time. */
    public static final String JOB_OPTIONS = RUNTIME + ".job.JobOptions";
    /** What state is written with. */
    public static final String STATE_WRITER = RUNTIME + ".state.StateWriter";
    /** What state is read with. */
    public static final String STATE_READER = RUNTIME + ".state.StateReader";

    private Names() {}
}
