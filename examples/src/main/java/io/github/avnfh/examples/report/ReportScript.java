package io.github.avnfh.examples.report;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.HipId;
import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Score;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.DataKind;
import io.github.avnfh.core.cohort.Grouping;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.Patient;
import io.github.avnfh.core.cohort.Visit;
import io.github.avnfh.core.csv.CsvOutput;
import io.github.avnfh.core.dictionary.CohortReader;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.ImageReading;
import io.github.avnfh.core.imaging.LesionLocation;
import io.github.avnfh.core.imaging.Presence;
import io.github.avnfh.examples.r.RScript;
import io.github.avnfh.scoring.change.ArthroplastyPolicy;
import io.github.avnfh.scoring.change.HipScore;
import io.github.avnfh.scoring.change.ScoreStatus;
import io.github.avnfh.survival.Endpoint;
import io.github.avnfh.survival.interval.EventInterval;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The script with which R computes the tables of a report again, and its data: patients, hips,
 * scores, findings and intervals by number, in the order of the analyzed cohort.
 *
 * <p>What is read off the plain data by rules of the library (stages, outcomes on images, intervals
 * between images) is data here; the script makes numbers of it.
 */
final class ReportScript {
  private final Cohort cohort;
  private final Analysis analysis;
  private final ReportPart.Data source;
  private final Map<PatientId, Integer> patients = new HashMap<>();
  private final Map<HipId, Integer> hips = new HashMap<>();

  private ReportScript(ReportPart.Data source) {
    this.source = source;
    this.cohort = source.cohort();
    this.analysis = source.analysis();
    // the analyzed first, so that those who were not enrolled change no number
    Stream.of(cohort, source.screened()).forEach(each -> {
      each.patients().forEach(patient -> patients.putIfAbsent(patient.id(), patients.size() + 1));
      each.hips().forEach(hip -> hips.putIfAbsent(hip.id(), hips.size() + 1));
    });
  }

  static RScript of(ReportPart.Data data) {
    return new ReportScript(data).script();
  }

  private RScript script() {
    Grouping stages = BaselineGroupings.byStage(cohort.hips());
    Optional<Grouping> size = SubgroupSection.size(cohort.hips(), analysis);
    RScript script = RScript.of(
            "report.R",
            "curves.R",
            "rank_tests.R",
            "permutation.R",
            "incidence.R",
            "means.R",
            "report.R",
            "conduct.R",
            "visit_models.R",
            "penalized_cox.R",
            "corrected_cox.R",
            "hazard_ratios.R",
            "turnbull.R",
            "progression.R",
            "agreement.R")
        .texts("stages", stages.labels())
        .texts("stage_name", List.of(stages.name()))
        .texts("stage_title", List.of(BaselineGroupings.title(stages)))
        .texts("causes", BaselineGroupings.byCause(cohort.hips()).labels())
        .texts("sizes", size.map(Grouping::labels).orElse(List.of()))
        .texts("size_name", size.map(Grouping::name).stream().toList())
        .numbers("horizon_months", List.of(analysis.horizonMonths()))
        .numbers("horizon_day", List.of(analysis.horizonDay()))
        .numbers("months", analysis.months())
        .numbers(
            "days_of_months", analysis.months().stream().map(ReportScript::day).toList())
        .texts(
            "instruments",
            CohortReader.INSTRUMENTS.stream().map(Instrument::code).toList())
        .texts(
            "measures",
            CohortReader.INSTRUMENTS.stream().map(ReportScript::measure).toList())
        .texts("locations", Stream.of(LesionLocation.values()).map(Coded::code).toList())
        .flag("arthroplasties_recorded", cohort.isRecorded(DataKind.ARTHROPLASTIES))
        .flag("after_arthroplasty_counts", analysis.policy() == ArthroplastyPolicy.INCLUDE)
        .data("patients.csv", patientRows())
        .data("hips.csv", hipRows(stages, size))
        .data("scores.csv", scores())
        .data("edema.csv", edema())
        .data("lesions.csv", lesions())
        .data("intervals.csv", intervals())
        .data("readings.csv", readings())
        .data("events.csv", events());
    return new ConductRows(source.screened(), patients, hips).addTo(script, analysis.protocol());
  }

  private static int day(int months) {
    return Timepoint.ofMonths(months).nominalDay().orElseThrow();
  }

  private static String measure(Instrument instrument) {
    return instrument.quantity().name() + " [" + instrument.quantity().unit() + "]";
  }

  private String patient(PatientId id) {
    return Integer.toString(Objects.requireNonNull(patients.get(id)));
  }

  private String[] beginning(Hip hip) {
    return new String[] {
      Integer.toString(Objects.requireNonNull(hips.get(hip.id()))),
      patient(hip.id().patient())
    };
  }

  private static void add(CsvOutput table, String[] beginning, String... rest) {
    table.row(Stream.of(beginning, rest).flatMap(Stream::of).toList());
  }

  private static String code(Coded word) {
    return word.isKnown() ? word.code() : "";
  }

  private static String number(OptionalInt number) {
    return CsvOutput.number(number);
  }

  private CsvOutput patientRows() {
    CsvOutput table = CsvOutput.withHeader("patient", "sex", "age", "satisfaction");
    for (Patient patient : cohort.patients()) {
      table.row(
          patient(patient.id()),
          code(patient.sex()),
          Integer.toString(patient.ageYears()),
          Optional.ofNullable(cohort.satisfaction().get(patient.id()))
              .map(Coded::words)
              .orElse(""));
    }
    return table;
  }

  private CsvOutput hipRows(Grouping stages, Optional<Grouping> size) {
    CsvOutput table = CsvOutput.withHeader(
        "hip",
        "patient",
        "stage",
        "cause",
        "size",
        "followed",
        "day",
        "event",
        "death_day",
        "response");
    Grouping causes = BaselineGroupings.byCause(cohort.hips());
    Set<Hip> followed = Set.copyOf(AnalyzedCohort.followed(cohort, cohort.hips()));
    Endpoint death = Endpoint.death(cohort);
    for (Hip hip : cohort.hips()) {
      add(
          table,
          beginning(hip),
          stages.labelOf(hip),
          causes.labelOf(hip),
          size.map(grouping -> grouping.labelOf(hip)).orElse(""),
          followed.contains(hip) ? "1" : "0",
          Integer.toString(
              hip.arthroplasty().map(replaced -> replaced.day()).orElseGet(hip::lastKnownDay)),
          hip.arthroplasty().isPresent() ? "1" : "0",
          number(death.day(hip)),
          Objects.requireNonNull(source.responses().get(hip)).outcome().code());
    }
    return table;
  }

  /** A row for each hip and planned visit; the last column tells of a prosthesis. */
  private CsvOutput scores() {
    CsvOutput table = CsvOutput.withHeader(
        "hip", "patient", "instrument", "visit", "months", "points", "after_arthroplasty");
    List<Timepoint> visits = cohort.hips().stream()
        .flatMap(hip -> hip.visits().stream())
        .map(Visit::timepoint)
        .filter(visit -> visit.months().isPresent())
        .distinct()
        .sorted()
        .toList();
    for (Instrument instrument : CohortReader.INSTRUMENTS) {
      cohort
          .hips()
          .forEach(hip -> visits.forEach(visit -> addScore(table, hip, instrument, visit)));
    }
    return table;
  }

  private void addScore(CsvOutput table, Hip hip, Instrument instrument, Timepoint visit) {
    HipScore taken = ArthroplastyPolicy.INCLUDE.scoreOf(hip, instrument, visit);
    String points = taken.score().map(Score::points).map(CsvOutput::number).orElse("");
    boolean after =
        ArthroplastyPolicy.EXCLUDE_AFTER.scoreOf(hip, instrument, visit).status()
            == ScoreStatus.EXCLUDED;
    add(
        table,
        beginning(hip),
        instrument.code(),
        visit.code(),
        number(visit.months()),
        points,
        after ? "1" : "0");
  }

  /** The hips with edema at baseline, and whether it was gone where that was assessed. */
  private CsvOutput edema() {
    CsvOutput table = CsvOutput.withHeader("hip", "patient", "months", "gone");
    for (Timepoint visit : visits()) {
      for (Hip hip : ImageSection.assessed(cohort.hips(), visit).keySet()) {
        boolean gone = ImageSection.resolution(hip, visit) == Presence.PRESENT;
        add(table, beginning(hip), number(visit.months()), gone ? "1" : "0");
      }
    }
    return table;
  }

  private List<Timepoint> visits() {
    return AgreedFinding.visits(cohort.hips());
  }

  private CsvOutput lesions() {
    CsvOutput table = CsvOutput.withHeader("hip", "patient", "months", "percent");
    for (Hip hip : cohort.hips()) {
      for (Timepoint visit : visits()) {
        AgreedFinding.lesionPercent(hip, visit)
            .ifPresent(percent ->
                add(table, beginning(hip), number(visit.months()), CsvOutput.number(percent)));
      }
    }
    return table;
  }

  /** Between which days a hip progressed, by its images and by the visits they were planned for. */
  private CsvOutput intervals() {
    CsvOutput table = CsvOutput.withHeader(
        "hip", "patient", "after", "until", "planned", "planned_after", "planned_until");
    ProgressionSection section = new ProgressionSection(source.responses(), analysis);
    section.intervals.forEach((hip, interval) -> {
      Optional<EventInterval> planned = section.planned(hip, interval);
      add(
          table,
          beginning(hip),
          CsvOutput.number(interval.after()),
          CsvOutput.number(interval.until()),
          planned.isPresent() ? "1" : "0",
          planned.map(known -> CsvOutput.number(known.after())).orElse(""),
          planned.map(known -> CsvOutput.number(known.until())).orElse(""));
    });
    return table;
  }

  private static final Map<String, Function<Findings, String>> READ = read();

  private static Map<String, Function<Findings, String>> read() {
    Map<String, Function<Findings, String>> read = new LinkedHashMap<>();
    read.put("lesion on MRI", findings -> code(findings.mriLesion()));
    read.put("edema", findings -> code(findings.edema()));
    read.put("crescent", findings -> code(findings.crescent()));
    read.put("flattening", findings -> code(findings.flattening()));
    read.put(
        "lesion location",
        findings -> findings.lesionLocation().map(Coded::code).orElse(""));
    read.put("lesion extent", findings -> percent(findings.lesionPercent()));
    return read;
  }

  private static String percent(OptionalDouble percent) {
    return CsvOutput.number(percent);
  }

  /** What two readers said of the same images. */
  private CsvOutput readings() {
    CsvOutput table = CsvOutput.withHeader("image", "patient", "finding", "first", "second");
    List<String> readers = AgreementSection.readers(cohort.hips());
    if (readers.size() < 2) {
      return table;
    }
    List<AgreementSection.ReadTwice> images =
        new ArrayList<>(AgreementSection.bothRead(cohort.hips(), readers));
    for (int image = 0; image < images.size(); image++) {
      List<ImageReading> both = images.get(image).readings();
      String[] beginning = {
        Integer.toString(image + 1), patient(images.get(image).patient())
      };
      READ.forEach((finding, word) -> add(
          table,
          beginning,
          finding,
          word.apply(both.get(0).findings()),
          word.apply(both.get(1).findings())));
    }
    return table;
  }

  private CsvOutput events() {
    CsvOutput table = CsvOutput.withHeader("patient", "event");
    cohort.adverseEvents().forEach(event -> table.row(patient(event.patient()), event.term()));
    return table;
  }
}
