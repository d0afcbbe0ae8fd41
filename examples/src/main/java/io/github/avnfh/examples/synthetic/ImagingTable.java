package io.github.avnfh.examples.synthetic;

import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.imaging.ImageReading;
import io.github.avnfh.core.imaging.Modality;
import java.util.List;

/**
 * Writes the made-up images in the layout of {@code imaging.csv}: the consensus of every visit, and
 * after that of baseline what each reader saw.
 */
final class ImagingTable {
  private final CsvText text = new CsvText(
      "patient_id",
      "side",
      "visit",
      "day",
      "modality",
      "reader",
      "mri_lesion",
      "radiograph_abnormal",
      "sclerosis_or_cysts",
      "lesion_percent",
      "crescent",
      "crescent_percent",
      "flattening",
      "collapsed_surface_percent",
      "depression_mm",
      "joint_space_narrowing",
      "acetabular_changes",
      "joint_space_obliterated",
      "edema",
      "lesion_location");

  private ImagingTable() {}

  static String of(List<Subject> subjects) {
    ImagingTable table = new ImagingTable();
    subjects.stream().flatMap(subject -> subject.hips.stream()).forEach(table::add);
    return table.text.toString();
  }

  private void add(SubjectHip hip) {
    for (Image image : hip.images) {
      addConsensus(hip, image);
      if (image.visit.equals(Schedule.BASELINE)) {
        hip.blindedReadings.forEach(reading -> addReading(hip, reading));
      }
    }
  }

  private void addConsensus(SubjectHip hip, Image image) {
    boolean abnormal = hip.stage != SteinbergStage.STAGE_I || image.crescent > 0;
    text.row(
        hip.subject.id,
        hip.side.code(),
        image.visit.code(),
        CsvText.whole(hip.subject.day(image.visit)),
        Modality.COMBINED.code(),
        ImageReading.CONSENSUS,
        CsvText.flag(true),
        CsvText.flag(abnormal),
        CsvText.flag(abnormal),
        CsvText.tenths(image.lesion),
        CsvText.flag(image.crescent > 0),
        CsvText.tenths(image.crescent),
        CsvText.flag(image.depression > 0),
        CsvText.tenths(image.collapsedSurface),
        CsvText.tenths(image.depression),
        CsvText.flag(false),
        CsvText.flag(false),
        CsvText.flag(false),
        CsvText.flag(image.edema),
        "");
  }

  /** Who overlooks the lesion can neither measure nor place it. */
  private void addReading(SubjectHip hip, BlindedReading reading) {
    text.row(
        hip.subject.id,
        hip.side.code(),
        Schedule.BASELINE.code(),
        CsvText.whole(hip.subject.day(Schedule.BASELINE)),
        Modality.MRI.code(),
        reading.reader,
        CsvText.flag(reading.seesLesion),
        "",
        "",
        reading.seesLesion ? CsvText.tenths(reading.lesion) : "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        CsvText.flag(reading.seesEdema),
        reading.seesLesion ? reading.location.code() : "");
  }
}
