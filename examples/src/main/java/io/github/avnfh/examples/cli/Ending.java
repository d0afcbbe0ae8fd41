package io.github.avnfh.examples.cli;

import io.github.avnfh.core.csv.CsvOutput;
import io.github.avnfh.core.csv.Problem;
import io.github.avnfh.core.csv.Problems;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/** How a run ends: what is written, what is said on standard error, and the exit code. */
public final class Ending {
  /** The run did what was asked. */
  public static final int DONE = 0;

  /** The program itself is at fault. */
  public static final int FAULT = 1;

  /** The command or its options are wrong. */
  public static final int WRONG_USAGE = 2;

  /** The input has problems. */
  public static final int PROBLEMS = 3;

  private static final String REJECTED = "rejected.csv";

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean skipBadRows;

  private Ending(CommandLine line, boolean skipBadRows) {
    this.out = line.getOut();
    this.err = line.getErr();
    this.skipBadRows = skipBadRows;
  }

  /**
   * Returns the ending of a command.
   *
   * @param line the command line that runs it
   * @param input the options that say what becomes of rows with problems
   * @return the ending
   */
  public static Ending of(CommandLine line, InputOptions input) {
    return new Ending(line, input.skipsBadRows());
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
    problems.list().forEach(problem -> err.println(problem.text()));
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
   */
  public int write(OutputFolder files, Path folder, Problems problems) {
    if (stopsAt(problems)) {
      return refuse(problems);
    }
    if (!problems.isEmpty()) {
      files.add(REJECTED, rejected(problems.list()));
      say(problems);
    }
    files.write(folder);
    return DONE;
  }

  /**
   * Writes one table to a file or to standard output, unless problems forbid it.
   *
   * @param text the table
   * @param file the file, or {@code -} for standard output
   * @param problems what was found in the input
   * @return the exit code
   */
  public int write(String text, String file, Problems problems) {
    if (stopsAt(problems)) {
      return refuse(problems);
    }
    if (file.equals("-")) {
      out.print(text);
      out.flush();
    } else {
      replace(Path.of(file), text);
    }
    if (!problems.isEmpty()) {
      replace(
          Path.of(file.equals("-") ? REJECTED : file).resolveSibling(REJECTED),
          rejected(problems.list()));
      say(problems);
    }
    return DONE;
  }

  /**
   * Ends a run that failed through a fault of the program, or of the place it writes to.
   *
   * @param fault what was thrown
   * @param line the command line that ran
   * @param debug whether to show the stack trace
   * @return the exit code
   */
  public static int fault(Exception fault, CommandLine line, boolean debug) {
    PrintWriter err = line.getErr();
    if (debug) {
      fault.printStackTrace(err);
    } else {
      err.println("avnfh: " + fault.getClass().getSimpleName() + ": " + fault.getMessage()
          + " (--debug shows where)");
    }
    err.flush();
    return FAULT;
  }

  private void say(Problems problems) {
    problems.list().forEach(problem -> err.println(problem.text()));
    int rows = problems.rows();
    err.println(rows + (rows == 1 ? " row was" : " rows were") + " left out; " + REJECTED
        + " gives the reasons");
    err.flush();
  }

  private static void replace(Path file, String text) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      OutputFolder.write(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException refused) {
      throw new UncheckedIOException("the output file cannot be written", refused);
    }
  }

  private static String rejected(List<Problem> problems) {
    CsvOutput table = CsvOutput.withHeader("file", "line", "column", "reason");
    problems.forEach(problem -> table.row(
        problem.file(), Long.toString(problem.line()), problem.column(), problem.message()));
    return table.text();
  }
}
