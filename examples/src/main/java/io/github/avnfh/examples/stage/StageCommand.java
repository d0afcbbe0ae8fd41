package io.github.avnfh.examples.stage;

import io.github.avnfh.core.csv.CsvOutput;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.examples.cli.Progress;
import io.github.avnfh.examples.cli.RunOutcome;
import io.github.avnfh.examples.cli.TableOptions;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code avnfh stage}: stages of hips from a table of findings. */
@Command(
    name = "stage",
    description = {
      "Stage hips from their findings, one row per hip and visit.",
      "Where findings are missing, stage and grade are the lowest that the present ones assert; the column missing names"
          + " what could raise or settle them."
    },
    mixinStandardHelpOptions = true)
public final class StageCommand implements Callable<Integer> {
  private static final String TEMPLATE = """
      patient_id,side,visit,mri_lesion,radiograph_abnormal,sclerosis_or_cysts,lesion_percent,crescent,crescent_percent,flattening,collapsed_surface_percent,depression_mm,joint_space_narrowing,acetabular_changes,joint_space_obliterated,necrotic_angle_coronal_deg,necrotic_angle_sagittal_deg,lesion_location,weight_bearing_percent,beyond_acetabular_edge
      P1,L,BL,1,1,1,20,0,,0,,,0,0,0,80,90,central,45,0
      P1,L,M12,1,1,1,25,1,20,0,,,0,0,0,80,95,lateral,60,1
      """;

  @Option(
      names = "--system",
      required = true,
      paramLabel = "SYSTEM",
      converter = SystemConverter.class,
      completionCandidates = Systems.Codes.class,
      description = "The staging system: one of ${COMPLETION-CANDIDATES}.")
  private Stager system;

  @Mixin
  private TableOptions.ByRow options;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec;

  /** Made by the command line. */
  public StageCommand() {}

  /**
   * Tells what the columns of the table hold.
   *
   * @return a line for each column
   */
  public static List<String> columns() {
    return StageSheet.columns();
  }

  @Override
  public Integer call() {
    CommandLine line = spec.commandLine();
    Problems problems = new Problems();
    if (options.wantsTemplate()) {
      return RunOutcome.of(line, options).write(TEMPLATE, "-", problems);
    }
    Progress progress = Progress.on(line.getErr());
    StageTable table = new StageTable();
    StageSheet.of(options.table(), problems).forEachHip(system, row -> {
      table.add(row);
      progress.rows(table.rows());
    });
    progress.end();
    return RunOutcome.of(line, options).write(table.text(), options.out(), problems);
  }

  /** Finds a system by its code and refuses others as wrong usage. */
  static final class SystemConverter implements ITypeConverter<Stager> {
    @Override
    public Stager convert(String text) {
      return Systems.find(text)
          .orElseThrow(() ->
              new CommandLine.TypeConversionException("there is no such staging system; one of "
                  + String.join(", ", Systems.codes()) + " was expected"));
    }
  }

  /** The table of stages: a row for each hip and visit, in the order of the input. */
  private static final class StageTable {
    private final CsvOutput table =
        CsvOutput.withHeader("patient_id", "side", "visit", "stage", "grade", "reasons", "missing");
    private long rows;

    void add(StagedHip hip) {
      StageCells cells = hip.cells();
      table.row(
          hip.hip().patient().value(),
          hip.hip().side().code(),
          hip.visit(),
          cells.stage(),
          cells.grade(),
          cells.reasons(),
          cells.missing());
      rows++;
    }

    long rows() {
      return rows;
    }

    String text() {
      return table.text();
    }
  }
}
