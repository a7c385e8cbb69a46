package jobs;

import dev.longhaul.runtime.JobContext;
import dev.longhaul.runtime.LongRunningHandler;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.state.StateWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.annotation.processing.Generated;

/**
 * The Lambda entry point of {@link AllTypes}.
 */
@Generated("dev.longhaul.processor.LongRunningProcessor")
public final class AllTypesHandler extends LongRunningHandler<AllTypes> {
    public AllTypesHandler() {
        super(JobOptions.named("AllTypes")
                .stateSchema("993c6a52")
                .safeMillis(60_000)
                .tickMillis(10_000)
                .timeoutMillis(900_000)
                .maxStepMillis(0)
                .maxHops(96)
                .maxStalledHops(3)
                .maxStepAttempts(3)
                .memoryMegabytes(1_769)
                .usdPerGigabyteSecond(1.33334E-5)
                .maxCostUsd(0.0)
                .maxDurationMillis(0)
                .adaptive(false)
                .singleChain(false)
                .build());
    }

    @Override
    protected AllTypes create() {
        return new AllTypes();
    }

    @Override
    protected void step(AllTypes job, JobContext context) throws Exception {
        job.step();
    }

    @Override
    protected boolean isDone(AllTypes job, JobContext context) throws Exception {
        return job.isDone();
    }

    @Override
    protected void writeState(AllTypes job, StateWriter out) throws IOException {
        out.beginObject();
        out.field("bool").bool(job.bool);
        out.field("int8").integer(job.int8);
        out.field("int16").integer(job.int16);
        out.field("int32").integer(job.int32);
        out.field("int64").integer(job.int64);
        out.field("character").text(job.character);
        out.field("float32").float32(job.float32);
        out.field("float64").float64(job.float64);
        out.field("boxedBool");
        writeBoolean(out, job.boxedBool);
        out.field("boxedByte");
        writeByte(out, job.boxedByte);
        out.field("boxedShort");
        writeShort(out, job.boxedShort);
        out.field("boxedInt");
        writeInteger(out, job.boxedInt);
        out.field("boxedLong");
        writeLong(out, job.boxedLong);
        out.field("boxedChar");
        writeCharacter(out, job.boxedChar);
        out.field("boxedFloat");
        writeFloat(out, job.boxedFloat);
        out.field("boxedDouble");
        writeDouble(out, job.boxedDouble);
        out.field("string").string(job.string);
        out.field("bytes").bytes(job.bytes);
        out.field("color");
        writeColor(out, job.color);
        out.field("instant").text(job.instant);
        out.field("date").text(job.date);
        out.field("dateTime").text(job.dateTime);
        out.field("zoned").text(job.zoned);
        out.field("offset").text(job.offset);
        out.field("duration").text(job.duration);
        out.field("period").text(job.period);
        out.field("zone").text(job.zone);
        out.field("uuid").text(job.uuid);
        out.field("decimal").text(job.decimal);
        out.field("integer").text(job.integer);
        out.field("maybe");
        writeOptionalOfString(out, job.maybe);
        out.field("ints");
        writeIntArray(out, job.ints);
        out.field("grid");
        writeStringArrayArray(out, job.grid);
        out.field("list");
        writeListOfInteger(out, job.list);
        out.field("set");
        writeSetOfColor(out, job.set);
        out.field("byDate");
        writeSortedMapOfLocalDateAndListOfLong(out, job.byDate);
        out.field("nested");
        writeMapOfStringAndMapOfIntegerAndDouble(out, job.nested);
        out.field("byChar");
        writeMapOfCharacterAndUUID(out, job.byChar);
        out.field("queue");
        writeArrayDequeOfNode(out, job.queue);
        out.field("tree");
        writeNode(out, job.tree);
        out.field("pair");
        writePairOfStringAndPairOfIntegerAndColor(out, job.pair);
        out.field("primitives");
        writePrimitives(out, job.primitives);
        out.field("bean");
        writeBean(out, job.bean);
        out.field("counter");
        writeAtomicLong(out, job.counter);
        out.endObject();
    }

    @Override
    protected void readState(AllTypes job, StateReader in) throws IOException {
        in.beginObject();
        while (in.next()) {
            switch (in.name()) {
                case "bool" -> job.bool = in.bool();
                case "int8" -> job.int8 = in.int8();
                case "int16" -> job.int16 = in.int16();
                case "int32" -> job.int32 = in.int32();
                case "int64" -> job.int64 = in.int64();
                case "character" -> job.character = in.character();
                case "float32" -> job.float32 = in.float32();
                case "float64" -> job.float64 = in.float64();
                case "boxedBool" -> job.boxedBool = readBoolean(in);
                case "boxedByte" -> job.boxedByte = readByte(in);
                case "boxedShort" -> job.boxedShort = readShort(in);
                case "boxedInt" -> job.boxedInt = readInteger(in);
                case "boxedLong" -> job.boxedLong = readLong(in);
                case "boxedChar" -> job.boxedChar = readCharacter(in);
                case "boxedFloat" -> job.boxedFloat = readFloat(in);
                case "boxedDouble" -> job.boxedDouble = readDouble(in);
                case "string" -> job.string = in.string();
                case "bytes" -> job.bytes = in.bytes();
                case "color" -> job.color = readColor(in);
                case "instant" -> job.instant = readInstant(in);
                case "date" -> job.date = readLocalDate(in);
                case "dateTime" -> job.dateTime = readLocalDateTime(in);
                case "zoned" -> job.zoned = readZonedDateTime(in);
                case "offset" -> job.offset = readOffsetDateTime(in);
                case "duration" -> job.duration = readDuration(in);
                case "period" -> job.period = readPeriod(in);
                case "zone" -> job.zone = readZoneId(in);
                case "uuid" -> job.uuid = readUUID(in);
                case "decimal" -> job.decimal = readBigDecimal(in);
                case "integer" -> job.integer = readBigInteger(in);
                case "maybe" -> job.maybe = readOptionalOfString(in);
                case "ints" -> job.ints = readIntArray(in);
                case "grid" -> job.grid = readStringArrayArray(in);
                case "list" -> job.list = readListOfInteger(in);
                case "set" -> job.set = readSetOfColor(in);
                case "byDate" -> job.byDate = readSortedMapOfLocalDateAndListOfLong(in);
                case "nested" -> job.nested = readMapOfStringAndMapOfIntegerAndDouble(in);
                case "byChar" -> job.byChar = readMapOfCharacterAndUUID(in);
                case "queue" -> job.queue = readArrayDequeOfNode(in);
                case "tree" -> job.tree = readNode(in);
                case "pair" -> job.pair = readPairOfStringAndPairOfIntegerAndColor(in);
                case "primitives" -> job.primitives = readPrimitives(in);
                case "bean" -> job.bean = readBean(in);
                case "counter" -> job.counter = readAtomicLong(in);
                default -> in.skip();
            }
        }
    }

    private static ArrayDeque<AllTypes.Node> readArrayDequeOfNode(StateReader in) throws
            IOException {
        if (in.isNull()) {
            return null;
        }
        ArrayDeque<AllTypes.Node> values = new ArrayDeque<>();
        in.beginArray();
        while (in.next()) {
            values.add(readNode(in));
        }
        return values;
    }

    private static AtomicLong readAtomicLong(StateReader in) throws IOException {
        if (in.isNull()) {
            return null;
        }
        String text = in.string();
        try {
            return new AllTypes.Counter().decode(text);
        } catch (RuntimeException e) {
            throw in.failure("\"" + text + "\" is no AtomicLong", e);
        }
    }

    private static AllTypes.Bean readBean(StateReader in) throws IOException {
        if (in.isNull()) {
            return null;
        }
        AllTypes.Bean bean = new AllTypes.Bean();
        in.beginObject();
        while (in.next()) {
            switch (in.name()) {
                case "open" -> bean.open = in.string();
                case "hidden" -> bean.setHidden(readListOfString(in));
                case "flag" -> bean.setFlag(in.bool());
                case "inherited" -> bean.inherited = in.int32();
                default -> in.skip();
            }
        }
        return bean;
    }

    private static BigDecimal readBigDecimal(StateReader in) throws IOException {
        if (in.isNull()) {
            return null;
        }
        String text = in.string();
        try {
            return new BigDecimal(text);
        } catch (RuntimeException e) {
            throw in.failure("\"" + text + "\" is no BigDecimal", e);
        }
    }

    private static BigInteger readBigInteger(StateReader in) throws IOException {
        if (in.isNull()) {
            return null;
        }
        String text = in.string();
        try {
            return new BigInteger(text);
        } catch (RuntimeException e) {
            throw in.failure("\"" + text + "\" is no BigInteger", e);
        }
    }

    private static Boolean readBoolean(StateReader in) throws IOException {
        if (in.isNull()) {
            return null;
        }
        return in.bool();
    }

    private static Byte readByte(StateReader in) throws IOException {
        if (in.isNull()) {
            return null;
        }
        return in.int8();
    }

    private static Character readCharacter(StateReader in) throws IOException {
        if (in.isNull()) {
            return null;
        }
        return in.character();
    }

    private static AllTypes.Color readColor(StateReader in) throws IOException {
        if (in.isNull()) {
            return null;
        }
        String text = in.string();
        try {
            return AllTypes.Color.valueOf(text);
        } catch (RuntimeException e) {
            throw in.failure("\"" + text + "\" is no Color", e);
        }
    }

    private static Double readDouble(StateReader in) throws IOException {
        if (in.isNull()) {
            return null;
        }
        return in.float64();
    }

    private static Duration readDuration(StateReader in) throws IOException {
        if (in.isNull()) {
            return null;
        }
        String text = in.string();
        try {
            return Duration.parse(text);
        } catch (RuntimeException e) {
            throw in.failure("\"" + text + "\" is no Duration", e);
        }
    }

    private static Float readFloat(StateReader in) throws IOException {
        if (in.isNull()) {
            return null;
        }
        return in.float32();
    }

    private static Instant readInstant(StateReader in) throws IOException {
        if (in.isNull()) {
            return null;
        }
        String text = in.string();
        try {
            return Instant.parse(text);
        } catch (RuntimeException e) {
            throw in.failure("\"" + text + "\" is no Instant", e);
        }
    }

    private static int[] readIntArray(StateReader in) throws IOException {
        if (in.isNull()) {
            return null;
        }
        int[] values = new int[16];
        int size = 0;
        in.beginArray();
        while (in.next()) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = in.int32();
        }
        return Arrays.copyOf(values, size);
    }

    private static Integer readInteger(StateReader in) throws IOException {
        if (in.isNull()) {
            return null;
        }
        return in.int32();
    }

    private static List<Integer> readListOfInteger(StateReader in) throws IOException {
        if (in.isNull()) {
            return null;
        }
        List<Integer> values = new ArrayList<>();
        in.beginArray();
        while (in.next()) {
            values.add(readInteger(in));
        }
        return values;
    }

    private static List<Long> readListOfLong(StateReader in) throws IOException {
        if (in.isNull()) {
            return null;
        }
        List<Long> values = new ArrayList<>();
        in.beginArray();
        while (in.next()) {
            values.add(readLong(in));
        }
        return values;
    }

    private static List<AllTypes.Node> readListOfNode(StateReader in) throws IOException {
        if (in.isNull()) {
            return null;
        }
        List<AllTypes.Node> values = new ArrayList<>();
        in.beginArray();
        while (in.next()) {
            values.add(readNode(in));
        }
        return values;
    }

    private static List<String> readListOfString(StateReader in) throws IOException {
        if (in.isNull()) {
            return null;
        }
        List<String> values = new ArrayList<>();
        in.beginArray();
        while (in.next()) {
            values.add(in.string());
        }
        return values;
    }

    private static LocalDate readLocalDate(StateReader in) throws IOException {
        if (in.isNull()) {
            return null;
        }
        String text = in.string();
        try {
            return LocalDate.parse(text);
        } catch (RuntimeException e) {
            throw in.failure("\"" + text + "\" is no LocalDate", e);
        }
    }

    private static LocalDateTime readLocalDateTime(StateReader in) throws IOException {
        if (in.isNull()) {
            return null;
        }
        String text = in.string();
        try {
            return LocalDateTime.parse(text);
        } catch (RuntimeException e) {
            throw in.failure("\"" + text + "\" is no LocalDateTime", e);
        }
    }

    private static Long readLong(StateReader in) throws IOException {
        if (in.isNull()) {
            return null;
        }
        return in.int64();
    }

    private static Map<Character, UUID> readMapOfCharacterAndUUID(StateReader in) throws
            IOException {
        if (in.isNull()) {
            return null;
        }
        Map<Character, UUID> values = new LinkedHashMap<>();
        in.beginObject();
        while (in.next()) {
            String text = in.name();
            Character key;
            try {
                key = text.charAt(0);
            } catch (RuntimeException e) {
                throw in.failure("the key \"" + text + "\" can't be read", e);
            }
            values.put(key, readUUID(in));
        }
        return values;
    }

    private static Map<Integer, Double> readMapOfIntegerAndDouble(StateReader in) throws
            IOException {
        if (in.isNull()) {
            return null;
        }
        Map<Integer, Double> values = new LinkedHashMap<>();
        in.beginObject();
        while (in.next()) {
            String text = in.name();
            Integer key;
            try {
                key = Integer.valueOf(text);
            } catch (RuntimeException e) {
                throw in.failure("the key \"" + text + "\" can't be read", e);
            }
            values.put(key, readDouble(in));
        }
        return values;
    }

    private static Map<String, Map<Integer, Double>> readMapOfStringAndMapOfIntegerAndDouble(
            StateReader in) throws IOException {
        if (in.isNull()) {
            return null;
        }
        Map<String, Map<Integer, Double>> values = new LinkedHashMap<>();
        in.beginObject();
        while (in.next()) {
            String key = in.name();
            values.put(key, readMapOfIntegerAndDouble(in));
        }
        return values;
    }

    private static AllTypes.Node readNode(StateReader in) throws IOException {
        if (in.isNull()) {
            return null;
        }
        String name = null;
        AllTypes.Node next = null;
        List<AllTypes.Node> children = null;
        in.beginObject();
        while (in.next()) {
            switch (in.name()) {
                case "name" -> name = in.string();
                case "next" -> next = readNode(in);
                case "children" -> children = readListOfNode(in);
                default -> in.skip();
            }
        }
        return new AllTypes.Node(name, next, children);
    }

    private static OffsetDateTime readOffsetDateTime(StateReader in) throws IOException {
        if (in.isNull()) {
            return null;
        }
        String text = in.string();
        try {
            return OffsetDateTime.parse(text);
        } catch (RuntimeException e) {
            throw in.failure("\"" + text + "\" is no OffsetDateTime", e);
        }
    }

    private static Optional<String> readOptionalOfString(StateReader in) throws IOException {
        if (in.isNull()) {
            return null;
        }
        Optional<String> content = Optional.empty();
        in.beginArray();
        while (in.next()) {
            content = Optional.of(in.string());
        }
        return content;
    }

    private static AllTypes.Pair<Integer, AllTypes.Color> readPairOfIntegerAndColor(StateReader in)
            throws IOException {
        if (in.isNull()) {
            return null;
        }
        Integer first = null;
        AllTypes.Color second = null;
        in.beginObject();
        while (in.next()) {
            switch (in.name()) {
                case "first" -> first = readInteger(in);
                case "second" -> second = readColor(in);
                default -> in.skip();
            }
        }
        return new AllTypes.Pair<Integer, AllTypes.Color>(first, second);
    }

    private static AllTypes.Pair<String, AllTypes.Pair<Integer, AllTypes.Color>> readPairOfStringAndPairOfIntegerAndColor(
            StateReader in) throws IOException {
        if (in.isNull()) {
            return null;
        }
        String first = null;
        AllTypes.Pair<Integer, AllTypes.Color> second = null;
        in.beginObject();
        while (in.next()) {
            switch (in.name()) {
                case "first" -> first = in.string();
                case "second" -> second = readPairOfIntegerAndColor(in);
                default -> in.skip();
            }
        }
        return new AllTypes.Pair<String, AllTypes.Pair<Integer, AllTypes.Color>>(first, second);
    }

    private static Period readPeriod(StateReader in) throws IOException {
        if (in.isNull()) {
            return null;
        }
        String text = in.string();
        try {
            return Period.parse(text);
        } catch (RuntimeException e) {
            throw in.failure("\"" + text + "\" is no Period", e);
        }
    }

    private static AllTypes.Primitives readPrimitives(StateReader in) throws IOException {
        if (in.isNull()) {
            return null;
        }
        boolean z = false;
        byte b = 0;
        short s = 0;
        int in_ = 0;
        long out = 0;
        char c = 0;
        float value = 0;
        double job = 0;
        in.beginObject();
        while (in.next()) {
            switch (in.name()) {
                case "z" -> z = in.bool();
                case "b" -> b = in.int8();
                case "s" -> s = in.int16();
                case "in" -> in_ = in.int32();
                case "out" -> out = in.int64();
                case "c" -> c = in.character();
                case "value" -> value = in.float32();
                case "job" -> job = in.float64();
                default -> in.skip();
            }
        }
        return new AllTypes.Primitives(z, b, s, in_, out, c, value, job);
    }

    private static Set<AllTypes.Color> readSetOfColor(StateReader in) throws IOException {
        if (in.isNull()) {
            return null;
        }
        Set<AllTypes.Color> values = new LinkedHashSet<>();
        in.beginArray();
        while (in.next()) {
            values.add(readColor(in));
        }
        return values;
    }

    private static Short readShort(StateReader in) throws IOException {
        if (in.isNull()) {
            return null;
        }
        return in.int16();
    }

    private static SortedMap<LocalDate, List<Long>> readSortedMapOfLocalDateAndListOfLong(
            StateReader in) throws IOException {
        if (in.isNull()) {
            return null;
        }
        SortedMap<LocalDate, List<Long>> values = new TreeMap<>();
        in.beginObject();
        while (in.next()) {
            String text = in.name();
            LocalDate key;
            try {
                key = LocalDate.parse(text);
            } catch (RuntimeException e) {
                throw in.failure("the key \"" + text + "\" can't be read", e);
            }
            values.put(key, readListOfLong(in));
        }
        return values;
    }

    private static String[] readStringArray(StateReader in) throws IOException {
        if (in.isNull()) {
            return null;
        }
        String[] values = new String[16];
        int size = 0;
        in.beginArray();
        while (in.next()) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = in.string();
        }
        return Arrays.copyOf(values, size);
    }

    private static String[][] readStringArrayArray(StateReader in) throws IOException {
        if (in.isNull()) {
            return null;
        }
        String[][] values = new String[16][];
        int size = 0;
        in.beginArray();
        while (in.next()) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = readStringArray(in);
        }
        return Arrays.copyOf(values, size);
    }

    private static UUID readUUID(StateReader in) throws IOException {
        if (in.isNull()) {
            return null;
        }
        String text = in.string();
        try {
            return UUID.fromString(text);
        } catch (RuntimeException e) {
            throw in.failure("\"" + text + "\" is no UUID", e);
        }
    }

    private static ZoneId readZoneId(StateReader in) throws IOException {
        if (in.isNull()) {
            return null;
        }
        String text = in.string();
        try {
            return ZoneId.of(text);
        } catch (RuntimeException e) {
            throw in.failure("\"" + text + "\" is no ZoneId", e);
        }
    }

    private static ZonedDateTime readZonedDateTime(StateReader in) throws IOException {
        if (in.isNull()) {
            return null;
        }
        String text = in.string();
        try {
            return ZonedDateTime.parse(text);
        } catch (RuntimeException e) {
            throw in.failure("\"" + text + "\" is no ZonedDateTime", e);
        }
    }

    private static void writeArrayDequeOfNode(StateWriter out, ArrayDeque<AllTypes.Node> value)
            throws IOException {
        if (value == null) {
            out.nothing();
            return;
        }
        out.beginArray();
        for (AllTypes.Node element : value) {
            writeNode(out, element);
        }
        out.endArray();
    }

    private static void writeAtomicLong(StateWriter out, AtomicLong value) throws IOException {
        if (value == null) {
            out.nothing();
            return;
        }
        out.string(new AllTypes.Counter().encode(value));
    }

    private static void writeBean(StateWriter out, AllTypes.Bean value) throws IOException {
        if (value == null) {
            out.nothing();
            return;
        }
        out.beginObject();
        out.field("open").string(value.open);
        out.field("hidden");
        writeListOfString(out, value.getHidden());
        out.field("flag").bool(value.isFlag());
        out.field("inherited").integer(value.inherited);
        out.endObject();
    }

    private static void writeBoolean(StateWriter out, Boolean value) throws IOException {
        if (value == null) {
            out.nothing();
            return;
        }
        out.bool(value);
    }

    private static void writeByte(StateWriter out, Byte value) throws IOException {
        if (value == null) {
            out.nothing();
            return;
        }
        out.integer(value);
    }

    private static void writeCharacter(StateWriter out, Character value) throws IOException {
        if (value == null) {
            out.nothing();
            return;
        }
        out.text(value);
    }

    private static void writeColor(StateWriter out, AllTypes.Color value) throws IOException {
        if (value == null) {
            out.nothing();
            return;
        }
        out.string(value.name());
    }

    private static void writeDouble(StateWriter out, Double value) throws IOException {
        if (value == null) {
            out.nothing();
            return;
        }
        out.float64(value);
    }

    private static void writeFloat(StateWriter out, Float value) throws IOException {
        if (value == null) {
            out.nothing();
            return;
        }
        out.float32(value);
    }

    private static void writeIntArray(StateWriter out, int[] value) throws IOException {
        if (value == null) {
            out.nothing();
            return;
        }
        out.beginArray();
        for (int element : value) {
            out.integer(element);
        }
        out.endArray();
    }

    private static void writeInteger(StateWriter out, Integer value) throws IOException {
        if (value == null) {
            out.nothing();
            return;
        }
        out.integer(value);
    }

    private static void writeListOfInteger(StateWriter out, List<Integer> value) throws
            IOException {
        if (value == null) {
            out.nothing();
            return;
        }
        out.beginArray();
        for (Integer element : value) {
            writeInteger(out, element);
        }
        out.endArray();
    }

    private static void writeListOfLong(StateWriter out, List<Long> value) throws IOException {
        if (value == null) {
            out.nothing();
            return;
        }
        out.beginArray();
        for (Long element : value) {
            writeLong(out, element);
        }
        out.endArray();
    }

    private static void writeListOfNode(StateWriter out, List<AllTypes.Node> value) throws
            IOException {
        if (value == null) {
            out.nothing();
            return;
        }
        out.beginArray();
        for (AllTypes.Node element : value) {
            writeNode(out, element);
        }
        out.endArray();
    }

    private static void writeListOfString(StateWriter out, List<String> value) throws IOException {
        if (value == null) {
            out.nothing();
            return;
        }
        out.beginArray();
        for (String element : value) {
            out.string(element);
        }
        out.endArray();
    }

    private static void writeLong(StateWriter out, Long value) throws IOException {
        if (value == null) {
            out.nothing();
            return;
        }
        out.integer(value);
    }

    private static void writeMapOfCharacterAndUUID(StateWriter out, Map<Character, UUID> value)
            throws IOException {
        if (value == null) {
            out.nothing();
            return;
        }
        out.beginObject();
        for (Map.Entry<Character, UUID> entry : value.entrySet()) {
            out.field(entry.getKey().toString());
            out.text(entry.getValue());
        }
        out.endObject();
    }

    private static void writeMapOfIntegerAndDouble(StateWriter out, Map<Integer, Double> value)
            throws IOException {
        if (value == null) {
            out.nothing();
            return;
        }
        out.beginObject();
        for (Map.Entry<Integer, Double> entry : value.entrySet()) {
            out.field(entry.getKey().toString());
            writeDouble(out, entry.getValue());
        }
        out.endObject();
    }

    private static void writeMapOfStringAndMapOfIntegerAndDouble(StateWriter out,
            Map<String, Map<Integer, Double>> value) throws IOException {
        if (value == null) {
            out.nothing();
            return;
        }
        out.beginObject();
        for (Map.Entry<String, Map<Integer, Double>> entry : value.entrySet()) {
            out.field(entry.getKey());
            writeMapOfIntegerAndDouble(out, entry.getValue());
        }
        out.endObject();
    }

    private static void writeNode(StateWriter out, AllTypes.Node value) throws IOException {
        if (value == null) {
            out.nothing();
            return;
        }
        out.beginObject();
        out.field("name").string(value.name());
        out.field("next");
        writeNode(out, value.next());
        out.field("children");
        writeListOfNode(out, value.children());
        out.endObject();
    }

    private static void writeOptionalOfString(StateWriter out, Optional<String> value) throws
            IOException {
        if (value == null) {
            out.nothing();
            return;
        }
        out.beginArray();
        if (value.isPresent()) {
            out.string(value.get());
        }
        out.endArray();
    }

    private static void writePairOfIntegerAndColor(StateWriter out,
            AllTypes.Pair<Integer, AllTypes.Color> value) throws IOException {
        if (value == null) {
            out.nothing();
            return;
        }
        out.beginObject();
        out.field("first");
        writeInteger(out, value.first());
        out.field("second");
        writeColor(out, value.second());
        out.endObject();
    }

    private static void writePairOfStringAndPairOfIntegerAndColor(StateWriter out,
            AllTypes.Pair<String, AllTypes.Pair<Integer, AllTypes.Color>> value) throws
            IOException {
        if (value == null) {
            out.nothing();
            return;
        }
        out.beginObject();
        out.field("first").string(value.first());
        out.field("second");
        writePairOfIntegerAndColor(out, value.second());
        out.endObject();
    }

    private static void writePrimitives(StateWriter out, AllTypes.Primitives value) throws
            IOException {
        if (value == null) {
            out.nothing();
            return;
        }
        out.beginObject();
        out.field("z").bool(value.z());
        out.field("b").integer(value.b());
        out.field("s").integer(value.s());
        out.field("in").integer(value.in());
        out.field("out").integer(value.out());
        out.field("c").text(value.c());
        out.field("value").float32(value.value());
        out.field("job").float64(value.job());
        out.endObject();
    }

    private static void writeSetOfColor(StateWriter out, Set<AllTypes.Color> value) throws
            IOException {
        if (value == null) {
            out.nothing();
            return;
        }
        out.beginArray();
        for (AllTypes.Color element : value) {
            writeColor(out, element);
        }
        out.endArray();
    }

    private static void writeShort(StateWriter out, Short value) throws IOException {
        if (value == null) {
            out.nothing();
            return;
        }
        out.integer(value);
    }

    private static void writeSortedMapOfLocalDateAndListOfLong(StateWriter out,
            SortedMap<LocalDate, List<Long>> value) throws IOException {
        if (value == null) {
            out.nothing();
            return;
        }
        out.beginObject();
        for (Map.Entry<LocalDate, List<Long>> entry : value.entrySet()) {
            out.field(entry.getKey().toString());
            writeListOfLong(out, entry.getValue());
        }
        out.endObject();
    }

    private static void writeStringArray(StateWriter out, String[] value) throws IOException {
        if (value == null) {
            out.nothing();
            return;
        }
        out.beginArray();
        for (String element : value) {
            out.string(element);
        }
        out.endArray();
    }

    private static void writeStringArrayArray(StateWriter out, String[][] value) throws
            IOException {
        if (value == null) {
            out.nothing();
            return;
        }
        out.beginArray();
        for (String[] element : value) {
            writeStringArray(out, element);
        }
        out.endArray();
    }
}
