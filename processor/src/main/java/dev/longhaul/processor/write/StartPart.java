package dev.longhaul.processor.write;

import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.JobMethod;
import dev.longhaul.processor.model.Shape;
import dev.longhaul.processor.names.Names;
import dev.longhaul.processor.read.JobReader;
import java.util.List;
import java.util.stream.Collectors;

/** The check of the start event, and the call of the start hook with it. */
final class StartPart implements HandlerPart {

    @Override
    public void addTo(HandlerText handler, Job job) {
        if (job.starts().isEmpty()) {
            return;
        }
        String parameter = handler.imports().of(Names.STATE_READER) + " event";
        Shape event = job.startShape();
        String read = event == null ? "" : handler.serializers().read(event, "event");
        if (event != null) {
            handler.override("void checkEvent(" + parameter + ")" + handler.thrown())
                    .line(read + ";")
                    .close();
        }
        JobMethod start = job.starts().get(0);
        String arguments = start.parameters().stream()
                .map(taken -> JobReader.isContext(taken) || event == null ? "context" : read)
                .collect(Collectors.joining(", "));
        HandlerText.calling(
                handler.override("void", "onStart", parameter + ", " + handler.context(), HandlerText.ANY),
                List.of(start),
                "job." + start.name() + "(" + arguments + ");");
    }
}
