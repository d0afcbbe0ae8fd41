package user;

import io.github.avnfh.survival.KaplanMeierEstimate;
import java.util.List;

/** The mean time without arthroplasty within two years, in each stage. */
class MeanOfTwoYears {
  private MeanOfTwoYears() {}


  static List<Double> answer(KaplanMeierEstimate curves) {
    return curves.curves().stream().map(curve -> curve.restrictedMean(731).mean()).toList();
  }
}
