package dev.longhaul.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** Where most of the runtime's work is done, a class can be read without those that use it: nobody calls back. */
@AnalyzeClasses(packages = "dev.longhaul.runtime", importOptions = DoNotIncludeTests.class)
class ClassCyclesTest {

    @ArchTest
    static final ArchRule theEngineHasNoRing = noRingIn("dev.longhaul.runtime.engine");

    @ArchTest
    static final ArchRule theStateHasNoRing = noRingIn("dev.longhaul.runtime.state");

    private static ArchRule noRingIn(String name) {
        return slices().assignedFrom(new FilesOf(name)).should().beFreeOfCycles();
    }

    /** A file of a package with all its classes. */
    private record FilesOf(String name) implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass each) {
            if (!each.getPackageName().equals(name)) {
                return SliceIdentifier.ignore();
            }
            JavaClass file = each;
            while (file.getEnclosingClass().isPresent()) {
                file = file.getEnclosingClass().get();
            }
            return SliceIdentifier.of(file.getSimpleName());
        }

        @Override
        public String getDescription() {
            return "classes of " + name;
        }
    }
}
