package dev.longhaul.processor.names;

import com.palantir.javapoet.ClassName;
import java.util.Set;

/** The types of the annotations and of the runtime. A test resolves each of them. */
public final class Names {

    private static final String HOME = "dev.longhaul.annotations";
    private static final String RUNTIME = "dev.longhaul.runtime";

    /** The annotation of a job. */
    public static final String LONG_RUNNING = HOME + ".LongRunning";
    /** The annotation of a step. */
    public static final String STEP = HOME + ".Step";
    /** The annotation of how a step is tried again. */
    public static final String RETRY = HOME + ".Retry";
    /** The annotation of an end's condition. */
    public static final String TERMINATE = HOME + ".Terminate";
    /** The annotation of a state field. */
    public static final String STATE = HOME + ".State";
    /** The annotation of a field for children. */
    public static final String CHILDREN = HOME + ".Children";
    /** The annotation of the start hook. */
    public static final String ON_START = HOME + ".OnStart";
    /** The annotation of a hook for a signal. */
    public static final String ON_SIGNAL = HOME + ".OnSignal";
    /** The annotation of the completion hook. */
    public static final String ON_COMPLETE = HOME + ".OnComplete";
    /** The annotation of the failure hook. */
    public static final String ON_FAILURE = HOME + ".OnFailure";
    /** What a codec implements. */
    public static final String STATE_CODEC = HOME + ".StateCodec";
    /** What {@code @State} has for no codec. */
    public static final String NO_CODEC = STATE_CODEC + ".None";
    /** What a method of a job may take. */
    public static final String JOB_CONTEXT = RUNTIME + ".JobContext";

    /** What a field for children is. */
    public static final String CHILD_CHAINS = RUNTIME + ".ChildChains";

    /** The base of the handlers. */
    public static final ClassName HANDLER = ClassName.get(RUNTIME, "LongRunningHandler");
    /** The parameter of the handlers' methods. */
    public static final ClassName CONTEXT = ClassName.get(RUNTIME, "JobContext");
    /** What fields for children are made with. */
    public static final ClassName CHILD_FIELDS = ClassName.get(RUNTIME, "ChildFields");
    /** The options at run time. */
    public static final ClassName JOB_OPTIONS = ClassName.get(RUNTIME + ".job", "JobOptions");
    /** The resources of a job at run time. */
    public static final ClassName JOB_RESOURCES = ClassName.get(RUNTIME, "JobResources");
    /** What state is written with. */
    public static final ClassName STATE_WRITER = ClassName.get(RUNTIME + ".state", "StateWriter");
    /** What state is read with. */
    public static final ClassName STATE_READER = ClassName.get(RUNTIME + ".state", "StateReader");

    /** What events of AWS's are read with, in a module of its own. */
    public static final ClassName AWS_EVENTS = ClassName.get("dev.longhaul.events", "AwsEvents");

    /** The annotations that the processor reads. */
    public static final Set<String> ANNOTATIONS =
            Set.of(LONG_RUNNING, STEP, RETRY, TERMINATE, STATE, CHILDREN, ON_START, ON_SIGNAL, ON_COMPLETE, ON_FAILURE);

    private Names() {}
}
