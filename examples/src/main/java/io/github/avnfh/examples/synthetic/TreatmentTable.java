package io.github.avnfh.examples.synthetic;

import io.github.avnfh.core.treatment.AspirationSite;
import java.util.List;

/** Writes the made-up treatments in the layout of {@code procedures.csv}. */
final class TreatmentTable {
  private final CsvText text = new CsvText(
      "patient_id",
      "side",
      "procedure",
      "day",
      "number",
      "volume_mL",
      "aliquots",
      "smallest_aliquot_mL",
      "largest_aliquot_mL",
      "site",
      "adequate",
      "spins",
      "viability_percent",
      "density_gradient",
      "cultured",
      "cryopreserved",
      "drill_mm",
      "duration_min",
      "reason");

  private TreatmentTable() {}

  static String of(List<Subject> subjects) {
    TreatmentTable table = new TreatmentTable();
    subjects.forEach(table::add);
    return table.text.toString();
  }

  private void add(Subject subject) {
    for (Session session : subject.sessions) {
      addMarrow(subject, session);
      for (SubjectHip hip : subject.hips) {
        if (session.timepoint.equals(Schedule.BASELINE)) {
          addDecompression(hip, session);
        }
        addInjection(hip, session);
      }
    }
  }

  private void addMarrow(Subject subject, Session session) {
    row(
        List.of(subject.id, "", "aspiration", CsvText.whole(session.day), ""),
        List.of(
            CsvText.tenths(session.aspirated),
            CsvText.whole(session.aliquots),
            CsvText.tenths(session.smallestAliquot),
            CsvText.tenths(session.largestAliquot),
            AspirationSite.POSTERIOR_ILIAC_CREST.code(),
            CsvText.flag(true)),
        List.of("", "", "", "", ""),
        List.of("", "", ""));
    row(
        List.of(subject.id, "", "preparation", CsvText.whole(session.day), ""),
        List.of(CsvText.tenths(session.prepared), "", "", "", "", ""),
        List.of(
            "1200x10 3000x7",
            CsvText.tenths(session.viability),
            CsvText.flag(false),
            CsvText.flag(false),
            CsvText.flag(false)),
        List.of("", "", ""));
  }

  private void addDecompression(SubjectHip hip, Session session) {
    row(
        List.of(hip.subject.id, hip.side.code(), "decompression", CsvText.whole(session.day), ""),
        List.of("", "", "", "", "", ""),
        List.of("", "", "", "", ""),
        List.of("3.2", "", ""));
  }

  private void addInjection(SubjectHip hip, Session session) {
    int number = 1 + Schedule.INJECTIONS.indexOf(session.timepoint);
    row(
        List.of(
            hip.subject.id,
            hip.side.code(),
            "injection",
            CsvText.whole(session.day),
            CsvText.whole(number)),
        List.of(CsvText.tenths(session.prepared / hip.subject.hips.size()), "", "", "", "", ""),
        List.of("", "", "", "", ""),
        List.of("", CsvText.tenths(session.minutes), number == 3 ? reason(hip) : ""));
  }

  /** The study leaves the third injection to clinical and MRI findings, and gives no rule. */
  private static String reason(SubjectHip hip) {
    boolean edema =
        hip.images.stream().anyMatch(image -> image.visit.equals(Schedule.MONTH_6) && image.edema);
    return edema ? "edema on MRI at 6 months" : "pain at 6 months";
  }

  private void row(
      List<String> what, List<String> marrow, List<String> cells, List<String> injected) {
    text.row(List.of(what, marrow, cells, injected).stream()
        .flatMap(List::stream)
        .toArray(String[]::new));
  }
}
