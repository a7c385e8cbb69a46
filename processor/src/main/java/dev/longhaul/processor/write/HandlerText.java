package dev.longhaul.processor.write;

import dev.longhaul.processor.model.JobMethod;
import dev.longhaul.processor.names.Names;
import java.util.List;

/** The members of a handler as they are written, and what all of them need. */
final class HandlerText {

    /** The exception of the methods that call the user's. */
    static final String ANY = " throws Exception";

    private final Imports imports;
    private final Serializers serializers;
    private final String job;
    private final JavaText members = new JavaText(1);

    /**
     * No members.
     *
     * @param job the name of the job's class in the file
     */
    HandlerText(Imports imports, String job) {
        this.imports = imports;
        this.serializers = new Serializers(imports);
        this.job = job;
    }

    /** The names of types. */
    Imports imports() {
        return imports;
    }

    /** The calls that write and read values. */
    Serializers serializers() {
        return serializers;
    }

    /** The name of the job's class. */
    String job() {
        return job;
    }

    /** The members so far; a method that was begun there is ended there. */
    JavaText members() {
        return members;
    }

    /** Begins a method that overrides one of the handlers' base. */
    JavaText override(String head) {
        return members.member().line("@Override").open("protected " + head);
    }

    /** Begins one that is given the job and something else. */
    JavaText override(String result, String name, String parameters, String thrown) {
        return override(result + " " + name + "(" + job + " job, " + parameters + ")" + thrown);
    }

    /** The parameter for the context. */
    String context() {
        return imports.of(Names.CONTEXT) + " context";
    }

    /** The exception of the methods that write and read. */
    String thrown() {
        return " throws " + imports.of("java.io.IOException");
    }

    /** The body of a method that calls the job's, which may declare any {@code Throwable}; the handler's may not. */
    static void calling(JavaText method, List<JobMethod> called, String... lines) {
        calling(method, called.stream().anyMatch(JobMethod::throwsMore), lines);
    }

    /** The same for whatever is called. */
    static void calling(JavaText method, boolean throwsMore, String... lines) {
        if (throwsMore) {
            method.open("try");
        }
        for (String line : lines) {
            method.line(line);
        }
        if (throwsMore) {
            method.next("catch (Exception | Error e)").line("throw e;");
            method.next("catch (Throwable e)").line("throw new Exception(e);").close();
        }
        method.close();
    }
}
