package dev.longhaul.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** A call with many values by their place alone is read wrongly: what has many parts is grouped by concepts. */
@AnalyzeClasses(packages = "dev.longhaul", importOptions = DoNotIncludeTests.class)
class ConstructorsTest {

    private static final int MOST = 7;

    private static final Set<String> PARTS = Set.of("Identity", "Position", "Work", "Usage", "Baseline", "Ending");

    /** What the compiler passes to an enum's constructor: the constant's name and its place. */
    private static final int ADDED_FOR_ENUMS = 2;

    @ArchTest
    static final ArchRule noConstructorHasMoreThanSevenParameters = constructors()
            .that()
            .areDeclaredInClassesThat()
            .areNotAnonymousClasses()
            .should(new ArchCondition<>("have at most " + MOST + " parameters") {
                @Override
                public void check(JavaConstructor constructor, ConditionEvents events) {
                    int parameters = written(constructor);
                    if (parameters > MOST) {
                        events.add(SimpleConditionEvent.violated(
                                constructor, constructor.getFullName() + " has " + parameters + " parameters"));
                    }
                }
            });

    /** So a new field of a part touches the part and its codec, and nothing else. */
    @ArchTest
    static final ArchRule thePartsOfARecordAreMadeInTheirPackage = noClasses()
            .that()
            .resideOutsideOfPackage("dev.longhaul.runtime.chain")
            .should()
            .callConstructorWhere(new DescribedPredicate<>("makes a part of a record") {
                @Override
                public boolean test(JavaConstructorCall call) {
                    return PARTS.contains(call.getTargetOwner().getSimpleName())
                            && call.getTargetOwner().getPackageName().equals("dev.longhaul.runtime.chain");
                }
            });

    private static int written(JavaConstructor constructor) {
        JavaClass owner = constructor.getOwner();
        int added = owner.isEnum() ? ADDED_FOR_ENUMS : owner.isInnerClass() ? 1 : 0;
        return constructor.getRawParameterTypes().size() - added;
    }
}
