// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * The rules of {@code ARCHITECTURE.md}, as checks on byte code. Every module has a test that includes them with
 * {@code ArchTests.in(HouseRules.class)}.
 */
public final class HouseRules {
    private static final String ROOT = "org.tessera.";
    private static final Set<String> ALL_BUT_UI = Set.of("engine", "store", "tracking", "charts", "report");
    private static final Set<String> UI = Set.of("engine", "store", "tracking", "charts", "workbench");

    private static final Set<String> UI_WITH_FILES =
            Set.of("engine", "store", "tracking", "charts", "workbench", "report");

    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("engine", Set.of()),
            Map.entry("store", Set.of("engine")),
            Map.entry("tracking", Set.of("engine", "store")),
            Map.entry("charts", Set.of("engine")),
            Map.entry("report", Set.of("engine", "store", "tracking", "charts")),
            Map.entry("cli", ALL_BUT_UI),
            Map.entry("workbench", Set.of("engine", "store", "tracking")),
            Map.entry("ui.explorer", UI_WITH_FILES),
            Map.entry("ui.runs", UI),
            Map.entry("ui.viewer", UI),
            Map.entry("ui.landscape", UI),
            Map.entry("ui.testing", Set.of("engine", "store", "tracking", "workbench")),
            Map.entry("application", Set.of("workbench")),
            Map.entry("testing", Set.of()));

    @ArchTest
    static final ArchRule arrowsPointDown = classes()
            .that()
            .resideInAPackage("org.tessera..")
            .should(useOnlyModulesBelow())
            .because("a module uses only the modules below it (ARCHITECTURE.md)");

    @ArchTest
    static final ArchRule noPackageCycles = slices().matching("org.tessera.(**)")
            .should()
            .beFreeOfCycles()
            .because("a cycle makes two packages one without saying so");

    @ArchTest
    static final ArchRule sqlLivesInStore = home("store", "java.sql..", "javax.sql..", "org.jdbi..", "org.h2..");

    @ArchTest
    static final ArchRule jfreeLivesInCharts = home("charts", "org.jfree..");

    @ArchTest
    static final ArchRule imageioLivesInEngineImage = home("engine.image", "javax.imageio..", "com.twelvemonkeys..");

    @ArchTest
    static final ArchRule smileLivesInEngine = home("engine", "smile..");

    @ArchTest
    static final ArchRule requestProcessorLivesInWorkbenchTask = noClasses()
            .that()
            .resideOutsideOfPackage("org.tessera.workbench.task..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.openide.util.RequestProcessor")
            .because("long work has one home: org.tessera.workbench.task")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule preferencesLiveInWorkbenchSettings = noClasses()
            .that()
            .resideOutsideOfPackage("org.tessera.workbench.settings..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.openide.util.NbPreferences")
            .because("settings have one home: org.tessera.workbench.settings")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule noHiddenRandomness = noClasses()
            .should()
            .callConstructor(Random.class)
            .orShould()
            .callMethod(Math.class, "random")
            .because("the seed is part of the spec, so that a run can be repeated");

    @ArchTest
    static final ArchRule headlessModulesStayHeadless = noClasses()
            .that()
            .resideInAnyPackage("org.tessera.engine..", "org.tessera.store..", "org.tessera.tracking..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.openide..", "org.netbeans..", "javax.swing..")
            .because("the command line and later front ends run without a window")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule presentersHaveNoSwing = noClasses()
            .that()
            .haveSimpleNameEndingWith("Presenter")
            .or()
            .haveSimpleNameEndingWith("State")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.swing..")
            .because("presenters are tested without a window")
            .allowEmptyShould(true);

    private HouseRules() {}

    private static ArchRule home(String module, String... technology) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(technology)
                .because(List.of(technology) + " has one home: " + ROOT + module)
                .allowEmptyShould(true);
    }

    private static ArchCondition<JavaClass> useOnlyModulesBelow() {
        return new ArchCondition<>("use only modules below") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                String own = moduleOf(item.getPackageName());
                for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
                    String other = moduleOf(
                            dependency.getTargetClass().getBaseComponentType().getPackageName());
                    if (!other.isEmpty()
                            && !other.equals(own)
                            && !MAY_USE.getOrDefault(own, Set.of()).contains(other)) {
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static String moduleOf(String packageName) {
        return MAY_USE.keySet().stream()
                .filter(module -> (packageName + ".").startsWith(ROOT + module + "."))
                .findFirst()
                .orElse("");
    }
}
