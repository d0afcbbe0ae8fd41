package io.github.avnfh.scoring.longitudinal;

import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.scoring.change.ArthroplastyPolicy;
import io.github.avnfh.scoring.change.HipScore;
import io.github.avnfh.scoring.change.ScoreStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Collects the scores of hips over visits with what else is known of each row.
 *
 * @see VisitScores
 */
public final class VisitScoresBuilder {
  /** The one group where none are named. */
  static final String ALL = "all";

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

  private final int[] hip;
  private int[] visit;
  private final OptionalDouble[] score;
  private final int hips;
  private List<String> visits;
  private String visitName = "visit";
  private String groupName = "group";
  private int[] patientOfHip;
  private int[] groupOfHip;
  private List<String> groups = List.of(ALL);
  private final Map<String, VisitCovariate.Source> covariates = new LinkedHashMap<>();
  private final List<List<String>> interactions = new ArrayList<>();
  private int replaced;

  VisitScoresBuilder(List<?> hips, List<String> visits, List<OptionalDouble> scores) {
    visits.forEach(each -> Objects.requireNonNull(each, "visit"));
    requireRows("visits", visits.size(), hips.size());
    requireRows("scores", scores.size(), hips.size());
    Map<Object, Integer> numbers = new HashMap<>();
    this.hip = hips.stream().mapToInt(each -> numberOf("hip", each, numbers)).toArray();
    this.hips = numbers.size();
    this.visits = inOrderOfTime(new LinkedHashSet<>(visits));
    Map<String, Integer> places = places(this.visits);
    this.visit = visits.stream().mapToInt(places::get).toArray();
    this.score = scores.stream().map(VisitScoresBuilder::finite).toArray(OptionalDouble[]::new);
    this.patientOfHip = IntStream.range(0, this.hips).toArray();
    this.groupOfHip = new int[this.hips];
    requireOneRowPerVisit();
  }

  private VisitScoresBuilder(VisitScoresBuilder other, OptionalDouble[] score) {
    this.hip = other.hip;
    this.visit = other.visit;
    this.score = score;
    this.hips = other.hips;
    this.visits = other.visits;
    this.visitName = other.visitName;
    this.groupName = other.groupName;
    this.patientOfHip = other.patientOfHip;
    this.groupOfHip = other.groupOfHip;
    this.groups = other.groups;
    this.covariates.putAll(other.covariates);
    this.interactions.addAll(other.interactions);
    this.replaced = other.replaced;
  }

  static VisitScoresBuilder ofHips(
      List<Hip> hips, List<Timepoint> visits, Instrument instrument, ArthroplastyPolicy policy) {
    List<Object> hipOfRow = new ArrayList<>();
    List<Object> patientOfRow = new ArrayList<>();
    List<String> visitOfRow = new ArrayList<>();
    List<OptionalDouble> scores = new ArrayList<>();
    Set<Object> replaced = new HashSet<>();
    for (Hip hip : hips) {
      for (Timepoint visit : visits) {
        HipScore taken = policy.scoreOf(hip, instrument, visit);
        hipOfRow.add(hip.id());
        patientOfRow.add(hip.id().patient());
        visitOfRow.add(visit.code());
        scores.add(taken.score().stream().mapToDouble(each -> each.points()).findFirst());
        if (taken.status() == ScoreStatus.EXCLUDED || taken.status() == ScoreStatus.FAILED) {
          replaced.add(hip.id());
        }
      }
    }
    VisitScoresBuilder rows =
        new VisitScoresBuilder(hipOfRow, visitOfRow, scores).patients(patientOfRow);
    rows.replaced = replaced.size();
    return rows;
  }

  private static OptionalDouble finite(OptionalDouble score) {
    Objects.requireNonNull(score, "score");
    if (score.isPresent() && !Double.isFinite(score.getAsDouble())) {
      throw new IllegalArgumentException(
          "score [points] must be finite, but was " + score.getAsDouble());
    }
    return score;
  }

  private static void requireRows(String what, int count, int rows) {
    if (count != rows) {
      throw new IllegalArgumentException(
          what + " [count] must be " + rows + ", one for each row, but were " + count);
    }
  }

  private static int numberOf(String what, Object key, Map<Object, Integer> numbers) {
    Integer next = numbers.size();
    Integer known = numbers.putIfAbsent(Objects.requireNonNull(key, what), next);
    return known == null ? next : known;
  }

  private static Map<String, Integer> places(List<String> labels) {
    Map<String, Integer> places = new HashMap<>();
    labels.forEach(label -> places.put(label, places.size()));
    return places;
  }

  private static List<String> inOrderOfTime(Set<String> labels) {
    List<String> visits = new ArrayList<>(labels);
    if (visits.stream().allMatch(label -> time(label).isPresent())) {
      visits.sort(Comparator.comparingDouble(label -> time(label).getAsDouble()));
    }
    return List.copyOf(visits);
  }

  /** The time of a visit that is written as a number or as the code of a timepoint. */
  static OptionalDouble time(String label) {
    if (NUMBER.matcher(label).matches()) {
      return OptionalDouble.of(Double.parseDouble(label));
    }
    return label.equals("BL") || label.matches("M[1-9][0-9]{0,2}")
        ? OptionalDouble.of(Timepoint.parse(label).months().orElseThrow())
        : OptionalDouble.empty();
  }

  private void requireOneRowPerVisit() {
    BitSet seen = new BitSet();
    for (int row = 0; row < hip.length; row++) {
      int cell = Math.multiplyExact(hip[row], visits.size()) + visit[row];
      if (seen.get(cell)) {
        throw new IllegalArgumentException(
            "rows of a hip at visit " + visits.get(visit[row]) + " [count] must be 1, but were 2");
      }
      seen.set(cell);
    }
  }

  /**
   * Names the patient in whom the hip of each row lies.
   *
   * @param patients the patient of each row, told apart by {@code equals}
   * @return this builder
   * @throws IllegalArgumentException if there are not as many as rows, or a hip lies in two
   *     patients
   */
  public VisitScoresBuilder patients(List<?> patients) {
    Objects.requireNonNull(patients, "patients");
    requireRows("patients", patients.size(), hip.length);
    Map<Object, Integer> numbers = new HashMap<>();
    patientOfHip = ofHips(
        patients.stream().mapToInt(each -> numberOf("patient", each, numbers)).toArray(),
        "patients");
    return this;
  }

  /**
   * Names the group of the hip of each row; the order is that of first appearance.
   *
   * @param groups the group of each row, such as the stage before treatment
   * @return this builder
   * @throws IllegalArgumentException if there are not as many as rows, or a hip is in two groups
   */
  public VisitScoresBuilder groups(List<String> groups) {
    Objects.requireNonNull(groups, "groups");
    groups.forEach(group -> Objects.requireNonNull(group, "group"));
    return groups(groups, List.copyOf(new LinkedHashSet<>(groups)));
  }

  /**
   * Names the group of the hip of each row.
   *
   * @param groups the group of each row, such as the stage before treatment
   * @param order all groups in order, the first of which the others are compared with
   * @return this builder
   * @throws IllegalArgumentException if there are not as many as rows, a hip is in two groups, or a
   *     group is not in the order
   */
  public VisitScoresBuilder groups(List<String> groups, List<String> order) {
    Objects.requireNonNull(groups, "groups");
    Objects.requireNonNull(order, "order");
    requireRows("groups", groups.size(), hip.length);
    groups.forEach(group -> Objects.requireNonNull(group, "group"));
    Map<String, Integer> places = places(order);
    int[] groupOfRow = groups.stream()
        .mapToInt(group -> {
          Integer place = places.get(group);
          if (place == null) {
            throw new IllegalArgumentException(
                "group [label] must be one of " + order + ", but was " + group);
          }
          return place;
        })
        .toArray();
    groupOfHip = ofHips(groupOfRow, "groups");
    this.groups = List.copyOf(order);
    return this;
  }

  /**
   * Names the group of each hip.
   *
   * @param groups the group of each hip, in the order in which hips first appear in the rows, which
   *     is that of the hips where the scores were taken from hips
   * @param order all groups in order, the first of which the others are compared with
   * @return this builder
   * @throws IllegalArgumentException if there are not as many as hips, or a group is not in the
   *     order
   */
  public VisitScoresBuilder groupsOfHips(List<String> groups, List<String> order) {
    Objects.requireNonNull(groups, "groups");
    requireRows("groups of hips", groups.size(), hips);
    return groups(Arrays.stream(hip).mapToObj(groups::get).toList(), order);
  }

  private int[] ofHips(int[] ofRows, String what) {
    int[] ofHips = new int[hips];
    Arrays.fill(ofHips, -1);
    for (int row = 0; row < hip.length; row++) {
      if (ofHips[hip[row]] >= 0 && ofHips[hip[row]] != ofRows[row]) {
        throw new IllegalArgumentException(
            what + " of one hip [count] must be 1, but row " + (row + 1) + " names a second");
      }
      ofHips[hip[row]] = ofRows[row];
    }
    return ofHips;
  }

  /**
   * Names all visits in order, where the order of time is not that of their numbers.
   *
   * @param order all visits, the first of which the others are compared with
   * @return this builder
   * @throws IllegalArgumentException if the order does not name every visit of the rows
   */
  public VisitScoresBuilder visitOrder(List<String> order) {
    Objects.requireNonNull(order, "order");
    Map<String, Integer> places = places(order);
    if (!places.keySet().containsAll(visits) || places.size() < order.size()) {
      throw new IllegalArgumentException(
          "order of visits [labels] must name each of " + visits + " once, but was " + order);
    }
    List<String> before = visits;
    visit = Arrays.stream(visit)
        .map(each -> Objects.requireNonNull(places.get(before.get(each))))
        .toArray();
    visits = List.copyOf(order);
    return this;
  }

  /**
   * Names what coefficients call the visit and the group.
   *
   * @param visit the name of the visit, {@code visit} otherwise
   * @param group the name of the group, {@code group} otherwise
   * @return this builder
   */
  public VisitScoresBuilder names(String visit, String group) {
    this.visitName = Objects.requireNonNull(visit, "visit");
    this.groupName = Objects.requireNonNull(group, "group");
    return this;
  }

  /**
   * Adds a covariate that is a number.
   *
   * @param name its name
   * @param values a finite number, or nothing, for each row
   * @return this builder
   * @throws IllegalArgumentException if the name is taken, there are not as many values as rows, or
   *     one is not finite
   */
  public VisitScoresBuilder number(String name, List<OptionalDouble> values) {
    requireValues(name, values);
    return add(name, VisitCovariate.Source.ofNumbers(name, values));
  }

  /**
   * Adds a covariate as a restricted cubic spline with knots at Harrell's quantiles.
   *
   * @param name its name
   * @param values a finite number, or nothing, for each row
   * @param knots the number of knots, 3 to 7
   * @return this builder
   * @throws IllegalArgumentException as for {@link #number(String, List)}, or if there are fewer
   *     than 3 or more than 7 knots
   */
  public VisitScoresBuilder spline(String name, List<OptionalDouble> values, int knots) {
    requireValues(name, values);
    return add(name, VisitCovariate.Source.ofSpline(name, values, knots));
  }

  /**
   * Adds a covariate that is a factor.
   *
   * @param name its name
   * @param values a level, or nothing, for each row
   * @param levels all levels in order, the reference first; a level without rows is left out
   * @return this builder
   * @throws IllegalArgumentException if the name is taken, there are not as many values as rows, or
   *     one is not among the levels
   */
  public VisitScoresBuilder factor(
      String name, List<Optional<String>> values, List<String> levels) {
    requireValues(name, values);
    Objects.requireNonNull(levels, "levels");
    return add(name, VisitCovariate.Source.ofFactor(name, values, levels));
  }

  /**
   * Adds an interaction: the products of the columns of two covariates, or of a covariate with the
   * visit or the group.
   *
   * @param first the name of a covariate, of the visit or of the group
   * @param second another name
   * @return this builder
   * @throws IllegalArgumentException if a name is not known, or both are the same
   */
  public VisitScoresBuilder interaction(String first, String second) {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(second, "second");
    Set<String> names = new LinkedHashSet<>(covariates.keySet());
    names.addAll(List.of(visitName, groupName));
    if (first.equals(second) || !names.containsAll(List.of(first, second))) {
      throw new IllegalArgumentException(
          "interaction [names] must be of two of " + names + ", but was " + first + ":" + second);
    }
    interactions.add(List.of(first, second));
    return this;
  }

  private void requireValues(String name, List<?> values) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(values, "values");
    values.forEach(value -> Objects.requireNonNull(value, "value"));
    requireRows("values of " + name, values.size(), hip.length);
  }

  private VisitScoresBuilder add(String name, VisitCovariate.Source source) {
    if (covariates.containsKey(name) || name.equals(visitName) || name.equals(groupName)) {
      throw new IllegalArgumentException(
          "covariate [name] must differ from the others, but was " + name);
    }
    covariates.put(name, source);
    return this;
  }

  /**
   * Returns the scores.
   *
   * @return the scores of the rows that lack nothing
   * @throws IllegalArgumentException if there is no such row
   */
  public VisitScores build() {
    BitSet kept = new BitSet();
    for (int row = 0; row < score.length; row++) {
      kept.set(row, score[row].isPresent());
    }
    covariates.values().forEach(each -> kept.andNot(each.missing()));
    return new VisitScores(copy(), kept);
  }

  VisitScoresBuilder copy() {
    return new VisitScoresBuilder(this, score);
  }

  VisitScoresBuilder mapped(DoubleUnaryOperator change) {
    OptionalDouble[] mapped = Arrays.stream(score)
        .map(each ->
            each.isPresent() ? OptionalDouble.of(change.applyAsDouble(each.getAsDouble())) : each)
        .map(VisitScoresBuilder::finite)
        .toArray(OptionalDouble[]::new);
    return new VisitScoresBuilder(this, mapped);
  }

  int size() {
    return score.length;
  }

  int hips() {
    return hips;
  }

  List<String> visits() {
    return visits;
  }

  List<String> groups() {
    return groups;
  }

  String visitName() {
    return visitName;
  }

  String groupName() {
    return groupName;
  }

  int[] visitOf(int[] rows) {
    return Arrays.stream(rows).map(row -> visit[row]).toArray();
  }

  int[] hipOf(int[] rows) {
    return Arrays.stream(rows).map(row -> hip[row]).toArray();
  }

  int[] patientOfHips(int[] chosen) {
    return Arrays.stream(chosen).map(each -> patientOfHip[each]).toArray();
  }

  int[] groupOfHips(int[] chosen) {
    return Arrays.stream(chosen).map(each -> groupOfHip[each]).toArray();
  }

  double score(int row) {
    return score[row].getAsDouble();
  }

  int hipsWithVisitsAfterArthroplastyLeftOut() {
    return replaced;
  }

  Map<String, Integer> missing() {
    Map<String, Integer> missing = new LinkedHashMap<>();
    int without = (int) Arrays.stream(score).filter(OptionalDouble::isEmpty).count();
    if (without > 0) {
      missing.put("score", without);
    }
    covariates.forEach((name, each) -> {
      if (!each.missing().isEmpty()) {
        missing.put(name, each.missing().cardinality());
      }
    });
    return Collections.unmodifiableMap(missing);
  }

  List<VisitCovariate> covariates(int[] rows) {
    return covariates.values().stream().map(each -> each.columns().apply(rows)).toList();
  }

  List<List<String>> interactions() {
    return List.copyOf(interactions);
  }
}
