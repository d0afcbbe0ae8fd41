package io.github.avnfh.staging.agreement;

import io.github.avnfh.core.statistics.Distribution;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** Cohen's kappa and its weighted forms. */
final class PairKappa {
  private static final String CONVENTION =
      "Wald interval, large-sample standard error (Fleiss, Cohen and Everitt 1969)";

  private final KappaMethod method;
  private final int subjects;
  private final int categories;
  private final List<List<Integer>> pairs;
  private final PatientJackknife jackknife;

  PairKappa(KappaMethod method, Ratings<?> ratings) {
    if (ratings.readers() != 2) {
      throw new IllegalArgumentException(
          "readers of " + method.label() + " [count] must be 2, but was " + ratings.readers());
    }
    List<List<Integer>> positions = ratings.positions();
    int[] kept = IntStream.range(0, positions.size())
        .filter(subject -> positions.get(subject).size() == 2)
        .toArray();
    Shape.atLeastTwo("subjects that both readers rated", kept.length);
    this.method = method;
    this.subjects = ratings.subjects();
    this.categories = ratings.categories().size();
    this.pairs = IntStream.of(kept).mapToObj(positions::get).toList();
    this.jackknife = ratings.jackknife(kept);
  }

  Coefficient estimate(double level, AgreementInterval interval) {
    double[] counts = new double[categories * categories];
    for (List<Integer> pair : pairs) {
      counts[cell(pair)]++;
    }
    Square square = new Square(counts);
    Coefficient.Builder result = Coefficient.builder()
        .name(method.label())
        .subjects(pairs.size())
        .patients(jackknife.patients())
        .leftOut(subjects - pairs.size())
        .observed(square.observed)
        .expected(square.expected);
    if (interval != AgreementInterval.INDEPENDENT_SUBJECTS) {
      return new ChanceCorrected(square.observed, square.expected, -1)
          .byPatient(
              result,
              jackknife,
              contributions(),
              sums -> new Square(sums).kappa(),
              level,
              scoreInterval(square));
    }
    result.convention(CONVENTION);
    if (ChanceCorrected.isWhole(square.expected)) {
      return result.build();
    }
    double kappa = square.kappa();
    double error = square.standardError();
    if (error > 0) {
      double reach = Distribution.normal().upperQuantile((1 - level) / 2) * error;
      result.interval(Limits.of(kappa - reach, kappa + reach, level));
    }
    return result.estimate(kappa).standardError(OptionalDouble.of(error)).build();
  }

  /**
   * Partial agreement is more than a mixture of full agreement and chance: with weights the model
   * gives the form of the variance, and the jackknife its size.
   */
  private ScoreInterval scoreInterval(Square square) {
    DoubleUnaryOperator model = kappa -> square.mixture(kappa).variance() / pairs.size();
    if (categories > 2 && method != KappaMethod.COHEN) {
      return ScoreInterval.scaled(model, jackknife.mostSubjects());
    }
    // two hips of a patient that agree or disagree together carry less than two patients
    double effect = jackknife.designEffect(pairs.stream()
        .mapToDouble(pair -> square.influence(pair.get(0), pair.get(1)))
        .toArray());
    return new ScoreInterval(model, (estimate, error) -> effect);
  }

  private int cell(List<Integer> pair) {
    return pair.get(0) * categories + pair.get(1);
  }

  /** Of each subject: 1 in the cell of its pair. */
  private double[][] contributions() {
    double[][] contributions = new double[pairs.size()][categories * categories];
    for (int subject = 0; subject < contributions.length; subject++) {
      contributions[subject][cell(pairs.get(subject))] = 1;
    }
    return contributions;
  }

  @FunctionalInterface
  private interface Cell {
    double at(int row, int column);
  }

  /** The square of proportions: the first reader's categories by the second's. */
  private final class Square {
    private final double used;
    private final double[][] proportions = new double[categories][categories];
    private final double[] first = new double[categories];
    private final double[] second = new double[categories];

    /** The expected agreement with a category of the one reader. */
    private final double[] ofRow = new double[categories];

    private final double[] ofColumn = new double[categories];
    private final double observed;
    private final double expected;

    Square(double[] counts) {
      this.used = ChanceCorrected.sum(counts);
      for (int i = 0; i < categories; i++) {
        for (int j = 0; j < categories; j++) {
          proportions[i][j] = counts[i * categories + j] / used;
          first[i] += proportions[i][j];
          second[j] += proportions[i][j];
        }
      }
      for (int i = 0; i < categories; i++) {
        for (int j = 0; j < categories; j++) {
          // mean weights of a row, sum of w_ij p_.j, and of a column, sum of w_ij p_i.
          ofRow[i] += weight(i, j) * second[j];
          ofColumn[j] += weight(i, j) * first[i];
        }
      }
      this.observed = sum((i, j) -> weight(i, j) * proportions[i][j]);
      this.expected = sum((i, j) -> weight(i, j) * first[i] * second[j]);
    }

    private double sum(Cell cell) {
      double sum = 0;
      for (int i = 0; i < categories; i++) {
        for (int j = 0; j < categories; j++) {
          sum += cell.at(i, j);
        }
      }
      return sum;
    }

    private double weight(int row, int column) {
      return method.weight(row, column, categories);
    }

    double kappa() {
      return ChanceCorrected.coefficient(observed, expected);
    }

    double standardError() {
      return ChanceCorrected.unlessRounding(Math.sqrt(variance() / used));
    }

    /**
     * The square of agreement with a probability of kappa and chance otherwise, both by the mean
     * proportions of the two readers. Cells that a kappa below 0 would make negative are 0.
     */
    private Square mixture(double kappa) {
      double[] cells = new double[categories * categories];
      for (int i = 0; i < categories; i++) {
        double category = (first[i] + second[i]) / 2;
        for (int j = 0; j < categories; j++) {
          // m_i m_j (1 - kappa), and kappa m_i on the diagonal
          double chance = category * (first[j] + second[j]) / 2;
          cells[i * categories + j] =
              Math.max(0, (1 - kappa) * chance + (i == j ? kappa * category : 0));
        }
      }
      return new Square(cells);
    }

    /** The variance of Fleiss, Cohen and Everitt, times the number of subjects. */
    double variance() {
      // sum of p_ij (x_ij - mean)^2 / (1 - p_e)^4: the published sum of p_ij x_ij^2 - mean^2
      // without its cancellation
      return sum((i, j) -> proportions[i][j] * Math.pow(influence(i, j), 2))
          / Math.pow(1 - expected, 4);
    }

    /** The influence of a subject, times the square of one less the expected agreement. */
    double influence(int row, int column) {
      // x_ij = w_ij (1 - p_e) - (w_i. + w_.j)(1 - p_o), whose mean is p_o p_e - 2 p_e + p_o
      double center = observed * expected - 2 * expected + observed;
      return weight(row, column) * (1 - expected)
          - (ofRow[row] + ofColumn[column]) * (1 - observed)
          - center;
    }
  }
}
