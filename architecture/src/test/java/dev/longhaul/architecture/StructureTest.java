package dev.longhaul.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The dependencies that ARCHITECTURE.md promises. */
@AnalyzeClasses(packages = "dev.longhaul", importOptions = DoNotIncludeTests.class)
class StructureTest {

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.longhaul.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule modulesDependOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("annotations")
            .definedBy("dev.longhaul.annotations..")
            .layer("processor")
            .definedBy("dev.longhaul.processor..")
            .layer("aws")
            .definedBy("dev.longhaul.aws..")
            .layer("runtime")
            .definedBy("dev.longhaul.runtime..")
            .layer("stores")
            .definedBy("dev.longhaul.store..")
            .layer("events")
            .definedBy("dev.longhaul.events..")
            .layer("opentelemetry")
            .definedBy("dev.longhaul.opentelemetry..")
            .layer("testing")
            .definedBy("dev.longhaul.testing..")
            .layer("local")
            .definedBy("dev.longhaul.local..")
            .layer("client")
            .definedBy("dev.longhaul.client..")
            .layer("console")
            .definedBy("dev.longhaul.console..")
            .layer("cli")
            .definedBy("dev.longhaul.cli..")
            .layer("example")
            .definedBy("dev.longhaul.example..")
            .whereLayer("example")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("processor")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("events")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("opentelemetry")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("testing")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("client")
            .mayOnlyBeAccessedByLayers("console", "cli", "example")
            .whereLayer("console")
            .mayOnlyBeAccessedByLayers("cli", "example")
            .whereLayer("local")
            .mayOnlyBeAccessedByLayers("console", "cli", "example")
            .whereLayer("stores")
            .mayOnlyBeAccessedByLayers("example")
            .whereLayer("runtime")
            .mayOnlyBeAccessedByLayers(
                    "stores", "events", "opentelemetry", "testing", "client", "local", "console", "cli", "example")
            .whereLayer("aws")
            .mayOnlyBeAccessedByLayers("runtime", "stores", "client", "local", "cli")
            .whereLayer("annotations")
            .mayOnlyBeAccessedByLayers("processor", "example");

    @ArchTest
    static final ArchRule theProtocolIsPure = noClasses()
            .that()
            .resideInAnyPackage("dev.longhaul.runtime.protocol..", "dev.longhaul.runtime.chain..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.longhaul.runtime.store..",
                    "dev.longhaul.runtime.time..",
                    "dev.longhaul.runtime.continuation..",
                    "java.time..",
                    "java.net..",
                    "java.nio..");

    @ArchTest
    static final ArchRule theRuntimeUsesNoReflection = noClasses()
            .that()
            .resideInAPackage("dev.longhaul.runtime..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.lang.reflect..");

    @ArchTest
    static final ArchRule exceptionsAreNamedSo =
            classes().that().areAssignableTo(Exception.class).should().haveSimpleNameEndingWith("Exception");
}
