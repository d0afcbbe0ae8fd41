package io.github.avnfh.staging.agreement;

import io.github.avnfh.core.statistics.Distribution;
import java.util.List;
import java.util.OptionalDouble;
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
          .byPatient(result, jackknife, contributions(), sums -> new Square(sums).kappa(), level);
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
    private final double[][] shares = new double[categories][categories];
    private final double[] first = new double[categories];
    private final double[] second = new double[categories];
    private final double observed;
    private final double expected;

    Square(double[] counts) {
      this.used = ChanceCorrected.sum(counts);
      for (int i = 0; i < categories; i++) {
        for (int j = 0; j < categories; j++) {
          shares[i][j] = counts[i * categories + j] / used;
          first[i] += shares[i][j];
          second[j] += shares[i][j];
        }
      }
      this.observed = sum((i, j) -> weight(i, j) * shares[i][j]);
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
      double[] ofRow = new double[categories];
      double[] ofColumn = new double[categories];
      for (int i = 0; i < categories; i++) {
        for (int j = 0; j < categories; j++) {
          ofRow[i] += weight(i, j) * second[j];
          ofColumn[j] += weight(i, j) * first[i];
        }
      }
      double center = observed * expected - 2 * expected + observed;
      double spread = sum((i, j) -> {
        double term = weight(i, j) * (1 - expected) - (ofRow[i] + ofColumn[j]) * (1 - observed);
        return shares[i][j] * (term - center) * (term - center);
      });
      return ChanceCorrected.unlessRounding(Math.sqrt(spread / used) / Math.pow(1 - expected, 2));
    }
  }
}
