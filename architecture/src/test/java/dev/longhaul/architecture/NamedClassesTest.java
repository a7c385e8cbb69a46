package dev.longhaul.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** ARCHITECTURE.md speaks of classes that there are: where one is renamed or moved, the page goes with it. */
class NamedClassesTest {

    /** A class, with or without the last part of its package, and with or without a method. */
    private static final Pattern NAMED = Pattern.compile("`(?:([a-z]+)\\.)?([A-Z][A-Za-z]+)(?:\\.([a-z][A-Za-z]*))?`");

    private static final Path PAGE = Path.of("../ARCHITECTURE.md");

    @Test
    void everyClassThatIsNamedExists() throws IOException {
        JavaClasses all = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("dev.longhaul");

        List<Named> named = named();
        assertThat(named).hasSizeGreaterThan(30);
        assertThat(named)
                .allSatisfy(name -> assertThat(all).as("classes named %s", name).anyMatch(name::is));
    }

    private static List<Named> named() throws IOException {
        return NAMED.matcher(Files.readString(PAGE))
                .results()
                .map(found -> new Named(found.group(1), found.group(2), found.group(3)))
                .distinct()
                .toList();
    }

    /** A class as the page names it; package and method may be null. */
    private record Named(String inPackage, String name, String method) {

        boolean is(JavaClass type) {
            return type.getSimpleName().equals(name)
                    && (inPackage == null || type.getPackageName().endsWith("." + inPackage))
                    && (method == null
                            || type.getMethods().stream()
                                    .anyMatch(each -> each.getName().equals(method)));
        }
    }
}
