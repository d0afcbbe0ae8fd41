package io.github.avnfh.examples.privacy;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/** Values to call things with: what was reached so far, and plain values of the JDK's types. */
final class Arguments {
  private static final Map<Class<?>, List<?>> PLAIN = Map.ofEntries(
      Map.entry(int.class, List.of(2, 0, -1)),
      Map.entry(long.class, List.of(2L, -1L)),
      Map.entry(double.class, List.of(1.5, 0.5, -1.0, 0.95, Double.NaN)),
      Map.entry(boolean.class, List.of(true)),
      Map.entry(String.class, List.of("word")),
      Map.entry(Charset.class, List.of(StandardCharsets.UTF_8)),
      Map.entry(double[].class, List.of(new double[] {1, 2, 4}, new double[] {2, 1})),
      Map.entry(int[].class, List.of(new int[] {1, 2, 4})),
      Map.entry(boolean[].class, List.of(new boolean[] {true, false, true})),
      Map.entry(OptionalDouble.class, List.of(OptionalDouble.of(1.5))),
      Map.entry(OptionalInt.class, List.of(OptionalInt.of(2))),
      Map.entry(Optional.class, List.of(Optional.empty())),
      Map.entry(Predicate.class, List.of((Predicate<Object>) any -> true)),
      Map.entry(Callable.class, List.of((Callable<Object>) Arguments::noDatabase)),
      Map.entry(Function.class, List.of(Function.identity())),
      Map.entry(ToIntFunction.class, List.of((ToIntFunction<Object>) any -> 1)),
      Map.entry(ToDoubleFunction.class, List.of((ToDoubleFunction<Object>) any -> 1)));
  private static final int ALTERNATIVES = 6;

  private final List<Object> reached = new ArrayList<>();

  void add(Object value) {
    reached.add(value);
  }

  /**
   * A few lists of arguments for a method; none if nothing fits one of its parameters. What is to
   * be read, a parameter called {@code text}, is the given text.
   */
  List<Object[]> of(Method method, String text) {
    List<List<Object>> choices = new ArrayList<>();
    for (Parameter parameter : method.getParameters()) {
      boolean isRead = parameter.getName().equals("text");
      choices.add(choices(parameter.getParameterizedType(), isRead ? text : "word"));
    }
    List<Object[]> lists = new ArrayList<>();
    for (int turn = 0; turn < ALTERNATIVES; turn++) {
      if (choices.stream().noneMatch(List::isEmpty) && (turn == 0 || !choices.isEmpty())) {
        lists.add(chosen(choices, turn));
      }
    }
    return lists;
  }

  /** The first choice of everything at turn 0, then one that differs from place to place. */
  private static Object[] chosen(List<List<Object>> choices, int turn) {
    Object[] list = new Object[choices.size()];
    for (int place = 0; place < list.length; place++) {
      List<Object> choice = choices.get(place);
      list[place] = choice.get(turn * (place + 1) % choice.size());
    }
    return list;
  }

  private List<Object> choices(Type parameter, String text) {
    Class<?> type = raw(parameter);
    if (type == String.class) {
      return List.of(text);
    }
    if (type == Function.class
        && parameter instanceof ParameterizedType generic
        && raw(generic.getActualTypeArguments()[1]) == Optional.class) {
      return List.of((Function<Object, Object>) any -> Optional.of("word"));
    }
    if (PLAIN.containsKey(type)) {
      return List.copyOf(PLAIN.get(type));
    }
    if (type.isArray()) {
      return one(choices(type.getComponentType(), text)).stream()
          .map(element -> array(type.getComponentType(), element))
          .toList();
    }
    if (type == List.class || type == Iterable.class || type == Set.class || type == Map.class) {
      return collections(parameter, type, text);
    }
    if (type.isEnum()) {
      return List.of(type.getEnumConstants());
    }
    return reached.stream().filter(type::isInstance).limit(ALTERNATIVES).toList();
  }

  private List<Object> collections(Type parameter, Class<?> type, String text) {
    if (type == Map.class) {
      return List.of(Map.of());
    }
    if (!(parameter instanceof ParameterizedType generic)) {
      return List.of(List.of());
    }
    List<Object> elements = choices(generic.getActualTypeArguments()[0], text);
    return type == Set.class
        ? List.of(Set.copyOf(one(elements)))
        : List.of(List.copyOf(elements), List.of());
  }

  private static List<Object> one(List<Object> all) {
    return all.stream().limit(1).toList();
  }

  private static Object array(Class<?> type, Object element) {
    Object array = Array.newInstance(type, 1);
    Array.set(array, 0, element);
    return array;
  }

  private static Class<?> raw(Type type) {
    if (type instanceof Class<?> plain) {
      return plain;
    }
    if (type instanceof ParameterizedType generic) {
      return raw(generic.getRawType());
    }
    if (type instanceof WildcardType wildcard) {
      Type bound = wildcard.getLowerBounds().length > 0
          ? wildcard.getLowerBounds()[0]
          : wildcard.getUpperBounds()[0];
      return raw(bound);
    }
    if (type instanceof TypeVariable<?> variable) {
      return raw(variable.getBounds()[0]);
    }
    if (type instanceof GenericArrayType array) {
      return Array.newInstance(raw(array.getGenericComponentType()), 0).getClass();
    }
    throw new IllegalArgumentException("no class of " + type);
  }

  private static Object noDatabase() throws SQLException {
    throw new SQLException("no database");
  }
}
