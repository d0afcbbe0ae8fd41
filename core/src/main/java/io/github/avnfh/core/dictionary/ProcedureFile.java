package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.DataKind;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.csv.CsvOutput;
import io.github.avnfh.core.csv.CsvRow;
import io.github.avnfh.core.internal.OneLine;
import io.github.avnfh.core.internal.Quoted;
import io.github.avnfh.core.treatment.AspirationSite;
import io.github.avnfh.core.treatment.CellPreparation;
import io.github.avnfh.core.treatment.Centrifugation;
import io.github.avnfh.core.treatment.CoreDecompression;
import io.github.avnfh.core.treatment.Injection;
import io.github.avnfh.core.treatment.MarrowAspiration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code procedures.csv}: a row per aspiration, preparation, decompression or injection. */
record ProcedureFile(CohortAssembler assembler) implements CohortFile {
  private static final DayCells DAY = DayCells.named("");
  private static final String VOLUME = "volume_mL";

  @Override
  public String file() {
    return PROCEDURES;
  }

  @Override
  public Optional<DataKind> kind() {
    return Optional.of(DataKind.TREATMENTS);
  }

  @Override
  public List<String> required() {
    return List.of(PATIENT, SIDE, Procedure.COLUMN);
  }

  @Override
  public List<String> optional() {
    List<String> columns = new ArrayList<>(Procedure.columns());
    columns.remove(SIDE);
    columns.addAll(List.of(DAY.dayColumn(), ORIGIN));
    return columns;
  }

  @Override
  public void take(CsvRow row) {
    Optional<Procedure> procedure = row.required(Procedure.COLUMN, Procedure::parse);
    assembler.origin(row);
    procedure.ifPresent(kind -> kind.refuseOthers(row));
    procedure.ifPresent(kind -> {
      switch (kind) {
        case ASPIRATION -> takeAspiration(row);
        case PREPARATION -> takePreparation(row);
        case DECOMPRESSION -> takeDecompression(row);
        case INJECTION -> takeInjection(row);
      }
    });
  }

  private void takeAspiration(CsvRow row) {
    Optional<PatientIndex.Entry> patient = assembler.patient(row);
    OptionalInt day = row.requiredWholeNumber(DAY.dayColumn(), Timepoint.DAY);
    MarrowAspiration.Builder aspiration = MarrowAspiration.builder()
        .volumeMilliliters(row.number(VOLUME, MarrowAspiration.VOLUME))
        .aliquots(row.wholeNumber("aliquots", MarrowAspiration.ALIQUOTS))
        .smallestAliquotMilliliters(row.number("smallest_aliquot_mL", MarrowAspiration.ALIQUOT))
        .largestAliquotMilliliters(row.number("largest_aliquot_mL", MarrowAspiration.ALIQUOT))
        .site(row.optional("site", AspirationSite::parse))
        .adequate(row.flag("adequate"));
    if (patient.isPresent() && day.isPresent() && patient.get().isDeadBefore(day.getAsInt())) {
      row.report(
          DAY.dayColumn(),
          "lies after the death of the patient; an aspiration from a living patient was expected");
    }
    if (row.isSound()) {
      aspiration.patient(patient.orElseThrow().id()).day(day.orElseThrow());
      built(row, "smallest_aliquot_mL", aspiration::build)
          .ifPresent(taken -> assembler.add(taken, row));
    }
  }

  private void takePreparation(CsvRow row) {
    Optional<PatientIndex.Entry> patient = assembler.patient(row);
    OptionalInt day = row.requiredWholeNumber(DAY.dayColumn(), Timepoint.DAY);
    CellPreparation.Builder preparation = CellPreparation.builder()
        .addAllSpins(row.optional("spins", Spins::parse).orElse(List.of()))
        .finalVolumeMilliliters(row.number(VOLUME, CellPreparation.FINAL_VOLUME))
        .viabilityPercent(row.number("viability_percent", CellPreparation.VIABILITY))
        .nucleatedCellsMillions(row.number("nucleated_cells_millions", CellPreparation.CELLS))
        .mononuclearCellsMillions(row.number("mononuclear_cells_millions", CellPreparation.CELLS))
        .colonyFormingUnits(row.number("colony_forming_units", CellPreparation.COLONIES))
        .densityGradient(row.flag("density_gradient"))
        .cultured(row.flag("cultured"))
        .cryopreserved(row.flag("cryopreserved"));
    if (row.isSound()) {
      assembler.add(
          preparation.patient(patient.orElseThrow().id()).day(day.orElseThrow()).build(), row);
    }
  }

  private void takeDecompression(CsvRow row) {
    Optional<CohortAssembler.HipEntry> hip = assembler.hip(row);
    OptionalInt day = day(row, hip);
    CoreDecompression.Builder decompression = CoreDecompression.builder()
        .drillMillimeters(row.number("drill_mm", CoreDecompression.DRILL));
    if (row.isSound()) {
      hip.orElseThrow().add(decompression.day(day.orElseThrow()).build(), row);
    }
  }

  private void takeInjection(CsvRow row) {
    Optional<CohortAssembler.HipEntry> hip = assembler.hip(row);
    OptionalInt day = day(row, hip);
    OptionalInt number = row.requiredWholeNumber("number", Injection.NUMBER);
    Injection.Builder injection = Injection.builder()
        .volumeMilliliters(row.number(VOLUME, Injection.VOLUME))
        .minutes(row.number("duration_min", Injection.DURATION))
        .reason(row.optional("reason", text -> OneLine.check("reason of an injection", text)));
    if (row.isSound()) {
      injection.number(number.orElseThrow()).day(day.orElseThrow());
      hip.orElseThrow().add(injection.build(), row);
    }
  }

  private static OptionalInt day(CsvRow row, Optional<CohortAssembler.HipEntry> hip) {
    if (hip.isEmpty()) {
      return OptionalInt.empty();
    }
    OptionalInt day = DAY.required(row, hip.get().indexDate());
    if (day.isPresent() && hip.get().isReplacedBefore(day.getAsInt())) {
      row.report(
          DAY.dayColumn(),
          "lies after the replacement of the hip; a treatment of the hip itself was expected");
    } else if (day.isPresent() && hip.get().isDeadBefore(day.getAsInt())) {
      row.report(
          DAY.dayColumn(),
          "lies after the death of the patient; a treatment of a living patient was expected");
    }
    return day;
  }

  private static <T> Optional<T> built(CsvRow row, String column, Supplier<T> value) {
    try {
      return Optional.of(value.get());
    } catch (IllegalArgumentException e) {
      row.report(column, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /**
   * The columns of all procedures; made here, since an enum must not switch on itself as it loads.
   */
  private static final List<String> OWN_COLUMNS = Arrays.stream(Procedure.values())
      .flatMap(procedure -> procedure.own().stream())
      .distinct()
      .toList();

  /** What a row of {@code procedures.csv} is about, and which columns belong to it. */
  enum Procedure implements Coded {
    ASPIRATION("aspiration"),
    PREPARATION("preparation"),
    DECOMPRESSION("decompression"),
    INJECTION("injection");

    static final String COLUMN = "procedure";

    private final String code;

    Procedure(String code) {
      this.code = code;
    }

    private List<String> own() {
      return switch (this) {
        case ASPIRATION ->
          List.of(
              "volume_mL",
              "aliquots",
              "smallest_aliquot_mL",
              "largest_aliquot_mL",
              "site",
              "adequate");
        case PREPARATION ->
          List.of(
              "volume_mL",
              "spins",
              "viability_percent",
              "nucleated_cells_millions",
              "mononuclear_cells_millions",
              "colony_forming_units",
              "density_gradient",
              "cultured",
              "cryopreserved");
        case DECOMPRESSION -> List.of(SIDE, "date", "drill_mm");
        case INJECTION -> List.of(SIDE, "date", "number", "volume_mL", "duration_min", "reason");
      };
    }

    static Procedure parse(String text) {
      return Coded.parse(values(), text, "a procedure");
    }

    /** Tells whether a code is of what is done to the patient and not to one hip. */
    static boolean isOfPatient(String code) {
      return code.equals(ASPIRATION.code) || code.equals(PREPARATION.code);
    }

    @Override
    public String code() {
      return code;
    }

    /** Returns the columns of all procedures, apart from the patient, the procedure and the day. */
    static List<String> columns() {
      return OWN_COLUMNS;
    }

    /** Reports what is filled in though this procedure has no such thing. */
    void refuseOthers(CsvRow row) {
      List<String> own = own();
      for (String column : OWN_COLUMNS) {
        if (!own.contains(column) && row.text(column).isPresent()) {
          row.report(
              column,
              "has no place in a row of procedure " + code + "; an empty cell was expected");
        }
      }
    }
  }

  private static final List<String> SHARED =
      List.of(PATIENT, SIDE, Procedure.COLUMN, DAY.dayColumn());

  /** Days are written, and no dates. */
  private static Stream<String> own() {
    return Procedure.columns().stream()
        .filter(column -> !column.equals(SIDE) && !column.equals("date"));
  }

  /** Writes what was done to patients, then to hips. */
  static String text(Cohort cohort) {
    return CohortFile.filledText(
        cohort, Stream.concat(SHARED.stream(), own()).toList(), SHARED::contains, rows(cohort));
  }

  private static Stream<List<String>> rows(Cohort cohort) {
    return Stream.of(
            cohort.aspirations().stream().map(ProcedureFile::row),
            cohort.preparations().stream().map(ProcedureFile::row),
            cohort.hips().stream().flatMap(ProcedureFile::rows))
        .flatMap(rows -> rows);
  }

  private static Stream<List<String>> rows(Hip hip) {
    return Stream.concat(
        hip.decompressions().stream().map(done -> row(hip, done)),
        hip.injections().stream().map(done -> row(hip, done)));
  }

  private static List<String> row(MarrowAspiration done) {
    return row(
        List.of(
            done.patient().value(), "", Procedure.ASPIRATION.code(), Integer.toString(done.day())),
        Map.of(
            "volume_mL", CsvOutput.number(done.volumeMilliliters()),
            "aliquots", CsvOutput.number(done.aliquots()),
            "smallest_aliquot_mL", CsvOutput.number(done.smallestAliquotMilliliters()),
            "largest_aliquot_mL", CsvOutput.number(done.largestAliquotMilliliters()),
            "site", done.site().map(AspirationSite::code).orElse(""),
            "adequate", CohortFile.flag(done.adequate())));
  }

  private static List<String> row(CellPreparation done) {
    return row(
        List.of(
            done.patient().value(), "", Procedure.PREPARATION.code(), Integer.toString(done.day())),
        Map.of(
            "volume_mL", CsvOutput.number(done.finalVolumeMilliliters()),
            "spins", Spins.text(done.spins()),
            "viability_percent", CsvOutput.number(done.viabilityPercent()),
            "nucleated_cells_millions", CsvOutput.number(done.nucleatedCellsMillions()),
            "mononuclear_cells_millions", CsvOutput.number(done.mononuclearCellsMillions()),
            "colony_forming_units", CsvOutput.number(done.colonyFormingUnits()),
            "density_gradient", CohortFile.flag(done.densityGradient()),
            "cultured", CohortFile.flag(done.cultured()),
            "cryopreserved", CohortFile.flag(done.cryopreserved())));
  }

  private static List<String> row(Hip hip, CoreDecompression done) {
    return row(
        List.of(
            hip.id().patient().value(),
            hip.id().side().code(),
            Procedure.DECOMPRESSION.code(),
            Integer.toString(done.day())),
        Map.of("drill_mm", CsvOutput.number(done.drillMillimeters())));
  }

  private static List<String> row(Hip hip, Injection done) {
    return row(
        List.of(
            hip.id().patient().value(),
            hip.id().side().code(),
            Procedure.INJECTION.code(),
            Integer.toString(done.day())),
        Map.of(
            "number", Integer.toString(done.number()),
            "volume_mL", CsvOutput.number(done.volumeMilliliters()),
            "duration_min", CsvOutput.number(done.minutes()),
            "reason", done.reason().orElse("")));
  }

  private static List<String> row(List<String> shared, Map<String, String> cells) {
    return Stream.concat(shared.stream(), own().map(column -> cells.getOrDefault(column, "")))
        .toList();
  }

  /** Spins in one cell: speed, an x, and minutes, as in {@code 1200x10 3000x7}. */
  static final class Spins {
    private static final String NUMBER = "([0-9]{1,9}(?:[.][0-9]{1,20})?)";
    private static final Pattern SPIN = Pattern.compile(NUMBER + "x" + NUMBER);

    private Spins() {}

    static List<Centrifugation> parse(String text) {
      return Arrays.stream(text.split(" +")).map(Spins::spin).toList();
    }

    private static Centrifugation spin(String text) {
      Matcher spin = SPIN.matcher(text);
      if (!spin.matches()) {
        throw new IllegalArgumentException(Quoted.of(text)
            + " is not a spin; revolutions per minute, an x and minutes as in 1200x10 was expected,"
            + " a blank before the next");
      }
      return Centrifugation.of(
          Double.parseDouble(spin.group(1)), Double.parseDouble(spin.group(2)));
    }

    static String text(List<Centrifugation> spins) {
      return spins.stream()
          .map(spin -> CsvOutput.number(spin.revolutionsPerMinute()) + "x"
              + CsvOutput.number(spin.minutes()))
          .collect(Collectors.joining(" "));
    }
  }
}
