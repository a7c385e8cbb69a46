package jobs;

import dev.longhaul.annotations.LongRunning;
import dev.longhaul.annotations.State;
import dev.longhaul.annotations.StateCodec;
import dev.longhaul.annotations.Step;
import dev.longhaul.annotations.Terminate;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.*;
import java.util.*;
import java.util.concurrent.atomic.AtomicLong;

@LongRunning
public class AllTypes {
    enum Color { RED, GREEN { @Override public String toString() { return "leafy"; } } }

    record Pair<A, B>(A first, B second) {}

    record Node(String name, Node next, List<Node> children) {}

    record Primitives(boolean z, byte b, short s, int in, long out, char c, float value, double job) {}

    static class Base {
        int inherited;
    }

    static class Bean extends Base {
        String open;
        private List<String> hidden = new ArrayList<>();
        private boolean flag;
        transient Thread ignored = Thread.currentThread();

        public List<String> getHidden() { return hidden; }
        public void setHidden(List<String> value) { hidden = value; }
        public boolean isFlag() { return flag; }
        public void setFlag(boolean value) { flag = value; }
    }

    public static class Counter implements StateCodec<AtomicLong> {
        @Override public String encode(AtomicLong value) { return Long.toHexString(value.get()); }
        @Override public AtomicLong decode(String text) { return new AtomicLong(Long.parseLong(text, 16)); }
    }

    @State boolean bool;
    @State byte int8;
    @State short int16;
    @State int int32;
    @State long int64;
    @State char character;
    @State float float32;
    @State double float64;
    @State Boolean boxedBool;
    @State Byte boxedByte;
    @State Short boxedShort;
    @State Integer boxedInt;
    @State Long boxedLong;
    @State Character boxedChar;
    @State Float boxedFloat;
    @State Double boxedDouble;
    @State String string;
    @State byte[] bytes;
    @State Color color;
    @State Instant instant;
    @State LocalDate date;
    @State LocalDateTime dateTime;
    @State ZonedDateTime zoned;
    @State OffsetDateTime offset;
    @State Duration duration;
    @State Period period;
    @State ZoneId zone;
    @State UUID uuid;
    @State BigDecimal decimal;
    @State BigInteger integer;
    @State Optional<String> maybe;
    @State int[] ints;
    @State String[][] grid;
    @State List<Integer> list;
    @State Set<Color> set;
    @State SortedMap<LocalDate, List<Long>> byDate;
    @State Map<String, Map<Integer, Double>> nested;
    @State Map<Character, UUID> byChar;
    @State ArrayDeque<Node> queue;
    @State Node tree;
    @State Pair<String, Pair<Integer, Color>> pair;
    @State Primitives primitives;
    @State Bean bean;
    @State(codec = Counter.class) AtomicLong counter;

    @Step void step() { int32++; }

    @Terminate boolean isDone() { return int32 > 0; }

    static AllTypes filled() {
        AllTypes job = new AllTypes();
        job.bool = true;
        job.int8 = Byte.MIN_VALUE;
        job.int16 = Short.MAX_VALUE;
        job.int32 = Integer.MIN_VALUE;
        job.int64 = Long.MAX_VALUE;
        job.character = '\ud800';
        job.float32 = Float.MIN_VALUE;
        job.float64 = Double.NaN;
        job.boxedBool = false;
        job.boxedByte = 1;
        job.boxedShort = 2;
        job.boxedInt = 3;
        job.boxedLong = 9_007_199_254_740_993L;
        job.boxedChar = '"';
        job.boxedFloat = Float.NEGATIVE_INFINITY;
        job.boxedDouble = -0.0;
        job.string = "\u0000 \ud83d\ude9a \udc00 \"quoted\"";
        job.bytes = new byte[] {0, -1, 1};
        job.color = Color.GREEN;
        job.instant = Instant.parse("2026-11-23T00:00:00.123456789Z");
        job.date = LocalDate.MIN;
        job.dateTime = LocalDateTime.parse("2026-11-23T01:02:03");
        job.zoned = ZonedDateTime.parse("2026-11-23T01:02:03+01:00[Europe/Zurich]");
        job.offset = OffsetDateTime.parse("2026-11-23T01:02:03-07:00");
        job.duration = Duration.ofSeconds(Long.MAX_VALUE, 1);
        job.period = Period.of(1, -2, 3);
        job.zone = ZoneId.of("Europe/Zurich");
        job.uuid = new UUID(1, 2);
        job.decimal = new BigDecimal("1.10");
        job.integer = BigInteger.TWO.pow(200);
        job.maybe = Optional.of("there");
        job.ints = new int[20];
        job.ints[19] = 7;
        job.grid = new String[][] {{"a", null}, {}, null};
        job.list = new ArrayList<>(Arrays.asList(1, null, 3));
        job.set = new LinkedHashSet<>(List.of(Color.GREEN, Color.RED));
        job.byDate = new TreeMap<>(Map.of(LocalDate.EPOCH, List.of(1L, 2L)));
        job.nested = new LinkedHashMap<>(Map.of("", Map.of(5, Double.POSITIVE_INFINITY)));
        job.byChar = new HashMap<>(Map.of('x', new UUID(3, 4)));
        job.queue = new ArrayDeque<>(List.of(new Node("q", null, List.of())));
        job.tree = new Node("root", new Node("next", null, null), List.of(new Node("child", null, List.of())));
        job.pair = new Pair<>("one", new Pair<>(2, Color.RED));
        job.primitives = new Primitives(true, (byte) 1, (short) 2, 3, 4L, 'c', 5.5f, 6.5);
        job.bean = new Bean();
        job.bean.inherited = 4;
        job.bean.open = "open";
        job.bean.setHidden(new ArrayList<>(List.of("h")));
        job.bean.setFlag(true);
        job.counter = new AtomicLong(255);
        return job;
    }

    static Map<String, Object> values(AllTypes job) throws Exception {
        Map<String, Object> values = new TreeMap<>();
        for (var field : AllTypes.class.getDeclaredFields()) {
            if (!field.isSynthetic()) {
                values.put(field.getName(), field.get(job));
            }
        }
        values.put("bytes", Arrays.toString(job.bytes));
        values.put("ints", Arrays.toString(job.ints));
        values.put("grid", Arrays.deepToString(job.grid));
        values.put("queue", job.queue == null ? null : new ArrayList<>(job.queue));
        values.put("counter", job.counter == null ? null : job.counter.get());
        Bean bean = job.bean;
        values.put("bean", bean == null ? null : bean.inherited + bean.open + bean.getHidden() + bean.isFlag());
        return values;
    }
}
