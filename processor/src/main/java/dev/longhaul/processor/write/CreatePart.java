package dev.longhaul.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.longhaul.processor.model.Creation.WithResources;
import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.Throwing;

/** The creation of a job object, by the constructor without parameters or by the one that takes the resources. */
final class CreatePart implements HandlerPart {

    @Override
    public void addTo(TypeSpec.Builder handler, Job job, Codecs codecs) {
        Throwing throwing = job.creation().throwing();
        CodeBlock taken = job.creation() instanceof WithResources resources
                ? ResourcesPart.taken(resources, job.home())
                : CodeBlock.of("");
        MethodSpec.Builder create = HandlerMethods.override(HandlerMethods.handled(job.home()), "create");
        CodeBlock created = CodeBlock.builder()
                .addStatement("return new $T($L)", job.home().job(), taken)
                .build();
        if (throwing != Throwing.NOTHING) {
            create.addException(Exception.class);
        }
        create.addCode(throwing == Throwing.ANYTHING ? HandlerMethods.throwingExceptions(created) : created);
        handler.addMethod(create.build());
    }
}
