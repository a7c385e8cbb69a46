package dev.longhaul.runtime.log;

import dev.longhaul.runtime.log.HopFigures.Figure;
import dev.longhaul.runtime.state.StateWriter;
import java.io.IOException;
import java.util.List;

/** What makes CloudWatch take metrics out of a log line: its embedded metric format. */
final class EmbeddedMetrics {

    /** The field by which the metrics are told apart: one for a job, since CloudWatch charges for each. */
    private static final String DIMENSION = "job";

    private EmbeddedMetrics() {}

    /**
     * Writes the value of the line's field {@code _aws}.
     *
     * @param now the time of the figures, in milliseconds of the epoch
     */
    static void write(StateWriter out, String namespace, long now, List<Figure> figures) throws IOException {
        out.beginObject();
        out.field("Timestamp").integer(now);
        out.field("CloudWatchMetrics").beginArray();
        out.beginObject();
        out.field("Namespace").string(namespace);
        out.field("Dimensions").beginArray();
        out.beginArray();
        out.string(DIMENSION);
        out.endArray();
        out.endArray();
        out.field("Metrics").beginArray();
        for (Figure figure : figures) {
            out.beginObject();
            out.field("Name").string(figure.name());
            out.field("Unit").string(figure.unit());
            out.endObject();
        }
        out.endArray();
        out.endObject();
        out.endArray();
        out.endObject();
    }
}
