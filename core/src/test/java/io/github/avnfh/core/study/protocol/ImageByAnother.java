package io.github.avnfh.core.study.protocol;

import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.ImageReading;
import io.github.avnfh.core.imaging.Modality;
import io.github.avnfh.core.imaging.Presence;

/** Images that a second reader read, or all readers agreed on. */
final class ImageByAnother {
  private ImageByAnother() {}

  static ImageReading of(Timepoint timepoint, Presence lesion) {
    return of(timepoint, "R2", Findings.builder().mriLesion(lesion));
  }

  static ImageReading agreed(Presence lesion) {
    return of(Timepoint.baseline(), ImageReading.CONSENSUS, Findings.builder().mriLesion(lesion));
  }

  static ImageReading ofAcetabulum(Presence changes) {
    return of(Timepoint.baseline(), "R2", Findings.builder().acetabularChanges(changes));
  }

  private static ImageReading of(Timepoint timepoint, String reader, Findings.Builder findings) {
    return ImageReading.builder()
        .timepoint(timepoint)
        .day(timepoint.nominalDay().orElseThrow())
        .modality(Modality.MRI)
        .reader(reader)
        .findings(findings.build())
        .build();
  }
}
