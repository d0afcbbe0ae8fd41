package user;

import io.github.avnfh.survival.KaplanMeierEstimate;
import io.github.avnfh.survival.figure.KaplanMeierFigure;

/** The curves with their risk table as SVG. */
class FigureOfCurves {
  private FigureOfCurves() {}


  static String answer(KaplanMeierEstimate curves) {
    return KaplanMeierFigure.of(curves).svg();
  }
}
