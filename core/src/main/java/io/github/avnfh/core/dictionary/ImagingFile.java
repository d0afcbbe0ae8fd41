package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.DataKind;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.csv.CsvRow;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.ImageReading;
import io.github.avnfh.core.imaging.Modality;
import io.github.avnfh.core.imaging.View;
import io.github.avnfh.core.internal.OneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code imaging.csv}: a row per hip, visit, kind of images and reader. */
record ImagingFile(CohortAssembler assembler) implements CohortFile {
  private static final DayCells DAY = DayCells.named("");

  @Override
  public String file() {
    return IMAGING;
  }

  @Override
  public Optional<DataKind> kind() {
    return Optional.of(DataKind.IMAGES);
  }

  @Override
  public List<String> required() {
    return List.of(PATIENT, SIDE, VISIT, "modality", "reader");
  }

  @Override
  public List<String> optional() {
    List<String> columns = new ArrayList<>(Findings.columns());
    columns.addAll(List.of("view", DAY.dayColumn(), DAY.dateColumn(), ORIGIN));
    return columns;
  }

  @Override
  public void take(CsvRow row) {
    Optional<CohortAssembler.HipEntry> hip = assembler.hip(row);
    Optional<Timepoint> timepoint = assembler.timepoint(row);
    Optional<Modality> modality = row.required("modality", Modality::parse);
    Optional<String> reader = row.required("reader", text -> OneLine.check("reader", text));
    Optional<View> view = row.optional("view", View::parse);
    Findings findings = Findings.read(row);
    OptionalInt day = hip.isPresent() ? day(row, hip.get()) : OptionalInt.empty();
    assembler.origin(row);
    if (row.isSound()) {
      ImageReading reading = ImageReading.builder()
          .timepoint(timepoint.orElseThrow())
          .day(day.orElseThrow())
          .modality(modality.orElseThrow())
          .view(view)
          .reader(reader.orElseThrow())
          .findings(findings)
          .build();
      hip.orElseThrow().add(reading, row);
    }
  }

  private OptionalInt day(CsvRow row, CohortAssembler.HipEntry hip) {
    OptionalInt day = DAY.required(row, hip.indexDate());
    if (day.isPresent() && hip.isReplacedBefore(day.getAsInt())) {
      row.report(
          DAY.dayColumn(),
          "lies after the replacement of the hip; images of the hip itself were expected");
    } else if (day.isPresent() && hip.isDeadBefore(day.getAsInt())) {
      row.report(
          DAY.dayColumn(),
          "lies after the death of the patient; images of a living patient were expected");
    }
    return day;
  }

  /** Writes the readings of images of a cohort. */
  static String text(Cohort cohort) {
    return CohortFile.text(
        cohort,
        CohortFile.joined(
            List.of(PATIENT, SIDE, VISIT, DAY.dayColumn(), "modality", "view", "reader"),
            Findings.columns()),
        cohort.hips().stream()
            .flatMap(hip -> hip.imageReadings().stream().map(images -> row(hip, images))));
  }

  private static List<String> row(Hip hip, ImageReading images) {
    List<String> key = List.of(
        hip.id().patient().value(),
        hip.id().side().code(),
        images.timepoint().code(),
        Integer.toString(images.day()),
        images.modality().code(),
        images.view().map(View::code).orElse(""),
        images.reader());
    return CohortFile.joined(
        key, CohortFile.cells(Findings.columns(), images.findings().codes()));
  }
}
