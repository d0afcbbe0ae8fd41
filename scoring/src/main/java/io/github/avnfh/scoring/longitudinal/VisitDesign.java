package io.github.avnfh.scoring.longitudinal;

import io.github.avnfh.core.statistics.RestrictedCubicSpline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The fixed effects of a model over visits: an intercept, the visit as factor or as time, the group
 * and its interaction with the visit, covariates and interactions.
 *
 * <p>Columns are centered and scaled, z = (x - m) / s, so that a covariate far from 0 costs no
 * digits. Since a coefficient b of x is one of z divided by s, and the intercept is the value of
 * the model at x = 0, every answer is a contrast of the coefficients of z.
 */
final class VisitDesign {
  /** What is left of the square of a column that the columns before it do not explain. */
  private static final double COLLINEAR = 1e-10;

  private final VisitScores scores;
  private final Map<String, Block> blocks = new LinkedHashMap<>();
  private final List<Block[]> products = new ArrayList<>();
  private final List<String> terms = new ArrayList<>(List.of("(intercept)"));
  private final double[] mean;
  private final double[] scale;
  private final boolean hasCovariates;
  private final double[][] cells;

  /** The columns of one effect: by visit, by group, or by row with values at which means are. */
  private static final class Block {
    private final List<String> terms;
    private final double[][] codes;
    private final Kind kind;
    private final double[] reference;

    private enum Kind {
      VISIT,
      GROUP,
      ROW
    }

    private Block(Kind kind, List<String> terms, double[][] codes, double[] reference) {
      this.kind = kind;
      this.terms = terms;
      this.codes = codes;
      this.reference = reference;
    }

    int size() {
      return terms.size();
    }
  }

  private VisitDesign(VisitScores scores, TimeEffect time) {
    this.scores = scores;
    blocks.put(scores.visitName(), visitBlock(scores, time));
    if (scores.isGrouped()) {
      blocks.put(scores.groupName(), factor(Block.Kind.GROUP, scores.groupName(), scores.groups()));
    }
    List<VisitCovariate> covariates = scores.covariates();
    covariates.forEach(each -> blocks.put(each.name(), covariate(each)));
    blocks.values().forEach(block -> terms.addAll(block.terms));
    if (scores.isGrouped()) {
      interact(scores.visitName(), scores.groupName());
    }
    scores.interactions().forEach(names -> interact(names.get(0), names.get(1)));
    this.mean = new double[terms.size()];
    this.scale = new double[terms.size()];
    Arrays.fill(scale, 1);
    this.hasCovariates = !covariates.isEmpty();
    this.cells = new double[scores.groups().size() * scores.visits().size()][];
  }

  static VisitDesign of(VisitScores scores, TimeEffect time) {
    VisitDesign design = new VisitDesign(scores, time);
    if (time == TimeEffect.FACTOR) {
      design.requireEveryVisitInEveryGroup();
    }
    design.standardize();
    return design;
  }

  private void interact(String first, String second) {
    Block one = blocks.get(first);
    Block other = blocks.get(second);
    if (one == null || other == null) {
      // a group that all hips share has no columns
      return;
    }
    products.add(new Block[] {one, other});
    for (String each : one.terms) {
      other.terms.forEach(term -> terms.add(each + ":" + term));
    }
  }

  private static Block factor(Block.Kind kind, String name, List<String> levels) {
    double[][] codes = new double[levels.size()][levels.size() - 1];
    for (int level = 1; level < levels.size(); level++) {
      codes[level][level - 1] = 1;
    }
    List<String> terms =
        levels.stream().skip(1).map(level -> name + "[" + level + "]").toList();
    return new Block(kind, terms, codes, new double[0]);
  }

  private static Block visitBlock(VisitScores scores, TimeEffect time) {
    String name = scores.visitName();
    if (time == TimeEffect.FACTOR) {
      return factor(Block.Kind.VISIT, name, scores.visits());
    }
    double[] times = times(scores);
    if (time == TimeEffect.SLOPE) {
      double[][] codes =
          Arrays.stream(times).mapToObj(t -> new double[] {t}).toArray(double[][]::new);
      return new Block(Block.Kind.VISIT, List.of(name), codes, new double[0]);
    }
    double[] all = IntStream.range(0, scores.size())
        .mapToDouble(row -> times[scores.visit(row)])
        .toArray();
    RestrictedCubicSpline spline = RestrictedCubicSpline.ofQuantiles(all, time.knots());
    double[][] codes =
        Matrix.ofRows(spline.columns(times), times.length).transposed().cells();
    List<String> terms = IntStream.range(1, time.knots())
        .mapToObj(number -> name + "[" + number + "]")
        .toList();
    return new Block(Block.Kind.VISIT, terms, codes, new double[0]);
  }

  private static double[] times(VisitScores scores) {
    return scores.visits().stream()
        .map(VisitScoresBuilder::time)
        .mapToDouble(time -> time.orElseThrow(() -> new IllegalArgumentException(
            "visits of a slope [numbers] must be numbers or timepoints, but were "
                + scores.visits())))
        .toArray();
  }

  private static Block covariate(VisitCovariate covariate) {
    double[][] columns = covariate.columns().toArray(double[][]::new);
    double[] reference =
        covariate.reference().stream().mapToDouble(Double::doubleValue).toArray();
    return new Block(Block.Kind.ROW, covariate.terms(), columns, reference);
  }

  private void requireEveryVisitInEveryGroup() {
    List<String> visits = scores.visits();
    boolean[][] seen = new boolean[scores.groups().size()][visits.size()];
    for (int row = 0; row < scores.size(); row++) {
      seen[scores.group(row)][scores.visit(row)] = true;
    }
    for (int group = 0; group < seen.length; group++) {
      for (int visit = 0; visit < visits.size(); visit++) {
        if (!seen[group][visit]) {
          throw new IllegalArgumentException(
              "scores of group " + scores.groups().get(group) + " at visit " + visits.get(visit)
                  + " [count] must be 1 or more, but were 0");
        }
      }
    }
  }

  private void standardize() {
    int[] counts = new int[hasCovariates ? scores.size() : cells.length];
    for (int row = 0; row < scores.size(); row++) {
      counts[unit(row)]++;
    }
    for (int unit = 0; unit < counts.length; unit++) {
      // rows that are alike count as often as they occur: the mean is over rows, not over cells
      add(mean, (double) counts[unit] / scores.size(), rawUnit(unit));
    }
    // a second pass about the mean: sum of (x - m)^2 without cancellation
    double[] squares = new double[mean.length];
    for (int unit = 0; unit < counts.length; unit++) {
      double[] values = rawUnit(unit);
      for (int j = 1; j < squares.length; j++) {
        squares[j] += counts[unit] * (values[j] - mean[j]) * (values[j] - mean[j]);
      }
    }
    mean[0] = 0;
    for (int j = 1; j < squares.length; j++) {
      // s^2 = sum (x - m)^2 / n; a constant column stays and is found dependent on the intercept
      scale[j] = squares[j] > 0 ? Math.sqrt(squares[j] / scores.size()) : 1;
    }
    Matrix products = Matrix.square(terms.size());
    for (int unit = 0; unit < counts.length; unit++) {
      products.addSquare(counts[unit], standardized(rawUnit(unit)));
    }
    int dependent = products.firstDependent(COLLINEAR);
    if (dependent >= 0) {
      throw new IllegalArgumentException("columns of the design [count] must be independent of"
          + " each other, but " + terms.get(dependent)
          + " is a sum of multiples of the columns before it");
    }
    for (int unit = 0; !hasCovariates && unit < cells.length; unit++) {
      cells[unit] = standardized(rawUnit(unit));
    }
  }

  /** Rows of one number are alike: those of a visit in a group, where there are no covariates. */
  private int unit(int row) {
    return hasCovariates ? row : scores.group(row) * scores.visits().size() + scores.visit(row);
  }

  private double[] rawUnit(int unit) {
    int visits = scores.visits().size();
    return hasCovariates ? raw(unit) : rawCell(unit / visits, unit % visits);
  }

  private static void add(double[] sum, double factor, double[] values) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] += factor * values[j];
    }
  }

  int size() {
    return terms.size();
  }

  List<String> terms() {
    return List.copyOf(terms);
  }

  VisitScores scores() {
    return scores;
  }

  /** The logarithm of what centering and scaling divide the determinant of the columns by. */
  double logScale() {
    return Arrays.stream(scale).map(Math::log).sum();
  }

  /** The columns of a row. */
  double[] row(int row) {
    return hasCovariates ? standardized(raw(row)) : cells[unit(row)].clone();
  }

  private double[] raw(int row) {
    return expand(block -> switch (block.kind) {
      case VISIT -> block.codes[scores.visit(row)];
      case GROUP -> block.codes[scores.group(row)];
      case ROW -> rowOf(block.codes, row);
    });
  }

  private static double[] rowOf(double[][] columns, int row) {
    double[] values = new double[columns.length];
    for (int j = 0; j < values.length; j++) {
      values[j] = columns[j][row];
    }
    return values;
  }

  /** The columns at a visit in a group, with covariates at the values at which means are given. */
  double[] meanRow(int group, int visit) {
    return standardized(rawCell(group, visit));
  }

  private double[] rawCell(int group, int visit) {
    return expand(block -> switch (block.kind) {
      case VISIT -> block.codes[visit];
      case GROUP -> block.codes[group];
      case ROW -> block.reference;
    });
  }

  /** Reads the codes of an effect. */
  private interface Codes {
    double[] of(Block block);
  }

  private double[] expand(Codes codes) {
    double[] values = new double[terms.size()];
    int next = 0;
    values[next++] = 1;
    for (Block block : blocks.values()) {
      double[] own = codes.of(block);
      System.arraycopy(own, 0, values, next, block.size());
      next += block.size();
    }
    for (Block[] pair : products) {
      double[] others = codes.of(pair[1]);
      for (double one : codes.of(pair[0])) {
        for (double other : others) {
          // a product of columns as given, centered only afterwards: the usual coefficient
          values[next++] = one * other;
        }
      }
    }
    return values;
  }

  private double[] standardized(double[] values) {
    for (int j = 1; j < values.length; j++) {
      values[j] = (values[j] - mean[j]) / scale[j];
    }
    return values;
  }

  /** The contrast that is the coefficient of a term. */
  double[] coefficient(int term) {
    double[] contrast = new double[terms.size()];
    if (term > 0) {
      // b_x = b_z / s
      contrast[term] = 1 / scale[term];
      return contrast;
    }
    contrast[0] = 1;
    // the value of the model at x = 0, where z = -m / s
    return standardized(contrast);
  }

  /** The multiples of the columns, not centered and not scaled, that make up a contrast. */
  double[] columns(double[] contrast) {
    double[] columns = contrast.clone();
    for (int j = 1; j < columns.length; j++) {
      // b_z = s b_x, and the intercept of z is b_0 + sum of m b_x; the division makes the number
      // comparable with rounding, however large the unit
      columns[j] = (contrast[j] * scale[j] + contrast[0] * mean[j]) / Math.max(1, scale[j]);
    }
    return columns;
  }

  /**
   * For each effect the contrasts that are all 0 where it has none: of a visit, a group or a
   * covariate, its own columns averaged over all visits and groups alike; of an interaction, its
   * coefficients.
   */
  Map<String, double[][]> effects() {
    Map<String, double[][]> effects = new LinkedHashMap<>();
    int next = 1;
    for (Map.Entry<String, Block> each : blocks.entrySet()) {
      effects.put(each.getKey(), averaged(each.getValue()));
      next += each.getValue().size();
    }
    for (Block[] pair : products) {
      int first = next;
      next += pair[0].size() * pair[1].size();
      effects.put(
          nameOf(pair[0]) + ":" + nameOf(pair[1]),
          IntStream.range(first, next).mapToObj(this::coefficient).toArray(double[][]::new));
    }
    effects.values().removeIf(contrasts -> contrasts.length == 0);
    return effects;
  }

  private String nameOf(Block block) {
    return blocks.entrySet().stream()
        .filter(each -> each.getValue() == block)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  /** How much the model changes with each column of an effect, over all visits and groups. */
  private double[][] averaged(Block effect) {
    double[][] contrasts = new double[effect.size()][terms.size()];
    int visits = scores.visits().size();
    int cellsInAll = scores.groups().size() * visits;
    for (int column = 0; column < contrasts.length; column++) {
      double[] unit = new double[contrasts.length];
      double[] none = unit.clone();
      unit[column] = 1;
      for (int cell = 0; cell < cellsInAll; cell++) {
        // the derivative of the model by one column: the row with its code 1 less that with 0
        int group = cell / visits;
        int visit = cell % visits;
        add(contrasts[column], 1.0 / cellsInAll, cellWith(effect, unit, group, visit));
        add(contrasts[column], -1.0 / cellsInAll, cellWith(effect, none, group, visit));
      }
      for (int j = 0; j < terms.size(); j++) {
        // of coefficients of x as one of coefficients of z; means cancel in a difference
        contrasts[column][j] /= scale[j];
      }
    }
    return contrasts;
  }

  private double[] cellWith(Block effect, double[] codes, int group, int visit) {
    return expand(block -> block == effect
        ? codes
        : switch (block.kind) {
          case VISIT -> block.codes[visit];
          case GROUP -> block.codes[group];
          case ROW -> block.reference;
        });
  }

  /** Where a column varies: within hips, within patients but not within hips, or neither. */
  enum Variation {
    AMONG_PATIENTS,
    WITHIN_PATIENTS,
    WITHIN_HIPS
  }

  Variation[] variations() {
    double[][] ofHip = new double[scores.hips()][];
    double[][] ofPatient = new double[scores.patients()][];
    Variation[] variations = new Variation[terms.size()];
    Arrays.fill(variations, Variation.AMONG_PATIENTS);
    for (int row = 0; row < scores.size(); row++) {
      double[] values = raw(row);
      compare(variations, Variation.WITHIN_PATIENTS, ofPatient, scores.patient(row), values);
      compare(variations, Variation.WITHIN_HIPS, ofHip, scores.hip(row), values);
    }
    return variations;
  }

  private static void compare(
      Variation[] variations, Variation found, double[][] first, int number, double[] values) {
    if (first[number] == null) {
      first[number] = values;
      return;
    }
    for (int j = 0; j < values.length; j++) {
      // a column keeps the lowest level at which two of its values differ
      if (first[number][j] != values[j] && variations[j].compareTo(found) < 0) {
        variations[j] = found;
      }
    }
  }
}
