package io.github.avnfh.examples.cli;

import io.github.avnfh.core.VisibleText;
import io.github.avnfh.core.csv.CsvOutput;
import io.github.avnfh.core.csv.Problem;
import io.github.avnfh.core.csv.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** How a run ends: what is written, what is said on standard error, and the exit code. */
public final class RunOutcome {
  /** The run did what was asked. */
  public static final int DONE = 0;

  /** The program itself is at fault. */
  public static final int FAULT = 1;

  /** The command or its options are wrong. */
  public static final int WRONG_USAGE = 2;

  /** The input has problems. */
  public static final int PROBLEMS = 3;

  private static final String REJECTED = "rejected.csv";
  private static final String[] REJECTED_COLUMNS = {"file", "line", "column", "reason"};
  private static final String STANDARD_OUTPUT = "/dev/stdout";
  private static final Set<String> STANDARD_OUTPUTS =
      Set.of("-", STANDARD_OUTPUT, "/dev/fd/1", "/proc/self/fd/1");

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean skipBadRows;
  private final InputFiles inputs;

  private RunOutcome(CommandLine line, InputOptions input) {
    this.out = line.getOut();
    this.err = line.getErr();
    this.skipBadRows = input.skipsBadRows();
    this.inputs = input.files();
  }

  /**
   * Tells something on standard error, with control characters shown and not sent.
   *
   * @param line the command line that runs the command
   * @param text what is told
   */
  public static void tell(CommandLine line, String text) {
    PrintWriter err = line.getErr();
    err.println(VisibleText.of(text));
    err.flush();
  }

  /**
   * Ends a run whose rows are sound one by one and refused together.
   *
   * @param line the command line that runs the command
   * @param refused the reason
   * @return the exit code
   */
  public static int refusedTogether(CommandLine line, IllegalArgumentException refused) {
    tell(line, "avnfh: " + refused.getMessage());
    return PROBLEMS;
  }

  /**
   * Makes something of what was typed, and ends as wrong usage where that is refused.
   *
   * @param line the command line that runs the command
   * @param choice makes it
   * @param <T> what is made
   * @return what was made
   * @throws ParameterException if it is refused, with the reason
   */
  public static <T> T typed(CommandLine line, Supplier<T> choice) {
    try {
      return choice.get();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(line, String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Returns the ending of a command.
   *
   * @param line the command line that runs it
   * @param input the options that say what is read, and what becomes of rows with problems
   * @return the ending
   */
  public static RunOutcome of(CommandLine line, InputOptions input) {
    return new RunOutcome(line, input);
  }

  /**
   * Tells whether nothing must be written because of the problems.
   *
   * @param problems what was found in the input
   * @return true if there are problems and rows with problems are not left out, or a file cannot be
   *     read as a whole
   */
  public boolean stopsAt(Problems problems) {
    return !problems.isEmpty() && (!skipBadRows || problems.concernFiles());
  }

  /**
   * Lists the problems and ends without output.
   *
   * @param problems what was found in the input
   * @return the exit code
   */
  public int refuse(Problems problems) {
    list(problems);
    err.flush();
    return PROBLEMS;
  }

  /**
   * Writes a folder of files, unless problems forbid it.
   *
   * @param files what is to be written
   * @param folder where
   * @param problems what was found in the input
   * @return the exit code
   * @throws UnwritableOutputException if the folder or one of the files cannot be written
   */
  public int write(OutputFolder files, Path folder, Problems problems) {
    if (stopsAt(problems)) {
      return refuse(problems);
    }
    if (!problems.isEmpty()) {
      files.add(REJECTED, rejected(problems.list()));
    }
    files.write(folder, inputs);
    tell(problems, "; " + REJECTED + " gives the reasons");
    return DONE;
  }

  /**
   * Writes one table to a file or to standard output, unless problems forbid it.
   *
   * <p>The reasons of rows that are left out are written beside the file, and to standard error
   * only where the table goes to standard output, a device or a pipe.
   *
   * @param text the table
   * @param file the file, or {@code -} for standard output
   * @param problems what was found in the input
   * @return the exit code
   * @throws UnwritableOutputException if the file cannot be written
   */
  public int write(String text, String file, Problems problems) {
    if (stopsAt(problems)) {
      return refuse(problems);
    }
    if (STANDARD_OUTPUTS.contains(file)) {
      print(text);
      tell(problems, " for the reasons above");
    } else if (problems.isEmpty() || AtomicFiles.isStream(Path.of(file))) {
      write(Path.of(file), text, Optional.empty());
      tell(problems, " for the reasons above");
    } else {
      write(Path.of(file), text, Optional.of(rejected(problems.list())));
      tell(problems, "; " + REJECTED + " gives the reasons");
    }
    return DONE;
  }

  private void print(String text) {
    if (inputs.contains(Path.of(STANDARD_OUTPUT))) {
      throw UnwritableOutputException.of(
          Path.of(STANDARD_OUTPUT), "is a file that was read; name another place by --out");
    }
    out.print(text);
    out.flush();
  }

  private void write(Path file, String text, Optional<String> rejected) {
    Path name = file.toAbsolutePath().getFileName();
    try (AtomicFiles staged = AtomicFiles.at(file, inputs)) {
      staged.add(String.valueOf(name), text.getBytes(StandardCharsets.UTF_8));
      if (rejected.isPresent()) {
        requireFree(file.toAbsolutePath().resolveSibling(REJECTED), file);
        staged.add(REJECTED, rejected.get().getBytes(StandardCharsets.UTF_8));
      }
      staged.commit();
    } catch (IOException e) {
      throw UnwritableOutputException.of(file, e);
    }
  }

  /** The user did not name this file, so that only an earlier list of reasons may be replaced. */
  private static void requireFree(Path rejected, Path results) throws IOException {
    if (rejected.equals(results.toAbsolutePath())) {
      throw UnwritableOutputException.of(
          results, "is where the reasons of rows left out go; name another file by --out");
    }
    if (Files.exists(rejected, LinkOption.NOFOLLOW_LINKS) && !isListOfReasons(rejected)) {
      throw UnwritableOutputException.of(
          rejected,
          "is no list of reasons for rows left out; move it away, or name another folder");
    }
  }

  private static boolean isListOfReasons(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    byte[] header = (String.join(",", REJECTED_COLUMNS) + "\n").getBytes(StandardCharsets.UTF_8);
    try (InputStream bytes = Files.newInputStream(file)) {
      return Arrays.equals(bytes.readNBytes(header.length), header);
    }
  }

  /**
   * Ends a run that failed through a fault of the program, or for want of memory or a place to
   * write to.
   *
   * @param fault what was thrown
   * @param line the command line that ran
   * @param debug whether to show the stack trace
   * @return the exit code
   */
  public static int fault(Throwable fault, CommandLine line, boolean debug) {
    PrintWriter err = line.getErr();
    if (debug) {
      fault.printStackTrace(err);
    }
    int code;
    if (isOutOfMemory(fault)) {
      err.println(
          "avnfh: the data need more than the " + (Runtime.getRuntime().maxMemory() >> 20)
              + " MB of memory that Java may use; start it with more, such as java -Xmx8g -jar avnfh.jar");
      code = PROBLEMS;
    } else if (fault instanceof UnwritableOutputException) {
      err.println("avnfh: " + fault.getMessage());
      code = WRONG_USAGE;
    } else if (fault instanceof InvalidPathException) {
      err.println("avnfh: " + InputOptions.UNUSABLE_NAME);
      code = WRONG_USAGE;
    } else {
      err.println("avnfh: " + fault.getClass().getSimpleName() + ": "
          + VisibleText.of(String.valueOf(fault.getMessage()))
          + (debug ? "" : " (--debug shows where)"));
      code = FAULT;
    }
    err.flush();
    return code;
  }

  /**
   * Ends a run whose command or options are wrong.
   *
   * @param refused what was wrong
   * @return the exit code
   */
  public static int wrongUsage(ParameterException refused) {
    CommandLine line = refused.getCommandLine();
    String message = String.valueOf(refused.getMessage());
    line.getErr().println(VisibleText.of(message));
    if (!message.contains(InputOptions.UNUSABLE_NAME)
        && !UnmatchedArgumentException.printSuggestions(refused, line.getErr())) {
      line.usage(line.getErr());
    }
    line.getErr().flush();
    return WRONG_USAGE;
  }

  /**
   * Ends a run that did its work, unless what it printed did not arrive.
   *
   * @param line the command line that ran
   * @param code the exit code so far
   * @return the exit code
   */
  public static int written(CommandLine line, int code) {
    return line.getOut().checkError()
        ? fault(UnwritableOutputException.ofStandardOutput(), line, false)
        : code;
  }

  private static boolean isOutOfMemory(Throwable fault) {
    return Stream.iterate(fault, Objects::nonNull, Throwable::getCause)
        .anyMatch(OutOfMemoryError.class::isInstance);
  }

  private void list(Problems problems) {
    problems.list().forEach(problem -> err.println(VisibleText.of(problem.text())));
  }

  private void tell(Problems problems, String reasons) {
    if (!problems.isEmpty()) {
      list(problems);
      int rows = problems.rows();
      err.println(rows + (rows == 1 ? " row was" : " rows were") + " left out" + reasons);
      err.flush();
    }
  }

  private static String rejected(List<Problem> problems) {
    CsvOutput table = CsvOutput.withHeader(REJECTED_COLUMNS);
    problems.forEach(problem -> table.row(
        problem.file(), Long.toString(problem.line()), problem.column(), problem.message()));
    return table.text();
  }
}
