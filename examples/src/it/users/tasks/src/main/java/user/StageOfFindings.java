package user;

import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.staging.steinberg.Steinberg;
import java.util.Map;

/** The stage that follows from findings on images. */
class StageOfFindings {
  private StageOfFindings() {}


  static String answer(Map<String, Object> sent) {
    var read = Steinberg.PENNSYLVANIA_1995.read(Findings.ofCodes(sent));
    return read.stage().text() + read.grade().text();
  }
}
