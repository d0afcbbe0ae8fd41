package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.StageSystem;
import io.github.avnfh.core.cohort.DataKind;
import io.github.avnfh.core.imaging.Findings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a column can mean: its name in a dictionary, what it belongs to, and the column of the
 * cohort's own files that takes it.
 */
record Meaning(String name, Level level, String column, Kind kind) {
  static final String PATIENT = "patient";
  static final String SIDE = "side";
  static final String VISIT = "visit";
  static final String IGNORED = "ignored";
  static final String CONDITION = "condition";
  static final String SOURCE = "source";
  static final String VERSION = "version";
  static final String UNDECIDED = "?";
  static final String SCORE = "score:";
  static final String STAGE = "stage:";

  /** What a value belongs to. */
  enum Level {
    NONE,
    KEY,
    PATIENT,
    HIP,
    VISIT,
    IMAGES,
    TREATMENT,
    EVENT
  }

  /** How the text of a cell is read. */
  enum Kind {
    TEXT,
    CODE,
    FLAG,
    NUMBER,
    DAY,
    DATE
  }

  private static final Map<String, Meaning> FIXED = new LinkedHashMap<>();

  static {
    add(Level.KEY, Kind.TEXT, PATIENT);
    add(Level.KEY, Kind.CODE, SIDE, VISIT);
    add(Level.PATIENT, Kind.CODE, "sex", "satisfaction", "data_origin");
    add(
        Level.PATIENT,
        Kind.NUMBER,
        "age_years",
        "birth_year",
        "height_cm",
        "weight_kg",
        "platelets_per_uL",
        "hemoglobin_g_per_dL",
        "leukocytes_per_uL",
        "inr",
        "aptt_s",
        "creatinine_mg_per_dL",
        "alt_U_per_L",
        "ast_U_per_L");
    add(
        Level.PATIENT,
        Kind.FLAG,
        "enrolled",
        "able_to_attend",
        "willing",
        "systemic_infection",
        "severe_coagulopathy",
        "active_malignancy",
        "pregnant");
    add(Level.PATIENT, Kind.DAY, "lost_day", "death_day");
    add(Level.PATIENT, Kind.DATE, "birth_date", "lost_date", "death_date");
    add(Level.PATIENT, Kind.TEXT, "lost_reason");
    add(Level.HIP, Kind.CODE, "etiology", "steinberg_stage", "steinberg_grade");
    add(
        Level.HIP,
        Kind.FLAG,
        "prior_surgery",
        "local_infection",
        "persistent_complaint",
        "arthroplasty");
    add(Level.HIP, Kind.NUMBER, "conservative_therapy_months");
    add(
        Level.HIP,
        Kind.DAY,
        "index_day",
        "arthroplasty_day",
        "last_seen_day",
        "decompression_day",
        "injection_day");
    add(
        Level.HIP,
        Kind.DATE,
        "index_date",
        "arthroplasty_date",
        "last_seen_date",
        "decompression_date",
        "injection_date");
    add(Level.HIP, Kind.TEXT, "recorded_stages");
    for (StageSystem system : StageSystem.values()) {
      put(new Meaning(STAGE + system.code(), Level.HIP, STAGE + system.code(), Kind.CODE));
    }
    put(new Meaning("visit_day", Level.VISIT, "day", Kind.DAY));
    put(new Meaning("visit_date", Level.VISIT, "date", Kind.DATE));
    put(new Meaning("visit_status", Level.VISIT, "status", Kind.CODE));
    add(Level.VISIT, Kind.TEXT, "missed_reason");
    put(new Meaning("images_day", Level.IMAGES, "day", Kind.DAY));
    put(new Meaning("images_date", Level.IMAGES, "date", Kind.DATE));
    add(Level.IMAGES, Kind.CODE, "modality", "view");
    add(Level.IMAGES, Kind.TEXT, "reader", "pillars");
    for (String finding : Findings.columns()) {
      Kind kind =
          finding.endsWith("_percent") || finding.endsWith("_mm") || finding.endsWith("_deg")
              ? Kind.NUMBER
              : finding.equals("lesion_location") ? Kind.CODE : Kind.FLAG;
      if (!finding.equals("pillars")) {
        put(new Meaning(finding, Level.IMAGES, finding, kind));
      }
    }
    addTreatments();
    put(new Meaning("event_term", Level.EVENT, "term", Kind.TEXT));
    put(new Meaning("event_day", Level.EVENT, "day", Kind.DAY));
    put(new Meaning("event_date", Level.EVENT, "date", Kind.DATE));
    put(new Meaning("event_severity", Level.EVENT, "severity", Kind.CODE));
    put(new Meaning("event_relation", Level.EVENT, "relation", Kind.CODE));
    add(Level.NONE, Kind.TEXT, CONDITION, IGNORED, SOURCE, VERSION);
  }

  /** The columns of {@code procedures.csv}, those with a common name by a name of their own. */
  private static void addTreatments() {
    put(new Meaning("procedure", Level.TREATMENT, "procedure", Kind.CODE));
    put(new Meaning("procedure_day", Level.TREATMENT, "day", Kind.DAY));
    put(new Meaning("procedure_date", Level.TREATMENT, "date", Kind.DATE));
    put(new Meaning("injection_number", Level.TREATMENT, "number", Kind.NUMBER));
    put(new Meaning("injection_reason", Level.TREATMENT, "reason", Kind.TEXT));
    put(new Meaning("aspiration_site", Level.TREATMENT, "site", Kind.CODE));
    add(
        Level.TREATMENT,
        Kind.NUMBER,
        "volume_mL",
        "aliquots",
        "smallest_aliquot_mL",
        "largest_aliquot_mL",
        "viability_percent",
        "nucleated_cells_millions",
        "mononuclear_cells_millions",
        "colony_forming_units",
        "drill_mm",
        "duration_min");
    add(Level.TREATMENT, Kind.TEXT, "spins");
    add(Level.TREATMENT, Kind.FLAG, "adequate", "density_gradient", "cultured", "cryopreserved");
  }

  private static void add(Level level, Kind kind, String... names) {
    for (String name : names) {
      put(new Meaning(name, level, name, kind));
    }
  }

  private static void put(Meaning meaning) {
    FIXED.put(meaning.name(), meaning);
  }

  /** Finds a meaning by its name; the score of an instrument is {@code score:} with its code. */
  static Optional<Meaning> of(String name) {
    if (name.startsWith(SCORE) && name.length() > SCORE.length()) {
      return Optional.of(
          new Meaning(name, Level.VISIT, name.substring(SCORE.length()), Kind.NUMBER));
    }
    return Optional.ofNullable(FIXED.get(name));
  }

  static Meaning known(String name) {
    return of(name)
        .orElseThrow(() -> new IllegalArgumentException(
            "meaning of a column [name] must be a known one, but was another"));
  }

  /** Returns the names of all meanings, for people who choose one. */
  static List<String> names() {
    return List.copyOf(FIXED.keySet());
  }

  boolean isTimed() {
    return kind == Kind.DAY || kind == Kind.DATE;
  }

  /** Returns the columns of the cohort's file that a column of this meaning may fill. */
  Stream<String> fills() {
    return switch (name) {
      case "birth_date", "birth_year" -> Stream.of(column, "age_years");
      case "death_date" -> Stream.of(column, "death_day");
      case "lost_date" -> Stream.of(column, "lost_day");
      case "index_date" -> Stream.of(column, "index_day");
      case "steinberg_stage" -> Stream.of(column, "steinberg_grade");
      case "arthroplasty" -> Stream.of(column, "arthroplasty_day");
      default -> name.startsWith(STAGE) ? Stream.of(column, "recorded_stages") : Stream.of(column);
    };
  }

  /** Returns the kind of data that a column of this meaning records, though no cell be filled. */
  Optional<DataKind> records() {
    return switch (level) {
      case VISIT -> Optional.of(DataKind.VISITS);
      case IMAGES -> Optional.of(DataKind.IMAGES);
      case EVENT -> Optional.of(DataKind.ADVERSE_EVENTS);
      case TREATMENT -> Optional.of(DataKind.TREATMENTS);
      case PATIENT, HIP -> recordsOfPatientOrHip();
      case NONE, KEY -> Optional.empty();
    };
  }

  private Optional<DataKind> recordsOfPatientOrHip() {
    if (isRepeated()) {
      return Optional.of(DataKind.TREATMENTS);
    }
    return column.equals("satisfaction")
        ? Optional.of(DataKind.SATISFACTION)
        : Stream.of(
                Map.entry("arthroplasty", DataKind.ARTHROPLASTIES),
                Map.entry("lost_", DataKind.LOSSES),
                Map.entry("death_", DataKind.DEATHS))
            .filter(kind -> column.startsWith(kind.getKey()))
            .map(Map.Entry::getValue)
            .findFirst();
  }

  /** Tells whether each row may tell another time of one hip, all of which count. */
  boolean isRepeated() {
    return column.startsWith("decompression_") || column.startsWith("injection_");
  }
}
