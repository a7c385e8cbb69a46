package dev.longhaul.processor.read;

import com.palantir.javapoet.TypeName;
import dev.longhaul.processor.model.Verdict;
import dev.longhaul.processor.names.Names;
import java.util.Optional;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Knows AWS's event classes. Their fields are not named as those of the events, so that only AWS's library reads them. */
final class AwsEvents {

    private static final String HOME = "com.amazonaws.services.lambda.runtime.events";
    /** The one above {@code S3Event}, which stands elsewhere. */
    private static final String NOTIFICATION = HOME + ".models.s3.S3EventNotification";

    private AwsEvents() {}

    /** How a start event of that type is read, where it is one of them. */
    static Optional<Verdict> read(TypeMirror type, TypeElement job, Symbols symbols) {
        return isOne(type, symbols)
                ? Optional.of(new Verdict.AwsEvent(
                        TypeName.get(type), symbols.inSight(Names.AWS_EVENTS.canonicalName(), job) != null))
                : Optional.empty();
    }

    private static boolean isOne(TypeMirror type, Symbols symbols) {
        if (type.getKind() == TypeKind.ERROR
                || !(type instanceof DeclaredType declared)
                || !(declared.asElement() instanceof TypeElement element)
                || element.getNestingKind() != NestingKind.TOP_LEVEL) {
            return false;
        }
        return symbols.elements().getPackageOf(element).getQualifiedName().contentEquals(HOME)
                || element.getQualifiedName().contentEquals(NOTIFICATION);
    }
}
