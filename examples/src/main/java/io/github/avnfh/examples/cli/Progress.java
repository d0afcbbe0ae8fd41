package io.github.avnfh.examples.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Tells on a terminal what a long run is at; says nothing elsewhere, or in a short run. */
public final class Progress {
  private static final Duration QUIET = Duration.ofSeconds(2);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final long COUNT_EVERY = 1 << 14;

  private final PrintWriter err;
  private final Optional<ScheduledExecutorService> clock;
  private final long start = System.nanoTime();
  private String at = "";
  private int shown;
  private boolean ended;

  private Progress(PrintWriter err, Optional<ScheduledExecutorService> clock) {
    this.err = err;
    this.clock = clock;
  }

  /**
   * Starts the clock.
   *
   * @param err standard error
   * @return progress that shows after two seconds, and on a terminal only
   */
  public static Progress on(PrintWriter err) {
    return isTerminal() ? ticking(err, QUIET, PAUSE) : new Progress(err, Optional.empty());
  }

  /**
   * Tells on a terminal what some work is, while it lasts.
   *
   * @param err standard error
   * @param what the work, in a few words
   * @param work what is done
   * @param <T> what comes of it
   * @return what the work gave
   */
  public static <T> T during(PrintWriter err, String what, Supplier<T> work) {
    Progress progress = on(err);
    progress.step(what);
    try {
      return work.get();
    } finally {
      progress.end();
    }
  }

  /** Progress that shows as on a terminal, first after a while and then at a pace. */
  static Progress ticking(PrintWriter err, Duration quiet, Duration pause) {
    ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
      Thread thread = new Thread(task, "progress");
      thread.setDaemon(true);
      return thread;
    });
    Progress progress = new Progress(err, Optional.of(clock));
    var unused = clock.scheduleAtFixedRate(
        progress::show, quiet.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    return progress;
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
   * Tells what the run is at.
   *
   * @param what what begins now, in a few words
   */
  public synchronized void step(String what) {
    at = what;
  }

  /**
   * Tells how many rows were read.
   *
   * @param rows the number of rows so far
   */
  public void rows(long rows) {
    if (clock.isPresent() && rows % COUNT_EVERY == 0) {
      step(rows + " rows");
    }
  }

  /**
   * Tells how much of a known number is done.
   *
   * @param done how many are done
   * @param all how many there are in all
   * @param things what is counted, in the plural
   */
  public void done(long done, long all, String things) {
    step(done + " of " + all + " " + things);
  }

  private synchronized void show() {
    if (!ended && !at.isEmpty()) {
      String line = at + ", " + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start) + " s";
      err.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
      err.flush();
      shown = line.length();
    }
  }

  /** Clears the line and says no more. */
  public synchronized void end() {
    clock.ifPresent(ScheduledExecutorService::shutdownNow);
    ended = true;
    if (shown > 0) {
      err.print("\r" + " ".repeat(shown) + "\r");
      err.flush();
      shown = 0;
    }
  }
}
