package io.github.avnfh.survival.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.FollowUpBuilder;
import io.github.avnfh.survival.compare.LogRank;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;

/** What holds of the proportional hazards model whatever the data. */
class CoxProperties {
  /** Sums in another order round differently; the optimum is flat. */
  private static final Offset<Double> ROUNDING = within(1e-7);

  private record Row(int day, boolean event, int x, int y, int cluster) {}

  @Provide
  Arbitrary<List<Row>> rows() {
    return Combinators.combine(
            Arbitraries.integers().between(2, 30),
            Arbitraries.of(true, true, false),
            Arbitraries.integers().between(-3, 3),
            Arbitraries.integers().between(0, 1),
            Arbitraries.integers().between(0, 15))
        .as(Row::new)
        .list()
        .ofMinSize(12)
        .ofMaxSize(40);
  }

  private static FollowUpBuilder followUp(List<Row> rows) {
    return FollowUp.ofDays(rows.stream().mapToInt(Row::day).toArray(), events(rows));
  }

  private static boolean[] events(List<Row> rows) {
    boolean[] events = new boolean[rows.size()];
    IntStream.range(0, events.length).forEach(i -> events[i] = rows.get(i).event());
    return events;
  }

  private static Covariates design(List<Row> rows, double shift, double scale) {
    return Covariates.ofRows(rows.size())
        .number("x", rows.stream().mapToDouble(row -> row.x() * scale + shift).toArray())
        .number("y", rows.stream().mapToDouble(Row::y).toArray())
        .build();
  }

  /** Data that hold a maximum; few do not. */
  private static CoxModel fitted(FollowUp followUp, Covariates design, TieMethod ties) {
    try {
      CoxModel model = CoxRegression.withDefaults().with(ties).fit(followUp, design);
      Assume.that(model.isEstimable());
      Assume.that(model.coefficients().stream()
          .allMatch(each -> Math.abs(each.estimate().orElseThrow()) < 5));
      return model;
    } catch (IllegalArgumentException e) {
      Assume.that(false);
      throw e;
    }
  }

  private static void assertSame(CoxModel first, CoxModel second) {
    assertThat(second.logLikelihood()).isCloseTo(first.logLikelihood(), ROUNDING);
    for (int j = 0; j < first.coefficients().size(); j++) {
      assertThat(second.coefficients().get(j).estimate().orElseThrow())
          .isCloseTo(first.coefficients().get(j).estimate().orElseThrow(), ROUNDING);
      assertThat(second.coefficients().get(j).standardError().orElseThrow())
          .isCloseTo(first.coefficients().get(j).standardError().orElseThrow(), ROUNDING);
    }
  }

  @Property
  void doesNotDependOnTheOrderOfRows(
      @ForAll("rows") List<Row> rows, @ForAll Random random, @ForAll TieMethod ties) {
    List<Row> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, random);
    assertSame(
        fitted(followUp(rows).build(), design(rows, 0, 1), ties),
        fitted(followUp(shuffled).build(), design(shuffled, 0, 1), ties));
  }

  @Property
  void scalesWithACovariateAndIgnoresItsOrigin(
      @ForAll("rows") List<Row> rows, @ForAll TieMethod ties) {
    RegressionCoefficient plain =
        fitted(followUp(rows).build(), design(rows, 0, 1), ties).coefficient("x");
    RegressionCoefficient moved =
        fitted(followUp(rows).build(), design(rows, 1000, 10), ties).coefficient("x");
    assertThat(10 * moved.estimate().orElseThrow())
        .isCloseTo(plain.estimate().orElseThrow(), ROUNDING);
    assertThat(10 * moved.standardError().orElseThrow())
        .isCloseTo(plain.standardError().orElseThrow(), ROUNDING);
  }

  @Property
  void doesNotDependOnHowARowIsSplit(@ForAll("rows") List<Row> rows, @ForAll TieMethod ties) {
    List<Row> split = new ArrayList<>();
    List<Integer> entries = new ArrayList<>();
    for (Row row : rows) {
      split.add(new Row(row.day() / 2, false, row.x(), row.y(), row.cluster()));
      entries.add(0);
      split.add(row);
      entries.add(row.day() / 2);
    }
    FollowUp halves = followUp(split)
        .entry(entries.stream().mapToInt(Integer::intValue).toArray())
        .build();
    assertSame(
        fitted(followUp(rows).build(), design(rows, 0, 1), ties),
        fitted(halves, design(split, 0, 1), ties));
  }

  @Property
  void countsARowTwiceLikeARowOfWeightTwo(@ForAll("rows") List<Row> rows) {
    List<Row> doubled = new ArrayList<>(rows);
    doubled.addAll(rows);
    double[] two = rows.stream().mapToDouble(row -> 2).toArray();
    assertSame(
        fitted(followUp(rows).weights(two).build(), design(rows, 0, 1), TieMethod.BRESLOW),
        fitted(followUp(doubled).build(), design(doubled, 0, 1), TieMethod.BRESLOW));
  }

  @Property
  void likelihoodDoesNotDependOnTheReferenceLevel(@ForAll("rows") List<Row> rows) {
    List<String> labels =
        rows.stream().map(row -> "L" + Math.floorMod(row.x(), 3)).toList();
    Assume.that(labels.stream().distinct().count() == 3);
    CoxModel first = fitted(
        followUp(rows).build(),
        Covariates.ofRows(rows.size())
            .factor("f", labels, List.of("L0", "L1", "L2"))
            .build(),
        TieMethod.EFRON);
    CoxModel second = fitted(
        followUp(rows).build(),
        Covariates.ofRows(rows.size())
            .factor("f", labels, List.of("L2", "L0", "L1"))
            .build(),
        TieMethod.EFRON);
    assertThat(second.logLikelihood()).isCloseTo(first.logLikelihood(), ROUNDING);
    assertThat(second.coefficient("f[L0]").estimate().orElseThrow())
        .isCloseTo(-first.coefficient("f[L2]").estimate().orElseThrow(), ROUNDING);
  }

  /** With ties it is the log-rank test if ties are exact. */
  @Property
  void scoreTestOfTwoGroupsIsTheLogRankTest(@ForAll("rows") List<Row> rows) {
    List<String> groups = rows.stream().map(row -> "g" + row.y()).toList();
    Assume.that(groups.stream().distinct().count() == 2);
    FollowUp followUp = followUp(rows).groups(groups).build();
    Covariates design = Covariates.ofRows(rows.size()).factor("g", groups).build();
    CoxModel model = fitted(followUp, design, TieMethod.EXACT);
    assertThat(model.score().statistic())
        .isCloseTo(
            LogRank.withDefaults().test(followUp).chiSquare().orElseThrow().statistic(), ROUNDING);
  }

  @Property
  void errorWithinClustersIsTheModelsWhereNoneHasTwoRows(@ForAll("rows") List<Row> rows) {
    FollowUp alone =
        followUp(rows).clusters(IntStream.range(0, rows.size()).toArray()).build();
    CoxModel model = fitted(alone, design(rows, 0, 1), TieMethod.EFRON);
    double[][] within = model.covariance(CoxVariance.WITHIN_CLUSTERS).orElseThrow();
    double[][] own = model.covariance(CoxVariance.MODEL).orElseThrow();
    for (int j = 0; j < own.length; j++) {
      assertThat(within[j][j]).isCloseTo(own[j][j], within(1e-12 * own[j][j] + 1e-13));
    }
  }

  /** Also where one covariate tells all events apart. */
  @Property
  void firthsEstimateIsFinite(@ForAll("rows") List<Row> rows) {
    boolean[] events = new boolean[rows.size()];
    IntStream.range(0, events.length).forEach(i -> events[i] = rows.get(i).x() > 1);
    FollowUp separated =
        FollowUp.ofDays(rows.stream().mapToInt(Row::day).toArray(), events).build();
    Covariates design = Covariates.ofRows(rows.size())
        .number("x", rows.stream().mapToDouble(Row::x).toArray())
        .build();
    Assume.that(separated.events() > 0);
    try {
      RegressionCoefficient x =
          CoxRegression.withDefaults().withFirth().fit(separated, design).coefficient("x");
      assertThat(x.estimate().orElseThrow()).isFinite();
      assertThat(x.lower().orElseThrow()).isLessThan(x.estimate().orElseThrow());
      assertThat(x.upper().orElseThrow()).isGreaterThan(x.estimate().orElseThrow());
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageContaining("must vary");
    }
  }
}
