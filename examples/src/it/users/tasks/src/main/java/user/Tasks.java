package user;

import io.github.avnfh.scoring.harris.HarrisForm;
import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.KaplanMeierEstimate;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** The tasks of a developer of a registry, each with its answer. */
class Tasks {
  private static final List<RegistryHip> HIPS = List.of(
      new RegistryHip(731, false, "II", "a"), new RegistryHip(300, true, "III", "a"),
      new RegistryHip(500, true, "II", "b"), new RegistryHip(731, false, "III", "c"),
      new RegistryHip(731, false, "II", "d"), new RegistryHip(120, true, "III", "e"));

  private Tasks() {}

  public static void main(String[] none) throws Exception {
    Map<String, String> sent = Map.ofEntries(
        Map.entry("pain", "slight"), Map.entry("limp", "none"), Map.entry("support", "none"),
        Map.entry("distance", "six_blocks"), Map.entry("stairs", "railing"),
        Map.entry("shoes_socks", "ease"), Map.entry("sitting", "any_chair_1h"),
        Map.entry("transport", "able"), Map.entry("flexion_deg", "110"));
    require("score", "OptionalDouble.empty Optional.empty, lacks 8", ScoreOfWebForm.answer(sent));
    require("stage", "IIIB", StageOfFindings.answer(Map.of(
        "crescent", true, "crescent_percent", 22, "flattening", false, "joint_space_narrowing", false)));
    KaplanMeierEstimate curves = CurveOfRecords.answer(HIPS);
    require("survival of stage III", 1.0 / 3, curves.curve("III").at(365).estimate().orElseThrow().survival());
    require("test", "clustered log-rank test", TestByPatient.answer(HIPS));
    require("means", List.of(2 * 731 / 3.0 + 500 / 3.0, 731 / 3.0 + 420 / 3.0), MeanOfTwoYears.answer(curves));
    String json = "{\"pain\": \"slight\", \"limp\": null, \"flexion_deg\": 110, \"fixed_adduction_deg\": true}";
    require("form of JSON", Map.of("pain", "slight", "flexion_deg", "110", "fixed_adduction_deg", "yes"),
        JsonIn.answer(json).codes());
    Json.readsTheSameNumbers(curves, JsonOut.answer(curves));
    Json.wouldLoseFields(HarrisForm.ofCodes(sent), curves);
    try (Connection registry = DriverManager.getConnection("jdbc:h2:mem:")) {
      fill(registry);
      require("curves of a database", survivals(curves), survivals(CurveOfDatabase.answer(registry)));
    }
    require("curves of parts", survivals(curves),
        survivals(KaplanMeier.withDefaults().estimate(CountsInParallel.answer(HIPS))));
    require("share", "50.0 (", ShareByPatient.answer(HIPS).substring(0, 6));
    require("table", true, TableForPaper.answer(curves).contains("III & 0.333 ("));
    require("figure", true, FigureOfCurves.answer(curves).startsWith("<svg"));
    require("null by its name", "codes", refusalOfNull());
    System.out.println("tasks: done");
  }

  private static void fill(Connection registry) throws Exception {
    try (Statement create = registry.createStatement()) {
      create.execute("CREATE TABLE hips (stage VARCHAR, days INT, replaced INT)");
    }
    try (PreparedStatement row = registry.prepareStatement("INSERT INTO hips VALUES (?, ?, ?)")) {
      for (RegistryHip hip : HIPS) {
        row.setString(1, hip.stage());
        row.setInt(2, hip.days());
        row.setInt(3, hip.replaced() ? 1 : 0);
        row.execute();
      }
    }
  }

  private static List<Double> survivals(KaplanMeierEstimate curves) {
    return List.of("II", "III").stream()
        .map(stage -> curves.curve(stage).at(731).estimate().orElseThrow().survival())
        .toList();
  }

  private static String refusalOfNull() {
    try {
      HarrisForm.ofCodes(null);
      return "nothing";
    } catch (NullPointerException refused) {
      return refused.getMessage();
    }
  }

  static void require(String what, Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new AssertionError(what + " must be " + expected + ", but was " + actual);
    }
  }
}
