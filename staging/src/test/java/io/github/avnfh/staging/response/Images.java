package io.github.avnfh.staging.response;

import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.ImageReading;
import io.github.avnfh.core.imaging.Modality;
import io.github.avnfh.staging.Draft;
import io.github.avnfh.staging.Hips;
import java.util.List;

/** Images of hips as a reader found them, made up for the tests. */
final class Images {
  private Images() {}

  static Draft lesion(double percent) {
    return Hips.sclerotic().with("lesion_percent", percent);
  }

  static Draft depressed(double depth) {
    return Hips.flattened()
        .with("depression_mm", depth)
        .with("collapsed_surface_percent", 10)
        .with("lesion_percent", 24);
  }

  static ImageReading read(String timepoint, int day, String reader, Draft draft) {
    return read(timepoint, day, reader, draft.findings());
  }

  static ImageReading read(String timepoint, int day, String reader, Findings found) {
    return ImageReading.builder()
        .timepoint(Timepoint.parse(timepoint))
        .day(day)
        .modality(Modality.COMBINED)
        .reader(reader)
        .findings(found)
        .build();
  }

  /** One reader at baseline and after a year. */
  static List<ImageReading> ofAYear(Draft before, Draft after) {
    return List.of(read("BL", 0, "R1", before), read("M12", 365, "R1", after));
  }
}
