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
    /**
     * The handler, as Lambda makes it.
     */
    public AllTypesHandler() {
        super(JobOptions.named("AllTypes")
                .stateSchema("1d4e74b3")
                .usdPerGigabyteSecond(1.33334E-5)
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
        out.field("boxedBool").leaf(job.boxedBool);
        out.field("boxedByte").leaf(job.boxedByte);
        out.field("boxedShort").leaf(job.boxedShort);
        out.field("boxedInt").leaf(job.boxedInt);
        out.field("boxedLong").leaf(job.boxedLong);
        out.field("boxedChar").leaf(job.boxedChar);
        out.field("boxedFloat").leaf(job.boxedFloat);
        out.field("boxedDouble").leaf(job.boxedDouble);
        out.field("string").string(job.string);
        out.field("bytes").bytes(job.bytes);
        out.field("color").constant(job.color);
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
        writeOptionalOfString(out.field("maybe"), job.maybe);
        writeIntArray(out.field("ints"), job.ints);
        writeStringArrayArray(out.field("grid"), job.grid);
        out.field("list").values(job.list);
        writeSetOfColor(out.field("set"), job.set);
        writeSortedMapOfLocalDateAndListOfLong(out.field("byDate"), job.byDate);
        writeMapOfStringAndMapOfIntegerAndDouble(out.field("nested"), job.nested);
        out.field("byChar").entries(Map.class, job.byChar);
        writeArrayDequeOfNode(out.field("queue"), job.queue);
        writeNode(out.field("tree"), job.tree);
        writePairOfStringAndPairOfIntegerAndColor(out.field("pair"), job.pair);
        writePrimitives(out.field("primitives"), job.primitives);
        writeBean(out.field("bean"), job.bean);
        writeAtomicLong(out.field("counter"), job.counter);
        out.endObject();
    }

    @Override
    protected void readState(AllTypes job, StateReader in) throws IOException {
        in.beginObject();
        while (in.next()) {
            if (in.at("bool")) job.bool = in.bool();
            else if (in.at("int8")) job.int8 = in.int8();
            else if (in.at("int16")) job.int16 = in.int16();
            else if (in.at("int32")) job.int32 = in.int32();
            else if (in.at("int64")) job.int64 = in.int64();
            else if (in.at("character")) job.character = in.character();
            else if (in.at("float32")) job.float32 = in.float32();
            else if (in.at("float64")) job.float64 = in.float64();
            else if (in.at("boxedBool")) job.boxedBool = in.leaf(Boolean.class);
            else if (in.at("boxedByte")) job.boxedByte = in.leaf(Byte.class);
            else if (in.at("boxedShort")) job.boxedShort = in.leaf(Short.class);
            else if (in.at("boxedInt")) job.boxedInt = in.leaf(Integer.class);
            else if (in.at("boxedLong")) job.boxedLong = in.leaf(Long.class);
            else if (in.at("boxedChar")) job.boxedChar = in.leaf(Character.class);
            else if (in.at("boxedFloat")) job.boxedFloat = in.leaf(Float.class);
            else if (in.at("boxedDouble")) job.boxedDouble = in.leaf(Double.class);
            else if (in.at("string")) job.string = in.string();
            else if (in.at("bytes")) job.bytes = in.bytes();
            else if (in.at("color")) job.color = readColor(in);
            else if (in.at("instant")) job.instant = in.text(Instant.class);
            else if (in.at("date")) job.date = in.text(LocalDate.class);
            else if (in.at("dateTime")) job.dateTime = in.text(LocalDateTime.class);
            else if (in.at("zoned")) job.zoned = in.text(ZonedDateTime.class);
            else if (in.at("offset")) job.offset = in.text(OffsetDateTime.class);
            else if (in.at("duration")) job.duration = in.text(Duration.class);
            else if (in.at("period")) job.period = in.text(Period.class);
            else if (in.at("zone")) job.zone = in.text(ZoneId.class);
            else if (in.at("uuid")) job.uuid = in.text(UUID.class);
            else if (in.at("decimal")) job.decimal = in.text(BigDecimal.class);
            else if (in.at("integer")) job.integer = in.text(BigInteger.class);
            else if (in.at("maybe")) job.maybe = readOptionalOfString(in);
            else if (in.at("ints")) job.ints = readIntArray(in);
            else if (in.at("grid")) job.grid = readStringArrayArray(in);
            else if (in.at("list")) job.list = in.list(Integer.class);
            else if (in.at("set")) job.set = readSetOfColor(in);
            else if (in.at("byDate")) job.byDate = readSortedMapOfLocalDateAndListOfLong(in);
            else if (in.at("nested")) job.nested = readMapOfStringAndMapOfIntegerAndDouble(in);
            else if (in.at("byChar")) job.byChar = in.map(Character.class, UUID.class);
            else if (in.at("queue")) job.queue = readArrayDequeOfNode(in);
            else if (in.at("tree")) job.tree = readNode(in);
            else if (in.at("pair")) job.pair = readPairOfStringAndPairOfIntegerAndColor(in);
            else if (in.at("primitives")) job.primitives = readPrimitives(in);
            else if (in.at("bean")) job.bean = readBean(in);
            else if (in.at("counter")) job.counter = readAtomicLong(in);
            else in.skip();
        }
    }

    /**
     * {@inheritDoc}
     */
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

    /**
     * {@inheritDoc}
     */
    private static AtomicLong readAtomicLong(StateReader in) throws IOException {
        if (in.isNull()) {
            return null;
        }
        String text = in.coded();
        try {
            return new AllTypes.Counter().decode(text);
        } catch (RuntimeException e) {
            throw in.failure("the text is no AtomicLong", e);
        }
    }

    /**
     * {@inheritDoc}
     */
    private static AllTypes.Bean readBean(StateReader in) throws IOException {
        if (in.isNull()) {
            return null;
        }
        AllTypes.Bean bean = new AllTypes.Bean();
        in.beginObject();
        while (in.next()) {
            if (in.at("open")) bean.open = in.string();
            else if (in.at("hidden")) bean.setHidden(in.list(String.class));
            else if (in.at("flag")) bean.setFlag(in.bool());
            else if (in.at("inherited")) bean.inherited = in.int32();
            else in.skip();
        }
        return bean;
    }

    /**
     * {@inheritDoc}
     */
    private static AllTypes.Color readColor(StateReader in) throws IOException {
        if (in.isNull()) {
            return null;
        }
        String text = in.string();
        try {
            return AllTypes.Color.valueOf(text);
        } catch (RuntimeException e) {
            throw in.failure("the text is no Color", e);
        }
    }

    /**
     * {@inheritDoc}
     */
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

    /**
     * {@inheritDoc}
     */
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

    /**
     * {@inheritDoc}
     */
    private static Map<String, Map<Integer, Double>> readMapOfStringAndMapOfIntegerAndDouble(
            StateReader in) throws IOException {
        if (in.isNull()) {
            return null;
        }
        Map<String, Map<Integer, Double>> values = new LinkedHashMap<>();
        in.beginObject();
        while (in.next()) {
            String key = in.name();
            values.put(key, in.map(Integer.class, Double.class));
        }
        return values;
    }

    /**
     * {@inheritDoc}
     */
    private static AllTypes.Node readNode(StateReader in) throws IOException {
        if (in.isNull()) {
            return null;
        }
        String name = null;
        AllTypes.Node next = null;
        List<AllTypes.Node> children = null;
        in.beginObject();
        while (in.next()) {
            if (in.at("name")) name = in.string();
            else if (in.at("next")) next = readNode(in);
            else if (in.at("children")) children = readListOfNode(in);
            else in.skip();
        }
        return new AllTypes.Node(name, next, children);
    }

    /**
     * {@inheritDoc}
     */
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

    /**
     * {@inheritDoc}
     */
    private static AllTypes.Pair<Integer, AllTypes.Color> readPairOfIntegerAndColor(StateReader in)
            throws IOException {
        if (in.isNull()) {
            return null;
        }
        Integer first = null;
        AllTypes.Color second = null;
        in.beginObject();
        while (in.next()) {
            if (in.at("first")) first = in.leaf(Integer.class);
            else if (in.at("second")) second = readColor(in);
            else in.skip();
        }
        return new AllTypes.Pair<Integer, AllTypes.Color>(first, second);
    }

    /**
     * {@inheritDoc}
     */
    private static AllTypes.Pair<String, AllTypes.Pair<Integer, AllTypes.Color>> readPairOfStringAndPairOfIntegerAndColor(
            StateReader in) throws IOException {
        if (in.isNull()) {
            return null;
        }
        String first = null;
        AllTypes.Pair<Integer, AllTypes.Color> second = null;
        in.beginObject();
        while (in.next()) {
            if (in.at("first")) first = in.string();
            else if (in.at("second")) second = readPairOfIntegerAndColor(in);
            else in.skip();
        }
        return new AllTypes.Pair<String, AllTypes.Pair<Integer, AllTypes.Color>>(first, second);
    }

    /**
     * {@inheritDoc}
     */
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
            if (in.at("z")) z = in.bool();
            else if (in.at("b")) b = in.int8();
            else if (in.at("s")) s = in.int16();
            else if (in.at("in")) in_ = in.int32();
            else if (in.at("out")) out = in.int64();
            else if (in.at("c")) c = in.character();
            else if (in.at("value")) value = in.float32();
            else if (in.at("job")) job = in.float64();
            else in.skip();
        }
        return new AllTypes.Primitives(z, b, s, in_, out, c, value, job);
    }

    /**
     * {@inheritDoc}
     */
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

    /**
     * {@inheritDoc}
     */
    private static SortedMap<LocalDate, List<Long>> readSortedMapOfLocalDateAndListOfLong(
            StateReader in) throws IOException {
        if (in.isNull()) {
            return null;
        }
        SortedMap<LocalDate, List<Long>> values = new TreeMap<>();
        in.beginObject();
        while (in.next()) {
            LocalDate key = in.key(LocalDate.class);
            values.put(key, in.list(Long.class));
        }
        return values;
    }

    /**
     * {@inheritDoc}
     */
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

    /**
     * {@inheritDoc}
     */
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

    /**
     * {@inheritDoc}
     */
    private static void writeArrayDequeOfNode(StateWriter out, ArrayDeque<AllTypes.Node> value)
            throws IOException {
        if (value == null) {
            out.nothing();
            return;
        }
        out.beginArray(ArrayDeque.class, value);
        for (AllTypes.Node element : value) {
            writeNode(out, element);
        }
        out.endArray();
    }

    /**
     * {@inheritDoc}
     */
    private static void writeAtomicLong(StateWriter out, AtomicLong value) throws IOException {
        if (value == null) {
            out.nothing();
            return;
        }
        out.string(new AllTypes.Counter().encode(value));
    }

    /**
     * {@inheritDoc}
     */
    private static void writeBean(StateWriter out, AllTypes.Bean value) throws IOException {
        if (value == null) {
            out.nothing();
            return;
        }
        out.beginObject();
        out.field("open").string(value.open);
        out.field("hidden").values(value.getHidden());
        out.field("flag").bool(value.isFlag());
        out.field("inherited").integer(value.inherited);
        out.endObject();
    }

    /**
     * {@inheritDoc}
     */
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

    /**
     * {@inheritDoc}
     */
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

    /**
     * {@inheritDoc}
     */
    private static void writeMapOfStringAndMapOfIntegerAndDouble(StateWriter out,
            Map<String, Map<Integer, Double>> value) throws IOException {
        if (value == null) {
            out.nothing();
            return;
        }
        out.beginObject(Map.class, value);
        for (Map.Entry<String, Map<Integer, Double>> entry : value.entrySet()) {
            out.key(entry.getKey());
            out.entries(Map.class, entry.getValue());
        }
        out.endObject();
    }

    /**
     * {@inheritDoc}
     */
    private static void writeNode(StateWriter out, AllTypes.Node value) throws IOException {
        if (value == null) {
            out.nothing();
            return;
        }
        out.beginObject();
        out.field("name").string(value.name());
        writeNode(out.field("next"), value.next());
        writeListOfNode(out.field("children"), value.children());
        out.endObject();
    }

    /**
     * {@inheritDoc}
     */
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

    /**
     * {@inheritDoc}
     */
    private static void writePairOfIntegerAndColor(StateWriter out,
            AllTypes.Pair<Integer, AllTypes.Color> value) throws IOException {
        if (value == null) {
            out.nothing();
            return;
        }
        out.beginObject();
        out.field("first").leaf(value.first());
        out.field("second").constant(value.second());
        out.endObject();
    }

    /**
     * {@inheritDoc}
     */
    private static void writePairOfStringAndPairOfIntegerAndColor(StateWriter out,
            AllTypes.Pair<String, AllTypes.Pair<Integer, AllTypes.Color>> value) throws
            IOException {
        if (value == null) {
            out.nothing();
            return;
        }
        out.beginObject();
        out.field("first").string(value.first());
        writePairOfIntegerAndColor(out.field("second"), value.second());
        out.endObject();
    }

    /**
     * {@inheritDoc}
     */
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

    /**
     * {@inheritDoc}
     */
    private static void writeSetOfColor(StateWriter out, Set<AllTypes.Color> value) throws
            IOException {
        if (value == null) {
            out.nothing();
            return;
        }
        out.beginArray(Set.class, value);
        for (AllTypes.Color element : value) {
            out.constant(element);
        }
        out.endArray();
    }

    /**
     * {@inheritDoc}
     */
    private static void writeSortedMapOfLocalDateAndListOfLong(StateWriter out,
            SortedMap<LocalDate, List<Long>> value) throws IOException {
        if (value == null) {
            out.nothing();
            return;
        }
        out.beginObject(SortedMap.class, value);
        for (Map.Entry<LocalDate, List<Long>> entry : value.entrySet()) {
            out.key(entry.getKey());
            out.values(entry.getValue());
        }
        out.endObject();
    }

    /**
     * {@inheritDoc}
     */
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

    /**
     * {@inheritDoc}
     */
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
