package dev.longhaul.processor.form;

import dev.longhaul.processor.model.ChildrenField;
import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.StateField;
import dev.longhaul.processor.names.Names;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * The form of a job's state, in the order of the alphabet, since no order matters to what is stored.
 *
 * @param job the job's name
 * @param type its class
 * @param fields the {@code @State} fields, and those for children, which are as if a codec of the children's job wrote them
 * @param objects the parts of the records and beans in them, by type
 * @param enums the constants of the enums in them, by type
 */
public record StateForm(
        String job,
        String type,
        SortedMap<String, Part> fields,
        SortedMap<String, SortedMap<String, Part>> objects,
        SortedMap<String, SortedSet<String>> enums) {

    /** The form of a job that may compile. */
    static StateForm of(Job job) {
        FormOfShape forms = new FormOfShape(job.state().composites());
        SortedMap<String, Part> fields = new TreeMap<>();
        for (StateField field : job.states()) {
            fields.put(field.name(), forms.part(field));
        }
        for (ChildrenField field : job.state().children()) {
            fields.put(
                    field.name(),
                    new Part(new Form.Coded(Names.CHILD_CHAINS, field.job().value()), List.of()));
        }
        return new StateForm(
                job.name(),
                job.type().getQualifiedName().toString(),
                Collections.unmodifiableSortedMap(fields),
                forms.objects(),
                forms.enums());
    }

    /**
     * A short name for the form: another one when a field, a part or a constant comes, goes, or changes its form. It is in
     * each record, so that a hop knows whether the state is one of its own version.
     */
    public String fingerprint() {
        return FormWriter.fingerprint(FormWriter.content(this));
    }

    /** The form as a JSON document. */
    public String json() {
        return FormWriter.write(this);
    }
}
