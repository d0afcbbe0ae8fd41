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
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Calls every public method with null, empty and extreme arguments, each in place of a good one:
 * the answer is a value, in which every number is finite, or a refusal in the words of the library
 * that names what is refused. Two arguments are varied at a time. Where null is refused by the JVM
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

  /** What is meant, what is allowed, and what was given, or what was expected in its place. */
  private static final Pattern OUR_FORM =
      Pattern.compile("(?s)\\W*(?!(it|this|value|argument|parameter|number) (must|needs))\\w.*\\S ("
          + "(must|needs)\\b.*\\b(but|was|were|is|are|has|have|had|since)\\b.*"
          + "|(was|were) expected\\b.*)");

  /** How generated code refuses null: by the name of the argument. */
  private static final Pattern NAME = Pattern.compile("[a-z]\\w*");

  /** Numbers of random draws: the greatest one takes as long as it takes. */
  private static final Set<String> DRAWS = Set.of("replicates", "draws", "tables");

  private static final String NULL = "null";

  private static Set<String> listed(String name) throws IOException {
    try (var file = Objects.requireNonNull(RefusalTest.class.getResourceAsStream(name), name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Stream<Method> methods(Class<?> type) {
    return Explorer.methods(type).stream()
        .filter(method -> method.getDeclaringClass() == type)
        .filter(method -> !(type.isEnum() && method.getName().equals("valueOf")));
  }

  private static List<Fault> faults(Explorer explorer, List<Class<?>> types) {
    return types.stream()
        .flatMap(type -> methods(type).flatMap(method -> faults(explorer, type, method).stream()))
        .toList();
  }

  /** A walker that passes over a method tells nothing of it. */
  @Test
  void callsEveryMethodThatTakesAnArgument() throws IOException {
    Explorer explorer = PrivacyTest.library();
    Set<String> passedOver = new TreeSet<>();
    for (Class<?> type : PrivacyTest.publicTypes()) {
      methods(type)
          .filter(method -> method.getParameterCount() > 0)
          .filter(method -> good(explorer, type, method).isEmpty())
          .forEach(method -> passedOver.add(name(method)));
    }
    assertThat(passedOver).as("methods that are not called").isEqualTo(listed("not_called.txt"));
  }

  @Test
  void refusesInItsOwnWords() throws IOException {
    List<Fault> faults = faults(PrivacyTest.library(), PrivacyTest.publicTypes());
    assertThat(faults).filteredOn(fault -> !fault.isNull()).isEmpty();
    Set<String> unnamed = faults.stream()
        .filter(Fault::isNull)
        .map(Fault::place)
        .collect(Collectors.toCollection(TreeSet::new));
    assertThat(unnamed)
        .as("methods that do not refuse null by name")
        .isEqualTo(listed("unnamed_nulls.txt"));
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

  private static List<Object> targets(Explorer explorer, Class<?> type, Method method) {
    return Modifier.isStatic(method.getModifiers()) ? List.of(type) : explorer.instances(type);
  }

  /** The first list whose functions fit: what a function takes, types do not tell. */
  private static Optional<Object[]> good(Explorer explorer, Class<?> type, Method method) {
    List<Object> targets = targets(explorer, type, method);
    return explorer.lists(method).stream()
        .filter(list -> !targets.isEmpty())
        .filter(list -> !fault(method, targets.get(0), list).startsWith("ClassCastException"))
        .findFirst();
  }

  private static List<Fault> faults(Explorer explorer, Class<?> type, Method method) {
    return good(explorer, type, method)
        .map(list -> faults(method, targets(explorer, type, method).get(0), list))
        .orElse(List.of());
  }

  /** Each extreme in the place of a good argument, and each two in the places of two. */
  private static List<Fault> faults(Method method, Object target, Object[] good) {
    List<Fault> faults = new ArrayList<>();
    for (int place = 0; place < good.length; place++) {
      for (Object extreme : extremes(method, place)) {
        Object[] changed = good.clone();
        changed[place] = extreme;
        check(method, target, changed, List.of(place), faults);
        for (int other = place + 1; other < good.length && extreme != null; other++) {
          for (Object second : extremes(method, other)) {
            Object[] both = changed.clone();
            both[other] = second;
            if (second != null) {
              check(method, target, both, List.of(place, other), faults);
            }
          }
        }
      }
    }
    return faults;
  }

  private static void check(
      Method method, Object target, Object[] list, List<Integer> places, List<Fault> faults) {
    String fault = fault(method, target, list);
    if (!fault.isEmpty()) {
      String names = places.stream()
          .map(place -> method.getParameters()[place].getName())
          .collect(Collectors.joining(", "));
      String shown =
          places.stream().map(place -> shown(list[place])).collect(Collectors.joining(", "));
      Fault found = new Fault(name(method) + "(" + names + ")", shown, fault);
      // a null in a list is told where the list alone is varied
      if (places.size() == 1 || !found.isNull()) {
        faults.add(found);
      }
    }
  }

  private static String name(Method method) {
    return method.getDeclaringClass().getName().replace("io.github.avnfh.", "") + "."
        + method.getName();
  }

  private static List<Object> extremes(Method method, int place) {
    boolean isDraws = DRAWS.contains(method.getParameters()[place].getName());
    return extremes(method.getParameterTypes()[place]).stream()
        .filter(extreme -> !(isDraws && Integer.valueOf(Integer.MAX_VALUE).equals(extreme)))
        .toList();
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

  /**
   * What was thrown that is no refusal in the words of the library, or a number in the answer that
   * is none; nothing where all is well.
   */
  private static String fault(Method method, Object target, Object[] list) {
    try {
      Object answer = method.invoke(target, list);
      return answer == null || isSetter(method) ? "" : noNumber(answer);
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

  /** A builder refuses what it holds when it builds. */
  private static boolean isSetter(Method method) {
    return method.getReturnType() == method.getDeclaringClass()
        && method.getDeclaringClass().getSimpleName().equals("Builder");
  }

  /** Which number of an answer, or of what it answers to without arguments, is none. */
  private static String noNumber(Object answer) {
    String own = isNoNumber(answer) ? "returns " + shown(answer) : "";
    if (!own.isEmpty() || !answer.getClass().getName().startsWith("io.github.avnfh.")) {
      return own;
    }
    for (Method asked : answer.getClass().getMethods()) {
      Class<?> type = asked.getReturnType();
      boolean isNumber =
          type == double.class || type == OptionalDouble.class || type == double[].class;
      if (isNumber && asked.getParameterCount() == 0 && asked.trySetAccessible()) {
        Object number = answered(asked, answer);
        if (isNoNumber(number)) {
          return "returns " + shown(number) + " as " + asked.getName();
        }
      }
    }
    return "";
  }

  private static Object answered(Method asked, Object target) {
    try {
      return asked.invoke(target);
    } catch (InvocationTargetException refused) {
      return "refused";
    } catch (IllegalAccessException e) {
      throw new LinkageError(asked + " cannot be called", e);
    }
  }

  private static boolean isNoNumber(Object answer) {
    if (answer instanceof OptionalDouble maybe) {
      return maybe.isPresent() && !Double.isFinite(maybe.getAsDouble());
    }
    if (answer instanceof double[] many) {
      return !Arrays.stream(many).allMatch(Double::isFinite);
    }
    return answer instanceof Double number && !Double.isFinite(number);
  }
}
