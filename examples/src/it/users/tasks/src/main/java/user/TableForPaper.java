package user;

import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.survival.KaplanMeierEstimate;
import java.util.List;

/** The curves at one year as a table of LaTeX. */
class TableForPaper {
  private TableForPaper() {}


  static String answer(KaplanMeierEstimate curves) {
    Table.Builder table = Table.builder().name("one_year").title("Survival at one year").counted("hips")
        .addColumns(Column.of("stage", "Stage", Column.Kind.TEXT))
        .addColumns(Column.of("survival", "Survival (95 % interval)", Column.Kind.ESTIMATE));
    curves.curves().forEach(curve -> curve.at(365).estimate().ifPresent(year -> table.addRows(
        List.of(Cell.text(curve.group()), Cell.estimate(year.survival(), year.lower(), year.upper(), 3)))));
    return table.build().latex();
  }
}
