package dev.longhaul.proof;

import dev.longhaul.local.invocation.InvocationEvent;
import dev.longhaul.local.invocation.InvocationEvent.Finished;
import dev.longhaul.local.invocation.InvocationEvent.LogLine;
import dev.longhaul.local.invocation.InvocationEvent.Started;
import dev.longhaul.local.invocation.InvocationListener;
import dev.longhaul.local.invocation.InvocationStatus;
import dev.longhaul.runtime.chain.ChainJson;
import dev.longhaul.runtime.chain.ChainRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sees every invocation, every line of the functions' logs and every record of a soak, and notes what must not be. */
final class Lookout implements InvocationListener {

    private static final Pattern CHAIN = Pattern.compile("\"chain\":\"([^\"]+)\"");
    private static final int KEPT_LINES = 60;
    /** More than the engine writes of any trouble, cut as it is. */
    private static final int LONGEST_LINE = 8_192;

    private final List<Started> running = new CopyOnWriteArrayList<>();
    private final Map<String, Deque<String>> lines = new ConcurrentHashMap<>();
    private final Map<InvocationStatus, Integer> statuses = new EnumMap<>(InvocationStatus.class);
    private final Map<String, ChainRecord> seen = new ConcurrentHashMap<>();
    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private int longestLine;
    private int largestRecord;
    private int givenUp;

    @Override
    public synchronized void on(InvocationEvent event) {
        if (event instanceof Started started) {
            running.add(started);
        } else if (event instanceof Finished finished) {
            running.removeIf(started -> started.requestId().equals(finished.requestId()));
            statuses.merge(finished.report().status(), 1, Integer::sum);
        } else if (event instanceof InvocationEvent.GivenUp) {
            givenUp++;
        } else if (event instanceof LogLine line) {
            note(line.text());
        }
    }

    private void note(String line) {
        longestLine = Math.max(longestLine, line.length());
        if (line.length() > LONGEST_LINE) {
            wrong.add("a log line of " + line.length() + " characters: " + line.substring(0, 300));
        }
        Matcher chain = CHAIN.matcher(line);
        if (chain.find()) {
            Deque<String> kept = lines.computeIfAbsent(chain.group(1), ignored -> new ArrayDeque<>());
            kept.add(line);
            if (kept.size() > KEPT_LINES) {
                kept.remove();
            }
        }
    }

    /** The invocations of some jobs' functions that run now. */
    List<Started> running(String... jobs) {
        return running.stream()
                .filter(started -> Arrays.stream(jobs).anyMatch(started.functionName()::startsWith))
                .toList();
    }

    /** Compares a record with the one of the same chain that was seen before. */
    void see(ChainRecord now) {
        largestRecord = Math.max(largestRecord, ChainJson.write(now).length());
        ChainRecord before = seen.put(now.chainId(), now);
        if (before == null) {
            return;
        }
        check(now.revision() >= before.revision(), "revision", before, now);
        check(now.epoch() >= before.epoch(), "epoch", before, now);
        check(now.hop() >= before.hop(), "hop", before, now);
        check(now.steps() >= before.steps(), "steps", before, now);
        check(now.revision() != before.revision() || now.equals(before), "record", before, now);
        boolean resumed = before.failure() != null && before.failure().kind().equals("StopRequested");
        check(!before.status().terminal() || resumed || now.status() == before.status(), "status", before, now);
    }

    private void check(boolean holds, String what, ChainRecord before, ChainRecord now) {
        if (!holds) {
            wrong.add("the " + what + " went back: " + ChainJson.write(before) + " and then " + ChainJson.write(now));
        }
    }

    /** Notes what must not be. */
    void wrong(String what) {
        wrong.add(what);
    }

    /** What must not be, and was. */
    List<String> wrong() {
        return wrong;
    }

    /** The last lines of the log about a chain. */
    synchronized List<String> lines(String chain) {
        return new ArrayList<>(lines.getOrDefault(chain, new ArrayDeque<>()));
    }

    /** How far the chains are: for each how it stands, its hop and its committed steps. */
    String standing() {
        StringBuilder standing = new StringBuilder();
        seen.values().stream()
                .sorted(Comparator.comparing(ChainRecord::chainId))
                .forEach(chain -> standing.append("\n  ")
                        .append(chain.chainId())
                        .append(' ')
                        .append(chain.status())
                        .append(" hop ")
                        .append(chain.hop())
                        .append(" steps ")
                        .append(chain.steps()));
        return standing.append('\n').toString();
    }

    /** The records and the last log lines of the first chains that have not ended. */
    String unfinished() {
        StringBuilder unfinished = new StringBuilder();
        seen.values().stream()
                .filter(chain -> !chain.status().terminal())
                .limit(3)
                .forEach(chain -> unfinished
                        .append(ChainJson.write(chain))
                        .append('\n')
                        .append(String.join("\n", lines(chain.chainId())))
                        .append('\n'));
        return unfinished.toString();
    }

    synchronized String figures() {
        return statuses + ", " + givenUp + " events given up; the longest log line had " + longestLine
                + " characters, the largest record " + largestRecord;
    }
}
