package io.github.avnfh.examples.evidence;

import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.evidence.Threshold;
import io.github.avnfh.staging.response.ImagingChange;
import io.github.avnfh.staging.response.ResponseRule;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every rule of the library: all that its static fields hold, however deep, and the clauses of
 * every rule set for responses.
 */
final class LibraryRules {
  private static final List<Object> HELD = held(Library.types());

  private LibraryRules() {}

  static List<Rule> all() {
    Stream<Rule> clauses = responseRules().stream()
        .flatMap(
            set -> Arrays.stream(ImagingChange.values()).filter(set::counts).map(set::clause));
    return Stream.concat(rulesIn(HELD), clauses)
        .distinct()
        .sorted(
            Comparator.comparing(Rule::id).thenComparing(rule -> rule.citation().text()))
        .toList();
  }

  static Stream<Rule> rulesIn(List<Object> held) {
    return held.stream().filter(Rule.class::isInstance).map(Rule.class::cast);
  }

  static List<Threshold> thresholds() {
    return HELD.stream()
        .filter(Threshold.class::isInstance)
        .map(Threshold.class::cast)
        .distinct()
        .toList();
  }

  /** What every static method gives that gives rule sets; a minimal change is 5 percent points. */
  static List<ResponseRule> responseRules() {
    List<ResponseRule> sets = new ArrayList<>();
    for (Class<?> type : Library.types()) {
      Arrays.stream(type.getDeclaredMethods())
          .filter(method -> Modifier.isPublic(method.getModifiers()))
          .filter(method -> Modifier.isStatic(method.getModifiers()))
          .filter(method -> method.getReturnType() == ResponseRule.class)
          .sorted(Comparator.comparing(Method::getName))
          .forEach(method -> sets.add((ResponseRule) called(method)));
    }
    return sets;
  }

  private static Object called(Method method) {
    try {
      return method.getParameterCount() == 0 ? method.invoke(null) : method.invoke(null, 5.0);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new LinkageError(method + " gives no rule set", e);
    }
  }

  /** Everything that the static fields of types lead to, of this project's types. */
  static List<Object> held(List<Class<?>> types) {
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Object> held = new ArrayList<>();
    Deque<Object> open = new ArrayDeque<>();
    types.forEach(type -> fields(type, true).forEach(field -> push(open, value(field, null))));
    while (!open.isEmpty()) {
      Object next = open.pop();
      if (seen.add(next)) {
        held.add(next);
        parts(next).forEach(part -> push(open, part));
      }
    }
    return held;
  }

  private static void push(Deque<Object> open, Object value) {
    if (value != null) {
      open.push(value);
    }
  }

  private static Stream<?> parts(Object whole) {
    if (whole instanceof Iterable<?> many) {
      List<Object> parts = new ArrayList<>();
      many.forEach(parts::add);
      return parts.stream();
    }
    if (whole instanceof Map<?, ?> map) {
      return Stream.concat(map.keySet().stream(), map.values().stream());
    }
    if (whole instanceof Optional<?> maybe) {
      return maybe.stream();
    }
    if (whole instanceof Object[] many) {
      return Arrays.stream(many);
    }
    return fields(whole.getClass(), false).map(field -> value(field, whole));
  }

  private static Stream<Field> fields(Class<?> type, boolean ofTheType) {
    if (type == null || !type.getName().startsWith(Library.ROOT)) {
      return Stream.empty();
    }
    Stream<Field> own = Arrays.stream(type.getDeclaredFields())
        .filter(field -> Modifier.isStatic(field.getModifiers()) == ofTheType)
        .filter(field -> !field.getType().isPrimitive());
    return ofTheType ? own : Stream.concat(own, fields(type.getSuperclass(), false));
  }

  private static Object value(Field field, Object owner) {
    try {
      field.setAccessible(true);
      return field.get(owner);
    } catch (IllegalAccessException e) {
      throw new LinkageError(field + " cannot be read", e);
    }
  }
}
