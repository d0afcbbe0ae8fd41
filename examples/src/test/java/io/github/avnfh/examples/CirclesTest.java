package io.github.avnfh.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The circles inside packages: types each of which depends on every other, directly or through
 * others of its package. Nested types count as their top type, and generated ones as the type they
 * implement.
 *
 * <p>{@code circles.csv} says how many types of each package may lie in circles; what is not listed
 * may have none. Its numbers fall and do not rise.
 */
@AnalyzeClasses(packages = "io.github.avnfh", importOptions = ImportOption.DoNotIncludeTests.class)
class CirclesTest {
  private static final String ROOT = "io.github.avnfh.";
  private static final String GENERATED = "Immutable";
  private static final String COPIED = "With";

  @ArchTest
  static void circlesInsidePackagesDoNotGrow(JavaClasses classes) {
    Map<String, Integer> allowed = allowed();
    List<String> grown = new ArrayList<>();
    dependencies(classes).forEach((name, types) -> {
      List<Set<String>> circles = circles(types);
      int inCircles = circles.stream().mapToInt(Set::size).sum();
      if (inCircles > allowed.getOrDefault(name, 0)) {
        grown.add(name + "," + inCircles + " " + circles);
      }
    });
    assertThat(grown)
        .as("packages with more types in circles than circles.csv allows")
        .isEmpty();
  }

  @ArchTest
  static void packagesWithCirclesExist(JavaClasses classes) {
    assertThat(dependencies(classes)).containsKeys(allowed().keySet().toArray(String[]::new));
  }

  private static Map<String, Integer> allowed() {
    try (InputStream in =
        Objects.requireNonNull(CirclesTest.class.getResourceAsStream("circles.csv"))) {
      Map<String, Integer> allowed = new TreeMap<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .forEach(cells -> allowed.put(cells[0], Integer.valueOf(cells[1])));
      return allowed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For each package its types, each with those of the same package on which it depends. */
  private static Map<String, Map<String, Set<String>>> dependencies(JavaClasses classes) {
    Map<String, Map<String, Set<String>>> dependencies = new TreeMap<>();
    for (JavaClass from : classes) {
      String place = from.getPackageName();
      Set<String> others = dependencies
          .computeIfAbsent(place.substring(ROOT.length()), name -> new TreeMap<>())
          .computeIfAbsent(type(from), name -> new TreeSet<>());
      from.getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass().getBaseComponentType())
          .filter(to -> to.getPackageName().equals(place))
          .map(CirclesTest::type)
          .filter(to -> !to.equals(type(from)))
          .forEach(others::add);
    }
    return dependencies;
  }

  private static String type(JavaClass type) {
    JavaClass top = type;
    while (top.getEnclosingClass().isPresent()) {
      top = top.getEnclosingClass().get();
    }
    String name = top.getSimpleName();
    return Stream.of(
            top.getRawInterfaces(), top.getRawSuperclass().stream().toList(), top.getSubclasses())
        .flatMap(Collection::stream)
        .filter(made -> name.equals(GENERATED + made.getSimpleName())
            || name.equals(COPIED + made.getSimpleName()))
        .findFirst()
        .map(CirclesTest::type)
        .orElse(name);
  }

  private static List<Set<String>> circles(Map<String, Set<String>> types) {
    Map<String, Set<String>> reached = new TreeMap<>();
    types.keySet().forEach(type -> reached.put(type, reached(type, types)));
    Set<Set<String>> circles = new LinkedHashSet<>();
    reached.forEach((type, others) -> {
      Set<String> circle = new TreeSet<>(others);
      circle.removeIf(other -> !reached.getOrDefault(other, Set.of()).contains(type));
      if (circle.size() > 1) {
        circles.add(circle);
      }
    });
    return List.copyOf(circles);
  }

  /** The types that can be reached from one, itself only if it lies in a circle. */
  private static Set<String> reached(String type, Map<String, Set<String>> types) {
    Set<String> reached = new TreeSet<>();
    Deque<String> left = new ArrayDeque<>(types.getOrDefault(type, Set.of()));
    while (!left.isEmpty()) {
      String next = left.remove();
      if (reached.add(next)) {
        left.addAll(types.getOrDefault(next, Set.of()));
      }
    }
    return reached;
  }
}
