package io.github.avnfh.examples.score;

import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.examples.cli.Progress;
import io.github.avnfh.examples.cli.RunOutcome;
import io.github.avnfh.examples.cli.TableOptions;
import io.github.avnfh.scoring.harris.RangeOfMotionMethod;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code avnfh score harris}: Harris Hip Scores from a table of items. */
@Command(
    name = "harris",
    description = "Score the Harris Hip Score from its items, one row per hip and visit.",
    mixinStandardHelpOptions = true)
public final class HarrisCommand implements Callable<Integer> {
  private static final String TEMPLATE = """
      patient_id,side,visit,pain,limp,support,distance,stairs,shoes_socks,sitting,transport,fixed_flexion_deg,fixed_adduction_deg,fixed_internal_rotation_deg,leg_length_difference_cm,flexion_deg,abduction_deg,adduction_deg,external_rotation_deg,internal_rotation_deg
      P1,L,BL,moderate,moderate,cane_most,two_three_blocks,railing,difficulty,high_chair_30min,able,10,0,0,1,90,20,10,15,5
      P1,L,M12,slight,slight,none,six_blocks,railing,ease,any_chair_1h,able,0,0,0,0,110,30,20,30,20
      """;

  @Option(
      names = "--rom",
      required = true,
      paramLabel = "index|arc",
      converter = MethodConverter.class,
      description = "How range of motion is scored: the index of 1969, or the total arc.")
  private RangeOfMotionMethod method;

  @Option(
      names = "--points",
      description = "Answers are given as the points that they carry, such as 44 for no pain.")
  private boolean points;

  @Mixin
  private TableOptions.ByRow options;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec;

  /** Made by the command line. */
  public HarrisCommand() {}

  /**
   * Tells what the columns of the table hold.
   *
   * @return a line for each column
   */
  public static List<String> columns() {
    return HarrisSheet.columns();
  }

  @Override
  public Integer call() {
    CommandLine line = spec.commandLine();
    Problems problems = new Problems();
    if (options.wantsTemplate()) {
      return RunOutcome.of(line, options).write(TEMPLATE, "-", problems);
    }
    Progress progress = Progress.on(line.getErr());
    HarrisTable table = HarrisTable.by(method);
    HarrisSheet.of(options.table(), problems, points).forEachForm(row -> {
      table.add(row);
      progress.rows(table.rows());
    });
    progress.end();
    return RunOutcome.of(line, options).write(table.text(), options.out(), problems);
  }

  /** Reads a method by its code and refuses others as wrong usage. */
  static final class MethodConverter implements ITypeConverter<RangeOfMotionMethod> {
    private static final Set<RangeOfMotionMethod> METHODS =
        EnumSet.of(RangeOfMotionMethod.INDEX_1969, RangeOfMotionMethod.TOTAL_ARC);

    @Override
    public RangeOfMotionMethod convert(String text) {
      return METHODS.stream()
          .filter(method -> method.code().equals(text))
          .findFirst()
          .orElseThrow(() -> new CommandLine.TypeConversionException(
              "one of index, arc was expected, but was '" + text + "'"));
    }
  }
}
