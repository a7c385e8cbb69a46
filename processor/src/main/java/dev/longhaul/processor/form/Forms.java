package dev.longhaul.processor.form;

import dev.longhaul.processor.model.Job;
import java.util.IdentityHashMap;

/** The forms of the jobs of a compilation. The check, the handler and the form's own file ask for one, and it is made once. */
public final class Forms {

    private final IdentityHashMap<Job, StateForm> made = new IdentityHashMap<>();

    /** The form of a job that may compile. */
    public StateForm of(Job job) {
        return made.computeIfAbsent(job, StateForm::of);
    }
}
