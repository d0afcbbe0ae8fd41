package io.github.avnfh.examples.r;

import io.github.avnfh.core.csv.CsvOutput;
import io.github.avnfh.examples.cli.OutputFolder;
import io.github.avnfh.examples.cli.Version;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A script with which R computes written tables again and compares them, with its data.
 *
 * <p>The data files bear names that begin with {@code data_}; their rows are the hips or patients
 * by number, without identifiers.
 */
public final class RScript {
  /** What the option of a command that writes such a script says. */
  public static final String OPTION =
      "Also write the script, data and tables with which R computes every number again.";

  private static final String FIRST = "compare.R";

  private final String name;
  private final List<String> fragments;
  private final StringBuilder settings = new StringBuilder();
  private final Map<String, String> data = new LinkedHashMap<>();

  private RScript(String name, List<String> fragments) {
    this.name = name;
    this.fragments = fragments;
  }

  /**
   * Starts a script.
   *
   * @param name the name of its file, such as {@code survival.R}
   * @param fragments the files of this package that it runs, in order
   * @return the script, without settings and data
   */
  public static RScript of(String name, String... fragments) {
    return new RScript(
        name, Stream.concat(Stream.of(FIRST), Stream.of(fragments)).toList());
  }

  /**
   * Sets a variable of the script to numbers.
   *
   * @param variable its name in R
   * @param values finite numbers, perhaps none
   * @return this script
   */
  public RScript numbers(String variable, Collection<? extends Number> values) {
    return set(
        variable,
        values.stream().map(value -> CsvOutput.number(value.doubleValue())).toList(),
        "numeric()");
  }

  /**
   * Sets a variable of the script to texts.
   *
   * @param variable its name in R
   * @param values the texts, perhaps none
   * @return this script
   */
  public RScript texts(String variable, List<String> values) {
    return set(variable, values.stream().map(RScript::quoted).toList(), "character()");
  }

  /**
   * Sets a variable of the script to true or false.
   *
   * @param variable its name in R
   * @param value the value
   * @return this script
   */
  public RScript flag(String variable, boolean value) {
    return set(variable, List.of(value ? "TRUE" : "FALSE"), "");
  }

  private RScript set(String variable, List<String> values, String none) {
    String all = switch (values.size()) {
      case 0 -> none;
      case 1 -> values.get(0);
      default -> "c(" + String.join(", ", values) + ")";
    };
    settings.append(variable).append(" <- ").append(all).append('\n');
    return this;
  }

  /** A text in R's quotation marks, in ASCII only, so that no encoding matters. */
  private static String quoted(String text) {
    return text.codePoints()
        .mapToObj(point -> point == '"' || point == '\\'
            ? "\\" + (char) point
            : point >= ' ' && point <= '~'
                ? Character.toString(point)
                : String.format(Locale.ROOT, "\\U%08X", point))
        .collect(Collectors.joining("", "\"", "\""));
  }

  /**
   * Adds a data file.
   *
   * @param file the name of the file without its beginning {@code data_}, such as {@code hips.csv}
   * @param table what it holds
   * @return this script
   */
  public RScript data(String file, CsvOutput table) {
    data.put("data_" + file, table.text());
    return this;
  }

  /**
   * Returns the files of the script: itself, its data, and the tables that it compares.
   *
   * @param tables the files of the run that wrote the tables, of which those in CSV are copied
   * @return the files, ready to be written
   */
  public OutputFolder files(OutputFolder tables) {
    OutputFolder files = new OutputFolder();
    files.add(name, text());
    data.forEach(files::add);
    files.addAll(tables, ".csv");
    return files;
  }

  private String text() {
    String head = String.join(
        "\n",
        "# Computes the tables in this folder again with R and compares every number with them:",
        "#   Rscript " + name + "             tables beside this script",
        "#   Rscript " + name + " FOLDER      tables in another folder",
        "# The exit status is 1 if R disagrees. Data: " + String.join(", ", data.keySet()) + ";",
        "# rows are numbered in order and hold no identifiers. Written by avnfh " + Version.text()
            + ".",
        "",
        settings);
    return fragments.stream()
        .map(fragment -> "# ---- " + fragment + "\n" + resource(fragment) + "\n")
        .collect(Collectors.joining("", head + "\n", "conclude()\n"));
  }

  private static String resource(String fragment) {
    try (InputStream stream =
        Objects.requireNonNull(RScript.class.getResourceAsStream(fragment), fragment)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
