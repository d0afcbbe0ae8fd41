package io.github.avnfh.examples.document;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Prints how the sources of the modules are cut into files, as a table in Markdown with a column
 * for each checkout, so that a change of structure can be judged.
 *
 * <p>With a JDK alone, from the root: {@code java} with the path of this file, and the folders of
 * one or more checkouts.
 *
 * <p>A file depends on the types of its package and of its imports that it names outside comments
 * and text. Tests and generated sources are left out.
 */
final class SourceTable {
  private static final List<String> MODULES =
      List.of("core", "scoring", "staging", "survival", "examples");
  private static final List<String> ENTRANCES =
      List.of("KaplanMeier", "LogRank", "CohortReader", "HarrisScore", "Steinberg");
  private static final int SHORT = 60;
  private static final int LONG = 400;
  private static final Pattern COMMENTS_AND_TEXT = Pattern.compile(
      "\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\\n])*'|/\\*.*?\\*/|//[^\n]*",
      Pattern.DOTALL);
  private static final Pattern TOP = Pattern.compile(
      "(?m)^(public )?(?:abstract |final |sealed |non-sealed )*(?:class|interface|enum|record|@interface) (\\w+)");
  private static final Pattern NAME = Pattern.compile("\\b[A-Z]\\w*");
  private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?([\\w.]+);");

  private final List<Source> sources;
  private final Map<String, Source> byType = new TreeMap<>();

  /** A file with its only top type. */
  private record Source(
      String module,
      String type,
      String simpleName,
      boolean isPublic,
      int lines,
      long comments,
      Set<String> names,
      Set<String> imports) {

    static Source of(String module, Path file) {
      String text = read(file);
      String code = COMMENTS_AND_TEXT.matcher(text).replaceAll(" ");
      Matcher top = TOP.matcher(code);
      if (!top.find()) {
        throw new IllegalArgumentException("a file [type] must have a top type, but had none");
      }
      String place = text.replaceAll("(?s).*?\\bpackage ([\\w.]+);.*", "$1");
      return new Source(
          module,
          place + "." + top.group(2),
          top.group(2),
          top.group(1) != null && !place.contains(".internal"),
          (int) text.lines().count(),
          text.lines().filter(line -> line.strip().startsWith("//")).count(),
          found(NAME, code, 0),
          found(IMPORT, code, 1));
    }

    String place() {
      return type.substring(0, type.lastIndexOf('.'));
    }
  }

  private SourceTable(Path root) {
    this.sources = MODULES.stream().flatMap(module -> sources(root, module)).toList();
    sources.forEach(source -> byType.put(source.type(), source));
  }

  private static Set<String> found(Pattern pattern, String text, int group) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> match.group(group))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("a source [file] must be readable, but was not", e);
    }
  }

  private static Stream<Source> sources(Path root, String module) {
    Path folder = root.resolve(module).resolve("src/main/java");
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("package-info.java") && !file.endsWith("module-info.java"))
          .sorted()
          .map(file -> Source.of(module, file))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new IllegalStateException("a module [folder] must be readable, but was not", e);
    }
  }

  private Set<Source> uses(Source from) {
    Set<Source> uses = new LinkedHashSet<>();
    for (String name : from.names()) {
      Source neighbor = byType.get(from.place() + "." + name);
      if (neighbor != null && !neighbor.equals(from)) {
        uses.add(neighbor);
      }
    }
    from.imports().stream().map(byType::get).filter(Objects::nonNull).forEach(uses::add);
    return uses;
  }

  private Set<Source> reach(Source from, boolean inPackage) {
    Set<Source> reached = new LinkedHashSet<>();
    Deque<Source> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      for (Source next : uses(open.remove())) {
        if ((!inPackage || next.place().equals(from.place())) && reached.add(next)) {
          open.add(next);
        }
      }
    }
    return reached;
  }

  private long hiddenOfOneFile() {
    Map<Source, Integer> users = new HashMap<>();
    sources.forEach(from -> uses(from).forEach(to -> users.merge(to, 1, Integer::sum)));
    return users.entrySet().stream()
        .filter(entry -> !entry.getKey().isPublic() && entry.getValue() == 1)
        .count();
  }

  private int filesFrom(String entrance) {
    return sources.stream()
        .filter(source -> source.simpleName().equals(entrance))
        .mapToInt(source -> {
          Set<Source> reached = new LinkedHashSet<>(reach(source, false));
          reached.add(source);
          return reached.size();
        })
        .findFirst()
        .orElseThrow();
  }

  private Map<String, String> figures() {
    Map<String, String> figures = new LinkedHashMap<>();
    long files = sources.size();
    long shortFiles = sources.stream().filter(source -> source.lines() < SHORT).count();
    long lines = sources.stream().mapToLong(Source::lines).sum();
    long comments = sources.stream().mapToLong(Source::comments).sum();
    int[] lengths = sources.stream().mapToInt(Source::lines).sorted().toArray();
    figures.put("files", text(files));
    figures.put("lines", text(lines));
    figures.put("lines of a file, median", text(lengths[lengths.length / 2]));
    figures.put("files under 60 lines", text(shortFiles) + percent(shortFiles, files));
    figures.put(
        "files over 400 lines",
        text(Arrays.stream(lengths).filter(length -> length > LONG).count()));
    figures.put("comments beside Javadoc", text(comments) + percent(comments, lines));
    figures.put(
        "public top types", text(sources.stream().filter(Source::isPublic).count()));
    figures.put(
        "hidden top types",
        text(sources.stream().filter(each -> !each.isPublic()).count()));
    figures.put("hidden top types used by one file", text(hiddenOfOneFile()));
    figures.put(
        "types in circles inside a package",
        text(sources.stream()
            .filter(source -> reach(source, true).contains(source))
            .count()));
    ENTRANCES.forEach(each -> figures.put("files from " + each, text(filesFrom(each))));
    return figures;
  }

  private static String text(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String percent(long part, long whole) {
    return String.format(Locale.ROOT, " (%.1f %%)", 100.0 * part / whole);
  }

  /**
   * Prints the table.
   *
   * @param checkouts the folders of the checkouts, in the order of the columns
   */
  public static void main(String[] checkouts) {
    List<Map<String, String>> columns = Stream.of(checkouts)
        .map(checkout -> new SourceTable(Path.of(checkout)).figures())
        .toList();
    PrintStream out = System.out;
    out.println("| |" + " checkout |".repeat(columns.size()));
    out.println("| :-- |" + " --: |".repeat(columns.size()));
    List<String> rows = new ArrayList<>(columns.get(0).keySet());
    IntStream.range(0, rows.size())
        .mapToObj(row -> columns.stream()
            .map(column -> column.get(rows.get(row)))
            .collect(Collectors.joining(" | ", "| " + rows.get(row) + " | ", " |")))
        .forEach(out::println);
  }
}
