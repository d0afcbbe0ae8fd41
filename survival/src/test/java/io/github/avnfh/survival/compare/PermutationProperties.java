package io.github.avnfh.survival.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.survival.FollowUp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class PermutationProperties {
  private static final List<String> LABELS = List.of("A", "B", "C");

  /** One row of a comparison. */
  private record Row(int day, boolean event, int group, int stratum) {}

  @Provide
  Arbitrary<List<Row>> rows() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 4),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(0, 1))
        .as(Row::new)
        .list()
        .ofMinSize(2)
        .ofMaxSize(6);
  }

  private static FollowUp followUp(List<Row> rows, int[] groups) {
    boolean[] events = new boolean[rows.size()];
    IntStream.range(0, events.length).forEach(i -> events[i] = rows.get(i).event());
    return FollowUp.ofDays(rows.stream().mapToInt(Row::day).toArray(), events)
        .groups(groups, LABELS)
        .strata(rows.stream().map(row -> "s" + row.stratum()).toList())
        .build();
  }

  /** The squares of observed less expected events over the sizes of the groups. */
  private static double distance(List<Row> rows, int[] groups) {
    return LogRank.withDefaults().test(followUp(rows, groups)).groups().stream()
        .filter(group -> group.rows() > 0)
        .mapToDouble(group -> Math.pow(group.observed() - group.expected(), 2) / group.rows())
        .sum();
  }

  private static List<int[]> relabelings(List<Row> rows) {
    List<int[]> all = new ArrayList<>();
    for (int code = 0; code < Math.pow(LABELS.size(), rows.size()); code++) {
      int[] groups = new int[rows.size()];
      int rest = code;
      for (int row = 0; row < groups.length; row++, rest /= LABELS.size()) {
        groups[row] = rest % LABELS.size();
      }
      if (divides(rows, groups)) {
        all.add(groups);
      }
    }
    return all;
  }

  /** Whether every group gets as many rows of every stratum as it has. */
  private static boolean divides(List<Row> rows, int[] groups) {
    int[][] balance = new int[2][LABELS.size()];
    for (int row = 0; row < groups.length; row++) {
      int[] stratum = balance[rows.get(row).stratum()];
      stratum[groups[row]]++;
      stratum[rows.get(row).group()]--;
    }
    return IntStream.range(0, LABELS.size())
        .allMatch(group -> balance[0][group] == 0 && balance[1][group] == 0);
  }

  @Property
  void theExactShareIsThatOfAllRelabelings(@ForAll("rows") List<Row> rows) {
    int[] groups = rows.stream().mapToInt(Row::group).toArray();
    Optional<PermutationResult> result =
        PermutationTest.withDefaults().test(followUp(rows, groups), 1);
    double observed = distance(rows, groups);
    List<int[]> all = relabelings(rows);
    long asFar = all.stream()
        .filter(relabeled -> distance(rows, relabeled) >= observed - 1e-9)
        .count();
    result.ifPresentOrElse(
        exact -> {
          assertThat(exact.isExact()).isTrue();
          assertThat(exact.ways()).isEqualTo(all.size());
          assertThat(exact.pValue()).isCloseTo((double) asFar / all.size(), within(1e-12));
        },
        () -> assertThat(asFar).isEqualTo(all.size()));
  }

  /** Patients with one or two hips: the first ones of the rows are in pairs. */
  private static int patient(int row, int pairs) {
    return row < 2 * pairs ? row / 2 : row - pairs;
  }

  /** All permutations of the groups over patients with as many hips, and over the hips of one. */
  private static List<int[]> dealsOfPatients(List<Row> rows, int pairs) {
    int[] own = rows.stream().mapToInt(Row::group).toArray();
    List<int[]> all = new ArrayList<>();
    permute(
        own,
        0,
        pairs,
        2,
        dealt -> permute(dealt, 2 * pairs, rows.size() - 2 * pairs, 1, permuted -> {
          for (int flips = 0; flips < 1 << pairs; flips++) {
            int[] flipped = permuted.clone();
            for (int pair = 0; pair < pairs; pair++) {
              boolean flip = (flips >> pair & 1) == 1;
              flipped[2 * pair] = permuted[2 * pair + (flip ? 1 : 0)];
              flipped[2 * pair + 1] = permuted[2 * pair + (flip ? 0 : 1)];
            }
            all.add(flipped);
          }
        }));
    return all;
  }

  private static void permute(int[] groups, int from, int units, int size, Consumer<int[]> each) {
    if (units <= 1) {
      each.accept(groups);
      return;
    }
    for (int other = 0; other < units; other++) {
      int[] swapped = groups.clone();
      for (int i = 0; i < size; i++) {
        swapped[from + i] = groups[from + other * size + i];
        swapped[from + other * size + i] = groups[from + i];
      }
      permute(swapped, from + size, units - 1, size, each);
    }
  }

  @Property
  void patientsChangePlacesWithThoseWhoHaveAsManyHips(
      @ForAll("rows") List<Row> rows, @ForAll @IntRange(max = 3) int wanted) {
    int pairs = Math.min(wanted, rows.size() / 2);
    List<Row> single = rows.stream()
        .map(row -> new Row(row.day(), row.event(), row.group(), 0))
        .toList();
    int[] groups = single.stream().mapToInt(Row::group).toArray();
    boolean[] events = new boolean[rows.size()];
    IntStream.range(0, events.length).forEach(i -> events[i] = rows.get(i).event());
    FollowUp hips = FollowUp.ofDays(rows.stream().mapToInt(Row::day).toArray(), events)
        .groups(groups, LABELS)
        .clusters(
            IntStream.range(0, rows.size()).map(row -> patient(row, pairs)).toArray())
        .build();
    double observed = distance(single, groups);
    List<int[]> all = dealsOfPatients(single, pairs);
    long asFar =
        all.stream().filter(dealt -> distance(single, dealt) >= observed - 1e-9).count();
    Optional<PermutationResult> result = PermutationTest.withDefaults().test(hips, 1);
    double expected = (double) asFar / all.size();
    assertThat(result.map(PermutationResult::pValue).orElse(1.0))
        .isCloseTo(expected, within(1e-12));
    result.ifPresent(exact -> {
      assertThat(exact.permuted()).isEqualTo(PermutationResult.Permuted.PATIENTS);
      assertThat(exact.isExact()).isTrue();
    });
  }
}
