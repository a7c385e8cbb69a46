package dev.longhaul.cli;

import dev.longhaul.client.ChainClient;
import dev.longhaul.client.ChainFilter;
import dev.longhaul.client.ChainPage;
import dev.longhaul.client.ChainView;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.chain.Progress;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code longhaul list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the chains of a job, the one that was updated last first.")
final class ListCommand implements Callable<Integer> {

    private static final int PAGE = 100;
    private static final int LONGEST_ID = 40;
    private static final int STATUS = 10;

    @Mixin
    private Connection connection = new Connection();

    @Mixin
    private Printing print = new Printing();

    @Parameters(paramLabel = "JOB", description = "The job's name.")
    private String job = "";

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            split = ",",
            description = "Only chains that stand so: ${COMPLETION-CANDIDATES}.")
    private Set<ChainStatus> statuses = EnumSet.noneOf(ChainStatus.class);

    @Option(names = "--living", description = "Only chains that have not ended.")
    private boolean living;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = Durations.class,
            description = "Only chains that were updated in the last 90s, 15min, 2h, 7d...")
    @Nullable
    private Duration since;

    @Option(names = "--prefix", paramLabel = "TEXT", description = "Only chains whose ids begin so.")
    private String prefix = "";

    @Option(names = "--parent", paramLabel = "JOB/CHAIN", description = "Only the chains that this one has started.")
    private String parent = "";

    @Option(
            names = {"-n", "--most"},
            paramLabel = "N",
            defaultValue = "50",
            description = "So many at most; 0 for all. Default: ${DEFAULT-VALUE}.")
    private int most;

    ListCommand() {}

    @Override
    public Integer call() throws IOException {
        try (ChainClient client = connection.client()) {
            return print.isJson() ? listJson(client) : listText(client);
        }
    }

    private ChainFilter filter() {
        ChainFilter filter = living ? ChainFilter.living() : ChainFilter.ALL;
        if (!statuses.isEmpty()) {
            filter = filter.withStatuses(statuses);
        }
        if (since != null) {
            filter = filter.withUpdatedSince(Instant.now().minus(since));
        }
        if (!parent.isEmpty()) {
            int slash = parent.indexOf('/');
            if (slash < 1 || slash == parent.length() - 1) {
                throw new IllegalArgumentException("--parent is \"" + parent
                        + "\", and takes the job and the id of the parent with a slash between them.");
            }
            filter = filter.withParent(parent.substring(0, slash), parent.substring(slash + 1));
        }
        return filter.withPrefix(prefix);
    }

    private interface Each {
        void chain(ChainRecord chain) throws IOException;
    }

    /** Whether there are more than were wanted. */
    private boolean each(ChainClient client, Set<String> unreadable, Each each) throws IOException {
        int left = most == 0 ? Integer.MAX_VALUE : most;
        Optional<ChainPage> page = Optional.of(client.list(job, filter(), Math.min(PAGE, left)));
        while (page.isPresent()) {
            List<ChainRecord> chains = page.get().chains();
            for (ChainRecord chain : chains.subList(0, Math.min(left, chains.size()))) {
                each.chain(chain);
            }
            left -= chains.size();
            unreadable.addAll(page.get().unreadable());
            page = page.get().next();
            if (left <= 0) {
                return left < 0 || page.isPresent();
            }
        }
        return false;
    }

    private int listJson(ChainClient client) throws IOException {
        print.json(out -> {
            Set<String> unreadable = new LinkedHashSet<>();
            out.beginObject();
            out.field("chains").beginArray();
            boolean more = each(client, unreadable, chain -> {
                out.beginObject();
                ChainView.summary(chain, out);
                out.endObject();
            });
            out.endArray();
            out.field("more").bool(more);
            out.field("unreadable").values(unreadable);
            out.endObject();
        });
        return ExitCode.OK;
    }

    private int listText(ChainClient client) throws IOException {
        Set<String> unreadable = new LinkedHashSet<>();
        List<ChainRecord> chains = new ArrayList<>();
        boolean more = each(client, unreadable, chains::add);
        int widest = chains.stream()
                .mapToInt(chain -> chain.chainId().length())
                .max()
                .orElse(0);
        int width = Math.max("CHAIN".length(), Math.min(LONGEST_ID, widest));
        long now = System.currentTimeMillis();
        if (!chains.isEmpty()) {
            print.line("@|bold " + row(width, "CHAIN", "STATUS    ", "HOP", "STEPS", "PROGRESS") + "UPDATED|@");
        }
        for (ChainRecord chain : chains) {
            String padding = " ".repeat(STATUS - chain.status().toString().length());
            print.line(row(
                            width,
                            Texts.plain(Texts.cut(chain.chainId(), LONGEST_ID)),
                            Texts.status(chain.status()) + padding,
                            String.valueOf(chain.hop()),
                            Texts.number(chain.steps()),
                            progress(chain))
                    + Texts.duration(now - chain.updatedAt()) + " ago");
        }
        unreadable.forEach(print::note);
        if (chains.isEmpty()) {
            print.note("no such chains of the job " + job + " in this store");
        } else if (more) {
            print.note("there are more: -n 0 for all");
        }
        return ExitCode.OK;
    }

    private static String row(int width, String chain, String status, String hop, String steps, String progress) {
        return String.format(Locale.ROOT, "%-" + width + "s  %s %4s %11s  %-8s  ", chain, status, hop, steps, progress);
    }

    private static String progress(ChainRecord chain) {
        Progress progress = chain.progress();
        if (progress == null) {
            return "";
        }
        return progress.total() == 0
                ? Texts.number(progress.done())
                : Texts.percent(progress.done(), progress.total()) + " %";
    }
}
