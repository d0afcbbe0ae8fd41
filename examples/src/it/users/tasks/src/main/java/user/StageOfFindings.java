package user;

import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.Presence;
import io.github.avnfh.staging.steinberg.Steinberg;

/** The stage that follows from findings on images. */
class StageOfFindings {
  private StageOfFindings() {}


  static String answer() {
    Findings findings = Findings.builder().crescent(Presence.PRESENT).crescentPercent(22)
        .flattening(Presence.ABSENT).jointSpaceNarrowing(Presence.ABSENT).build();
    var read = Steinberg.PENNSYLVANIA_1995.read(findings);
    return read.stage().text() + read.grade().text();
  }
}
