package io.github.avnfh.examples.validity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/**
 * Methods tried on many cohorts of each of several designs.
 *
 * @param <C> what a design draws
 */
final class Study<C> {
  /**
   * Odd, so that the seeds of two designs do not overlap in a run of less than a million cohorts.
   */
  private static final long STRIDE = 1_000_003;

  /** Patients at which defaults are judged. */
  static final int JUDGED_AT = 46;

  /** Designs of other sizes have one in so many of the cohorts. */
  private static final int FEWER = 4;

  private final List<Scenario<C>> scenarios = new ArrayList<>();
  private final List<Method<C>> methods;

  /**
   * A design with the truth of each quantity that has one in it.
   *
   * @param <C> what it draws
   * @param name of the design
   * @param patients how many
   * @param truths by quantity
   * @param draw of a cohort from a seed
   */
  record Scenario<C>(String name, int patients, Map<String, Double> truths, LongFunction<C> draw) {}

  /**
   * What came of a method in the cohorts of one design.
   *
   * @param method the method
   * @param scenario the name of the design
   * @param patients of the design
   * @param yes cohorts in which the interval held the truth or the test rejected
   * @param answered cohorts with an answer
   * @param cohorts all of them
   */
  record Count(
      Method<?> method, String scenario, int patients, int yes, int answered, int cohorts) {
    double proportion() {
      return yes / (double) answered;
    }

    String quantity() {
      return method.quantity();
    }

    Method.Kind kind() {
      return method.kind();
    }

    /** Whether there were answers, and their proportion lies outside the bounds of a default. */
    boolean isOutside() {
      return answered > 0 && kind().excess(proportion()) > 0;
    }
  }

  Study(List<Method<C>> methods) {
    this.methods = List.copyOf(methods);
  }

  Study<C> add(Scenario<C> scenario) {
    scenarios.add(scenario);
    return this;
  }

  /** The chosen methods on the chosen designs. */
  Study<C> only(Predicate<Scenario<C>> designs, Predicate<Method<C>> chosen) {
    Study<C> study = new Study<>(methods.stream().filter(chosen).toList());
    scenarios.stream().filter(designs).forEach(study::add);
    return study;
  }

  /**
   * A generator that does not begin like that of the next seed: generators of seeds in a row would
   * all draw nearly the same first number.
   */
  static Random random(long seed) {
    return new Random(new SplittableRandom(seed).nextLong());
  }

  /** How many cohorts of that many patients there are where designs of 46 patients have some. */
  static int cohorts(int patients, int judged) {
    return patients == JUDGED_AT ? judged : Math.max(1, judged / FEWER);
  }

  /**
   * Tries the methods: on so many cohorts of the designs of 46 patients, and on a quarter of them
   * of the others. The counts are the same on any number of cores: each cohort has its seed, and
   * counts add up.
   */
  List<Count> run(int judged, long seed) {
    List<Count> counts = new ArrayList<>();
    for (int index = 0; index < scenarios.size(); index++) {
      Scenario<C> scenario = scenarios.get(index);
      long first = seed + index * STRIDE;
      int cohorts = cohorts(scenario.patients(), judged);
      int[][] sums = LongStream.range(first, first + cohorts)
          .parallel()
          .mapToObj(one -> outcomes(scenario, one))
          .reduce(new int[methods.size()][2], Study::plus);
      for (int method = 0; method < methods.size(); method++) {
        Method<C> of = methods.get(method);
        if (scenario.truths().containsKey(of.quantity())) {
          counts.add(new Count(
              of, scenario.name(), scenario.patients(), sums[method][0], sums[method][1], cohorts));
        }
      }
    }
    return counts;
  }

  /** Of each method in one cohort: 1 for yes, and 1 for an answer. */
  private int[][] outcomes(Scenario<C> scenario, long seed) {
    C cohort = scenario.draw().apply(seed);
    int[][] outcomes = new int[methods.size()][2];
    for (int method = 0; method < outcomes.length; method++) {
      Double truth = scenario.truths().get(methods.get(method).quantity());
      if (truth != null) {
        Method.Outcome outcome = methods.get(method).in(cohort, truth);
        outcomes[method][0] = outcome == Method.Outcome.YES ? 1 : 0;
        outcomes[method][1] = outcome == Method.Outcome.NO_ANSWER ? 0 : 1;
      }
    }
    return outcomes;
  }

  private static int[][] plus(int[][] one, int[][] other) {
    int[][] sum = new int[one.length][2];
    for (int method = 0; method < one.length; method++) {
      sum[method][0] = one[method][0] + other[method][0];
      sum[method][1] = one[method][1] + other[method][1];
    }
    return sum;
  }
}
