package dev.longhaul.processor.check;

import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.JobMethod;
import dev.longhaul.processor.model.Verdict.Unsupported;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeKind;

/** What is not told, since it follows from an error that somebody tells already. */
final class Followers {

    private Followers() {}

    /** A type that the job's own source misses is the compiler's to tell; a type parameter of the job's is {@link JobClassCheck}'s. */
    static boolean isToldElsewhere(Unsupported unsupported, Element member, Job job) {
        if (unsupported.type().getKind() == TypeKind.TYPEVAR) {
            return !job.type().getTypeParameters().isEmpty();
        }
        return unsupported.isMissing() && unsupported.path().isEmpty() && isOwn(member, job);
    }

    /** Whether the compiler tells of a method that a type is not there, so that nobody knows whether it is the right one. */
    static boolean isToldElsewhere(JobMethod method, Job job) {
        return method.mentionsMissing() && isOwn(method.element(), job);
    }

    /** In a class file, a missing type is no error of the compiler's. */
    private static boolean isOwn(Element member, Job job) {
        return job.type().equals(member.getEnclosingElement());
    }
}
