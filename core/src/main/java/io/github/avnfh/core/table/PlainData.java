package io.github.avnfh.core.table;

import io.github.avnfh.core.HipId;
import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.evidence.Citation;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Any answer of this library as texts, numbers, true and false, lists and maps, so that any library
 * for JSON, any data frame and any template can take it.
 *
 * <p>The keys are the names of the methods without arguments that tell what the answer holds, in
 * the order of the alphabet; they change when those methods do. What is missing has no key. A
 * category, an instrument, a staging system or a moment is its code, a constant without a code its
 * name, and a citation its text. A {@link Table} has its rows by the names of its columns, and what
 * has codes itself, such as a form, has those. An answer within an answer is a map within it,
 * unless it is of a kind that this answer is within.
 *
 * <p>Identifiers of patients and hips are left out, wherever they are. So are the rows that a
 * caller put in, such as those of a follow-up, and what is asked with an argument, such as survival
 * at a time, which is a separate answer.
 *
 * <pre>{@code
 * Count improved = Count.of(10, 14);
 * PlainData.asMap(improved); // {count=10, total=14}
 * PlainData.asRows(List.of(improved, Count.of(3, 5))).get(1); // {count=3, total=5}
 * }</pre>
 *
 * <p>An answer itself is no bean: a library for JSON that is given it, and not its map, refuses it
 * or writes the private fields of the code that holds it, without what is worked out.
 */
public final class PlainData {
  private static final String OWN = "io.github.avnfh.";

  /** The answer in a form for print, and what moves a cursor. */
  private static final Set<String> NO_DATA = Set.of(
      "codes",
      "columns",
      "csv",
      "hashCode",
      "html",
      "json",
      "latex",
      "markdown",
      "next",
      "svg",
      "text",
      "toString");

  /** Another form of the answer, or one that was made in another way. */
  private static final Pattern VARIANT = Pattern.compile("(to|with|without|as)[A-Z].*");

  private static final ClassValue<SortedMap<String, Method>> METHODS = new ClassValue<>() {
    @Override
    protected SortedMap<String, Method> computeValue(Class<?> type) {
      SortedMap<String, Method> methods = new TreeMap<>();
      for (Class<?> face : faces(type)) {
        for (Method method : face.getDeclaredMethods()) {
          if (tellsData(face, method)) {
            methods.putIfAbsent(method.getName(), method);
          }
        }
      }
      return methods;
    }
  };

  /** The kinds of answers around the one that is taken apart. */
  private final List<Class<?>> around;

  private PlainData(List<Class<?>> around) {
    this.around = around;
  }

  /**
   * Returns an answer as a map.
   *
   * @param answer an answer of this library, such as a score, a stage, a curve or a test
   * @return what it holds by the names of its methods, in the order of the alphabet; it cannot be
   *     changed
   * @throws IllegalArgumentException if it is no answer of this library, or an identifier, or all
   *     that it tells is asked with an argument or drawn
   */
  public static Map<String, Object> asMap(Object answer) {
    Objects.requireNonNull(answer, "answer");
    if (!answer.getClass().getName().startsWith(OWN) || isIdentifier(answer)) {
      throw new IllegalArgumentException(
          "answer [type] must be one of this library that names no patient, but was another");
    }
    if (METHODS.get(answer.getClass()).isEmpty()) {
      throw new IllegalArgumentException(answer.getClass().getSimpleName()
          + " [methods without arguments] must tell something, but none does; ask it for an answer,"
          + " and that for its map");
    }
    return new PlainData(List.of()).map(answer);
  }

  /**
   * Returns answers as the rows of a data frame: what an answer holds within another has the names
   * of both, with a point between them.
   *
   * @param answers answers of one kind, such as the steps of a curve or the terms of a model
   * @return a row for each, as {@link #asMap(Object)} gives it; a list within it stays a list
   * @throws IllegalArgumentException if one is no answer of this library
   */
  public static List<Map<String, Object>> asRows(List<?> answers) {
    Objects.requireNonNull(answers, "answers")
        .forEach(answer -> Objects.requireNonNull(answer, "answers"));
    return answers.stream().map(answer -> flat("", asMap(answer))).toList();
  }

  private static Map<String, Object> flat(String before, Map<?, ?> map) {
    Map<String, Object> flat = new LinkedHashMap<>();
    map.forEach((key, value) -> {
      if (value instanceof Map<?, ?> within) {
        flat.putAll(flat(before + key + ".", within));
      } else {
        flat.put(before + key, value);
      }
    });
    return Collections.unmodifiableMap(flat);
  }

  private Map<String, Object> map(Object answer) {
    if (answer instanceof Table table) {
      return table(table);
    }
    List<Class<?>> path = new ArrayList<>(around);
    path.add(answer.getClass());
    PlainData within = new PlainData(path);
    Map<String, Object> map = new LinkedHashMap<>();
    METHODS
        .get(answer.getClass())
        .forEach((name, method) ->
            within.plain(told(answer, method)).ifPresent(value -> map.put(name, value)));
    return Collections.unmodifiableMap(map);
  }

  private static Map<String, Object> table(Table table) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", table.name());
    map.put("title", table.title());
    map.put("counted", table.counted());
    map.put("rows", table.rows().stream().map(row -> row(table.fields(), row)).toList());
    map.put("footnotes", table.footnotes());
    return Collections.unmodifiableMap(map);
  }

  private static Map<String, Object> row(List<String> names, List<Cell> cells) {
    Map<String, Object> row = new LinkedHashMap<>();
    int at = 0;
    for (Cell cell : cells) {
      for (String part : cell.parts()) {
        String name = names.get(at++);
        if (cell.kind() == Column.Kind.TEXT) {
          row.put(name, part);
        } else if (!part.isEmpty()) {
          row.put(name, number(cell.kind(), part));
        }
      }
    }
    return Collections.unmodifiableMap(row);
  }

  private static Object number(Column.Kind kind, String part) {
    boolean counted = kind == Column.Kind.COUNT || kind == Column.Kind.PROPORTION;
    if (counted) {
      return Long.valueOf(part);
    }
    return JsonText.NUMBER.matcher(part).matches() ? (Object) Double.valueOf(part) : part;
  }

  /** The value as plain data, if it is any. */
  private Optional<Object> plain(Object value) {
    if (value instanceof Optional<?> maybe) {
      return maybe.flatMap(this::plain);
    } else if (value instanceof OptionalDouble maybe) {
      return maybe.isPresent() ? plain(maybe.getAsDouble()) : Optional.empty();
    } else if (value instanceof Double number) {
      return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
    } else if (value instanceof OptionalInt maybe) {
      return maybe.isPresent() ? Optional.of(maybe.getAsInt()) : Optional.empty();
    } else if (value instanceof OptionalLong maybe) {
      return maybe.isPresent() ? Optional.of(maybe.getAsLong()) : Optional.empty();
    } else if (value instanceof String || value instanceof Number || value instanceof Boolean) {
      return Optional.of(value);
    } else if (value instanceof Collection<?> many) {
      return list(many);
    } else if (value instanceof Map<?, ?> map) {
      return entries(map);
    } else if (value.getClass().isArray()) {
      return list(IntStream.range(0, Array.getLength(value))
          .mapToObj(at -> Array.get(value, at))
          .toList());
    } else if (value instanceof Citation citation) {
      return Optional.of(citation.text());
    } else if (value.getClass().getName().startsWith(OWN) && !isIdentifier(value)) {
      return own(value);
    }
    return Optional.empty();
  }

  private Optional<Object> list(Collection<?> many) {
    List<Object> list = many.stream().map(this::plain).flatMap(Optional::stream).toList();
    return list.isEmpty() && !many.isEmpty() ? Optional.empty() : Optional.of(list);
  }

  private Optional<Object> entries(Map<?, ?> map) {
    Map<String, Object> entries = new LinkedHashMap<>();
    map.forEach((key, value) -> {
      if (!isIdentifier(key)) {
        plain(key)
            .ifPresent(name -> plain(value).ifPresent(told -> entries.put(name.toString(), told)));
      }
    });
    return entries.isEmpty() && !map.isEmpty()
        ? Optional.empty()
        : Optional.of(Collections.unmodifiableMap(entries));
  }

  private Optional<Object> own(Object value) {
    Optional<Object> code = method(value, "code").map(method -> told(value, method));
    if (code.isPresent()) {
      return code.filter(text -> !text.equals(""));
    } else if (value instanceof Enum<?> constant) {
      return Optional.of(constant.name());
    } else if (around.contains(value.getClass())) {
      return Optional.empty();
    } else if (method(value, "codes").isPresent()) {
      return codes(value);
    }
    return holdsRows(value) ? Optional.empty() : Optional.of(map(value));
  }

  /** What a caller fills by a builder, and what no type is sealed for. */
  private static boolean holdsRows(Object value) {
    return faces(value.getClass()).stream()
        .filter(face -> !face.isSealed())
        .flatMap(face -> Arrays.stream(face.getDeclaredMethods()))
        .anyMatch(method -> Modifier.isStatic(method.getModifiers())
            && Modifier.isPublic(method.getModifiers())
            && method.getReturnType().getSimpleName().endsWith("Builder"));
  }

  /** The codes of an input, without those of who it is. */
  private Optional<Object> codes(Object input) {
    return method(input, "codes").map(method -> told(input, method)).flatMap(codes -> {
      Map<Object, Object> others = new LinkedHashMap<>((Map<?, ?>) codes);
      others.remove("patient_id");
      return plain(others);
    });
  }

  private static Optional<Method> method(Object value, String name) {
    return faces(value.getClass()).stream()
        .flatMap(face -> Arrays.stream(face.getDeclaredMethods()))
        .filter(method -> method.getName().equals(name) && isAsked(method))
        .findFirst();
  }

  /** What a method tells; nothing where it refuses to. */
  private static Object told(Object answer, Method method) {
    try {
      return method.invoke(answer);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException) {
        return Optional.empty();
      }
      throw new LinkageError(method.getName() + " of an answer cannot be asked", e);
    } catch (IllegalAccessException e) {
      throw new LinkageError(method.getName() + " of an answer cannot be asked", e);
    }
  }

  private static boolean tellsData(Class<?> face, Method method) {
    return isAsked(method)
        && method.getReturnType() != face
        && !NO_DATA.contains(method.getName())
        && (method.getReturnType().isPrimitive()
            || !VARIANT.matcher(method.getName()).matches());
  }

  private static boolean isAsked(Method method) {
    return Modifier.isPublic(method.getModifiers())
        && !Modifier.isStatic(method.getModifiers())
        && !method.isSynthetic()
        && method.getParameterCount() == 0
        && method.getReturnType() != void.class;
  }

  /** The public types of an answer, whose methods callers know. */
  private static Set<Class<?>> faces(Class<?> type) {
    Set<Class<?>> faces = new LinkedHashSet<>();
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      add(each, faces);
    }
    return faces;
  }

  private static void add(Class<?> type, Set<Class<?>> faces) {
    if (type.getName().startsWith(OWN) && isOpen(type)) {
      faces.add(type);
    }
    for (Class<?> extended : type.getInterfaces()) {
      add(extended, faces);
    }
  }

  private static boolean isOpen(Class<?> type) {
    return Modifier.isPublic(type.getModifiers())
        && !type.getPackageName().endsWith(".internal")
        && (type.getDeclaringClass() == null || isOpen(type.getDeclaringClass()));
  }

  private static boolean isIdentifier(Object value) {
    return value instanceof PatientId || value instanceof HipId;
  }
}
