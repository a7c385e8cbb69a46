package dev.longhaul.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;

import com.tngtech.archunit.core.domain.InstanceofCheck;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.longhaul.runtime.continuation.Continuation;
import dev.longhaul.runtime.store.CheckpointStore;

/** What a store or a continuation can do beyond the others is a method with a default, which a wrapper passes on. */
@AnalyzeClasses(packages = "dev.longhaul", importOptions = DoNotIncludeTests.class)
class StoresTest {

    @ArchTest
    static final ArchRule nobodyAsksWhichStoreItIs = codeUnits()
            .should(new ArchCondition<>("not ask which store or continuation it has") {
                @Override
                public void check(JavaCodeUnit unit, ConditionEvents events) {
                    for (InstanceofCheck asked : unit.getInstanceofChecks()) {
                        if (asked.getRawType().isAssignableTo(CheckpointStore.class)
                                || asked.getRawType().isAssignableTo(Continuation.class)) {
                            events.add(SimpleConditionEvent.violated(
                                    unit,
                                    unit.getFullName() + " asks for "
                                            + asked.getRawType().getName()));
                        }
                    }
                }
            });
}
