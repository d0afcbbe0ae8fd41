package io.github.avnfh.examples;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@AnalyzeClasses(packages = "io.github.avnfh", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "io.github.avnfh.";
  private static final String[] LIBRARY = {
    ROOT + "core..", ROOT + "scoring..", ROOT + "staging..", ROOT + "survival.."
  };

  @ArchTest
  static final ArchRule coreKnowsNoOtherModule = noClasses()
      .that()
      .resideInAPackage(ROOT + "core..")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(
          ROOT + "scoring..", ROOT + "staging..", ROOT + "survival..", ROOT + "examples..");

  @ArchTest
  static final ArchRule scoringKnowsOnlyCore = noClasses()
      .that()
      .resideInAPackage(ROOT + "scoring..")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(ROOT + "staging..", ROOT + "survival..", ROOT + "examples..");

  @ArchTest
  static final ArchRule stagingKnowsOnlyCore = noClasses()
      .that()
      .resideInAPackage(ROOT + "staging..")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(ROOT + "scoring..", ROOT + "survival..", ROOT + "examples..");

  @ArchTest
  static final ArchRule survivalKnowsOnlyCore = noClasses()
      .that()
      .resideInAPackage(ROOT + "survival..")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(ROOT + "scoring..", ROOT + "staging..", ROOT + "examples..");

  @ArchTest
  static final ArchRule packagesDoNotTurnInACircle =
      slices().matching(ROOT + "(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule everyPackageIsNullMarked = classes()
      .that()
      .resideInAPackage("io.github.avnfh..")
      .and()
      .haveSimpleName("package-info")
      .should()
      .beAnnotatedWith("org.jspecify.annotations.NullMarked");

  @ArchTest
  static final ArchRule everyPackageSaysWhatItIs = classes()
      .that()
      .resideInAPackage("io.github.avnfh..")
      .should(new ArchCondition<>("live in a package with a package-info") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
          boolean said = type.getPackage().tryGetPackageInfo().isPresent();
          events.add(new SimpleConditionEvent(
              type, said, type.getPackageName() + " has a package-info: " + said));
        }
      });

  @ArchTest
  static final ArchRule theLibraryIsSilent = noClasses()
      .that()
      .resideInAnyPackage(LIBRARY)
      .should()
      .accessField(System.class, "out")
      .orShould()
      .accessField(System.class, "err")
      .orShould()
      .callMethod(Throwable.class, "printStackTrace");

  @ArchTest
  static final ArchRule theLibraryAsksNeitherTheClockNorTheLocale = noClasses()
      .that()
      .resideInAnyPackage(LIBRARY)
      .should()
      .callMethod(Locale.class, "getDefault")
      .orShould()
      .callMethod(System.class, "currentTimeMillis")
      .orShould()
      .callMethod(System.class, "nanoTime")
      .orShould()
      .callMethod(Math.class, "random")
      .orShould()
      .callMethod(String.class, "toLowerCase")
      .orShould()
      .callMethod(String.class, "toUpperCase")
      .orShould()
      .callMethod(String.class, "format", String.class, Object[].class)
      .orShould()
      .callMethod(String.class, "formatted", Object[].class);

  @ArchTest
  static final ArchRule theLibraryDrawsNoWindow = noClasses()
      .that()
      .resideInAnyPackage(LIBRARY)
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage("java.awt..", "javax.swing..");

  @ArchTest
  static final ArchRule signaturesNameOnlyThisProjectAndTheJdk = classes()
      .that()
      .resideInAnyPackage(LIBRARY)
      .and()
      .arePublic()
      .and()
      .resideOutsideOfPackage("..internal..")
      .should(new ArchCondition<>("have signatures of this project's and the JDK's types only") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
          type.getCodeUnits().stream()
              .filter(ArchitectureTest::isOpen)
              .forEach(unit -> foreign(unit)
                  .forEach(name -> events.add(
                      SimpleConditionEvent.violated(unit, unit.getFullName() + " names " + name))));
        }
      });

  @ArchTest
  static final ArchRule nothingPublicThrowsACheckedException = classes()
      .that()
      .resideInAnyPackage(LIBRARY)
      .and()
      .arePublic()
      .and()
      .resideOutsideOfPackage("..internal..")
      .should(new ArchCondition<>("throw no checked exception") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
          type.getCodeUnits().stream()
              .filter(ArchitectureTest::isOpen)
              .filter(unit -> unit.getThrowsClause().size() > 0)
              .forEach(unit ->
                  events.add(SimpleConditionEvent.violated(unit, unit.getFullName() + " throws")));
        }
      });

  private static final DescribedPredicate<JavaClass> OURS_OR_THE_JDK = DescribedPredicate.describe(
      "this project or the JDK",
      type -> type.getBaseComponentType().isPrimitive()
          || type.getBaseComponentType().getPackageName().startsWith("java.")
          || type.getBaseComponentType().getPackageName().startsWith(ROOT));

  private static boolean isOpen(JavaCodeUnit unit) {
    Set<JavaModifier> modifiers = unit.getModifiers();
    return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
  }

  private static Set<String> foreign(JavaCodeUnit unit) {
    return Stream.concat(unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType()))
        .filter(OURS_OR_THE_JDK.negate())
        .map(JavaClass::getName)
        .collect(Collectors.toUnmodifiableSet());
  }
}
