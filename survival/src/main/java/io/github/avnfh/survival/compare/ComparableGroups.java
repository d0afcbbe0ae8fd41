package io.github.avnfh.survival.compare;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which groups can be compared, directly or by way of others. A test on their differences has as
 * many degrees of freedom as groups less components, however a covariance is rounded.
 */
final class ComparableGroups {
  private final int[] parent;

  ComparableGroups(int groups) {
    parent = IntStream.range(0, groups).toArray();
  }

  /** Says that two groups were at risk together. */
  void link(int group, int other) {
    parent[of(group)] = of(other);
  }

  /** The number of a group's component: one of its groups. */
  int of(int group) {
    int root = group;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }

  int degreesOfFreedom() {
    return (int)
        IntStream.range(0, parent.length).filter(group -> of(group) != group).count();
  }

  /** Whether a value for each group differs within a component. */
  boolean tellApart(double[] value) {
    return IntStream.range(0, parent.length).anyMatch(group -> value[group] != value[of(group)]);
  }

  /** A unit vector for each group but one of each component, that of which most was expected. */
  double[][] contrasts(double[] expected) {
    int[] reference = new int[parent.length];
    Arrays.fill(reference, -1);
    for (int group = 0; group < parent.length; group++) {
      int known = reference[of(group)];
      reference[of(group)] = known < 0 || expected[group] > expected[known] ? group : known;
    }
    return IntStream.range(0, parent.length)
        .filter(group -> reference[of(group)] != group)
        .mapToObj(group -> {
          double[] unit = new double[parent.length];
          unit[group] = 1;
          return unit;
        })
        .toArray(double[][]::new);
  }
}
