package dev.longhaul.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.ClassName;
import com.sun.source.util.JavacTask;
import dev.longhaul.processor.form.Forms;
import dev.longhaul.processor.model.Creation;
import dev.longhaul.processor.model.Home;
import dev.longhaul.processor.model.Throwing;
import dev.longhaul.processor.prices.PriceList;
import dev.longhaul.processor.write.HandlerWriter;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** A job in a compact source file, which compilers from JDK 25 on read: its class can't be named, and is refused. */
class CompactFileTest {

    @Test
    void theHandlerThatStandsInDoesNotNameTheJob() {
        JavacTask compiler = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, List.of("-proc:none"), List.of("java.lang.Object"), null);
        TypeElement type = compiler.getElements().getTypeElement("java.lang.Object");
        Home home = new Home(
                ClassName.get("", "Script", "Nightly"),
                true,
                true,
                Set.of(),
                Set.of(),
                List.of(),
                new Creation.Bare(Throwing.NOTHING));

        String handler = new HandlerWriter(PriceList.read().standard(), new Forms())
                .writeRefused(type, home)
                .text();

        assertThat(handler).contains("class Script_NightlyHandler extends ").doesNotContain("Script.Nightly");
    }
}
