package dev.longhaul.example.demo.move;

import dev.longhaul.example.demo.stage.Kills;
import dev.longhaul.example.demo.stage.Screen;
import dev.longhaul.example.demo.stage.Stage;
import dev.longhaul.example.demo.stage.TemporaryStore;
import dev.longhaul.example.move.Buckets;
import dev.longhaul.example.move.MoveObjectsHandler;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.store.CheckpointStores;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import software.amazon.awssdk.services.s3.S3Client;

/** A bucket of an S3 server is moved into another one. */
public final class MoveDemo {

    private static final String USAGE = """
            usage: move [--kill N]
              --kill N         kill the function's JVM with SIGKILL N times, at random moments""";

    private static final int OBJECTS = 800;
    private static final int AT_ONCE = 2;

    private MoveDemo() {}

    /**
     * Runs the demo.
     *
     * @return the exit status: 0 only if the chain completed, each object is in the other bucket with its bytes, none is left in
     *     the first, and the result counts them all
     */
    public static int run(List<String> args, PrintStream out) throws Exception {
        return Kills.run(args, USAGE, out, kills -> play(kills, out));
    }

    private static boolean play(int kills, PrintStream out) throws Exception {
        List<String> keys = new ArrayList<>(SampleObjects.keys(OBJECTS - 1));
        keys.add(SampleObjects.PREFIX + "large");
        try (ObjectServer server = new ObjectServer();
                S3Client s3 = server.patientClient();
                TemporaryStore store = new TemporaryStore()) {
            out.println("Longhaul demo: MoveObjects moves a bucket's objects into another one.");
            SampleObjects.fill(s3, keys);
            out.println(String.format(Locale.ROOT, "  s3        %s, with %,d objects", server.endpoint(), keys.size()));
            try (Stage stage = Stage.open(
                    new MoveObjectsHandler(new Buckets(s3, Runnable::run)),
                    Map.of(
                            CheckpointStores.VARIABLE,
                            store.uri(),
                            "AWS_ENDPOINT_URL_S3",
                            server.endpoint().toString()))) {
                out.println("  lambda    " + stage.description());
                out.println("  console   " + stage.console());
                out.println();
                stage.start(input());
                ChainRecord end = stage.toEnd(kills, new Screen(out, "objects"), chain -> {});
                return isRight(end, s3, keys, stage, out);
            }
        }
    }

    private static boolean isRight(ChainRecord end, S3Client s3, List<String> keys, Stage stage, PrintStream out) {
        SortedMap<String, byte[]> moved = SampleObjects.in(s3, SampleObjects.TO);
        int left = SampleObjects.keysIn(s3, SampleObjects.FROM).size();
        long same = keys.stream()
                .filter(key -> Arrays.equals(moved.get(key), SampleObjects.content(key)))
                .count();
        boolean counted = ("{\"objects\":{\"MOVED\":" + keys.size() + "},\"left\":{}}").equals(end.result());
        boolean right = end.status() == ChainStatus.COMPLETED
                && counted
                && left == 0
                && same == keys.size()
                && moved.size() == keys.size();
        out.println();
        out.println("  status    " + end.status() + (right ? "" : ", and not each object is moved once"));
        out.println(String.format(Locale.ROOT, "  moved     %,d objects with their bytes, %,d left", same, left));
        out.println("  result    " + end.result());
        out.println(String.format(
                Locale.ROOT,
                "  elapsed   %.1f s, of which %.1f s are billed",
                (end.updatedAt() - end.startedAt()) / 1_000.0,
                stage.watch().billedMillis() / 1_000.0));
        return right;
    }

    private static String input() {
        return "{\"from\":\"" + SampleObjects.FROM + "\",\"prefix\":\"" + SampleObjects.PREFIX + "\",\"to\":\""
                + SampleObjects.TO + "\",\"atOnce\":" + AT_ONCE + ",\"partBytes\":" + SampleObjects.PART_BYTES + "}";
    }
}
