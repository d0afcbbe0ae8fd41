package io.github.avnfh.examples.privacy;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Calls whatever is public, again and again with whatever came out of it, and gathers all that is
 * said: the text forms of results and the messages of refusals.
 */
final class Explorer {
  private static final String OWN = "io.github.avnfh.";
  private static final int ROUNDS = 4;
  private static final int INSTANCES = 4;
  private static final int ELEMENTS = 4;

  private final List<Class<?>> types;
  private final String secret;
  private final Arguments arguments = new Arguments();
  private final Map<Class<?>, List<Object>> instances = new HashMap<>();
  private final Set<Object> called = new LinkedHashSet<>();
  private final Set<String> said = new TreeSet<>();
  private int calls;

  Explorer(List<Class<?>> types, String secret) {
    this.types = types;
    this.secret = secret;
  }

  void explore(List<Object> roots) {
    roots.forEach(this::reach);
    types.forEach(this::reachConstants);
    for (int round = 0; round < ROUNDS; round++) {
      for (Class<?> type : types) {
        for (Method method : methods(type)) {
          onEach(type, method, round);
        }
      }
    }
  }

  private void reachConstants(Class<?> type) {
    for (Field field : type.getDeclaredFields()) {
      if (Modifier.isPublic(field.getModifiers()) && Modifier.isStatic(field.getModifiers())) {
        try {
          reach(field.get(null));
        } catch (IllegalAccessException e) {
          throw new LinkageError(field + " cannot be read", e);
        }
      }
    }
  }

  static List<Method> methods(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getDeclaringClass().getName().startsWith(OWN))
        .filter(method -> !method.isSynthetic() && method.trySetAccessible())
        .sorted(Comparator.comparing(Method::toGenericString))
        .toList();
  }

  private void onEach(Class<?> type, Method method, int round) {
    // a builder that was refused may have what it lacked by the next round
    int again = method.getName().equals("build") ? round : 0;
    if (Modifier.isStatic(method.getModifiers())) {
      call(method, Optional.empty(), again);
    } else {
      List.copyOf(instances.getOrDefault(type, List.of()))
          .forEach(instance -> call(method, Optional.of(instance), again));
    }
  }

  private void call(Method method, Optional<Object> target, int again) {
    for (Object[] list : arguments.of(method, secret)) {
      if (called.add(
          List.of(method, again, System.identityHashCode(target.orElse("")), identities(list)))) {
        invoke(method, target.orElse(null), list);
      }
    }
  }

  private static List<Integer> identities(Object[] list) {
    return Arrays.stream(list).map(System::identityHashCode).toList();
  }

  private void invoke(Method method, Object target, Object[] list) {
    calls++;
    try {
      Object result = method.invoke(target, list);
      if (result != null) {
        reach(result);
      }
    } catch (InvocationTargetException refusal) {
      reach(refusal.getCause());
      for (Throwable cause = refusal.getCause(); cause != null; cause = cause.getCause()) {
        said.add(method.getDeclaringClass().getSimpleName() + "." + method.getName() + " refuses: "
            + cause.getMessage());
      }
    } catch (IllegalAccessException | IllegalArgumentException unfit) {
      throw new AssertionError(method + " cannot be called with " + list.length, unfit);
    }
  }

  /** Takes note of a value: of this project's types what it says, of collections the elements. */
  private void reach(Object value) {
    if (value instanceof Iterable<?> many) {
      int element = 0;
      for (Object one : many) {
        if (element++ < ELEMENTS) {
          reach(one);
        }
      }
    } else if (value instanceof Map<?, ?> map) {
      reach(List.copyOf(map.keySet()));
      reach(List.copyOf(map.values()));
    } else if (value instanceof Optional<?> maybe) {
      maybe.ifPresent(this::reach);
    } else if (value instanceof Object[] many) {
      reach(Arrays.asList(many));
    } else if (value.getClass().getName().startsWith(OWN)) {
      reachOwn(value);
    }
  }

  /** The number that the JVM puts behind the name of what has no words may look like an age. */
  private static String words(Object value) {
    String name = value.getClass().getName();
    String number = "@" + Integer.toHexString(System.identityHashCode(value));
    return value.toString().replace(name + number, name);
  }

  private void reachOwn(Object value) {
    said.add(value.getClass().getSimpleName() + " says: " + words(value));
    boolean isNew = false;
    for (Class<?> type : types) {
      if (type.isInstance(value)) {
        List<Object> known = instances.computeIfAbsent(type, none -> new ArrayList<>());
        if (known.size() < INSTANCES && known.stream().noneMatch(other -> other == value)) {
          known.add(value);
          isNew = true;
        }
      }
    }
    if (isNew) {
      arguments.add(value);
    }
  }

  /** What a method can be called on, and with: nothing where no value fits a parameter. */
  List<Object[]> lists(Method method) {
    return arguments.of(method, secret);
  }

  List<Object> instances(Class<?> type) {
    return List.copyOf(instances.getOrDefault(type, List.of()));
  }

  Set<String> said() {
    return said;
  }

  int calls() {
    return calls;
  }

  /** The types that could say something and were never reached. */
  List<String> unreached() {
    List<String> unreached = new ArrayList<>();
    for (Class<?> type : types) {
      if (!instances.containsKey(type) && hasInstances(type)) {
        unreached.add(type.getName());
      }
    }
    return unreached;
  }

  private static boolean hasInstances(Class<?> type) {
    return !type.isEnum()
        && (type.isInterface()
            || Arrays.stream(type.getDeclaredMethods())
                .anyMatch(method -> Modifier.isPublic(method.getModifiers())
                    && !Modifier.isStatic(method.getModifiers())));
  }
}
