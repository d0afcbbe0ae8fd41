package io.github.avnfh.scoring.longitudinal;

import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.Visit;
import io.github.avnfh.scoring.change.ArthroplastyPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.immutables.value.Value;

/**
 * A score for each hip and visit, with the patient in whom the hip lies, a group and covariates.
 *
 * <p>A row is one hip at one visit. A row without a score, or without one of the covariates, is
 * left out and counted; a hip without any score is no part of a model. Nothing is imputed. Who the
 * hips and patients are is not kept.
 *
 * <pre>{@code
 * VisitScoresBuilder rows = VisitScores.of(
 *         List.of("P1-L", "P1-L", "P1-R", "P1-R", "P2-L", "P2-L"),
 *         List.of("0", "6", "0", "6", "0", "6"),
 *         List.of(OptionalDouble.of(54), OptionalDouble.of(71), OptionalDouble.of(49),
 *             OptionalDouble.empty(), OptionalDouble.of(60), OptionalDouble.of(79)))
 *     .patients(List.of("P1", "P1", "P1", "P1", "P2", "P2"));
 * VisitScores scores = rows.build();
 * scores.toString();               // VisitScores{5 scores of 3 hips of 2 patients at 2 visits}
 * scores.leftOut();                // 1
 * scores.patterns().get(0).hips(); // 2
 * scores.completeHips().size();    // 4
 * }</pre>
 */
public final class VisitScores {
  private final VisitScoresBuilder source;
  private final BitSet kept;
  private final int[] rows;
  private final Levels visits;
  private final Levels hips;
  private final Levels patients;
  private final Levels groups;
  private final List<String> visitNames;
  private final List<String> groupNames;

  VisitScores(VisitScoresBuilder source, BitSet kept) {
    this.source = source;
    this.kept = kept;
    this.rows = kept.stream().toArray();
    this.visits = Levels.of(source.visitOf(rows), source.visits().size());
    this.hips = Levels.of(source.hipOf(rows), source.hips());
    this.patients = Levels.of(source.patientOfHips(hips.present), source.hips());
    this.groups = Levels.of(source.groupOfHips(hips.present), source.groups().size());
    this.visitNames =
        Arrays.stream(visits.present).mapToObj(source.visits()::get).toList();
    this.groupNames =
        Arrays.stream(groups.present).mapToObj(source.groups()::get).toList();
    if (rows.length == 0) {
      throw new IllegalArgumentException(
          "scores [count] must be 1 or more, but were 0 of " + source.size() + " rows");
    }
  }

  /** The levels that are there, in their order, and each row's number among them. */
  private static final class Levels {
    private final int[] present;
    private final int[] numbers;

    private Levels(int[] present, int[] numbers) {
      this.present = present;
      this.numbers = numbers;
    }

    static Levels of(int[] level, int count) {
      int[] number = new int[count];
      for (int each : level) {
        number[each] = 1;
      }
      int[] present = IntStream.range(0, count).filter(each -> number[each] > 0).toArray();
      for (int place = 0; place < present.length; place++) {
        number[present[place]] = place;
      }
      return new Levels(present, Arrays.stream(level).map(each -> number[each]).toArray());
    }
  }

  /**
   * Starts with the rows of a table.
   *
   * @param hips the hip of each row, told apart by {@code equals}
   * @param visits the visit of each row, as it is written
   * @param scores the score of each row, or nothing where it is missing
   * @return a builder in which every hip is a patient and there is one group
   * @throws IllegalArgumentException if the lists differ in length, a score is not finite, or a hip
   *     has two rows of one visit
   */
  public static VisitScoresBuilder of(
      List<?> hips, List<String> visits, List<OptionalDouble> scores) {
    Objects.requireNonNull(hips, "hips");
    Objects.requireNonNull(visits, "visits");
    Objects.requireNonNull(scores, "scores");
    return new VisitScoresBuilder(hips, visits, scores);
  }

  /**
   * Starts with the scores of hips at the planned visits at which one of them has a score.
   *
   * @param hips the hips, the rows of the first before those of the second
   * @param instrument the instrument
   * @param policy what an arthroplasty does to scores after it; a model is asked for with
   *     {@link ArthroplastyPolicy#EXCLUDE_AFTER} where hips leave it at their arthroplasty
   * @return a builder that knows the patients; visits are written as {@link Timepoint#code()}
   * @throws IllegalArgumentException if there is no hip
   */
  public static VisitScoresBuilder of(
      List<Hip> hips, Instrument instrument, ArthroplastyPolicy policy) {
    Objects.requireNonNull(hips, "hips");
    Objects.requireNonNull(instrument, "instrument");
    Objects.requireNonNull(policy, "policy");
    hips.forEach(hip -> Objects.requireNonNull(hip, "hip"));
    return VisitScoresBuilder.ofHips(
        List.copyOf(hips), visits(hips, instrument), instrument, policy);
  }

  private static List<Timepoint> visits(List<Hip> hips, Instrument instrument) {
    return hips.stream()
        .flatMap(hip -> hip.visits().stream())
        .filter(visit -> visit.score(instrument).isPresent())
        .map(Visit::timepoint)
        .filter(timepoint -> timepoint.months().isPresent())
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * Counts the scores.
   *
   * @return rows with a score and every covariate
   */
  public int size() {
    return rows.length;
  }

  /**
   * Counts the hips.
   *
   * @return hips with a score or more
   */
  public int hips() {
    return hips.present.length;
  }

  /**
   * Counts the patients.
   *
   * @return patients with a score or more; hips where no patients were named
   */
  public int patients() {
    return patients.present.length;
  }

  /**
   * Tells whether a patient has two hips or more.
   *
   * @return true if patients were named and one of them has more than one hip with a score
   */
  public boolean hasPatientsWithTwoHips() {
    return patients() < hips();
  }

  /**
   * Returns the visits at which a hip has a score.
   *
   * @return the visits in their order: of time where all are numbers of months or
   *     {@link Timepoint#code()}, otherwise that of the table
   */
  public List<String> visits() {
    return visitNames;
  }

  /**
   * Returns the groups that have a score.
   *
   * @return the groups in their order; {@code all} where none were named
   */
  public List<String> groups() {
    return groupNames;
  }

  /**
   * Counts the rows that were left out.
   *
   * @return rows without a score or without a covariate
   */
  public int leftOut() {
    return source.size() - rows.length;
  }

  /**
   * Counts the rows that were left out by what they lack.
   *
   * @return the number of rows by {@code score} or the name of the covariate; a row that lacks two
   *     counts in both
   */
  public Map<String, Integer> missing() {
    return source.missing();
  }

  /**
   * Counts the hips that lost a visit to the policy on arthroplasties.
   *
   * @return hips of which a planned visit after the arthroplasty was left out; 0 for rows of a
   *     table
   */
  public int hipsWithVisitsAfterArthroplastyLeftOut() {
    return source.hipsWithVisitsAfterArthroplastyLeftOut();
  }

  /**
   * Counts the scores at one visit in one group.
   *
   * @param group a group of {@link #groups()}
   * @param visit a visit of {@link #visits()}
   * @return the hips with a score
   * @throws IllegalArgumentException if there is no such group or visit
   */
  public int hips(String group, String visit) {
    return (int) rowsOf(group, visit).count();
  }

  /**
   * Counts the patients with a score at one visit in one group.
   *
   * @param group a group of {@link #groups()}
   * @param visit a visit of {@link #visits()}
   * @return the patients with a score
   * @throws IllegalArgumentException if there is no such group or visit
   */
  public int patients(String group, String visit) {
    return (int) rowsOf(group, visit).map(this::patient).distinct().count();
  }

  private IntStream rowsOf(String group, String visit) {
    int wantedGroup = number("group", groups(), group);
    int wantedVisit = number("visit", visits(), visit);
    return IntStream.range(0, size())
        .filter(row -> group(row) == wantedGroup && visit(row) == wantedVisit);
  }

  private static int number(String what, List<String> labels, String label) {
    int number = labels.indexOf(label);
    if (number < 0) {
      throw new IllegalArgumentException(
          what + " [label] must be one of " + labels + ", but was " + label);
    }
    return number;
  }

  /** The visits that some hips have, and how many hips those are. */
  @Value.Immutable
  public sealed interface Pattern permits ImmutablePattern {

    /**
     * Returns the visits at which these hips have a score.
     *
     * @return the visits in their order, one or more
     */
    List<String> visits();

    /**
     * Counts the hips.
     *
     * @return hips with a score at these visits and no other
     */
    int hips();
  }

  /**
   * Counts the hips by the visits that they have.
   *
   * @return a pattern for each set of visits, the most frequent first, then those of more visits
   */
  public List<Pattern> patterns() {
    Map<BitSet, Integer> counts = new LinkedHashMap<>();
    for (BitSet seen : visitsOfHips()) {
      counts.merge(seen, 1, Integer::sum);
    }
    List<String> names = visits();
    Comparator<Map.Entry<BitSet, Integer>> order = Comparator.comparing(each -> -each.getValue());
    return counts.entrySet().stream()
        .sorted(order
            .thenComparing(each -> -each.getKey().cardinality())
            .thenComparing(each -> each.getKey().toString()))
        .<Pattern>map(each -> ImmutablePattern.builder()
            .addAllVisits(each.getKey().stream().mapToObj(names::get).toList())
            .hips(each.getValue())
            .build())
        .toList();
  }

  private BitSet[] visitsOfHips() {
    BitSet[] seen = new BitSet[hips()];
    Arrays.setAll(seen, hip -> new BitSet());
    for (int row = 0; row < size(); row++) {
      seen[hip(row)].set(visit(row));
    }
    return seen;
  }

  /**
   * Returns the scores of the hips that have every visit.
   *
   * @return the scores, from which a model can be fitted to compare
   * @throws IllegalArgumentException if no hip has every visit
   */
  public VisitScores completeHips() {
    BitSet[] seen = visitsOfHips();
    return where(row -> seen[hip(row)].cardinality() == visits().size());
  }

  /**
   * Returns the scores of some of the visits.
   *
   * @param wanted visits of {@link #visits()}
   * @return the scores at these visits
   * @throws IllegalArgumentException if there is no such visit, or none is named
   */
  public VisitScores at(List<String> wanted) {
    Objects.requireNonNull(wanted, "wanted");
    BitSet numbers = new BitSet();
    wanted.forEach(each -> numbers.set(number("visit", visits(), each)));
    return where(row -> numbers.get(visit(row)));
  }

  /**
   * Returns the times of the visits.
   *
   * @return for each visit of {@link #visits()} its number, or its months where it is a
   *     {@link Timepoint#code()}; 0, 1, 2 and so on where visits are something else
   */
  public double[] times() {
    boolean areTimes =
        visits().stream().allMatch(visit -> VisitScoresBuilder.time(visit).isPresent());
    return IntStream.range(0, visits().size())
        .mapToDouble(
            place -> areTimes ? VisitScoresBuilder.time(visits().get(place)).getAsDouble() : place)
        .toArray();
  }

  /**
   * Returns the scores hip by hip, for a figure.
   *
   * @return for each hip a score, or nothing, for each visit of {@link #visits()}
   */
  public List<List<OptionalDouble>> scoresOfHips() {
    List<List<OptionalDouble>> lines = new ArrayList<>();
    for (int hip = 0; hip < hips(); hip++) {
      lines.add(new ArrayList<>(Collections.nCopies(visits().size(), OptionalDouble.empty())));
    }
    for (int row = 0; row < size(); row++) {
      lines.get(hip(row)).set(visit(row), OptionalDouble.of(score(row)));
    }
    return lines;
  }

  private VisitScores where(IntPredicate isWanted) {
    BitSet wanted = new BitSet();
    for (int row = 0; row < size(); row++) {
      wanted.set(rows[row], isWanted.test(row));
    }
    return new VisitScores(source, wanted);
  }

  /**
   * Returns the later scores with that of the first visit as a covariate, so that hips are compared
   * as if they had begun alike.
   *
   * @return the scores after the first visit, with a covariate {@code baseline}; those of a hip
   *     without a first score are left out
   * @throws IllegalArgumentException if no score is left, or a covariate has that name
   */
  public VisitScores withBaselineAsCovariate() {
    double[] first = new double[hips()];
    Arrays.fill(first, Double.NaN);
    for (int row = 0; row < size(); row++) {
      if (visit(row) == 0) {
        first[hip(row)] = score(row);
      }
    }
    List<OptionalDouble> baseline =
        new ArrayList<>(Collections.nCopies(source.size(), OptionalDouble.empty()));
    BitSet later = new BitSet();
    for (int row = 0; row < size(); row++) {
      if (!Double.isNaN(first[hip(row)])) {
        baseline.set(rows[row], OptionalDouble.of(first[hip(row)]));
        later.set(rows[row], visit(row) > 0);
      }
    }
    return new VisitScores(source.copy().number("baseline", baseline), later);
  }

  /**
   * Returns the same scores with others in their place, such as responses of 0 and 1.
   *
   * @param change gives the new score of a score
   * @return the scores
   * @throws IllegalArgumentException if a new score is not finite
   */
  public VisitScores map(DoubleUnaryOperator change) {
    Objects.requireNonNull(change, "change");
    return new VisitScores(source.mapped(change), kept);
  }

  int visit(int row) {
    return visits.numbers[row];
  }

  int hip(int row) {
    return hips.numbers[row];
  }

  int patient(int row) {
    return patients.numbers[hips.numbers[row]];
  }

  int patientOfHip(int hip) {
    return patients.numbers[hip];
  }

  int group(int row) {
    return groups.numbers[hips.numbers[row]];
  }

  double score(int row) {
    return source.score(rows[row]);
  }

  /** Each row's place among the rows that were given. */
  int sourceRow(int row) {
    return rows[row];
  }

  boolean isGrouped() {
    return groups().size() > 1;
  }

  String visitName() {
    return source.visitName();
  }

  String groupName() {
    return source.groupName();
  }

  /** The covariates over the rows that are left. */
  List<VisitCovariate> covariates() {
    return source.covariates(rows);
  }

  List<List<String>> interactions() {
    return source.interactions();
  }

  @Override
  public String toString() {
    return "VisitScores{" + size() + " scores of " + hips() + " hips of " + patients()
        + " patients at " + visits().size() + " visits}";
  }
}
