package dev.longhaul.processor.write;

import dev.longhaul.processor.model.Job;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** The creation of a job object, by the constructor without parameters. */
final class CreatePart implements HandlerPart {

    @Override
    public void addTo(HandlerText handler, Job job) {
        List<? extends TypeMirror> thrown = ElementFilter.constructorsIn(
                        job.type().getEnclosedElements())
                .stream()
                .filter(made -> made.getParameters().isEmpty())
                .flatMap(made -> made.getThrownTypes().stream())
                .toList();
        boolean throwsMore = !thrown.stream().allMatch(CreatePart::isExceptionOrError);
        String names = thrown.stream().map(handler.imports()::of).collect(Collectors.joining(", "));
        String declared = throwsMore ? HandlerText.ANY : names.isEmpty() ? "" : " throws " + names;
        HandlerText.calling(
                handler.override(handler.job() + " create()" + declared),
                throwsMore,
                "return new " + handler.job() + "();");
    }

    private static boolean isExceptionOrError(TypeMirror type) {
        TypeMirror at = type;
        while (at instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) {
            if (element.getQualifiedName().contentEquals("java.lang.Exception")
                    || element.getQualifiedName().contentEquals("java.lang.Error")) {
                return true;
            }
            at = element.getSuperclass();
        }
        return false;
    }
}
