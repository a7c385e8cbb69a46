package dev.longhaul.processor.body;

import dev.longhaul.processor.names.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;

/**
 * The methods of a job by what they are for.
 *
 * @param steps the steps
 * @param ends the ends' conditions
 * @param starts the start hooks
 * @param hooks the other hooks
 */
record Roles(
        Set<ExecutableElement> steps,
        Set<ExecutableElement> ends,
        Set<ExecutableElement> starts,
        Set<ExecutableElement> hooks) {

    static Roles of(Code code) {
        return new Roles(
                code.annotated(Names.STEP::equals),
                code.annotated(Names.TERMINATE::equals),
                code.annotated(Names.ON_START::equals),
                code.annotated(name -> name.startsWith(ANNOTATIONS) && !FIRST.contains(name)));
    }

    private static final String ANNOTATIONS = Names.STEP.substring(0, Names.STEP.lastIndexOf('.') + 1);
    private static final Set<String> FIRST = Set.of(Names.STEP, Names.TERMINATE, Names.ON_START);

    /** What runs in every hop, or can. */
    List<ExecutableElement> later() {
        List<ExecutableElement> later = new ArrayList<>(steps);
        later.addAll(ends);
        later.addAll(hooks);
        return later;
    }
}
