package io.github.avnfh.examples.stage;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.HipId;
import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Side;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.CsvRow;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.LesionLocation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The table of findings: a column for each, a row for each hip and visit. */
final class StageSheet {
  private static final String PATIENT = "patient_id";
  private static final String SIDE = "side";
  private static final String VISIT = "visit";

  /** The column that a contradiction is reported in, by the first words that tell it. */
  private static final List<Map.Entry<String, String>> PLACES = List.of(
      Map.entry("crescent", "crescent"),
      Map.entry("flattening", "flattening"),
      Map.entry("joint space", "joint_space_obliterated"),
      Map.entry("sclerosis", "sclerosis_or_cysts"),
      Map.entry("the radiograph", "radiograph_abnormal"),
      Map.entry("the lesion", "mri_lesion"));

  private static final Pattern MEASURED = Pattern.compile("_(percent|mm|deg)$");

  private final CsvInput input;
  private final Problems problems;
  private final Set<List<Object>> seen = new HashSet<>();

  private StageSheet(CsvInput input, Problems problems) {
    this.input = input.withRequired(List.of(PATIENT, SIDE, VISIT)).withOptional(Findings.columns());
    this.problems = problems;
  }

  /** What the columns hold, a line each. */
  static List<String> columns() {
    List<String> lines = new ArrayList<>(List.of(
        PATIENT + ": an identifier of your choice, no name",
        SIDE + ": L or R",
        VISIT + ": any text"));
    Findings.columns().forEach(column -> lines.add(column + ": " + held(column)));
    return lines;
  }

  private static String held(String column) {
    return switch (column) {
      case "lesion_location" -> codes(LesionLocation.values());
      case "pillars" ->
        "none, part or whole of the medial, central and lateral one, as whole/part/none";
      default -> MEASURED.matcher(column).find() ? "a number" : "1 or 0, or empty if not assessed";
    };
  }

  private static String codes(Coded... words) {
    return Arrays.stream(words).map(Coded::code).collect(Collectors.joining(", "));
  }

  static StageSheet of(CsvInput input, Problems problems) {
    return new StageSheet(input, problems);
  }

  void forEachHip(Stager system, Consumer<StagedHip> action) {
    long rows = input.forEachRow(problems, row -> read(row, system).ifPresent(action));
    if (rows == 0 && problems.isEmpty()) {
      input.reportNoRows(problems);
    }
  }

  private Optional<StagedHip> read(CsvRow row, Stager system) {
    Optional<PatientId> patient = row.required(PATIENT, PatientId::of);
    Optional<Side> side = row.required(SIDE, Side::parse);
    Optional<String> visit = row.required(VISIT, text -> text);
    Findings findings = Findings.read(row);
    if (patient.isPresent() && side.isPresent() && visit.isPresent()) {
      HipId hip = HipId.of(patient.get(), side.get());
      if (!seen.add(List.of(hip, visit.get()))) {
        row.report(VISIT, "has a row for this hip already; one row per hip and visit was expected");
      }
      StageCells cells = system.read(findings);
      cells.contradictions().forEach(sentence -> report(row, sentence));
      if (row.isSound()) {
        return Optional.of(new StagedHip(hip, visit.get(), cells));
      }
    }
    return Optional.empty();
  }

  private static void report(CsvRow row, String contradiction) {
    String column = PLACES.stream()
        .filter(place -> contradiction.startsWith(place.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(VISIT);
    row.report(column, contradiction + "; findings that agree were expected");
  }
}
