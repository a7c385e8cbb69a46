package dev.longhaul.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.Throwing;

/** The creation of a job object, by the constructor without parameters. */
final class CreatePart implements HandlerPart {

    @Override
    public void addTo(TypeSpec.Builder handler, Job job, Codecs codecs) {
        Throwing throwing = job.home().creation();
        MethodSpec.Builder create = HandlerMethods.override(HandlerMethods.handled(job.home()), "create");
        CodeBlock created = CodeBlock.builder()
                .addStatement("return new $T()", job.home().job())
                .build();
        if (throwing != Throwing.NOTHING) {
            create.addException(Exception.class);
        }
        create.addCode(throwing == Throwing.ANYTHING ? HandlerMethods.throwingExceptions(created) : created);
        handler.addMethod(create.build());
    }
}
