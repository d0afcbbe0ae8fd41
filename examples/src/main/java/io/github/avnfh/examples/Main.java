package io.github.avnfh.examples;

import io.github.avnfh.examples.audit.AuditCommand;
import io.github.avnfh.examples.cli.InputOptions;
import io.github.avnfh.examples.cli.RunOutcome;
import io.github.avnfh.examples.cli.Version;
import io.github.avnfh.examples.cohort.CohortCommand;
import io.github.avnfh.examples.inspect.InspectCommand;
import io.github.avnfh.examples.longitudinal.LongitudinalCommand;
import io.github.avnfh.examples.report.ReportCommand;
import io.github.avnfh.examples.score.HarrisCommand;
import io.github.avnfh.examples.score.ScoreCommand;
import io.github.avnfh.examples.stage.StageCommand;
import io.github.avnfh.examples.survival.CompetingCommand;
import io.github.avnfh.examples.survival.CoxCommand;
import io.github.avnfh.examples.survival.IntervalCommand;
import io.github.avnfh.examples.survival.ReconstructCommand;
import io.github.avnfh.examples.survival.SurvivalCommand;
import io.github.avnfh.examples.validity.ValidityCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line: {@code java -jar avnfh.jar COMMAND}. */
@Command(
    name = "avnfh",
    description = "Outcome research on avascular necrosis of the femoral head.",
    footer = {
      "",
      "Not a medical device: for research and teaching on de-identified data; recommends no treatment."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
public final class Main implements Runnable {
  private static final List<Class<?>> COMMANDS = List.of(
      InspectCommand.class,
      ReportCommand.class,
      SurvivalCommand.class,
      CoxCommand.class,
      CompetingCommand.class,
      IntervalCommand.class,
      ReconstructCommand.class,
      LongitudinalCommand.class,
      ScoreCommand.class,
      StageCommand.class,
      AuditCommand.class,
      CohortCommand.class,
      ValidityCommand.class,
      CommandLine.HelpCommand.class);

  @Option(
      names = "--debug",
      description = "Show the stack trace of a fault.",
      scope = ScopeType.INHERIT)
  private boolean debug;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec;

  private Main() {}

  /**
   * Runs a command and ends the process with its exit code.
   *
   * @param arguments the command and its options
   */
  public static void main(String[] arguments) {
    CommandLine line = commandLine(arguments);
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    System.exit(line.execute(arguments));
  }

  /**
   * Returns the command line that is ready to execute what was typed: with the command that comes
   * first and no other, since to make all takes longer than most runs; with all commands where
   * nothing was typed, or an option or another word comes first.
   *
   * @param arguments the command and its options
   * @return the command line; its writers can be replaced
   */
  public static CommandLine commandLine(String... arguments) {
    return commandLine(COMMANDS.stream()
        .filter(command -> command != CommandLine.HelpCommand.class)
        .filter(command -> arguments.length > 0 && name(command).equals(arguments[0]))
        .findFirst()
        .<List<Class<?>>>map(List::of)
        .orElse(COMMANDS));
  }

  private static String name(Class<?> command) {
    return command.getAnnotation(Command.class).name();
  }

  private static CommandLine commandLine(List<Class<?>> commands) {
    Main main = new Main();
    CommandLine line = new CommandLine(main);
    commands.forEach(command -> line.addSubcommand(command));
    line.setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(Path.class, InputOptions::path)
        .setExecutionStrategy(main::execute)
        .setParameterExceptionHandler((refused, typed) -> RunOutcome.wrongUsage(refused))
        .setExecutionExceptionHandler(
            (fault, command, result) -> RunOutcome.fault(fault, command, main.debug));
    withSubcommands(line).forEach(Main::addColumns);
    return line;
  }

  private static Stream<CommandLine> withSubcommands(CommandLine line) {
    return line.getSubcommands().values().stream()
        .flatMap(command -> Stream.concat(Stream.of(command), withSubcommands(command)));
  }

  /** Help on the commands that read a table of a known form names its columns and their codes. */
  private static void addColumns(CommandLine command) {
    if (command.getCommand() instanceof HarrisCommand) {
      addColumns(command, HarrisCommand.columns());
    } else if (command.getCommand() instanceof StageCommand) {
      addColumns(command, StageCommand.columns());
    }
  }

  private static void addColumns(CommandLine command, List<String> columns) {
    List<String> footer = new ArrayList<>(List.of("", "Columns of the table:"));
    columns.forEach(column -> footer.add("  " + column));
    command.getCommandSpec().usageMessage().footer(footer.toArray(String[]::new));
  }

  /** A lack of memory, and output that did not arrive, end a run like any other fault. */
  private int execute(CommandLine.ParseResult parsed) {
    CommandLine line = parsed.commandSpec().commandLine();
    try {
      int code = new CommandLine.RunLast().execute(parsed);
      line.getErr().flush();
      return RunOutcome.written(line, code);
    } catch (Error fault) {
      return RunOutcome.fault(fault, line, debug);
    }
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Missing command");
  }
}
