package io.github.avnfh.examples.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.examples.exchange.FhirTables.Row;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads the Bundle that {@link FhirBundle} writes, strictly.
 *
 * <p>Refused with the path of the element are what common parsers let pass: a missing status, a
 * string in the place of a number, an element of another name, a reference to nothing, another
 * unit, two elements of one name. So is what a cohort cannot hold, such as a score beyond its
 * scale, with the path of the resource.
 */
public final class FhirReader {
  private static final ObjectReader JSON = JsonMapper.builder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build()
      .readerFor(JsonNode.class);
  private final FhirTables tables;
  private final Map<String, Row> byUrl = new HashMap<>();

  private FhirReader(FhirTables tables) {
    this.tables = tables;
  }

  /**
   * Reads a cohort.
   *
   * @param json the Bundle
   * @param dayZero the date that stands for the day of a patient's first treatment
   * @return the cohort
   * @throws IllegalArgumentException if the text is no such Bundle or no cohort; the message begins
   *     with the path of the element and holds no value
   */
  public static Cohort read(String json, LocalDate dayZero) {
    Objects.requireNonNull(json, "json");
    FhirReader reader = new FhirReader(new FhirTables(Objects.requireNonNull(dayZero, "dayZero")));
    FhirElement bundle = FhirElement.root(parsed(json, "Bundle"), "Bundle");
    bundle.fixed("resourceType", "Bundle");
    String origin = reader.tags(bundle.object("meta"));
    bundle.fixed("type", "collection");
    for (FhirElement entry : bundle.list("entry")) {
      reader.resource(entry.text("fullUrl"), entry.object("resource"));
      entry.end();
    }
    bundle.end();
    return reader.tables.cohort(origin);
  }

  static JsonNode parsed(String json, String what) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      // the parser's own message shows what stands there
      throw new IllegalArgumentException(
          what + " must be JSON without two elements of one name, but is not in line "
              + Optional.ofNullable(e.getLocation()).map(at -> at.getLineNr()).orElse(1));
    }
  }

  private String tags(FhirElement meta) {
    String origin = "";
    for (FhirElement tag : meta.list("tag")) {
      String code = tag.text("code");
      switch (tag.text("system")) {
        case FhirBundle.ORIGIN -> origin = code;
        case FhirBundle.RECORDED -> {
          if (!tables.record(code)) {
            throw tag.refused("code", "must be a kind of data of a cohort, but is not");
          }
        }
        default -> throw tag.refused("system", "must be one of this library, but was another");
      }
      tag.end();
    }
    meta.end();
    return origin;
  }

  private void resource(String url, FhirElement resource) {
    switch (resource.text("resourceType")) {
      case "Patient" -> known(url, patient(resource), resource);
      case "Condition" -> known(url, hip(resource), resource);
      case "Encounter" -> known(url, visit(resource), resource);
      case "Procedure" -> known(url, procedure(resource), resource);
      case "Observation" -> observation(resource);
      case "AdverseEvent" -> event(resource);
      default ->
        throw resource.refused("resourceType", "must be one that is read here, but is not");
    }
    resource.end();
  }

  private void known(String url, Row row, FhirElement resource) {
    if (byUrl.putIfAbsent(url, row) != null) {
      throw resource.refused("fullUrl", "must be of one entry, but is of two");
    }
  }

  private Row row(String table, FhirElement resource) {
    return tables
        .add(table, resource.path())
        .orElseThrow(
            () -> resource.refused("resourceType", "belongs to " + table + ", which no tag names"));
  }

  private Row referred(FhirElement from, String name) {
    return referred(from.object(name));
  }

  private Row referred(FhirElement reference) {
    Row row = byUrl.get(reference.text("reference"));
    if (row == null) {
      throw reference.refused("reference", "must be the fullUrl of an entry above, but is not");
    }
    reference.end();
    return row;
  }

  private Row subject(FhirElement of) {
    return referred(of, "subject");
  }

  private static String code(FhirElement concept, String system) {
    FhirElement coding = concept.only("coding");
    coding.fixed("system", system);
    String code = coding.text("code");
    coding.maybeText("display");
    coding.end();
    return code;
  }

  private static String codeIn(FhirElement of, String name, String system) {
    FhirElement concept = of.object(name);
    String code = code(concept, system);
    concept.end();
    return code;
  }

  private static String text(FhirElement concept) {
    String text = concept.text("text");
    concept.end();
    return text;
  }

  private static String side(FhirElement site) {
    String code = code(site, FhirBundle.SNOMED);
    site.maybeText("text");
    site.end();
    return switch (code) {
      case FhirBundle.LEFT -> "L";
      case FhirBundle.RIGHT -> "R";
      default ->
        throw site.refused(
            "coding[0].code",
            "must be " + FhirBundle.LEFT + " (left hip) or " + FhirBundle.RIGHT
                + " (right hip), but was another");
    };
  }

  private static void identify(Row row, Row patient, String side) {
    row.cells.put("patient_id", patient.cell("patient_id"));
    if (!side.isEmpty()) {
      row.cells.put("side", side);
    }
  }

  private Row patient(FhirElement of) {
    Row row = row("patients.csv", of);
    FhirElement identifier = of.only("identifier");
    identifier.fixed("system", FhirBundle.PATIENTS);
    row.cells.put("patient_id", identifier.text("value"));
    identifier.end();
    row.cells.put(
        "sex",
        switch (of.text("gender")) {
          case "female" -> "F";
          case "male" -> "M";
          case "unknown" -> "U";
          default ->
            throw of.refused("gender", "must be female, male or unknown, but was another string");
        });
    if (of.has("deceasedBoolean") && !of.flag("deceasedBoolean")) {
      throw of.refused("deceasedBoolean", "must be true or absent, but was false");
    }
    row.deceased = of.has("deceasedBoolean");
    return row;
  }

  private Row hip(FhirElement of) {
    Row row = row("hips.csv", of);
    String active = codeIn(of, "clinicalStatus", FhirBundle.TERMINOLOGY + "condition-clinical");
    String sure = codeIn(of, "verificationStatus", FhirBundle.TERMINOLOGY + "condition-ver-status");
    if (!active.equals("active") || !sure.equals("confirmed")) {
      throw of.refused("clinicalStatus", "must be active and confirmed, but was another");
    }
    FhirElement disease = of.object("code");
    if (!code(disease, FhirBundle.ICD_10).equals("M87")) {
      throw disease.refused("coding[0].code", "must be M87 (osteonecrosis), but was another");
    }
    identify(row, subject(of), side(of.only("bodySite")));
    row.cells.put("etiology", text(disease));
    for (FhirElement stage : of.has("stage") ? of.list("stage") : List.<FhirElement>of()) {
      stage(row, stage);
    }
    tables.keepHip(row);
    return row;
  }

  private static void stage(Row row, FhirElement stage) {
    String scale = codeIn(stage, "type", FhirCell.COLUMNS);
    if (!FhirBundle.STAGES.contains(scale) || row.cells.containsKey(scale)) {
      throw stage.refused("type", "must be one of " + FhirBundle.STAGES + " once, but is not");
    }
    row.cells.put(scale, text(stage.object("summary")));
    stage.end();
  }

  /** The hip of a patient that an element is about. */
  private Row hipOf(FhirElement of, Row patient, String side) {
    return tables
        .hip(side, patient.cell("patient_id"))
        .orElseThrow(
            () -> of.refused("bodySite", "must be a hip with a Condition above, but is not"));
  }

  private Row visit(FhirElement of) {
    Row row = row("visits.csv", of);
    FhirElement kind = of.object("class");
    kind.fixed("system", FhirBundle.TERMINOLOGY + "v3-ActCode");
    kind.fixed("code", "AMB");
    kind.end();
    Row hip = referred(of.only("diagnosis").object("condition"));
    identify(row, subject(of), hip.cell("side"));
    if (!hip.cell("patient_id").equals(row.cell("patient_id"))) {
      throw of.refused("diagnosis", "must be of a hip of the subject, but is of another patient's");
    }
    List<FhirElement> types = of.list("type");
    if (types.size() != 2) {
      throw of.refused("type", "must have a visit and its status, but has " + types.size());
    }
    row.cells.put("visit", text(types.get(0)));
    row.cells.put("status", text(types.get(1)));
    of.fixed("status", FhirBundle.encounterStatus(row.cell("status")));
    FhirElement period = of.object("period");
    row.date = Optional.of(period.date("start"));
    period.end();
    of.maybeOnly("reasonCode").ifPresent(why -> row.cells.put("missed_reason", text(why)));
    return row;
  }

  private Row procedure(FhirElement of) {
    of.fixed("status", "completed");
    Row patient = subject(of);
    String side = of.maybeOnly("bodySite").map(FhirReader::side).orElse("");
    LocalDate date = of.date("performedDateTime");
    FhirElement what = of.object("code");
    boolean local = what.only("coding").text("system").equals(FhirCell.COLUMNS);
    String code = code(what, local ? FhirCell.COLUMNS : FhirBundle.SNOMED);
    what.end();
    if (local) {
      Row row = row("procedures.csv", of);
      identify(row, patient, side);
      row.cells.put("procedure", code);
      row.date = Optional.of(date);
      return row;
    }
    if (!code.equals(FhirBundle.ARTHROPLASTY)) {
      throw what.refused(
          "coding[0].code",
          "must be " + FhirBundle.ARTHROPLASTY + " (total replacement of hip), but was another");
    }
    Row hip = hipOf(of, patient, side);
    if (hip.date.isPresent()) {
      throw of.refused("code", "must be the only replacement of the hip, but is the second");
    }
    hip.date = Optional.of(date);
    return hip;
  }

  private void observation(FhirElement of) {
    of.fixed("status", "final");
    Row patient = subject(of);
    if (of.has("partOf")) {
      components(of, referred(of.only("partOf")));
      FhirCell.column(of);
      return;
    }
    String side = of.maybe("bodySite").map(FhirReader::side).orElse("");
    if (of.has("method")) {
      images(of, patient, side);
      return;
    }
    boolean score = of.has("encounter");
    Row row;
    if (score) {
      row = referred(of, "encounter");
      if (!row.date.equals(Optional.of(of.date("effectiveDateTime")))) {
        throw of.refused("effectiveDateTime", "must be the date of the encounter, but was another");
      }
    } else {
      row = side.isEmpty() ? patient : hipOf(of, patient, side);
    }
    cell(of, satisfied(of, row), score);
  }

  /** Satisfaction lies in a separate table. */
  private Row satisfied(FhirElement of, Row patient) {
    boolean elsewhere = !FhirCell.column(of).equals("satisfaction");
    if (elsewhere) {
      return patient;
    }
    Row row = row("satisfaction.csv", of);
    identify(row, patient, "");
    return row;
  }

  private static void cell(FhirElement of, Row row, boolean score) {
    String column = FhirCell.column(of);
    if (FhirBundle.isPlaced(column)) {
      throw of.refused("code", "must not name what has its own element, but does");
    }
    if (row.cells.putIfAbsent(column, FhirCell.read(of, column, score)) != null) {
      throw of.refused("code", "must not come twice, but does");
    }
  }

  private static void components(FhirElement of, Row row) {
    for (FhirElement component :
        of.has("component") ? of.list("component") : List.<FhirElement>of()) {
      cell(component, row, false);
      component.end();
    }
  }

  private void images(FhirElement of, Row patient, String side) {
    hipOf(of, patient, side);
    Row row = row("imaging.csv", of);
    identify(row, patient, side);
    row.date = Optional.of(of.date("effectiveDateTime"));
    row.cells.put("modality", codeIn(of, "method", FhirCell.COLUMNS));
    of.maybeOnly("performer").ifPresent(reader -> {
      row.cells.put("reader", reader.text("display"));
      reader.end();
    });
    FhirCell.column(of);
    components(of, row);
  }

  private void event(FhirElement of) {
    of.fixed("actuality", "actual");
    Row row = row("events.csv", of);
    identify(row, subject(of), "");
    row.cells.put("term", text(of.object("event")));
    row.date = Optional.of(of.date("date"));
    of.maybe("severity").ifPresent(severity -> row.cells.put("severity", severity(severity)));
    of.maybeOnly("suspectEntity").ifPresent(suspect -> {
      FhirElement instance = suspect.object("instance");
      instance.fixed("display", "treatment");
      instance.end();
      FhirElement causality = suspect.only("causality");
      row.cells.put("relation", text(causality.object("assessment")));
      causality.end();
      suspect.end();
    });
  }

  private static String severity(FhirElement of) {
    String code = code(of, FhirBundle.SEVERITY);
    String severity = text(of);
    if (!code.equals(FhirBundle.severityCode(severity))) {
      throw of.refused("coding[0].code", "must be the severity of the text, but was another");
    }
    return severity;
  }
}
