package dev.longhaul.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is public of the runtime must be kept as it is for ever: it is little, and grows on purpose only. */
class PublicSurfaceTest {

    /** Two for jobs and handlers, one for their state, four for those who write stores or operate chains. */
    private static final int MOST_PACKAGES = 7;

    /**
     * Jobs and handlers need 9 types, processes 1, their options and state 6, stores and operators the record with its parts (18), the
     * stores' contract (7), continuations (4) and the control over chains with its refusal and its notice (3).
     */
    private static final int MOST_TYPES = 48;

    private static final Path CLASSES = Path.of("../runtime/target/classes");

    @Test
    void theRuntimeExportsFewPackages() throws IOException {
        assertThat(exported()).hasSizeLessThanOrEqualTo(MOST_PACKAGES);
    }

    @Test
    void theyHaveFewPublicTypes() throws IOException {
        Set<String> packages = exported();
        Set<String> types = new ClassFileImporter()
                .importPath(CLASSES).stream()
                        .filter(type -> packages.contains(type.getPackageName()))
                        .filter(type ->
                                type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(JavaClass::getName)
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(types).isNotEmpty().hasSizeLessThanOrEqualTo(MOST_TYPES);
    }

    private static Set<String> exported() throws IOException {
        try (InputStream module = Files.newInputStream(CLASSES.resolve("module-info.class"))) {
            return ModuleDescriptor.read(module).exports().stream()
                    .filter(export -> !export.isQualified())
                    .map(ModuleDescriptor.Exports::source)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
