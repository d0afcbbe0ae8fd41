package io.github.avnfh.examples.survival;

import io.github.avnfh.core.csv.CsvOutput;
import io.github.avnfh.core.csv.CsvRow;
import io.github.avnfh.examples.r.RScript;
import io.github.avnfh.survival.regression.Covariates;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The cells of covariates, read row by row; an empty cell is a missing covariate. */
public final class CovariateCells {
  private final List<Column> columns;
  private int rows;

  /**
   * Starts without a row.
   *
   * @param specs the covariates
   */
  public CovariateCells(List<CovariateSpec> specs) {
    this.columns = specs.stream().map(Column::new).toList();
  }

  /** The cells of one covariate, and that of the row that is being read. */
  private static final class Column {
    private final CovariateSpec spec;
    private final List<OptionalDouble> numbers = new ArrayList<>();
    private final List<Optional<String>> labels = new ArrayList<>();
    private final LabelColumn order = new LabelColumn();
    private OptionalDouble number = OptionalDouble.empty();
    private Optional<String> label = Optional.empty();

    Column(CovariateSpec spec) {
      this.spec = spec;
    }

    boolean isFactor() {
      return spec.kind() == CovariateSpec.Kind.FACTOR;
    }

    void read(CsvRow row) {
      boolean isMissing = row.text(spec.column()).isEmpty();
      if (isFactor()) {
        label = isMissing ? Optional.empty() : row.required(spec.column(), LabelColumn::visible);
      } else {
        number = isMissing ? OptionalDouble.empty() : row.requiredNumber(spec.column());
      }
    }

    void keep() {
      if (isFactor()) {
        label.ifPresent(order::numberOf);
        labels.add(label);
      } else {
        numbers.add(number);
      }
    }

    String cell(int row) {
      return isFactor() ? labels.get(row).orElse("") : CsvOutput.number(numbers.get(row));
    }

    void remove(int row) {
      (isFactor() ? labels : numbers).remove(row);
    }

    void addTo(CovariateSpec.Target design) {
      spec.addTo(design, numbers, labels, order.order());
    }
  }

  boolean isEmpty() {
    return columns.isEmpty();
  }

  /**
   * Returns the columns that the covariates need.
   *
   * @return the names of the columns
   */
  public List<String> columns() {
    return columns.stream().map(column -> column.spec.column()).toList();
  }

  /**
   * Reads the cells of a row.
   *
   * @param row the row
   */
  public void read(CsvRow row) {
    columns.forEach(column -> column.read(row));
  }

  /** Returns a text that is a level of a factor that was read, or belongs to no factor. */
  String known(String column, String text) {
    for (Column each : columns) {
      if (each.isFactor()
          && each.spec.column().equals(column)
          && !each.order.labels().contains(LabelColumn.canonical(text))) {
        throw new IllegalArgumentException("is no level of the model; one of "
            + String.join(", ", each.order.order()) + " was expected");
      }
    }
    return text;
  }

  /** Takes the row that was read. */
  public void keep() {
    rows++;
    columns.forEach(Column::keep);
  }

  void remove(BitSet refused) {
    for (int row = refused.length(); row-- > 0; ) {
      if (refused.get(row)) {
        int at = row;
        columns.forEach(column -> column.remove(at));
        rows--;
      }
    }
  }

  int rows() {
    return rows;
  }

  Covariates design() {
    return design(Covariates.ofRows(rows));
  }

  /** The design of rows to predict for, with the levels and knots of the model's. */
  Covariates designLike(Covariates fitted) {
    return design(Covariates.like(fitted, rows));
  }

  private Covariates design(Covariates.Builder design) {
    addTo(new SurvivalDesign(design));
    return design.build();
  }

  /**
   * Adds the covariates of the rows that were taken to a design.
   *
   * @param design the design
   */
  public void addTo(CovariateSpec.Target design) {
    columns.forEach(column -> column.addTo(design));
  }

  /** Adds what the covariates are, and their cells, to a script of R. */
  RScript addTo(RScript script) {
    List<String> levels = new ArrayList<>();
    List<Integer> covariateOfLevel = new ArrayList<>();
    for (int number = 1; number <= columns.size(); number++) {
      Column column = columns.get(number - 1);
      if (column.isFactor()) {
        List<String> own = column.spec.levels(column.order.order());
        levels.addAll(own);
        covariateOfLevel.addAll(Collections.nCopies(own.size(), number));
      }
    }
    RScript described = script
        .texts("covariates", columns())
        .texts(
            "kinds",
            columns.stream()
                .map(column -> column.spec.kind().name().toLowerCase(Locale.ROOT))
                .toList())
        .numbers("knots", columns.stream().map(column -> column.spec.knots()).toList())
        .numbers("level_of", covariateOfLevel)
        .texts("level_labels", levels);
    return isEmpty() ? described : described.data("covariates.csv", table(List.of(), List.of()));
  }

  /** The cells by number of the covariate, and another column behind them. */
  CsvOutput table(List<String> more, List<String> cells) {
    List<String> header = new ArrayList<>();
    for (int number = 1; number <= columns.size(); number++) {
      header.add("c" + number);
    }
    header.addAll(more);
    CsvOutput table = CsvOutput.withHeader(header.toArray(String[]::new));
    for (int row = 0; row < rows; row++) {
      int place = row;
      List<String> line =
          new ArrayList<>(columns.stream().map(column -> column.cell(place)).toList());
      line.addAll(cells.isEmpty() ? cells : List.of(cells.get(row)));
      table.row(line);
    }
    return table;
  }

  /** The design of a regression on follow-up. */
  private record SurvivalDesign(Covariates.Builder design) implements CovariateSpec.Target {
    @Override
    public void number(String name, List<OptionalDouble> values) {
      design.number(name, values);
    }

    @Override
    public void factor(String name, List<Optional<String>> values, List<String> levels) {
      design.factor(name, values, Function.identity(), levels);
    }

    @Override
    public void spline(String name, List<OptionalDouble> values, int knots) {
      design.spline(name, values, knots);
    }
  }
}
