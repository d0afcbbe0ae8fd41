package io.github.avnfh.examples.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.DataKind;
import io.github.avnfh.core.csv.CsvFormat;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.CsvRow;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.core.dictionary.CohortWriter;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * A cohort as a Bundle of FHIR R4, from which {@link FhirReader} reads the same cohort.
 *
 * <p>Patients are {@code Patient}; a hip is a {@code Condition} (ICD-10 M87) with its side as body
 * site and its Steinberg stage; a visit is an {@code Encounter}, each score an {@code Observation}
 * (the Harris Hip Score LOINC 100291-4 and SNOMED 445021002); the findings of one reading of images
 * are components of an {@code Observation} by method; treatments and arthroplasties (SNOMED
 * 52734007) are a {@code Procedure} with its side; what went wrong is an {@code AdverseEvent}. All
 * else that was recorded is an observation of the patient or hip, coded by the name of its column.
 *
 * <p>A cohort has days and no dates: the day of a patient's first treatment is written as a date
 * that is asked for, and other days follow from it.
 *
 * @see <a href="https://hl7.org/fhir/R4/">HL7. FHIR Release 4, version 4.0.1. HL7 International,
 *     2019</a>
 */
public final class FhirBundle {
  static final String SNOMED = "http://snomed.info/sct";
  static final String ICD_10 = "http://hl7.org/fhir/sid/icd-10";
  static final String RECORDED = "urn:avnfh:recorded";
  static final String ORIGIN = "urn:avnfh:data-origin";
  static final String PATIENTS = "urn:avnfh:patient";
  static final String ARTHROPLASTY = "52734007";
  static final String LEFT = "287679003";
  static final String RIGHT = "287579007";
  static final List<String> STAGES = List.of("steinberg_stage", "steinberg_grade");
  static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";
  static final String SEVERITY = TERMINOLOGY + "adverse-event-severity";

  /** What has its own element, or follows from the reference to the patient. */
  private static final Set<String> PLACED = Set.of(
      "patient_id",
      "side",
      "data_origin",
      "sex",
      "etiology",
      "steinberg_stage",
      "steinberg_grade",
      "arthroplasty_day",
      "day",
      "status",
      "missed_reason",
      "modality",
      "reader",
      "procedure");

  private final LocalDate dayZero;
  private final ArrayNode entries = JsonNodeFactory.instance.arrayNode();
  private final Map<String, String> patients = new HashMap<>();
  private final Map<String, String> hips = new HashMap<>();
  private final Map<String, Integer> indexDays = new HashMap<>();

  private FhirBundle(LocalDate dayZero) {
    this.dayZero = dayZero;
  }

  /**
   * Writes a cohort.
   *
   * @param cohort the cohort, with at least one patient and one hip
   * @param dayZero the date that stands for the day of a patient's first treatment
   * @return the Bundle as JSON, the same for the same cohort and date
   * @throws IllegalArgumentException if {@link CohortWriter#texts} refuses the cohort
   */
  public static String of(Cohort cohort, LocalDate dayZero) {
    Objects.requireNonNull(dayZero, "dayZero");
    Map<String, String> tables = CohortWriter.withDefaults().texts(cohort);
    FhirBundle bundle = new FhirBundle(dayZero);
    bundle.rows(tables, "patients.csv").forEach(bundle::patient);
    bundle.rows(tables, "hips.csv").forEach(bundle::hip);
    bundle.rows(tables, "visits.csv").forEach(bundle::visit);
    bundle.rows(tables, "imaging.csv").forEach(bundle::images);
    bundle.rows(tables, "procedures.csv").forEach(bundle::treatment);
    bundle.rows(tables, "events.csv").forEach(bundle::event);
    bundle.rows(tables, "satisfaction.csv").forEach(row -> bundle.observations(row, Map.of()));
    return bundle.text(cohort);
  }

  private String text(Cohort cohort) {
    ObjectNode bundle = JsonNodeFactory.instance.objectNode().put("resourceType", "Bundle");
    ArrayNode tags = bundle.putObject("meta").putArray("tag");
    tags.addObject().put("system", ORIGIN).put("code", cohort.origin().name());
    for (DataKind kind : DataKind.values()) {
      if (cohort.isRecorded(kind)) {
        tags.addObject().put("system", RECORDED).put("code", kind.code());
      }
    }
    bundle.put("type", "collection").set("entry", entries);
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(bundle);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON must be writable", e);
    }
  }

  /** The filled cells of each row of a table; no row where there is no such table. */
  private List<Map<String, String>> rows(Map<String, String> tables, String table) {
    List<Map<String, String>> rows = new ArrayList<>();
    byte[] bytes = tables.getOrDefault(table, "").getBytes(StandardCharsets.UTF_8);
    if (bytes.length > 0) {
      CsvInput.of(table, () -> new ByteArrayInputStream(bytes), CsvFormat.withDefaults())
          .forEachRow(new Problems(), row -> rows.add(cells(row)));
    }
    return rows;
  }

  private static Map<String, String> cells(CsvRow row) {
    Map<String, String> cells = new LinkedHashMap<>();
    row.columns().forEach(column -> row.text(column).ifPresent(text -> cells.put(column, text)));
    return cells;
  }

  private static String of(Map<String, String> row, String column) {
    return Objects.requireNonNull(row.get(column), column);
  }

  private static String hipKey(Map<String, String> row) {
    return of(row, "side") + of(row, "patient_id");
  }

  private String add(ObjectNode resource) {
    byte[] number = Integer.toString(entries.size()).getBytes(StandardCharsets.US_ASCII);
    String url = "urn:uuid:" + UUID.nameUUIDFromBytes(number);
    entries.addObject().put("fullUrl", url).set("resource", resource);
    return url;
  }

  private static ObjectNode resource(String type) {
    return JsonNodeFactory.instance.objectNode().put("resourceType", type);
  }

  private void refer(ObjectNode from, String name, String url) {
    from.putObject(name).put("reference", url);
  }

  private void subject(ObjectNode resource, Map<String, String> row) {
    refer(resource, "subject", Objects.requireNonNull(patients.get(of(row, "patient_id"))));
  }

  private static ObjectNode concept(String system, String code) {
    ObjectNode concept = JsonNodeFactory.instance.objectNode();
    concept.putArray("coding").addObject().put("system", system).put("code", code);
    return concept;
  }

  private static ObjectNode site(Map<String, String> row) {
    boolean left = of(row, "side").equals("L");
    return concept(SNOMED, left ? LEFT : RIGHT).put("text", left ? "left hip" : "right hip");
  }

  private String date(Map<String, String> row, String column) {
    int index = row.containsKey("side") ? indexDays.getOrDefault(hipKey(row), 0) : 0;
    return dayZero.plusDays(index + Long.parseLong(of(row, column))).toString();
  }

  static boolean isPlaced(String column) {
    return PLACED.contains(column);
  }

  /** An observation of each cell without its own element. */
  private void observations(Map<String, String> row, Map<String, String> encounter) {
    row.forEach((column, text) -> {
      boolean score = !encounter.isEmpty();
      if (!isPlaced(column) && !(score && column.equals("visit"))) {
        ObjectNode observation = resource("Observation").put("status", "final");
        FhirCell.write(observation, column, text, score);
        subject(observation, row);
        encounter.forEach((name, url) -> refer(observation, name, url));
        if (score) {
          observation.put("effectiveDateTime", date(row, "day"));
        }
        if (row.containsKey("side")) {
          observation.set("bodySite", site(row));
        }
        add(observation);
      }
    });
  }

  /** A component of each cell without its own element. */
  private static void components(ObjectNode observation, Map<String, String> row) {
    row.forEach((column, text) -> {
      if (!isPlaced(column)) {
        FhirCell.write(observation.withArray("component").addObject(), column, text, false);
      }
    });
  }

  private void patient(Map<String, String> row) {
    ObjectNode patient = resource("Patient");
    patient
        .putArray("identifier")
        .addObject()
        .put("system", PATIENTS)
        .put("value", of(row, "patient_id"));
    patient.put(
        "gender",
        switch (of(row, "sex")) {
          case "F" -> "female";
          case "M" -> "male";
          default -> "unknown";
        });
    if (row.containsKey("death_day")) {
      patient.put("deceasedBoolean", true);
    }
    patients.put(of(row, "patient_id"), add(patient));
    observations(row, Map.of());
  }

  private void hip(Map<String, String> row) {
    ObjectNode hip = resource("Condition");
    hip.set("clinicalStatus", concept(TERMINOLOGY + "condition-clinical", "active"));
    hip.set("verificationStatus", concept(TERMINOLOGY + "condition-ver-status", "confirmed"));
    hip.set("code", concept(ICD_10, "M87").put("text", of(row, "etiology")));
    hip.putArray("bodySite").add(site(row));
    subject(hip, row);
    for (String scale : STAGES) {
      if (row.containsKey(scale)) {
        ObjectNode stage = hip.withArray("stage").addObject();
        stage.putObject("summary").put("text", of(row, scale));
        stage.set("type", concept(FhirCell.COLUMNS, scale));
      }
    }
    hips.put(hipKey(row), add(hip));
    indexDays.put(hipKey(row), Integer.parseInt(row.getOrDefault("index_day", "0")));
    observations(row, Map.of());
    if (row.containsKey("arthroplasty_day")) {
      procedure(row, concept(SNOMED, ARTHROPLASTY), "arthroplasty_day");
    }
  }

  private String procedure(Map<String, String> row, ObjectNode code, String day) {
    ObjectNode procedure = resource("Procedure").put("status", "completed");
    procedure.set("code", code);
    subject(procedure, row);
    procedure.put("performedDateTime", date(row, day));
    if (row.containsKey("side")) {
      procedure.putArray("bodySite").add(site(row));
    }
    return add(procedure);
  }

  private void visit(Map<String, String> row) {
    String status = of(row, "status");
    ObjectNode visit = resource("Encounter").put("status", encounterStatus(status));
    visit.putObject("class").put("system", TERMINOLOGY + "v3-ActCode").put("code", "AMB");
    visit.putArray("type").addObject().put("text", of(row, "visit"));
    visit.withArray("type").addObject().put("text", status);
    subject(visit, row);
    visit.putObject("period").put("start", date(row, "day"));
    if (row.containsKey("missed_reason")) {
      visit.putArray("reasonCode").addObject().put("text", of(row, "missed_reason"));
    }
    refer(
        visit.putArray("diagnosis").addObject(),
        "condition",
        Objects.requireNonNull(hips.get(hipKey(row))));
    observations(row, Map.of("encounter", add(visit)));
  }

  static String encounterStatus(String status) {
    return switch (status) {
      case "missed" -> "cancelled";
      case "not_due" -> "planned";
      default -> "finished";
    };
  }

  private void images(Map<String, String> row) {
    ObjectNode reading = resource("Observation").put("status", "final");
    reading.set("code", concept(FhirCell.COLUMNS, "imaging"));
    subject(reading, row);
    reading.put("effectiveDateTime", date(row, "day"));
    if (row.containsKey("reader")) {
      reading.putArray("performer").addObject().put("display", of(row, "reader"));
    }
    reading.set("bodySite", site(row));
    reading.set("method", concept(FhirCell.COLUMNS, of(row, "modality")));
    components(reading, row);
    add(reading);
  }

  private void treatment(Map<String, String> row) {
    String procedure = procedure(row, concept(FhirCell.COLUMNS, of(row, "procedure")), "day");
    ObjectNode details = resource("Observation");
    details.putArray("partOf").addObject().put("reference", procedure);
    details.put("status", "final");
    details.set("code", concept(FhirCell.COLUMNS, "procedure"));
    subject(details, row);
    components(details, row);
    if (details.has("component")) {
      add(details);
    }
  }

  /** FHIR knows no severity above severe: what threatened life or ended it is severe too. */
  static String severityCode(String severity) {
    return severity.equals("mild") || severity.equals("moderate") ? severity : "severe";
  }

  private void event(Map<String, String> row) {
    ObjectNode event = resource("AdverseEvent").put("actuality", "actual");
    event.putObject("event").put("text", of(row, "term"));
    subject(event, row);
    event.put("date", date(row, "day"));
    if (row.containsKey("severity")) {
      String severity = of(row, "severity");
      event.set("severity", concept(SEVERITY, severityCode(severity)).put("text", severity));
    }
    if (row.containsKey("relation")) {
      ObjectNode suspect = event.putArray("suspectEntity").addObject();
      suspect.putObject("instance").put("display", "treatment");
      suspect
          .putArray("causality")
          .addObject()
          .putObject("assessment")
          .put("text", of(row, "relation"));
    }
    add(event);
  }
}
