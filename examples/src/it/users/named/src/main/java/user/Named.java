package user;

import io.github.avnfh.core.dictionary.CohortReader;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.Presence;
import io.github.avnfh.core.table.PlainData;
import io.github.avnfh.scoring.harris.HarrisGrade;
import io.github.avnfh.staging.steinberg.Steinberg;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.SurvivalCurve;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A user's program on the module path. */
class Named {
  private Named() {}

  public static void main(String[] none) {
    PrintStream usual = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));

    HarrisGrade grade = HarrisGrade.of(90);
    Findings crescent = Findings.builder()
        .crescent(Presence.PRESENT)
        .flattening(Presence.ABSENT)
        .jointSpaceNarrowing(Presence.ABSENT)
        .build();
    String stage = Steinberg.PENNSYLVANIA_1995.read(crescent).stage().text();
    FollowUp two = FollowUp.ofDays(new int[] {1, 2}, new boolean[] {true, false}).build();
    SurvivalCurve curve = KaplanMeier.withDefaults().estimate(two).curve("all");
    double events = curve.events();
    Object told = PlainData.asMap(curve).get("events");

    int problems =
        CohortReader.withDefaults().read(name -> Optional.empty()).problems().size();
    System.setErr(usual);

    require("grade of 90 points", HarrisGrade.EXCELLENT, grade);
    require("stage", "III", stage);
    require("events", 1.0, events);
    require("events of the map", 1.0, told);
    require("problems without files", true, problems > 0);
    // without a provider SLF4J itself says so; nobody else says anything
    List<String> others = said.toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.startsWith("SLF4J(W): "))
        .toList();
    require("what was said", List.of(), others);

    List<String> modules = ModuleLayer.boot().modules().stream()
        .map(Module::getName)
        .filter(name -> !name.startsWith("java.") && !name.startsWith("jdk."))
        .sorted()
        .toList();
    require(
        "modules",
        List.of(
            "commons.math3",
            "de.siegmar.fastcsv",
            "io.github.avnfh.core",
            "io.github.avnfh.scoring",
            "io.github.avnfh.staging",
            "io.github.avnfh.survival",
            "org.slf4j",
            "user"),
        modules);
    System.out.println("named: " + modules);
  }

  private static void require(String what, Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new AssertionError(what + " must be " + expected + ", but was " + actual);
    }
  }
}
