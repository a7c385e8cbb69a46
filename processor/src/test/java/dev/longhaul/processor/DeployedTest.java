package dev.longhaul.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javax.tools.Diagnostic;
import javax.tools.Diagnostic.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the compiler says of a job whose chains were begun by the version that is deployed. */
class DeployedTest {

    private static final String REST = "@Step void step() {} @Terminate boolean isDone() { return cut(); }"
            + " boolean cut() { return System.nanoTime() > 0; } }";

    @TempDir
    private Path folder;

    @Test
    void theSameStateAndANewFieldAreInOrder() throws Exception {
        deploy("@State int count; @State String cursor = \"\";");

        assertThat(told("@State int count; @State String cursor = \"\"; @State java.util.List<String> added = null;"))
                .isEmpty();
    }

    @Test
    void aFieldThatIsNotThereAnyMoreIsLost() throws Exception {
        deploy("@State int count; @State String cursor = \"\";");

        assertThat(told("@State int count;"))
                .containsExactly(
                        "ERROR 2: [StateIncompatible] the deployed version saves cursor (String), and Job has no"
                                + " field of that name, so that chains in flight would lose it. Say @State(formerly = \"cursor\")"
                                + " on the field that has its place, or @LongRunning(dropped = \"cursor\") where nothing needs it"
                                + " any more.");
    }

    @Test
    void aNewFieldThatCouldBeItsSuccessorIsNamed() throws Exception {
        deploy("@State int count; @State String cursor = \"\";");

        assertThat(told("@State int count; @State String position = \"\"; @State long total; @State String name;"))
                .singleElement()
                .asString()
                .contains("on the field that has its place, name or position perhaps, or @LongRunning(dropped");
    }

    @Test
    void whatTheMessagesSayToDoIsAccepted() throws Exception {
        deploy("@State int count; @State String cursor = \"\";");

        assertThat(told("@State int count; @State(formerly = \"cursor\") String position = \"\";"))
                .isEmpty();
        assertThat(told("(dropped = \"cursor\")", "@State int count;")).isEmpty();
        assertThat(told("(dropped = {\"other\", \"count\"})", "@State(formerly = \"cursor\") String position = \"\";"))
                .isEmpty();
    }

    @Test
    void aTypeThatReadsNotAllOfTheOldOneIsRefusedAtItsField() throws Exception {
        deploy("@State long count; @State Integer most = 1;");

        assertThat(told("@State int most;\n@State Integer count;"))
                .containsExactly(
                        "ERROR 3: [StateIncompatible] the state \"count\" is read as Integer, and the deployed version"
                                + " stores long: a number may be too large for it. Keep long, give the field a codec that"
                                + " reads it, @State(codec = ...), or take another name and say"
                                + " @LongRunning(dropped = \"count\").",
                        "ERROR 2: [StateIncompatible] the state \"most\" is read as int, and the deployed version stores"
                                + " Integer: null may be stored, and it can't be null. Keep Integer, or take another name"
                                + " and say @LongRunning(dropped = \"most\").");
    }

    @Test
    void aCodecIsTrustedAndNoted() throws Exception {
        deploy("@State long count;");
        String codec = "static class C implements StateCodec<String> { public String encode(String t) { return t; }"
                + " public String decode(String t) { return t; } }";

        assertThat(told("@State(codec = C.class) String count; " + codec))
                .containsExactly("NOTE 2: the state \"count\" is read by p.Job.C, and the deployed version stores long:"
                        + " the codec is given that too, and has to read it");

        deploy("@State(codec = C.class) String count; " + codec);
        assertThat(told("@State(codec = C.class) String count; " + codec)).isEmpty();
        assertThat(told("@State String count;"))
                .singleElement()
                .asString()
                .contains(
                        "is read as String, and the deployed version stores String through C: the text is the codec's,"
                                + " and would be read without it.");
    }

    @Test
    void partsOfRecordsAndBeansAreComparedWhereverTheyAre() throws Exception {
        deploy("@State java.util.Map<String, java.util.List<Order>> orders; @State Order last;"
                + " record Order(long id, Item item, Order before) {} static class Item { String name; int size; }");

        assertThat(
                        told(
                                "@State java.util.Map<String, java.util.List<Order>> orders; @State Order last;\n"
                                        + " record Order(long id, Item item, Order before) {} static class Item { String text; short size; }"))
                .containsExactly(
                        "ERROR 2: [StateIncompatible] the state \"last -> Order.item -> Item.size\" is read as short, and"
                                + " the deployed version stores int: a number may be too large for it. Keep int, or take"
                                + " another name and say @LongRunning(dropped = \"Item.size\").",
                        "ERROR 2: [StateIncompatible] the deployed version saves Item.name (String), and Item has no field"
                                + " of that name, so that chains in flight would lose it. Say"
                                + " @State(formerly = \"name\") on the field that has its place, text perhaps, or"
                                + " @LongRunning(dropped = \"Item.name\") where nothing needs it any more.");
        assertThat(told(
                        "(dropped = \"Item.size\")",
                        "@State java.util.Map<String, java.util.List<Order>> orders; @State Order last;"
                                + " record Order(long id, Thing item, Order before) {}"
                                + " record Thing(@State(formerly = \"name\") String text) {}"))
                .containsExactly(
                        "ERROR 2: [StateIncompatible] the deployed version saves Thing.size (int), and Thing has"
                                + " no field of that name, so that chains in flight would lose it. Say"
                                + " @State(formerly = \"size\") on the field that has its place, or"
                                + " @LongRunning(dropped = \"Thing.size\") where nothing needs it any more.");
    }

    @Test
    void aConstantThatIsNotThereAnyMoreIsNamed() throws Exception {
        deploy("@State Color color; enum Color { RED, GREEN, BLUE }");

        assertThat(told("@State Shade color; enum Shade { BLACK, GREEN, BLUE, RED }"))
                .isEmpty();
        assertThat(told("@State Shade color; enum Shade { BLACK, GREEN }"))
                .singleElement()
                .asString()
                .contains(
                        "BLUE, RED may be stored, and Shade has no such constant. Keep Color, give the field a codec");
    }

    @Test
    void twoStoredFieldsAreNotReadAsOne() throws Exception {
        deploy("@State int first; @State int second;");

        assertThat(told("@State(formerly = \"first\") int second;"))
                .containsExactly(
                        "ERROR 2: [StateIncompatible] the state \"second\" has the names second and first, and the"
                                + " deployed version saves a field under each of them. Give the field a name that no deployed one"
                                + " has.");
    }

    @Test
    void everyVersionInTheFolderCountsByTheNameOfTheJob() throws Exception {
        deploy("@State int count; @State String one;");
        Files.createDirectories(folder.resolve("older/META-INF"));
        Files.move(folder.resolve("p.Job.state.json"), folder.resolve("older/META-INF/com.acme.Before.state.json"));
        deploy("@State int count; @State String two;");

        assertThat(told("@State int count;"))
                .extracting(told -> told.replaceAll(".* saves (\\w+) .*", "$1"))
                .containsExactlyInAnyOrder("one", "two");
        assertThat(told("(name = \"Other\")", "@State int count;"))
                .containsExactly(
                        "NOTE 2: Other is taken for a new job: no form in the folder of -Alonghaul.deployed has"
                                + " that name");
    }

    @Test
    void aFolderThatIsNoneIsRefusedOnceWithItsPath() throws Exception {
        Path missing = folder.resolve("missing");
        Path file = Files.writeString(folder.resolve("file"), "");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        String advice = ". Name the folder with the *.state.json files of the version that is deployed, or leave the"
                + " option out.";

        assertThat(toldWith(missing))
                .containsExactly("ERROR 2: [CompilerOption] -Alonghaul.deployed is " + missing
                        + ", and there is no folder" + advice);
        assertThat(toldWith(file))
                .containsExactly(
                        "ERROR 2: [CompilerOption] -Alonghaul.deployed is " + file + ", and there is a file" + advice);
        assertThat(toldWith(empty))
                .containsExactly("ERROR 2: [CompilerOption] -Alonghaul.deployed is " + empty
                        + ", and no file in it ends with .state.json" + advice);
    }

    @Test
    void aFileThatIsNoFormIsNamedWithWhatIsWrong() throws Exception {
        deploy("@State int count; @State Color color; enum Color { RED }");
        Path file = folder.resolve("p.Job.state.json");
        String form = Files.readString(file);

        assertThat(damaged(file, form, text -> text.substring(0, text.length() - 3)))
                .isEqualTo("(line 13: \"}\" was expected)");
        assertThat(damaged(file, form, text -> "")).isEqualTo("(line 1: a value was expected)");
        assertThat(damaged(file, form, text -> "[]")).isEqualTo("(the document is no object)");
        assertThat(damaged(file, form, text -> text + "{}")).isEqualTo("(line 15: something follows its end)");
        assertThat(damaged(file, form, text -> "{}"))
                .isEqualTo("(it has no version of Longhaul's forms (\"longhaul\"))");
        assertThat(damaged(file, form, text -> text.replace("\"longhaul\": 1", "\"longhaul\": 2")))
                .isEqualTo("(it is of the version 2 of Longhaul's forms, and this processor knows 1 alone)");
        assertThat(damaged(file, form, text -> text.replace("\"job\": \"Job\",", "")))
                .isEqualTo("(\"job\" is no text)");
        assertThat(damaged(file, form, text -> text.replace("\"int\"", "7"))).isEqualTo("(count is no text)");
        assertThat(damaged(file, form, text -> text.replace("\"p.Job.Color\": [", "\"p.Color\": [")))
                .isEqualTo("(\"enums\" does not have p.Job.Color)");
        assertThat(damaged(file, form, text -> text.replace("\"count\"", "\"color\"")))
                .isEqualTo("(line 8: \"color\" is there twice)");
        Files.write(file, new byte[] {'"', (byte) 0xff, '"'});
        assertThat(toldWith(folder)).singleElement().asString().contains("(it is not UTF-8)");
    }

    @Test
    void aFormMayBeWrittenInAnotherWay() throws Exception {
        deploy("@State int count; @State String cursor;");
        Path file = folder.resolve("p.Job.state.json");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("\n", "\r\n\t")
                        .replace(": ", " :")
                        .replace("\"cursor\"", "\"\\u0063ursor\""));

        assertThat(told("@State int count; @State String cursor;")).isEmpty();
    }

    @Test
    void aJobThatIsRefusedAnywayIsNotCompared() throws Exception {
        deploy("@State int count;");

        assertThat(told("@State Thread count;")).hasSize(1).allMatch(told -> told.contains("[StateTypeUnsupported]"));
    }

    private String damaged(Path file, String form, UnaryOperator<String> damage) throws IOException {
        Files.writeString(file, damage.apply(form));
        List<String> told = toldWith(folder);
        assertThat(told).hasSize(1);
        String begin = "ERROR 2: [CompilerOption] -Alonghaul.deployed is " + file + " in it is no form of a state ";
        assertThat(told.get(0)).startsWith(begin);
        return told.get(0).substring(begin.length(), told.get(0).indexOf(". Name the folder"));
    }

    /** Compiles a version, and puts its form into the folder. */
    private void deploy(String members) throws IOException {
        Compilation compilation = compile("", members);
        assertThat(compilation.errors()).isEmpty();
        Files.writeString(
                folder.resolve("p.Job.state.json"),
                Sources.resource(compilation, "META-INF/longhaul/p.Job.state.json"),
                StandardCharsets.UTF_8);
    }

    private List<String> told(String members) {
        return told("", members);
    }

    private List<String> told(String options, String members) {
        return told(compile(options, members, "-Alonghaul.deployed=" + folder));
    }

    private static List<String> toldWith(Path deployed) {
        return told(compile("", "@State int count;", "-Alonghaul.deployed=" + deployed));
    }

    private static List<String> told(Compilation compilation) {
        return compilation.diagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Kind.ERROR || diagnostic.getKind() == Kind.NOTE)
                .filter(diagnostic -> !diagnostic.getMessage(Locale.ROOT).contains(": at most "))
                .map(DeployedTest::shown)
                .toList();
    }

    private static String shown(Diagnostic<?> diagnostic) {
        return diagnostic.getKind() + " " + diagnostic.getLineNumber() + ": " + diagnostic.getMessage(Locale.ROOT);
    }

    private static Compilation compile(String options, String members, String... arguments) {
        return javac().withProcessors(new LongRunningProcessor())
                .withOptions((Object[]) arguments)
                .compile(Sources.source(
                        "p.Job",
                        "package p; import dev.longhaul.annotations.*;\n@LongRunning" + options + " class Job { "
                                + members + REST));
    }
}
