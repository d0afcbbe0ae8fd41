package io.github.avnfh.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressTest {

  /** A writer that tells when something was flushed to it. */
  private static final class Terminal extends StringWriter {
    private final CountDownLatch written = new CountDownLatch(1);

    @Override
    public void flush() {
      written.countDown();
    }

    boolean isWritten() throws InterruptedException {
      return written.await(20, TimeUnit.SECONDS);
    }
  }

  @Test
  void tellsWhatALongRunIsAtAndClearsTheLine() throws InterruptedException {
    Terminal terminal = new Terminal();
    Progress progress =
        Progress.ticking(new PrintWriter(terminal), Duration.ofMillis(50), Duration.ofMillis(5));
    progress.step("drawing figures");
    assertThat(terminal.isWritten()).isTrue();
    progress.end();
    assertThat(terminal.toString())
        .startsWith("\rdrawing figures, 0 s")
        .endsWith("\r" + " ".repeat("drawing figures, 0 s".length()) + "\r");
  }

  @Test
  void saysNothingBeforeTheFirstStep() throws InterruptedException {
    Terminal terminal = new Terminal();
    Progress progress =
        Progress.ticking(new PrintWriter(terminal), Duration.ZERO, Duration.ofMillis(1));
    Thread.sleep(20);
    progress.step("reading");
    assertThat(terminal.isWritten()).isTrue();
    progress.end();
    assertThat(terminal.toString()).startsWith("\rreading, 0 s");
  }

  @Test
  void countsRowsNowAndThen() throws InterruptedException {
    Terminal terminal = new Terminal();
    Progress progress =
        Progress.ticking(new PrintWriter(terminal), Duration.ofMillis(50), Duration.ofMillis(5));
    progress.rows(1 << 14);
    progress.rows((1 << 14) + 1);
    assertThat(terminal.isWritten()).isTrue();
    progress.end();
    assertThat(terminal.toString()).startsWith("\r16384 rows, 0 s");
  }

  @Test
  void countsWhatIsDoneOfAKnownNumber() throws InterruptedException {
    Terminal terminal = new Terminal();
    Progress progress =
        Progress.ticking(new PrintWriter(terminal), Duration.ofMillis(50), Duration.ofMillis(5));
    progress.done(3, 10, "cohorts");
    assertThat(terminal.isWritten()).isTrue();
    progress.end();
    assertThat(terminal.toString()).startsWith("\r3 of 10 cohorts, 0 s");
  }

  @Test
  void saysNothingInAShortRun() {
    Terminal terminal = new Terminal();
    Progress progress =
        Progress.ticking(new PrintWriter(terminal), Duration.ofHours(1), Duration.ofHours(1));
    progress.step("reading");
    progress.end();
    assertThat(terminal.toString()).isEmpty();
  }

  @Test
  void saysNothingWithoutATerminal() {
    StringWriter out = new StringWriter();
    Progress progress = Progress.on(new PrintWriter(out));
    progress.step("reading");
    progress.rows(1 << 14);
    progress.end();
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void givesWhatTheWorkGaveAndLetsItsFaultPass() {
    StringWriter out = new StringWriter();
    PrintWriter err = new PrintWriter(out);
    assertThat(Progress.during(err, "adding", () -> 2 + 3)).isEqualTo(5);
    assertThatThrownBy(() -> Progress.during(err, "failing", () -> {
          throw new IllegalArgumentException("no");
        }))
        .hasMessage("no");
    assertThat(out.toString()).isEmpty();
  }
}
