package io.github.avnfh.core.study.protocol;

import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.imaging.Examination;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.Modality;
import io.github.avnfh.core.imaging.Presence;

/** Images that a second reader read. */
final class ImageByAnother {
  private ImageByAnother() {}

  static Examination of(Timepoint timepoint, Presence lesion) {
    return of(timepoint, Findings.builder().mriLesion(lesion).build());
  }

  static Examination ofAcetabulum(Presence changes) {
    return of(
        Timepoint.baseline(), Findings.builder().acetabularChanges(changes).build());
  }

  private static Examination of(Timepoint timepoint, Findings findings) {
    return Examination.builder()
        .timepoint(timepoint)
        .day(timepoint.nominalDay().orElseThrow())
        .modality(Modality.MRI)
        .reader("R2")
        .findings(findings)
        .build();
  }
}
