package dev.longhaul.processor.write;

import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.StateField;
import dev.longhaul.processor.names.Names;

/** The saving and the restoring of the state fields. */
final class StatePart implements HandlerPart {

    @Override
    public void addTo(HandlerText handler, Job job) {
        Serializers serializers = handler.serializers();
        String writer = handler.imports().of(Names.STATE_WRITER);
        JavaText write = handler.override("void", "writeState", writer + " out", handler.thrown());
        write.line("out.beginObject();");
        for (StateField field : job.states()) {
            serializers.writeField(write, field.shape(), field.name(), "job." + field.name());
        }
        write.line("out.endObject();").close();

        String reader = handler.imports().of(Names.STATE_READER);
        JavaText read = handler.override("void", "readState", reader + " in", handler.thrown());
        FieldLoop loop = new FieldLoop(read);
        for (StateField field : job.states()) {
            loop.on(field.name(), "job." + field.name() + " = " + serializers.read(field.shape(), "in"));
        }
        loop.end();
        read.close();
    }
}
