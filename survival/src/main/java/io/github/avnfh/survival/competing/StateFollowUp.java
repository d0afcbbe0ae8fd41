package io.github.avnfh.survival.competing;

import io.github.avnfh.core.HipId;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.survival.Endpoint;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.FollowUpBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The courses of hips through states, such as treated, collapsed, replaced and dead, immutable. It
 * prints its counts only.
 *
 * <p>A row is a stay: the hip was in a state after the start of the row up to its stop, and then
 * moved to another state, or, where that is the same, was no longer followed. The rows of one hip
 * do not overlap, and a row that begins where another stops begins in the state to which that
 * moved.
 *
 * <p>A state that is only looked for at visits began between two of them; its day is that of the
 * later. {@link Builder#seenAtVisits(String...)} names such states, and estimates and figures
 * repeat it.
 *
 * <pre>{@code
 * StateFollowUp hips = StateFollowUp
 *     .ofDays(new int[] {0, 100, 0, 0}, new int[] {100, 300, 300, 200}, new int[] {0, 1, 0, 0},
 *         new int[] {1, 2, 2, 0}, List.of("treated", "collapsed", "replaced"))
 *     .hips(new int[] {1, 1, 2, 3})
 *     .allowing("treated", "collapsed").allowing("treated", "replaced")
 *     .allowing("collapsed", "replaced")
 *     .seenAtVisits("collapsed")
 *     .build();
 * hips.hips();                               // 3
 * hips.moves("treated", "replaced");         // 1
 * }</pre>
 *
 * @see AalenJohansen
 */
public final class StateFollowUp {
  private final FollowUp rows;
  private final List<String> states;
  private final int[] from;
  private final int[] to;
  private final int[] hipOfRow;
  private final int hips;
  private final List<String> seenAtVisits;

  private StateFollowUp(
      FollowUp rows,
      List<String> states,
      int[] from,
      int[] to,
      int[] hipOfRow,
      List<String> seenAtVisits) {
    this.rows = rows;
    this.states = states;
    this.from = from;
    this.to = to;
    this.hipOfRow = hipOfRow;
    this.hips = (int) Arrays.stream(hipOfRow).distinct().count();
    this.seenAtVisits = seenAtVisits;
  }

  /**
   * Starts with times in whole days.
   *
   * @param starts the day after which each row was in its state, 0 for the start of observation
   * @param stops the last day of each row, after its start
   * @param from for each row the index of its state, from 0 in the order of the states
   * @param to for each row the index of the state to which it moved, or of the same state if it was
   *     no longer followed
   * @param states the labels of at least 2 states
   * @return a builder in which every row is another hip
   * @throws IllegalArgumentException if the lengths differ, an index has no state, a label comes
   *     twice, or there are fewer than 2
   */
  public static Builder ofDays(
      int[] starts, int[] stops, int[] from, int[] to, List<String> states) {
    Objects.requireNonNull(starts, "starts");
    Objects.requireNonNull(stops, "stops");
    boolean[] moves = moves(from, to, states);
    return new Builder(FollowUp.ofDays(stops, moves).entry(starts), from, to, states);
  }

  /**
   * Starts with times in any unit.
   *
   * @param starts the time after which each row was in its state, 0 for the start of observation
   * @param stops the last time of each row, after its start
   * @param from for each row the index of its state, from 0 in the order of the states
   * @param to for each row the index of the state to which it moved, or of the same state if it was
   *     no longer followed
   * @param states the labels of at least 2 states
   * @return a builder in which every row is another hip
   * @throws IllegalArgumentException if the lengths differ, an index has no state, a label comes
   *     twice, or there are fewer than 2
   */
  public static Builder ofTimes(
      double[] starts, double[] stops, int[] from, int[] to, List<String> states) {
    Objects.requireNonNull(starts, "starts");
    Objects.requireNonNull(stops, "stops");
    boolean[] moves = moves(from, to, states);
    return new Builder(FollowUp.ofTimes(stops, moves).entry(starts), from, to, states);
  }

  private static boolean[] moves(int[] from, int[] to, List<String> states) {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(states, "states")
        .forEach(each -> Objects.requireNonNull(each, "states"));
    long different = states.stream().distinct().count();
    if (states.size() < 2 || different < states.size()) {
      throw new IllegalArgumentException("states [labels] must be 2 or more, each once, but were "
          + states.size() + ", of which " + different + " differ");
    }
    if (from.length != to.length) {
      throw new IllegalArgumentException("states after the move [rows] must be " + from.length
          + " like those before it, but were " + to.length);
    }
    boolean[] moves = new boolean[from.length];
    for (int row = 0; row < moves.length; row++) {
      for (int state : new int[] {from[row], to[row]}) {
        if (state < 0 || state >= states.size()) {
          throw new IllegalArgumentException("state [index] must lie in 0.." + (states.size() - 1)
              + ", but was " + state + " in row " + (row + 1));
        }
      }
      moves[row] = from[row] != to[row];
    }
    return moves;
  }

  /**
   * Starts with the courses of hips that go forward through states: a hip begins in the first state
   * and moves to that of an endpoint on its day.
   *
   * <p>Of states reached on one day the last in the list counts, and one that stands before the
   * state in which the hip is already does not. What had happened by day 0 is where the hip begins.
   * The last state ends the course; in any other the hip is followed to its last known day. The
   * patient is the cluster.
   *
   * @param hips at least one hip
   * @param first the label of the state in which hips begin
   * @param later how hips come to the later states, whose labels are the names of these endpoints,
   *     in the order of the course: such as a staging rule at visits, then an arthroplasty, then a
   *     death; what censors them does not count
   * @return a builder
   * @throws IllegalArgumentException if there is no hip, no endpoint, or a label comes twice
   */
  public static Builder ofHips(List<Hip> hips, String first, List<Endpoint> later) {
    Objects.requireNonNull(hips, "hips").forEach(each -> Objects.requireNonNull(each, "hips"));
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(later, "later").forEach(each -> Objects.requireNonNull(each, "later"));
    List<String> states = new ArrayList<>(List.of(first));
    later.forEach(endpoint -> states.add(endpoint.name()));
    List<int[]> stays = new ArrayList<>();
    for (int hip = 0; hip < hips.size(); hip++) {
      addStays(hips.get(hip), hip, later, stays);
    }
    Builder builder =
        ofDays(column(stays, 0), column(stays, 1), column(stays, 2), column(stays, 3), states);
    int[] hipOfRow = column(stays, 4);
    return builder
        .hips(hipOfRow)
        .clusters(Arrays.stream(hipOfRow)
            .mapToObj(hips::get)
            .map(Hip::id)
            .map(HipId::patient)
            .toList());
  }

  private static int[] column(List<int[]> stays, int number) {
    return stays.stream().mapToInt(stay -> stay[number]).toArray();
  }

  private static void addStays(Hip hip, int number, List<Endpoint> later, List<int[]> stays) {
    int last = later.size();
    int day = 0;
    int state = 0;
    while (state < last) {
      int nextDay = Integer.MAX_VALUE;
      int next = state;
      for (int other = state + 1; other <= last; other++) {
        OptionalInt reached = later.get(other - 1).day(hip);
        int at = Math.max(day, reached.orElse(Integer.MAX_VALUE));
        if (reached.isPresent() && at <= nextDay) {
          nextDay = at;
          next = other;
        }
      }
      boolean moves = next > state;
      int stop = moves ? nextDay : Math.max(day, hip.lastKnownDay());
      if (stop > day || (!moves && day == 0)) {
        stays.add(new int[] {day, stop, state, next, number});
      }
      state = moves ? next : last;
      day = stop;
    }
  }

  /**
   * Returns the labels of the states.
   *
   * @return the labels in their order
   */
  public List<String> states() {
    return states;
  }

  /**
   * Returns the states that are only looked for at visits, so that their times are those of the
   * visits at which they were found.
   *
   * @return their labels in the order of the states
   */
  public List<String> seenAtVisits() {
    return seenAtVisits;
  }

  /**
   * Counts the hips.
   *
   * @return the number of hips, each of one or more rows
   */
  public int hips() {
    return hips;
  }

  /**
   * Counts the moves from one state to another, regardless of the weights.
   *
   * @param state the label of the state before
   * @param next the label of the state after
   * @return the number of rows
   * @throws IllegalArgumentException if there is no such state
   */
  public int moves(String state, String next) {
    int before = index(state, states);
    int after = index(next, states);
    return before == after
        ? 0
        : (int) IntStream.range(0, from.length)
            .filter(row -> from[row] == before && to[row] == after)
            .count();
  }

  /**
   * Returns the hips that are in a state just after a time, from then on, as for a landmark
   * analysis: what happens to those who had come so far.
   *
   * @param time a time, 0 or more
   * @param state the label of the state
   * @return their rows, under observation after the time
   * @throws IllegalArgumentException if the time is negative or not finite, there is no such state,
   *     or no hip is in it
   */
  public StateFollowUp landmark(double time, String state) {
    int wanted = index(state, states);
    if (!(time >= 0 && time <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "time [unit of the times] must be finite and 0.0 or more, but was " + time);
    }
    Set<Integer> there = new HashSet<>();
    for (int row = 0; row < from.length; row++) {
      if (from[row] == wanted && start(row) <= time && rows.time(row) > time) {
        there.add(hipOfRow[row]);
      }
    }
    int[] kept = IntStream.range(0, from.length)
        .filter(row -> there.contains(hipOfRow[row]) && rows.time(row) > time)
        .toArray();
    if (kept.length == 0) {
      throw new IllegalArgumentException(
          "hips in the state after the time [count] must be 1 or more, but were 0 after " + time);
    }
    return select(kept, time);
  }

  private StateFollowUp select(int[] kept, double time) {
    FollowUpBuilder some = FollowUp.ofTimes(
            Arrays.stream(kept).mapToDouble(rows::time).toArray(), booleans(kept))
        .withoutTieRule()
        .entry(
            Arrays.stream(kept).mapToDouble(row -> Math.max(time, start(row))).toArray())
        .groups(Arrays.stream(kept).map(rows::group).toArray(), rows.groups());
    if (rows.isWeighted()) {
      some.weights(Arrays.stream(kept).mapToDouble(rows::weight).toArray());
    }
    if (rows.clusters().isPresent()) {
      some.clusters(Arrays.stream(kept).map(rows::cluster).toArray());
    }
    return new StateFollowUp(
        some.build(),
        states,
        Arrays.stream(kept).map(row -> from[row]).toArray(),
        Arrays.stream(kept).map(row -> to[row]).toArray(),
        Arrays.stream(kept).map(row -> hipOfRow[row]).toArray(),
        seenAtVisits);
  }

  private boolean[] booleans(int[] kept) {
    boolean[] moves = new boolean[kept.length];
    for (int i = 0; i < moves.length; i++) {
      moves[i] = rows.isEvent(kept[i]);
    }
    return moves;
  }

  static int index(String state, List<String> states) {
    int index = states.indexOf(Objects.requireNonNull(state, "state"));
    if (index < 0) {
      throw new IllegalArgumentException(
          "state [label] must be one of the " + states.size() + " states, but was another");
    }
    return index;
  }

  /** The rows, an event where a row moves to another state. */
  FollowUp rows() {
    return rows;
  }

  /** The time after which a row is in its state. */
  double start(int row) {
    return rows.entry(row).orElse(0);
  }

  int from(int row) {
    return from[row];
  }

  int to(int row) {
    return to[row];
  }

  int hip(int row) {
    return hipOfRow[row];
  }

  @Override
  public String toString() {
    return "StateFollowUp{" + hips + " hips, " + states.size() + " states, " + rows.events()
        + " moves, " + rows.groups().size() + " groups}";
  }

  /**
   * Builds {@link StateFollowUp} from columns, which it copies.
   *
   * @see StateFollowUp
   */
  public static final class Builder {
    private final FollowUpBuilder columns;
    private final int[] from;
    private final int[] to;
    private final List<String> states;
    private int[] hipOfRow;
    private final Set<List<Integer>> allowed = new HashSet<>();
    private final Set<String> seenAtVisits = new HashSet<>();

    private Builder(FollowUpBuilder columns, int[] from, int[] to, List<String> states) {
      this.columns = columns;
      this.from = from.clone();
      this.to = to.clone();
      this.states = List.copyOf(states);
      this.hipOfRow = IntStream.range(0, from.length).toArray();
    }

    /**
     * Sets the hip of each row.
     *
     * @param column for each row any number that identifies its hip
     * @return this builder
     * @throws IllegalArgumentException if the lengths differ
     */
    public Builder hips(int[] column) {
      Objects.requireNonNull(column, "column");
      if (column.length != from.length) {
        throw new IllegalArgumentException(
            "hips [rows] must be " + from.length + " like the times, but were " + column.length);
      }
      hipOfRow = column.clone();
      return this;
    }

    /**
     * Sets the cluster of each row, such as the patient in whom the hip lies.
     *
     * @param column for each row anything that identifies its cluster by {@code equals}
     * @return this builder
     * @throws IllegalArgumentException if the lengths differ
     */
    public Builder clusters(List<?> column) {
      columns.clusters(Objects.requireNonNull(column, "column"));
      return this;
    }

    /**
     * Sets the cluster of each row by a number.
     *
     * @param column for each row any number that identifies its cluster
     * @return this builder
     * @throws IllegalArgumentException if the lengths differ
     */
    public Builder clusters(int[] column) {
      columns.clusters(Objects.requireNonNull(column, "column"));
      return this;
    }

    /**
     * Sets the group of each row; the groups keep the order of their first appearance.
     *
     * @param column a label for each row
     * @return this builder
     * @throws IllegalArgumentException if the lengths differ
     */
    public Builder groups(List<String> column) {
      columns.groups(Objects.requireNonNull(column, "column"));
      return this;
    }

    /**
     * Sets case weights.
     *
     * @param column finite weights above 0
     * @return this builder
     * @throws IllegalArgumentException if the lengths differ or a weight is not finite and above 0
     */
    public Builder weights(double[] column) {
      columns.weights(Objects.requireNonNull(column, "column"));
      return this;
    }

    /**
     * Allows a move. Once a move was allowed, every other is refused unless it is allowed too.
     *
     * @param state the label of the state before
     * @param next the label of the state after
     * @return this builder
     * @throws IllegalArgumentException if there is no such state, or both are the same
     */
    public Builder allowing(String state, String next) {
      int before = index(state, states);
      int after = index(next, states);
      if (before == after) {
        throw new IllegalArgumentException("states of a move [labels] must differ, but were equal");
      }
      allowed.add(List.of(before, after));
      return this;
    }

    /**
     * Names states that are only looked for at visits.
     *
     * @param labels the labels of these states
     * @return this builder
     * @throws IllegalArgumentException if there is no such state
     */
    public Builder seenAtVisits(String... labels) {
      for (String label : Objects.requireNonNull(labels, "labels")) {
        seenAtVisits.add(states.get(index(label, states)));
      }
      return this;
    }

    /**
     * Returns the follow-up.
     *
     * @return immutable columns
     * @throws IllegalArgumentException if a move is not allowed, rows of a hip overlap, or one
     *     begins where another stops but in another state
     */
    public StateFollowUp build() {
      FollowUp rows = columns.build();
      for (int row = 0; row < from.length; row++) {
        boolean isMove = from[row] != to[row];
        if (isMove && !allowed.isEmpty() && !allowed.contains(List.of(from[row], to[row]))) {
          throw new IllegalArgumentException("move [states] must be one of the " + allowed.size()
              + " allowed, but was " + from[row] + " to " + to[row] + " in row " + (row + 1));
        }
      }
      List<String> visits = states.stream().filter(seenAtVisits::contains).toList();
      StateFollowUp built = new StateFollowUp(rows, states, from, to, hipOfRow, visits);
      checkCourses(built);
      return built;
    }

    private void checkCourses(StateFollowUp built) {
      int[] order = IntStream.range(0, from.length)
          .boxed()
          .sorted(Comparator.<Integer>comparingInt(row -> hipOfRow[row])
              .thenComparingDouble(built::start)
              .thenComparingDouble(built.rows::time))
          .mapToInt(Integer::intValue)
          .toArray();
      for (int i = 1; i < order.length; i++) {
        int before = order[i - 1];
        int row = order[i];
        if (hipOfRow[before] == hipOfRow[row]) {
          double stop = built.rows.time(before);
          if (built.start(row) < stop || built.rows.entry(row).isEmpty()) {
            throw new IllegalArgumentException("rows of one hip [times] must not overlap, but row "
                + (row + 1) + " began before row " + (before + 1) + " stopped");
          }
          if (built.start(row) == stop && from[row] != to[before]) {
            throw new IllegalArgumentException("state [index] must be " + to[before]
                + ", to which the hip had just moved, but was " + from[row] + " in row "
                + (row + 1));
          }
        }
      }
    }

    @Override
    public String toString() {
      return "StateFollowUp.Builder{" + from.length + " rows, " + states.size() + " states}";
    }
  }
}
