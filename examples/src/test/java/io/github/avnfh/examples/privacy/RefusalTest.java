package io.github.avnfh.examples.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Calls every public method with null, empty and extreme arguments, each in place of a good one:
 * the answer is a value or a refusal in the words of the library. Where null is refused by the JVM
 * and not by the name of the argument, the method stands in {@code unnamed_nulls.txt}, which must
 * not grow and loses what no longer applies.
 */
class RefusalTest {
  private static final Map<Class<?>, List<?>> EXTREMES = Map.ofEntries(
      Map.entry(int.class, List.of(Integer.MIN_VALUE, -1, 0, Integer.MAX_VALUE)),
      Map.entry(long.class, List.of(Long.MIN_VALUE, -1L, 0L, Long.MAX_VALUE)),
      Map.entry(
          double.class,
          List.of(
              Double.NaN,
              Double.NEGATIVE_INFINITY,
              Double.POSITIVE_INFINITY,
              -Double.MAX_VALUE,
              Double.MAX_VALUE,
              Double.MIN_VALUE,
              -1.0,
              0.0)),
      Map.entry(String.class, List.of("", " ")),
      Map.entry(
          OptionalDouble.class, List.of(OptionalDouble.empty(), OptionalDouble.of(Double.NaN))),
      Map.entry(
          double[].class,
          List.of(new double[0], new double[] {Double.NaN}, new double[] {0}, new double[] {
            Double.MAX_VALUE, -Double.MAX_VALUE, Double.MAX_VALUE
          })),
      Map.entry(int[].class, List.of(new int[0], new int[] {-1}, new int[] {
        Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE
      })),
      Map.entry(boolean[].class, List.of(new boolean[0], new boolean[] {true})));

  private static final Pattern OUR_FORM =
      Pattern.compile("(?s).*\\S.* (must|needs|was expected|were expected)\\b.*");

  /** How generated code refuses null: by the name of the argument. */
  private static final Pattern NAME = Pattern.compile("[a-z]\\w*");

  /** Numbers of random draws: the greatest one takes as long as it takes. */
  private static final Set<String> DRAWS = Set.of("replicates", "draws", "tables", "count");

  private static final String NULL = "null";

  private static Set<String> listed() throws IOException {
    try (var file =
        Objects.requireNonNull(RefusalTest.class.getResourceAsStream("unnamed_nulls.txt"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static List<Fault> faults(Explorer explorer, List<Class<?>> types) {
    return types.stream()
        .flatMap(type -> Explorer.methods(type).stream()
            .filter(method -> method.getDeclaringClass() == type)
            .filter(method -> !(type.isEnum() && method.getName().equals("valueOf")))
            .flatMap(method -> faults(explorer, type, method).stream()))
        .toList();
  }

  @Test
  void refusesInItsOwnWords() throws IOException {
    List<Fault> faults = faults(PrivacyTest.library(), PrivacyTest.publicTypes());
    assertThat(faults).filteredOn(fault -> !fault.isNull()).isEmpty();
    Set<String> unnamed =
        faults.stream().map(Fault::place).collect(Collectors.toCollection(TreeSet::new));
    assertThat(unnamed).as("methods that do not refuse null by name").isEqualTo(listed());
  }

  /** A type that is careless, to show that it would be found. */
  public static final class Careless {
    private final int[] numbers;

    private Careless(int[] numbers) {
      this.numbers = numbers;
    }

    /** Has no words for what it has not got. */
    public int number(int index) {
      return numbers[index];
    }

    /** Has no words for null. */
    public static Careless of(int[] numbers) {
      return new Careless(numbers.clone());
    }
  }

  @Test
  void findsWhatIsRefusedByTheMachine() {
    Explorer explorer = new Explorer(List.of(Careless.class), Subjects.ID);
    explorer.explore(List.of(Careless.of(new int[] {1, 2, 3})));
    assertThat(faults(explorer, List.of(Careless.class)))
        .extracting(fault -> fault.place() + " " + fault.extreme())
        .contains(
            Careless.class.getName().replace("io.github.avnfh.", "") + ".number(index) -1",
            Careless.class.getName().replace("io.github.avnfh.", "") + ".of(numbers) null");
  }

  /** What was called with what, and what was thrown. */
  private record Fault(String place, String extreme, String thrown) {
    /** Null, or a list or an array that holds it, and nothing but the JVM's refusal of null. */
    boolean isNull() {
      return extreme.contains(NULL) && thrown.startsWith("NullPointerException");
    }
  }

  private static List<Fault> faults(Explorer explorer, Class<?> type, Method method) {
    List<Object> targets =
        Modifier.isStatic(method.getModifiers()) ? List.of(type) : explorer.instances(type);
    List<Fault> faults = new ArrayList<>();
    // the first list whose functions fit: what a function takes, types do not tell
    explorer.lists(method).stream()
        .filter(list -> !targets.isEmpty())
        .filter(list -> !thrown(method, targets.get(0), list).startsWith("ClassCastException"))
        .findFirst()
        .ifPresent(list -> faults.addAll(faults(method, targets.get(0), list)));
    return faults;
  }

  private static List<Fault> faults(Method method, Object target, Object[] good) {
    List<Fault> faults = new ArrayList<>();
    for (int place = 0; place < good.length; place++) {
      String name = method.getParameters()[place].getName();
      for (Object extreme : extremes(method.getParameterTypes()[place])) {
        if (DRAWS.contains(name) && Integer.valueOf(Integer.MAX_VALUE).equals(extreme)) {
          continue;
        }
        Object[] changed = good.clone();
        changed[place] = extreme;
        String thrown = thrown(method, target, changed);
        if (!thrown.isEmpty()) {
          String where = method.getDeclaringClass().getName().replace("io.github.avnfh.", "");
          faults.add(
              new Fault(where + "." + method.getName() + "(" + name + ")", shown(extreme), thrown));
        }
      }
    }
    return faults;
  }

  private static String shown(Object extreme) {
    String shown = Arrays.deepToString(new Object[] {extreme});
    return shown.substring(1, shown.length() - 1);
  }

  private static List<Object> extremes(Class<?> type) {
    List<Object> extremes = new ArrayList<>(EXTREMES.getOrDefault(type, List.of()));
    if (!type.isPrimitive()) {
      extremes.add(null);
    }
    if (type == List.class || type == Iterable.class) {
      extremes.add(List.of());
      extremes.add(Collections.singletonList(null));
    }
    if (type.isArray() && !type.getComponentType().isPrimitive()) {
      extremes.add(Array.newInstance(type.getComponentType(), 0));
      extremes.add(Array.newInstance(type.getComponentType(), 1));
    }
    return extremes;
  }

  /** What was thrown that is no refusal in the words of the library; nothing where all is well. */
  private static String thrown(Method method, Object target, Object[] list) {
    try {
      method.invoke(target, list);
      return "";
    } catch (InvocationTargetException refusal) {
      Throwable thrown = refusal.getCause();
      String said = Objects.requireNonNullElse(thrown.getMessage(), "");
      boolean isOurs =
          (thrown instanceof IllegalArgumentException && OUR_FORM.matcher(said).matches())
              || (thrown instanceof NullPointerException && NAME.matcher(said).matches());
      return isOurs ? "" : thrown.getClass().getSimpleName() + ": " + said;
    } catch (IllegalAccessException e) {
      throw new LinkageError(method + " cannot be called", e);
    }
  }
}
