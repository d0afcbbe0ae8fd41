package io.github.avnfh.survival.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All permutations of groups over units. Units with the same scores are exchangeable: only how many
 * of them get which groups is tried, and counted as often as they can change places.
 */
final class ExactEnumeration {
  private static final int MOST_TIES = 1_000;
  private static final int MOST_STEPS = 4_000;
  private static final int MOST_ROWS = 6;
  // far enough from the largest double for the products of counts that lead to it
  private static final double MOST_WAYS = 1e290;

  /** Groups for the rows of one unit: which kind, what they make of sums, in how many orders. */
  private static final class Arrangement {
    private final int kind;
    private final double[] change;
    private final double orders;

    Arrangement(int kind, double[] change, double orders) {
      this.kind = kind;
      this.change = change;
      this.orders = orders;
    }
  }

  /** Units of the same scores, and the groups that they can get. */
  private record Tie(int units, List<Arrangement> arrangements) {}

  /** Ties of a block with the number of units that get each kind of groups. */
  private static final class Block {
    private final int[] kinds;
    private final List<Tie> ties;

    Block(int[] kinds, List<Tie> ties) {
      this.kinds = kinds;
      this.ties = ties;
    }
  }

  private final Permutation deal;
  private final int most;
  private final List<Block> blocks = new ArrayList<>();
  private final double[] sums;
  private int steps;
  private int tries;
  private double all;
  private double asFar;

  private ExactEnumeration(Permutation deal, int most) {
    this.deal = deal;
    this.most = most;
    this.sums = new double[deal.groups()];
  }

  /**
   * Tries all permutations.
   *
   * @param deal the units
   * @param most how many ways, of those that differ in a sum, are tried
   * @return all ways, or nothing where there are more than that
   */
  static Optional<ExactEnumeration> of(Permutation deal, int most) {
    ExactEnumeration enumeration = new ExactEnumeration(deal, most);
    if (!enumeration.prepare()) {
      return Optional.empty();
    }
    enumeration.deal(0, 0, new int[0], 1);
    return enumeration.tries <= most ? Optional.of(enumeration) : Optional.empty();
  }

  /** The proportion of ways in which the groups lie as far apart as in the data. */
  double proportion() {
    return asFar / all;
  }

  /** In how many ways the groups can be dealt. */
  double ways() {
    return Math.rint(all);
  }

  private boolean prepare() {
    double logWays = 0;
    int ties = 0;
    for (int[][] block : deal.blocks()) {
      if (block[0].length > MOST_ROWS) {
        return false;
      }
      Block prepared = prepared(block);
      blocks.add(prepared);
      ties += prepared.ties.size();
      for (Tie tie : prepared.ties) {
        steps += tie.arrangements().size() + 1;
      }
      logWays += logWays(prepared, block);
    }
    return ties <= MOST_TIES && steps <= MOST_STEPS && logWays <= Math.log(MOST_WAYS);
  }

  /** The logarithm of a number of ways that there are not more of. */
  private static double logWays(Block prepared, int[][] block) {
    double log = 0;
    // n! / product of n_k!, times a bound on the orders within units
    for (int units = 2; units <= block.length; units++) {
      log += Math.log(units);
    }
    for (int kind : prepared.kinds) {
      for (int units = 2; units <= kind; units++) {
        log -= Math.log(units);
      }
    }
    double orders = prepared.ties.stream()
        .flatMap(tie -> tie.arrangements().stream())
        .mapToDouble(arrangement -> arrangement.orders)
        .max()
        .orElse(1);
    return log + block.length * Math.log(orders * block[0].length);
  }

  private Block prepared(int[][] block) {
    Map<List<Integer>, Integer> kinds = new LinkedHashMap<>();
    Map<List<Double>, Integer> scores = new TreeMap<>(Comparator.comparing(
        (List<Double> list) -> list.stream().mapToDouble(i -> i).toArray(), Arrays::compare));
    int[] sizes = new int[block.length];
    for (int[] unit : block) {
      int kind = kinds.computeIfAbsent(groupsOf(unit), key -> kinds.size());
      sizes[kind]++;
      scores.merge(scoresOf(unit), 1, Integer::sum);
    }
    int[] kindSizes = Arrays.copyOf(sizes, kinds.size());
    List<Tie> ties = scores.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(tie -> new Tie(tie.getValue(), arrangements(block[0], tie.getKey(), kinds)))
        .toList();
    return new Block(kindSizes, ties);
  }

  /** The groups of a unit's rows, in order within each stratum. */
  private List<Integer> groupsOf(int[] unit) {
    int[] groups = Arrays.stream(unit).map(deal::group).toArray();
    for (int start = 0; start < unit.length; start = deal.endOfStratum(unit, start)) {
      Arrays.sort(groups, start, deal.endOfStratum(unit, start));
    }
    return Arrays.stream(groups).boxed().toList();
  }

  private List<Double> scoresOf(int[] unit) {
    double[] scores = Arrays.stream(unit).mapToDouble(deal::score).toArray();
    for (int start = 0; start < unit.length; start = deal.endOfStratum(unit, start)) {
      Arrays.sort(scores, start, deal.endOfStratum(unit, start));
    }
    return Arrays.stream(scores).boxed().toList();
  }

  private List<Arrangement> arrangements(
      int[] unit, List<Double> scores, Map<List<Integer>, Integer> kinds) {
    List<Arrangement> arrangements = new ArrayList<>();
    kinds.forEach((groups, kind) -> {
      Map<List<Double>, Integer> changes = new LinkedHashMap<>();
      int[] order = groups.stream().mapToInt(i -> i).toArray();
      arrange(unit, 0, order, scores, changes);
      changes.forEach((change, orders) -> arrangements.add(
          new Arrangement(kind, change.stream().mapToDouble(i -> i).toArray(), orders)));
    });
    return arrangements;
  }

  /** Puts every different group of the stratum in a place, and goes on to the next. */
  private void arrange(
      int[] unit, int place, int[] order, List<Double> scores, Map<List<Double>, Integer> changes) {
    if (place == order.length) {
      Double[] change = new Double[deal.groups()];
      Arrays.fill(change, 0.0);
      for (int i = 0; i < order.length; i++) {
        change[order[i]] += scores.get(i);
      }
      changes.merge(List.of(change), 1, Integer::sum);
      return;
    }
    int end = deal.endOfStratum(unit, place);
    for (int other = place; other < end; other++) {
      boolean isNew = true;
      for (int before = place; before < other; before++) {
        isNew &= order[before] != order[other];
      }
      if (isNew) {
        int[] swapped = order.clone();
        swapped[place] = order[other];
        swapped[other] = order[place];
        arrange(unit, place + 1, swapped, scores, changes);
      }
    }
  }

  private void deal(int block, int tie, int[] room, double ways) {
    if (block == blocks.size()) {
      tries++;
      all += ways;
      asFar += deal.isAsFarBySums(sums) ? ways : 0;
    } else if (tie == blocks.get(block).ties.size()) {
      deal(block + 1, 0, new int[0], ways);
    } else {
      int[] left = tie == 0 ? blocks.get(block).kinds.clone() : room;
      Tie next = blocks.get(block).ties.get(tie);
      split(new Split(block, tie, next.arrangements(), left), 0, next.units(), ways);
    }
  }

  /** Units of a tie on their way to groups, and how many of each kind are left. */
  private static final class Split {
    private final int block;
    private final int tie;
    private final List<Arrangement> arrangements;
    private final int[] room;

    Split(int block, int tie, List<Arrangement> arrangements, int[] room) {
      this.block = block;
      this.tie = tie;
      this.arrangements = arrangements;
      this.room = room;
    }

    /** How many units can still get one of the arrangements from one on. */
    int roomFrom(int first) {
      int units = 0;
      int kind = -1;
      for (int i = first; i < arrangements.size(); i++) {
        Arrangement arrangement = arrangements.get(i);
        units += arrangement.kind == kind ? 0 : room[arrangement.kind];
        kind = arrangement.kind;
      }
      return units;
    }
  }

  private void split(Split split, int index, int units, double ways) {
    Arrangement arrangement = split.arrangements.get(index);
    int[] room = split.room;
    int free = room[arrangement.kind];
    double[] before = sums.clone();
    boolean again = index + 1 < split.arrangements.size()
        && split.arrangements.get(index + 1).kind == arrangement.kind;
    // units that arrangements of other kinds can still take; a kind with a further arrangement can
    // take its room there as well
    int others = split.roomFrom(index + 1) - (again ? free : 0);
    int least = again ? Math.max(0, units - others - free) : Math.max(0, units - others);
    // C(units, taken) orders^taken, kept up from one number taken to the next
    double choices = ways * choices(units, least) * Math.pow(arrangement.orders, least);
    for (int taken = least; taken <= Math.min(units, free) && tries <= most; taken++) {
      room[arrangement.kind] = free - taken;
      for (int group = 0; group < sums.length; group++) {
        sums[group] = before[group] + taken * arrangement.change[group];
      }
      // a call less for each tie keeps a thousand of them within the stack of a thread
      if (index + 1 == split.arrangements.size()) {
        deal(split.block, split.tie + 1, split.room, choices);
      } else {
        split(split, index + 1, units - taken, choices);
      }
      // C(n, k + 1) = C(n, k) (n - k) / (k + 1)
      choices = choices * (units - taken) / (taken + 1) * arrangement.orders;
    }
    room[arrangement.kind] = free;
    System.arraycopy(before, 0, sums, 0, sums.length);
  }

  /** In how many ways some of the units can be chosen. */
  private static double choices(int units, int chosen) {
    double choices = 1;
    for (int i = 0; i < Math.min(chosen, units - chosen); i++) {
      choices = choices * (units - i) / (i + 1);
    }
    return choices;
  }
}
