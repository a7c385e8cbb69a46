package dev.longhaul.processor.body.progress;

import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.StateField;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Name;
import javax.lang.model.element.VariableElement;

/** The fields that a terminate method reads, and what may be done to them without it being progress. */
final class Watched {

    private final Map<Name, FieldKind> kinds = new HashMap<>();
    private final Set<Name> saved = new HashSet<>();
    private final boolean alone;

    /**
     * The fields of a job that are looked at.
     *
     * @param fields those that the terminate method reads, by name
     */
    Watched(Job job, Map<Name, VariableElement> fields) {
        for (Map.Entry<Name, VariableElement> field : fields.entrySet()) {
            kinds.put(field.getKey(), FieldKind.of(field.getValue().asType()));
        }
        for (StateField state : job.states()) {
            saved.add(state.element().getSimpleName());
        }
        // Where there are several ways to end, one may be for what the start event says.
        alone = job.terminates().size() == 1;
    }

    boolean has(Name name) {
        return kinds.containsKey(name);
    }

    /** Whether only an assignment changes the field. */
    boolean isValue(Name name) {
        FieldKind kind = kinds.get(name);
        return kind != null && kind.isValue();
    }

    /**
     * Whether it means nothing that the field gets its first value somewhere. It does mean something when the field is
     * not saved: then its value is another one in the next hop.
     */
    boolean mayBegin(Name name) {
        return alone && saved.contains(name);
    }

    /** Whether the field is saved from hop to hop. */
    boolean isSaved(Name name) {
        return saved.contains(name);
    }
}
