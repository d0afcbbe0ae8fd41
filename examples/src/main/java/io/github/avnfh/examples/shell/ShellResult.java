package io.github.avnfh.examples.shell;

import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.figure.Figure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a verb of the shell gives: it prints itself, and saves itself in the form that a file's
 * ending names.
 *
 * <pre>{@code
 * score(demo()).save("scores.tex")
 * km(demo(), Hip::baselineStage).save("curves.png")
 * }</pre>
 */
public interface ShellResult {
  /** The endings that {@link #save(String)} knows. */
  List<String> ENDINGS = List.of("txt", "csv", "json", "md", "html", "tex", "svg", "png");

  /**
   * Returns the whole result.
   *
   * @return lines, each ending with a line feed: the tables one after the other, unless the result
   *     has other words
   */
  default String text() {
    return tables().stream().map(Table::text).collect(Collectors.joining("\n"));
  }

  /**
   * Returns the tables behind the text, to be written as Markdown, HTML, LaTeX, JSON or CSV.
   *
   * @return the tables, none where the result is words only
   */
  List<Table> tables();

  /**
   * Draws the result.
   *
   * @return its figure, if it has one and this machine can draw text
   */
  default Optional<Figure> figure() {
    return Optional.empty();
  }

  /** Writes the whole result to the screen. */
  default void print() {
    System.out.print(text());
  }

  /**
   * Returns the tables for a document in LaTeX.
   *
   * @return the tables, one after the other
   * @throws IllegalArgumentException if there is no table
   */
  default String latex() {
    return tables(Table::latex);
  }

  /**
   * Returns the tables for a page in HTML.
   *
   * @return the tables, one after the other
   * @throws IllegalArgumentException if there is no table
   */
  default String html() {
    return tables(Table::html);
  }

  /**
   * Writes the result to a file: the words as {@code .txt}, its tables as {@code .md},
   * {@code .html} or {@code .tex}, a table alone as {@code .csv} or {@code .json}, and its figure
   * as {@code .svg} or {@code .png}.
   *
   * @param file the name of the file; a regular one that is there is replaced
   * @return the file
   * @throws IllegalArgumentException if the ending is another, or the result has no such form
   * @throws java.io.UncheckedIOException if the file cannot be written, or a link or a folder is
   *     there
   */
  default Path save(String file) {
    byte[] content = switch (ending(Objects.requireNonNull(file, "file"))) {
      case "txt" -> utf8(text());
      case "csv" -> utf8(onlyTable().csv());
      case "json" -> utf8(onlyTable().json());
      case "md" -> utf8(tables(Table::markdown));
      case "tex" -> utf8(latex());
      case "html" ->
        utf8("<!DOCTYPE html>\n<meta charset=\"utf-8\">\n<title>avnfh</title>\n" + html());
      case "svg" -> utf8(drawn().svg());
      default -> drawn().png().orElseThrow(ShellResult::noFonts);
    };
    return SavedFile.write(file, content, List.of());
  }

  private static String ending(String file) {
    String ending = file.substring(file.lastIndexOf('.') + 1);
    if (!ENDINGS.contains(ending)) {
      throw new IllegalArgumentException("ending of the file [word] must be one of "
          + String.join(", ", ENDINGS) + ", but was another");
    }
    return ending;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Figure drawn() {
    return figure().orElseThrow(ShellResult::noFonts);
  }

  private static IllegalArgumentException noFonts() {
    return new IllegalArgumentException(
        "a figure [svg or png] is drawn of curves, hazard ratios and models, on a Java with fonts");
  }

  private String tables(Function<Table, String> form) {
    List<Table> tables = tables();
    if (tables.isEmpty()) {
      throw new IllegalArgumentException(
          "tables of the answer [count] must be 1 or more, but were 0; as .txt it can be saved");
    }
    return tables.stream().map(form).collect(Collectors.joining("\n"));
  }

  private Table onlyTable() {
    List<Table> tables = tables();
    if (tables.size() != 1) {
      throw new IllegalArgumentException("tables of one file [count] must be 1, but were "
          + tables.size() + "; .txt, .md and others hold any number");
    }
    return tables.get(0);
  }
}
