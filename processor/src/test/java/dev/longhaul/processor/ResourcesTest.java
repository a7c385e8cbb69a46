package dev.longhaul.processor;

import static com.google.testing.compile.Compiler.javac;
import static dev.longhaul.processor.NeighbourhoodTest.handler;
import static dev.longhaul.processor.NeighbourhoodTest.messages;
import static dev.longhaul.processor.NeighbourhoodTest.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.testing.compile.Compilation;
import dev.longhaul.runtime.LongRunningHandler;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jobs whose constructor takes their resources. */
class ResourcesTest {

    private static final String BODY =
            " @State int done; @Step void step() { done++; } @Terminate boolean isDone() { return done > 9; } }";

    @Test
    void theHandlerMakesThemOnceAndTakesOthersInTheirPlace() throws Exception {
        Compilation compilation = Sources.compile(
                source(
                        "p.Job",
                        "@LongRunning public class Job { final Bank bank; Job(Bank bank) { this.bank = bank; }" + BODY),
                source("p.Bank", """
                        public class Bank {
                            static int made;
                            Bank() throws java.io.IOException { made++; }
                            protected Bank(String fake) {}
                        }
                        """),
                source("p.Fake", "public class Fake extends Bank { public Fake() { super(\"fake\"); } }"));
        assertThat(compilation.errors()).isEmpty();
        ClassLoader loader = Sources.loader(compilation);
        Class<?> type = loader.loadClass("p.JobHandler");
        Class<?> bank = loader.loadClass("p.Bank");

        Object made = type.getConstructor().newInstance();
        assertThat(field(bank, "made", null)).isEqualTo(1);
        Object first = field(loader.loadClass("p.Job"), "bank", create(made));
        assertThat(first).isSameAs(field(loader.loadClass("p.Job"), "bank", create(made)));

        Object fake = loader.loadClass("p.Fake").getConstructor().newInstance();
        Object given = type.getConstructor(bank).newInstance(fake);
        assertThat(field(loader.loadClass("p.Job"), "bank", create(given))).isSameAs(fake);
        assertThat(field(bank, "made", null)).isEqualTo(1);
    }

    @Test
    void whatTheirConstructorThrowsIsToldWhereTheHandlerIsMade() throws Exception {
        Compilation compilation = Sources.compile(source("p.Job", """
                @LongRunning public class Job {
                    static class Bank { Bank() throws Throwable { throw new Throwable("BANK_URL is not set"); } }
                    Job(Bank bank) throws Throwable {}
                """ + BODY));
        assertThat(compilation.errors()).isEmpty();

        assertThatThrownBy(() -> Sources.loader(compilation)
                        .loadClass("p.JobHandler")
                        .getConstructor()
                        .newInstance())
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .hasMessageStartingWith("The resources of Job can't be made: java.lang.Throwable: BANK_URL is not set.")
                .hasCauseInstanceOf(Throwable.class);
    }

    @Test
    void theConstructorWithoutParametersIsTheOneWhereThereIsOne() {
        Compilation compilation = Sources.compile(
                source("p.Job", "@LongRunning class Job { Job() {} Job(Thread test) {} Job(int a, int b) {}" + BODY));

        assertThat(compilation.errors()).isEmpty();
        assertThat(handler(compilation, "p.JobHandler"))
                .contains("return new Job();")
                .doesNotContain("JobResources");
    }

    @Test
    void privateAndLongerConstructorsDoNotCount() {
        assertThat(Sources.compile(source("p.Job", """
                        @LongRunning class Job {
                            static class Bank {}
                            private Job() {}
                            private Job(Thread test) {}
                            Job(int a, int b) {}
                            protected Job(Bank bank) {}
                        """ + BODY)).errors()).isEmpty();
    }

    @Test
    void theyMayBeARecordOrOfAnotherPackage() {
        assertThat(Sources.compile(
                                source(
                                        "p.Job",
                                        "@LongRunning class Job { record Settings(String url) { Settings() { this(\"\"); } }"
                                                + " Job(Settings settings) {}" + BODY),
                                source("q.Job2", "@LongRunning class Job2 { Job2(lib.Bank bank) {}" + BODY),
                                source("lib.Bank", "public class Bank {}"))
                        .errors())
                .isEmpty();
    }

    @Test
    void theirClassMayBeBesideTheJobInItsFile() throws Exception {
        Compilation compilation = javac().withProcessors(new LongRunningProcessor())
                .withOptions("-Xlint:all,-processing", "-Werror", "--release", "17")
                .compile(source("p.Job", """
                @LongRunning public class Job { Job(Bank bank) {}
                """ + BODY + "class Bank {}"));

        assertThat(messages(compilation)).isEmpty();
        Sources.loader(compilation).loadClass("p.JobHandler").getConstructor().newInstance();
    }

    @Test
    void anotherProcessorMayWriteTheirClass() {
        Compilation compilation = javac().withProcessors(
                        new LateSources(Map.of("p.Bank", "package p; class Bank {}")), new LongRunningProcessor())
                .compile(source("p.Job", "@LongRunning class Job { Job(Bank bank) {}" + BODY));

        assertThat(compilation.errors()).isEmpty();
        assertThat(handler(compilation, "p.JobHandler")).contains("public JobHandler(Bank resources) {");
    }

    @Test
    void aClassThatIsNotThereIsTheCompilersToTell() {
        assertThat(messages(Sources.compile(source("p.Job", "@LongRunning class Job { Job(Bank bank) {}" + BODY))))
                .hasSize(1)
                .allSatisfy(message ->
                        assertThat(message).contains("cannot find symbol").contains("Bank"));
    }

    @Test
    void neighboursOfAnyNameAreNoMatter() {
        assertThat(Sources.compile(
                                source("p.Job", "@LongRunning class Job { Job(JobResources given) {}" + BODY),
                                source("p.JobResources", "class JobResources {}"),
                                source("p.Object", "class Object {}"))
                        .errors())
                .isEmpty();
    }

    @Test
    void whoGivesAFakeToTheHandlerOfARefusedJobIsToldNothing() {
        Compilation compilation = Sources.compile(
                source("p.Job", "@LongRunning(tickMillis = 0) class Job { Job(Bank bank) {}" + BODY),
                source("p.Bank", "class Bank {}"),
                source("p.Test", "class Test { Object handler = new JobHandler(new Bank()); }"));

        assertThat(messages(compilation)).hasSize(1).first().asString().startsWith("[TickMillisNotPositive]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "interface Bank {}|Bank|it is an interface, and the handler can't choose what is behind it. Take a class of"
                        + " yours, whose constructor makes what the hops share.",
                "static abstract class Bank {}|Bank|it is abstract, and the handler creates it. Name a concrete class.",
                "enum Bank { ONE }|Bank|it is an enum, of which the handler can create no object. Name a class or a record.",
                "private static class Bank {}|Bank|it is private, or of another package and not public. Make it visible to the"
                        + " handler.",
                "class Bank {}|Bank|it is an inner class, and the handler has no object to create it in. Make it static.",
                "static class Bank<T> {}|Bank<String>|it has type parameters, and the handler can't choose their types. Name a"
                        + " class that extends it with the types filled in.",
                "static class Bank { Bank(String url) {} }|Bank|it has no constructor without parameters that the handler can"
                        + " call. Add one that is not private.",
                "static class Bank { private Bank() {} }|Bank|it has no constructor without parameters that the handler can"
                        + " call. Add one that is not private.",
                "|java.net.http.HttpClient|it is of the JDK. Take a class of yours, whose constructor makes what the hops share.",
                "|javax.sql.DataSource|it is of the JDK. Take a class of yours, whose constructor makes what the hops share.",
                "|Random|it is of the JDK. Take a class of yours, whose constructor makes what the hops share."
            })
    void whatTheHandlerCantMakeIsRefusedAtTheParameter(String declaration, String type, String why) {
        Compilation compilation = javac().withProcessors(new LongRunningProcessor())
                .compile(source(
                        "p.Job",
                        "@LongRunning public class Job { " + (declaration == null ? "" : declaration) + "\npublic Job("
                                + type + " bank) {}" + BODY));

        assertThat(messages(compilation))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("[ResourcesUnusable] the resources ")
                .endsWith(" of Job can't be made by the handler: " + why);
        assertThat(compilation.errors().get(0).getLineNumber()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "private Job() {}|has no constructor that the handler can call. Add one that is not private: it takes nothing",
                "Job(int a, int b) {}|has no constructor that the handler can call. Add one that is not private: it takes",
                "Job(int pages) {}|has a constructor that takes int, and the handler has none to give. Change it: it takes",
                "Job(String... pages) {}|has a constructor that takes java.lang.String[], and the handler has none to give.",
                "Job(List<String> pages) {}|has a constructor that takes java.util.List<java.lang.String>, and the handler has",
                "<T> Job(T bank) {}|has a constructor that takes T, and the handler has none to give. Change it: it takes",
                "Job(Thread a) {} Job(Random b) {}|has 2 constructors with one parameter, and the handler can't choose. Make all"
            })
    void aConstructorThatTakesNoResourcesIsNone(String constructors, String why) {
        List<String> told = messages(javac().withProcessors(new LongRunningProcessor())
                .compile(source("p.Job", "@LongRunning public class Job { " + constructors + BODY)));

        assertThat(told).hasSize(1).first().asString().startsWith("[JobConstructor] Job " + why);
    }

    private static Object create(Object handler) throws Exception {
        var create = handler.getClass().getDeclaredMethod("create");
        create.setAccessible(true);
        assertThat(handler).isInstanceOf(LongRunningHandler.class);
        return create.invoke(handler);
    }

    private static Object field(Class<?> type, String name, Object of) throws Exception {
        var field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(of);
    }
}
