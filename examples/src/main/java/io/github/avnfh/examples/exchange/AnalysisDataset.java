package io.github.avnfh.examples.exchange;

import io.github.avnfh.core.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A data set of CDISC's analysis data model (ADaM): variables with names and labels, and rows.
 *
 * <p>Names and labels keep the limits of the SAS transport format, so that one data set can be
 * written in both forms: 1 to 8 letters A to Z, digits and underscores for a name, beginning with a
 * letter, and 1 to 40 characters of ASCII for a label.
 */
public final class AnalysisDataset {
  private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]{0,7}");
  private static final Pattern LABEL = Pattern.compile("[ -~]{1,40}");

  private final String name;
  private final String label;
  private final List<Variable> variables;
  private final int keys;
  private final List<List<Optional<Object>>> rows = new ArrayList<>();

  private AnalysisDataset(String name, String label, List<Variable> variables, int keys) {
    this.name = name;
    this.label = label;
    this.variables = variables;
    this.keys = keys;
  }

  /** What the values of a variable are. */
  public enum Type {
    /** Text, where nothing is the empty text. */
    TEXT,

    /** Whole numbers. */
    INTEGER,

    /** Numbers in double precision. */
    NUMBER
  }

  /**
   * A column of the data set.
   *
   * @param name 1 to 8 letters A to Z, digits and underscores, the first a letter
   * @param label what it holds, in 1 to 40 characters of ASCII
   * @param type what its values are
   */
  public record Variable(String name, String label, Type type) {
    /**
     * Checks name and label.
     *
     * @param name the name
     * @param label the label
     * @param type what its values are
     * @throws IllegalArgumentException if the name or the label is not one that SAS can hold
     */
    public Variable {
      checkName(name, label);
      Objects.requireNonNull(type, "type");
    }

    static Variable text(String name, String label) {
      return new Variable(name, label, Type.TEXT);
    }

    static Variable integer(String name, String label) {
      return new Variable(name, label, Type.INTEGER);
    }

    static Variable number(String name, String label) {
      return new Variable(name, label, Type.NUMBER);
    }
  }

  /**
   * Returns a data set without rows.
   *
   * @param name its name, such as {@code ADTTE}, in the form of the name of a variable
   * @param label what it holds, in 1 to 40 characters of ASCII
   * @param keys how many variables, the first ones, tell rows apart
   * @param variables its variables in their order, each name once
   * @return the data set, to be filled by {@link #add(Object...)}
   * @throws IllegalArgumentException if a name or label is not one that SAS can hold, if a name
   *     comes twice, or if the number of keys does not lie in 0 to the number of variables
   */
  public static AnalysisDataset of(String name, String label, int keys, List<Variable> variables) {
    checkName(name, label);
    if (keys < 0 || keys > variables.size()) {
      throw new IllegalArgumentException("keys of " + name + " [variables] must lie in 0.."
          + variables.size() + ", but were " + keys);
    }
    long different = variables.stream().map(Variable::name).distinct().count();
    if (different != variables.size()) {
      throw new IllegalArgumentException("variables of " + name + " [names] must all differ, but "
          + different + " of " + variables.size() + " do");
    }
    return new AnalysisDataset(name, label, List.copyOf(variables), keys);
  }

  private static void checkName(String name, String label) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("name of a variable or data set [text] must have 1..8"
          + " letters A to Z, digits or underscores, the first a letter, but was '"
          + VisibleText.of(name) + "'");
    }
    if (!LABEL.matcher(label).matches()) {
      throw new IllegalArgumentException("label of " + name
          + " [text] must have 1..40 characters of ASCII, but had " + label.length()
          + " characters: '" + VisibleText.of(label) + "'");
    }
  }

  /**
   * Adds a row.
   *
   * @param cells a value for each variable in their order: a {@code String}, an {@code Integer}, a
   *     {@code Double}, or an empty {@code Optional} or {@code ""} where nothing is known
   * @return this data set
   * @throws IllegalArgumentException if the number of cells, the type of one, or a number that is
   *     not finite does not suit the variables
   */
  public AnalysisDataset add(Object... cells) {
    if (cells.length != variables.size()) {
      throw new IllegalArgumentException("row of " + name + " [cells] must have " + variables.size()
          + ", but had " + cells.length);
    }
    List<Optional<Object>> row = new ArrayList<>();
    for (int i = 0; i < cells.length; i++) {
      row.add(cell(variables.get(i), cells[i]));
    }
    rows.add(List.copyOf(row));
    return this;
  }

  private Optional<Object> cell(Variable variable, Object cell) {
    if (cell instanceof Optional<?> nothing && nothing.isEmpty()) {
      return Optional.empty();
    }
    boolean suits = switch (variable.type()) {
      case TEXT -> cell instanceof String;
      case INTEGER -> cell instanceof Integer;
      case NUMBER -> cell instanceof Double number && Double.isFinite(number);
    };
    if (!suits) {
      throw new IllegalArgumentException(name + "." + variable.name() + " in row "
          + (rows.size() + 1) + " must be " + variable.type() + ", but was a "
          + cell.getClass().getSimpleName());
    }
    return Optional.of(cell).filter(known -> !known.equals(""));
  }

  /**
   * Returns its name.
   *
   * @return the name, such as {@code ADTTE}
   */
  public String name() {
    return name;
  }

  /**
   * Returns its label.
   *
   * @return what it holds
   */
  public String label() {
    return label;
  }

  /**
   * Returns how many variables, the first ones, tell rows apart.
   *
   * @return the number of keys
   */
  public int keys() {
    return keys;
  }

  /**
   * Returns its variables.
   *
   * @return the variables in their order
   */
  public List<Variable> variables() {
    return variables;
  }

  /**
   * Returns its rows.
   *
   * @return for each row a {@code String}, an {@code Integer}, a {@code Double} or nothing for each
   *     variable
   */
  public List<List<Optional<Object>>> rows() {
    return List.copyOf(rows);
  }

  @Override
  public String toString() {
    return "AnalysisDataset{" + name + ", " + variables.size() + " variables, " + rows.size()
        + " rows}";
  }
}
