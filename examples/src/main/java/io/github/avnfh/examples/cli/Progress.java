package io.github.avnfh.examples.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;

/** Tells on a terminal that a long run is still going; says nothing elsewhere. */
public final class Progress {
  private static final long QUIET = TimeUnit.SECONDS.toNanos(2);
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(500);
  private static final long CHECK_EVERY = 1 << 14;

  private final PrintWriter err;
  private final boolean terminal;
  private long next = System.nanoTime() + QUIET;
  private boolean shown;

  private Progress(PrintWriter err, boolean terminal) {
    this.err = err;
    this.terminal = terminal;
  }

  /**
   * Starts the clock.
   *
   * @param err standard error
   * @return progress that shows after two seconds, and on a terminal only
   */
  public static Progress on(PrintWriter err) {
    return new Progress(err, isTerminal());
  }

  /**
   * From JDK 22 on there is a console without a terminal, and a method to tell; before, there is
   * neither.
   */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException before22) {
      return true;
    }
  }

  /**
   * Tells how many rows were read.
   *
   * @param rows the number of rows so far
   */
  public void rows(long rows) {
    if (terminal && rows % CHECK_EVERY == 0 && System.nanoTime() > next) {
      err.print("\r" + rows + " rows");
      err.flush();
      shown = true;
      next = System.nanoTime() + PAUSE;
    }
  }

  /** Clears the line. */
  public void end() {
    if (shown) {
      err.print("\r" + " ".repeat(40) + "\r");
      err.flush();
    }
  }
}
