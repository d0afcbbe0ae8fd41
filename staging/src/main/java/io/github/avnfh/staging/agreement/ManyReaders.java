package io.github.avnfh.staging.agreement;

import io.github.avnfh.core.statistics.Distribution;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Fleiss' kappa and Gwet's AC1, with subjects that not every reader rated. */
final class ManyReaders {
  private static final String CONVENTION =
      "t interval with subjects - 1 degrees of freedom, standard error linearized over subjects"
          + " (Gwet 2008)";

  private final KappaMethod method;
  private final int total;
  private final int categories;
  private final double[][] counts;
  private final int[] readings;
  private final int several;
  private final PatientJackknife jackknife;
  private final Sums whole;

  ManyReaders(KappaMethod method, Ratings<?> ratings) {
    List<List<Integer>> positions = ratings.positions();
    int[] rated = IntStream.range(0, positions.size())
        .filter(subject -> !positions.get(subject).isEmpty())
        .toArray();
    this.method = method;
    this.total = ratings.subjects();
    this.categories = ratings.categories().size();
    this.counts = new double[rated.length][categories];
    this.readings =
        IntStream.of(rated).map(subject -> positions.get(subject).size()).toArray();
    this.several = (int) IntStream.of(readings).filter(count -> count > 1).count();
    Shape.atLeastTwo("subjects that two readers or more rated", several);
    for (int subject = 0; subject < counts.length; subject++) {
      for (int category : positions.get(rated[subject])) {
        counts[subject][category]++;
      }
    }
    this.jackknife = ratings.jackknife(rated);
    double[] sums = new double[categories + 3];
    for (double[] terms : contributions()) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += terms[i];
      }
    }
    this.whole = new Sums(sums);
  }

  /** Of each subject: its proportions by category, its agreement, whether it has one, and 1. */
  private double[][] contributions() {
    double[][] contributions = new double[counts.length][categories + 3];
    for (int subject = 0; subject < counts.length; subject++) {
      for (int category = 0; category < categories; category++) {
        contributions[subject][category] = counts[subject][category] / readings[subject];
      }
      contributions[subject][categories] = agreement(subject);
      contributions[subject][categories + 1] = readings[subject] > 1 ? 1 : 0;
      contributions[subject][categories + 2] = 1;
    }
    return contributions;
  }

  private double agreement(int subject) {
    if (readings[subject] < 2) {
      return 0;
    }
    double pairs = 0;
    for (double count : counts[subject]) {
      // of r (r - 1) ordered pairs of readings, those of one category
      pairs += count * (count - 1);
    }
    return pairs / (readings[subject] * (readings[subject] - 1.0));
  }

  /** The coefficient from sums of contributions. */
  private final class Sums {
    private final double[] proportions;
    private final double observed;
    private final double expected;

    Sums(double[] sums) {
      this.proportions = new double[categories];
      for (int category = 0; category < categories; category++) {
        proportions[category] = sums[category] / sums[categories + 2];
      }
      this.observed = sums[categories] / sums[categories + 1];
      this.expected = expected(proportions);
    }

    double expected(double[] given) {
      double expected = 0;
      for (int category = 0; category < categories; category++) {
        // Fleiss: sum of m^2; Gwet: sum of m (1 - m) / (q - 1)
        expected += method == KappaMethod.FLEISS
            ? proportions[category] * given[category]
            : (1 - proportions[category]) * given[category] / (categories - 1);
      }
      return expected;
    }

    double coefficient() {
      return ChanceCorrected.coefficient(observed, expected);
    }
  }

  Coefficient estimate(double level, AgreementInterval interval) {
    Coefficient.Builder result = Coefficient.builder()
        .name(method.label())
        .subjects(several)
        .patients(jackknife.patients())
        .leftOut(total - several)
        .observed(whole.observed)
        .expected(whole.expected);
    if (interval != AgreementInterval.INDEPENDENT_SUBJECTS) {
      return byPatient(result, level);
    }
    result.convention(CONVENTION);
    if (ChanceCorrected.isWhole(whole.expected)) {
      return result.build();
    }
    double kappa = whole.coefficient();
    double error = ChanceCorrected.unlessRounding(standardError(kappa));
    if (error > 0) {
      double reach =
          Distribution.studentT(counts.length - 1.0).upperQuantile((1 - level) / 2) * error;
      result.interval(Limits.of(kappa - reach, kappa + reach, level));
    }
    return result.estimate(kappa).standardError(OptionalDouble.of(error)).build();
  }

  private Coefficient byPatient(Coefficient.Builder result, double level) {
    ChanceCorrected coefficient = new ChanceCorrected(whole.observed, whole.expected, lowest());
    ToDoubleFunction<double[]> statistic = sums -> new Sums(sums).coefficient();
    double kappa = whole.coefficient();
    double effect = jackknife.designEffect(Arrays.stream(contributions())
        .mapToDouble(terms -> influence(terms, kappa))
        .toArray());
    return method == KappaMethod.FLEISS
        ? coefficient.byPatient(
            result,
            jackknife,
            contributions(),
            statistic,
            level,
            new ScoreInterval(this::mixtureVariance, (estimate, error) -> effect))
        : coefficient.byPatient(result, jackknife, contributions(), statistic, level);
  }

  /**
   * The variance of Fleiss' kappa of independent subjects where all readers agree with a
   * probability of kappa and each draws his own category otherwise, both by the proportions of the
   * sample. It is the mean square of {@code (a - o - 2 (1 - kappa) (h - e)) / (1 - e)}, with a the
   * agreement of a subject and h the mean proportion of its categories; of r readings drawn apart,
   * {@code var a = (4 (r - 2) z1 + 2 z2) / (r (r - 1))}, {@code cov(a, h) = 2 z1 / r} and
   * {@code var h = z1 / r} with {@code z1 = sum m^3 - e^2} and {@code z2 = e - e^2}.
   */
  private double mixtureVariance(double kappa) {
    double e = whole.expected;
    double cubes = Arrays.stream(whole.proportions).map(m -> m * m * m).sum();
    double z1 = cubes - e * e;
    double z2 = e - e * e;
    double apart = 1 - kappa;
    // readers who agree on a category: a = 1, h = m, and o = kappa + (1 - kappa) e, which gives
    // (1 - kappa)^2 mean of (1 - e - 2 (m - e))^2
    double agree = apart * apart * ((1 - e) * (1 - e) + 4 * z1);
    double sum = 0;
    for (int r : readings) {
      if (r > 1) {
        // readers apart: var a - 4 (1 - kappa) cov(a, h) + 4 (1 - kappa)^2 var h, and the square of
        // e - o = -kappa (1 - e)
        double own = (4 * (r - 2) * z1 + 2 * z2) / (r * (r - 1.0))
            - 8 * apart * z1 / r
            + 4 * apart * apart * z1 / r
            + kappa * kappa * (1 - e) * (1 - e);
        sum += kappa * agree + apart * own;
      }
    }
    return sum / several / several / ((1 - e) * (1 - e));
  }

  /**
   * The least value: m readings of a subject cannot all differ from the proportions more than
   * {@code -1 / (m - 1)}, and Gwet's chance agreement is at most 1 over the number of categories.
   */
  private double lowest() {
    int fewest = IntStream.of(readings).filter(count -> count > 1).min().orElseThrow();
    return method == KappaMethod.FLEISS ? -1.0 / (fewest - 1) : -1.0 / (categories - 1);
  }

  private double standardError(double kappa) {
    double[][] contributions = contributions();
    double sum = 0;
    for (double[] terms : contributions) {
      double influence = influence(terms, kappa);
      sum += influence * influence;
    }
    return Math.sqrt(sum / (counts.length * (counts.length - 1.0)));
  }

  private double influence(double[] terms, double kappa) {
    // only subjects with two readings tell of agreement: their mean is over fewer subjects
    double weight = terms[categories + 1] * counts.length / several;
    double ofAgreement = weight * (terms[categories] - whole.observed);
    // d kappa = (d o - (1 - kappa) d e) / (1 - e); d e is twice the linear form of expected(...),
    // for AC1 too, since the changes of proportions add up to 0
    double ofChance = 2 * (1 - kappa) * (whole.expected(terms) - whole.expected);
    return (ofAgreement - ofChance) / (1 - whole.expected);
  }
}
