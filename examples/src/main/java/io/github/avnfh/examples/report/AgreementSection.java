package io.github.avnfh.examples.report;

import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.DataKind;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.ImageReading;
import io.github.avnfh.core.imaging.LesionLocation;
import io.github.avnfh.core.imaging.Presence;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Column.Kind;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.cli.Counted;
import io.github.avnfh.staging.agreement.AgreementLimits;
import io.github.avnfh.staging.agreement.BlandAltman;
import io.github.avnfh.staging.agreement.Coefficient;
import io.github.avnfh.staging.agreement.IccForm;
import io.github.avnfh.staging.agreement.KappaMethod;
import io.github.avnfh.staging.agreement.Measurements;
import io.github.avnfh.staging.agreement.Ratings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** How far two readers of the same images agree. */
final class AgreementSection {
  private static final String TITLE = "Agreement between readers";
  private static final List<Presence> PRESENCES = List.of(Presence.ABSENT, Presence.PRESENT);

  private final List<ReadTwice> read;

  private AgreementSection(List<ReadTwice> read) {
    this.read = read;
  }

  /** An image with its two readings, and whose it is. */
  record ReadTwice(PatientId patient, List<ImageReading> readings) {}

  static Section of(Cohort cohort) {
    if (!cohort.isRecorded(DataKind.IMAGES)) {
      return Section.notRecorded(TITLE, "Images");
    }
    List<String> readers = readers(cohort.hips());
    if (readers.size() < 2) {
      return Section.of(
          TITLE,
          List.of(
              "The images of this cohort carry the reading of one reader or of a consensus only: agreement between"
                  + " readers cannot be computed."));
    }
    AgreementSection section = new AgreementSection(bothRead(cohort.hips(), readers));
    return section.read.size() < 2
        ? Section.of(
            TITLE,
            List.of(
                "Fewer than two images were read by both readers: agreement cannot be computed."))
        : section.section(readers);
  }

  private Section section(List<String> readers) {
    Table table = table();
    if (table.rows().isEmpty()) {
      return Section.of(
          TITLE,
          List.of(
              "No finding was judged by both readers on two images or more: agreement cannot be computed."));
    }
    return Section.of(
        TITLE,
        List.of(
            "The first two readers of the cohort, apart from a consensus, over the images that both read. The intervals"
                + " take the patients as independent, and not the two hips of a patient or the visits of a hip."
                + " The intraclass correlation is that of readers like these two; two readers tell little about others, and"
                + " its interval is wide."
                + (readers.size() > 2 ? " Further readers are left out." : "")),
        table);
  }

  static List<String> readers(List<Hip> hips) {
    return hips.stream()
        .flatMap(hip -> hip.imageReadings().stream())
        .map(ImageReading::reader)
        .filter(reader -> !reader.equals(ImageReading.CONSENSUS))
        .distinct()
        .sorted()
        .toList();
  }

  static List<ReadTwice> bothRead(List<Hip> hips, List<String> readers) {
    List<ReadTwice> both = new ArrayList<>();
    for (Hip hip : hips) {
      for (ImageReading first : hip.imageReadings()) {
        if (first.reader().equals(readers.get(0))) {
          hip.imageReadings().stream()
              .filter(
                  second -> second.reader().equals(readers.get(1)) && isOfSameImages(first, second))
              .findFirst()
              .ifPresent(
                  second -> both.add(new ReadTwice(hip.id().patient(), List.of(first, second))));
        }
      }
    }
    return both;
  }

  private static boolean isOfSameImages(ImageReading first, ImageReading second) {
    return first.timepoint().equals(second.timepoint())
        && first.day() == second.day()
        && first.modality() == second.modality();
  }

  private Table table() {
    Table.Builder table = Table.builder()
        .name("agreement")
        .title("Agreement between two readers")
        .counted(Counted.of(read.size(), "image") + " read twice")
        .addColumns(
            Column.of("finding", "Finding", Kind.TEXT),
            Column.of("measure", "Measure", Kind.TEXT),
            Column.of("images", "Images", Kind.COUNT),
            Column.of("same", "Same answer", Kind.PROPORTION),
            Column.of("expected", "Expected by chance", Kind.NUMBER).withUnit("%"),
            Column.of("estimate", "Estimate (95 % interval)", Kind.ESTIMATE))
        .addFootnotes(
            "Where one answer is nearly always given, kappa is low however often readers agree, since nearly as much"
                + " is expected by chance: read it with the proportion of same answers.",
            "An interval is left open where a coefficient has none, as where one reader always says the same.",
            "Where both readers always agree, the lower limit is the exact one with the patients as n.");
    addSign(table, "lesion on MRI", Findings::mriLesion);
    addSign(table, "edema", Findings::edema);
    addSign(table, "crescent", Findings::crescent);
    addSign(table, "flattening", Findings::flattening);
    addWords(table, "lesion location", List.of(LesionLocation.values()), Findings::lesionLocation);
    addLesion(table);
    return table.build();
  }

  private void addSign(Table.Builder table, String finding, Function<Findings, Presence> sign) {
    addWords(
        table,
        finding,
        PRESENCES,
        findings -> Optional.of(sign.apply(findings)).filter(Presence::isAssessed));
  }

  private <T> void addWords(
      Table.Builder table, String finding, List<T> words, Function<Findings, Optional<T>> word) {
    List<PatientId> patients = new ArrayList<>();
    List<List<Optional<T>>> answers = new ArrayList<>();
    for (ReadTwice image : read) {
      List<Optional<T>> answer = image.readings().stream()
          .map(reading -> word.apply(reading.findings()))
          .toList();
      if (answer.stream().allMatch(Optional::isPresent)) {
        answers.add(answer);
        patients.add(image.patient());
      }
    }
    if (answers.size() < 2) {
      return;
    }
    Ratings<T> ratings = Ratings.of(words, answers).withPatients(patients);
    Cell same = Estimates.proportion(answers, answer -> answer.get(0).equals(answer.get(1)));
    for (KappaMethod method : List.of(KappaMethod.COHEN, KappaMethod.GWET_AC1)) {
      table.addRows(row(finding, method.estimate(ratings, Estimates.LEVEL), same));
    }
  }

  private void addLesion(Table.Builder table) {
    List<List<OptionalDouble>> extents = read.stream()
        .map(image -> image.readings().stream()
            .map(reading -> reading.findings().lesionPercent())
            .toList())
        .toList();
    if (extents.stream()
            .filter(pair -> pair.stream().allMatch(OptionalDouble::isPresent))
            .count()
        < 2) {
      return;
    }
    Measurements measurements = Measurements.of(extents)
        .withPatients(read.stream().map(ReadTwice::patient).toList());
    table.addRows(row(
        "lesion extent",
        IccForm.AGREEMENT_SINGLE.estimate(measurements, Estimates.LEVEL),
        Cell.missing(Kind.PROPORTION, "")));
    BlandAltman difference = BlandAltman.of(measurements, Estimates.LEVEL);
    table.addRows(List.of(
        Cell.text("lesion extent [% of head volume]"),
        Cell.text("mean of second less first, with the limits of agreement"
            + (difference.method() == AgreementLimits.QUANTILE
                ? " (2.5 % and 97.5 % quantiles: the differences are not normal)"
                : " (1.96 standard deviations)")),
        Cell.count(difference.subjects()),
        Cell.missing(Kind.PROPORTION, ""),
        Cell.missing(Kind.NUMBER, ""),
        Cell.estimate(difference.bias(), difference.lowerLimit(), difference.upperLimit(), 2)));
  }

  private static List<Cell> row(String finding, Coefficient coefficient, Cell same) {
    return List.of(
        Cell.text(finding),
        Cell.text(coefficient.name()),
        Cell.count(coefficient.subjects()),
        same,
        coefficient.expected().isPresent()
            ? Cell.number(100 * coefficient.expected().getAsDouble(), 1)
            : Cell.missing(Kind.NUMBER, ""),
        cell(coefficient));
  }

  private static Cell cell(Coefficient coefficient) {
    if (coefficient.estimate().isEmpty()) {
      return Estimates.notEstimable(Kind.ESTIMATE);
    }
    double estimate = coefficient.estimate().getAsDouble();
    return coefficient
        .interval()
        .map(interval -> Cell.estimate(estimate, interval.lower(), interval.upper(), 2))
        .orElseGet(() ->
            Cell.missing(Kind.ESTIMATE, Cell.number(estimate, 2).printed() + ", no interval"));
  }
}
