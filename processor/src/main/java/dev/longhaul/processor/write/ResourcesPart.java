package dev.longhaul.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.longhaul.processor.model.Creation.WithResources;
import dev.longhaul.processor.model.Home;
import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.names.Names;
import javax.lang.model.element.Modifier;

/** The resources of a job that takes some: the field, and the constructors that make them or are given them. */
final class ResourcesPart implements HandlerPart {

    /** Begins the constructor of a handler that is given the resources. */
    static MethodSpec.Builder constructor(TypeName resources) {
        return MethodSpec.constructorBuilder()
                .addJavadoc(
                        "The handler with resources of the caller's, who closes them: a fake, or those of a container.\n")
                .addJavadoc("@param resources what the job's constructor takes\n")
                .addModifiers(Modifier.PUBLIC)
                .addParameter(resources, "resources");
    }

    /** The resources where the job is made. */
    static CodeBlock taken(WithResources taken, Home home) {
        TypeName type = TypeName.get(taken.type());
        return home.isAuxiliary(type) ? CodeBlock.of("($T) resources.get()", type) : CodeBlock.of("resources.get()");
    }

    /** The runtime's holder of the resources, as a signature can name it. */
    static TypeName holder(WithResources taken, Home home) {
        TypeName type = TypeName.get(taken.type());
        return ParameterizedTypeName.get(
                Names.JOB_RESOURCES, home.isAuxiliary(type) ? WildcardTypeName.subtypeOf(Object.class) : type);
    }

    @Override
    public void addTo(TypeSpec.Builder handler, Job job, Codecs codecs) {
        if (!(job.creation() instanceof WithResources taken)) {
            return;
        }
        TypeName type = TypeName.get(taken.type());
        boolean unnamed = job.home().isAuxiliary(type);
        handler.addField(holder(taken, job.home()), "resources", Modifier.PRIVATE, Modifier.FINAL);
        handler.addMethod(OptionsPart.constructor()
                .addStatement("this($T.madeBy($T::new))", Names.JOB_RESOURCES, type)
                .build());
        handler.addMethod(constructor(unnamed ? ClassName.OBJECT : type)
                .addStatement(
                        "this($T.given($L))",
                        Names.JOB_RESOURCES,
                        unnamed ? CodeBlock.of("($T) resources", type) : CodeBlock.of("resources"))
                .build());
    }
}
