package io.github.avnfh.examples.validity;

import io.github.avnfh.examples.validity.Method.Range;
import io.github.avnfh.staging.agreement.AgreementInterval;
import io.github.avnfh.staging.agreement.AgreementLimits;
import io.github.avnfh.staging.agreement.BlandAltman;
import io.github.avnfh.staging.agreement.IccForm;
import io.github.avnfh.staging.agreement.KappaMethod;
import io.github.avnfh.staging.agreement.Limits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Agreement of readers, and the designs on which it is tried. */
final class AgreementStudy {
  private static final String AGREEMENT = "ICC, absolute agreement, one reading";
  private static final String CONSISTENCY = "ICC, consistency, one reading";
  private static final String BIAS = "Bland-Altman, mean difference";
  private static final String UPPER = "Bland-Altman, upper limit";

  private static final String KAPPA_REASON =
      "a handful of subjects carry all that is known of a rare category, and their number takes few values";
  private static final String ICC_REASON =
      "the mean squares of skewed hips depend on the few in the tail, and vary more than a jackknife over 46 patients shows; of readings that are near normal after a transformation, such as the logarithm, it holds";
  private static final String LIMITS_REASON =
      "whether differences are normal is decided from the sample";

  private static final double LEVEL = 0.95;
  private static final double NORMAL = 1.96;
  private static final int LARGE = 200_000;
  private static final long LARGE_SEED = 20_260_101;

  /** True kappas by design, each found once. */
  private static final Map<ReadingDesign, Map<String, Double>> TRUTHS = new ConcurrentHashMap<>();

  private AgreementStudy() {}

  /** Every method is one line. */
  private static List<Method<ReadingDesign.Sample>> methods() {
    List<Method<ReadingDesign.Sample>> methods = new ArrayList<>();
    for (KappaMethod kappa : KappaMethod.values()) {
      methods.add(kappa(kappa, "default", AgreementInterval.BY_PATIENT).asDefault(KAPPA_REASON));
      methods.add(kappa(kappa, "hips as independent", AgreementInterval.INDEPENDENT_SUBJECTS));
    }
    methods.add(icc(AGREEMENT, IccForm.AGREEMENT_SINGLE, "default", AgreementInterval.BY_PATIENT)
        .asDefault(ICC_REASON));
    methods.add(icc(
        AGREEMENT,
        IccForm.AGREEMENT_SINGLE,
        "hips as independent",
        AgreementInterval.INDEPENDENT_SUBJECTS));
    methods.add(
        icc(CONSISTENCY, IccForm.CONSISTENCY_SINGLE, "default", AgreementInterval.BY_PATIENT)
            .asDefault(ICC_REASON));
    methods.add(icc(
        CONSISTENCY,
        IccForm.CONSISTENCY_SINGLE,
        "hips as independent",
        AgreementInterval.INDEPENDENT_SUBJECTS));
    methods.add(bias("default", AgreementLimits.NORMAL).asDefault());
    methods.add(bias("hips as independent", AgreementLimits.INDEPENDENT_SUBJECTS));
    methods.add(Method.interval(
            UPPER,
            "default",
            (ReadingDesign.Sample sample) ->
                range(BlandAltman.of(sample.measurements(), LEVEL).upperInterval()))
        .asDefault(LIMITS_REASON));
    methods.add(upper("by patient", AgreementLimits.NORMAL));
    methods.add(upper("hips as independent", AgreementLimits.INDEPENDENT_SUBJECTS));
    return methods;
  }

  private static Method<ReadingDesign.Sample> kappa(
      KappaMethod method, String name, AgreementInterval interval) {
    return Method.interval(
        method.label(),
        name,
        sample -> range(method.estimate(sample.ratings(), LEVEL, interval).interval()));
  }

  private static Method<ReadingDesign.Sample> icc(
      String quantity, IccForm form, String name, AgreementInterval interval) {
    return Method.interval(
        quantity,
        name,
        sample -> range(form.estimate(sample.measurements(), LEVEL, interval).interval()));
  }

  private static Method<ReadingDesign.Sample> bias(String name, AgreementLimits limits) {
    return Method.interval(
        BIAS,
        name,
        sample -> range(BlandAltman.of(sample.measurements(), LEVEL, limits).biasInterval()));
  }

  private static Method<ReadingDesign.Sample> upper(String name, AgreementLimits limits) {
    return Method.interval(
        UPPER,
        name,
        sample -> range(BlandAltman.of(sample.measurements(), LEVEL, limits).upperInterval()));
  }

  private static Optional<Range> range(Optional<Limits> limits) {
    return limits.map(found -> new Range(found.lower(), found.upper()));
  }

  /**
   * True intraclass correlations and limits are in closed form, true kappas those of a study of
   * 200,000 hips.
   */
  static Study<ReadingDesign.Sample> study(List<Integer> sizes) {
    Study<ReadingDesign.Sample> study = new Study<>(methods());
    categories(study, sizes, "two categories, half and half", List.of(0.0));
    categories(study, sizes, "two categories, 10 %", List.of(1.281551565545 * 1.1));
    categories(study, sizes, "two categories, 5 %", List.of(1.644853626951 * 1.1));
    categories(study, sizes, "four categories", List.of(-0.7, 0.3, 1.2));
    for (int patients : sizes) {
      for (double correlation : List.of(0.0, 0.6)) {
        for (int readers : List.of(2, 3)) {
          for (double ofReaders : List.of(0.0, 0.35)) {
            numbers(study, readings(patients, correlation, readers, ofReaders, false));
          }
        }
        for (double ofReaders : List.of(0.0, 0.35)) {
          numbers(study, readings(patients, correlation, 2, ofReaders, true));
        }
      }
    }
    return study;
  }

  private static ReadingDesign readings(
      int patients, double correlation, int readers, double ofReaders, boolean skewed) {
    return new ReadingDesign(
        patients, 0.5, correlation, readers, ofReaders, 0.4, skewed, List.of());
  }

  private static void categories(
      Study<ReadingDesign.Sample> study, List<Integer> sizes, String name, List<Double> cuts) {
    for (double error : List.of(0.1, 0.4)) {
      Map<String, Double> truths = TRUTHS.computeIfAbsent(
          new ReadingDesign(0, 0, 0, 2, 0, error, false, cuts), AgreementStudy::kappas);
      for (int patients : sizes) {
        for (double correlation : List.of(0.0, 0.6)) {
          ReadingDesign design =
              new ReadingDesign(patients, 0.5, correlation, 2, 0, error, false, cuts);
          study.add(new Study.Scenario<>(
              name + ", error " + error + ", correlation " + correlation,
              patients,
              truths,
              design::draw));
        }
      }
    }
  }

  private static Map<String, Double> kappas(ReadingDesign design) {
    var ratings = design.large(LARGE, LARGE_SEED).ratings();
    Map<String, Double> kappas = new LinkedHashMap<>();
    for (KappaMethod kappa : KappaMethod.values()) {
      kappas.put(
          kappa.label(),
          kappa
              .estimate(ratings, LEVEL, AgreementInterval.INDEPENDENT_SUBJECTS)
              .estimate()
              .orElseThrow());
    }
    return kappas;
  }

  private static void numbers(Study<ReadingDesign.Sample> study, ReadingDesign design) {
    Map<String, Double> truths = new LinkedHashMap<>();
    truths.put(AGREEMENT, design.correlationOfReadings(true));
    truths.put(CONSISTENCY, design.correlationOfReadings(false));
    if (design.readers() == 2 && design.readerVariance() == 0) {
      truths.put(BIAS, 0.0);
      truths.put(UPPER, NORMAL * design.deviationOfDifferences());
    }
    String name = design.readers() + " readers"
        + (design.readerVariance() > 0 ? " with a fifth of the variance" : "")
        + (design.skewed() ? ", skewed hips" : "") + ", correlation " + design.correlation();
    study.add(new Study.Scenario<>(name, design.patients(), truths, design::draw));
  }
}
