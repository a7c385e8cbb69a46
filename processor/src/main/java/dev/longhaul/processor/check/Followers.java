package dev.longhaul.processor.check;

import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.Verdict.Unsupported;
import javax.lang.model.type.TypeKind;

/** What is not told, since it follows from an error that somebody tells already. */
final class Followers {

    private Followers() {}

    /** The type parameters of a job are {@link JobClassCheck}'s to tell. */
    static boolean isToldElsewhere(Unsupported unsupported, Job job) {
        return unsupported.type().getKind() == TypeKind.TYPEVAR
                && !job.type().getTypeParameters().isEmpty();
    }
}
