package io.github.avnfh.examples.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.examples.cli.Run;
import io.github.avnfh.examples.cli.RunOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandTest {
  @TempDir
  private Path folder;

  private Path write(String csv) throws IOException {
    return Files.writeString(folder.resolve("paper.csv"), csv);
  }

  @Test
  void printsWhatTheStudyContradictsAndEndsWell() {
    Run run = Run.of("audit");
    assertThat(run.code()).isEqualTo(RunOutcome.DONE);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("""
            Printed numbers checked: 181 findings: 11 contradicts, 0 unexplained, 9 only if truncated or
              rounded up, 19 undecidable, 22 not testable, 120 consistent

            11 contradicts
              Subgroups by etiology: idiopathic hips improved or stable (percentage)
                88 % of 19: 16/19 = 84.21… %, 17/19 = 89.47… %; no count prints so; nearest possible: 84 or 89
            """)
        .contains("\n120 consistent; --out DIR writes them with all others\n")
        .contains("Brown NJL, Heathers JAJ. The GRIM test")
        .contains("Structured reutilization of autologous bone marrow-derived cells");
  }

  @Test
  void writesTheFindings() throws IOException {
    Path out = folder.resolve("out");
    Run run = Run.of("audit", "--out", out.toString());
    assertThat(run.code()).isEqualTo(RunOutcome.DONE);
    assertThat(run.out()).isEqualTo(Run.of("audit").out());
    assertThat(Files.readString(out.resolve("findings.md")))
        .startsWith("**Printed numbers checked (")
        .contains(
            "| contradicts | percentage | Subgroups by etiology | idiopathic hips improved or stable |"
                + " 88 % of 19: 16/19 = 84.21… %, 17/19 = 89.47… %; no count prints so; nearest possible: 84 or 89 |"
                + " idiopathic-quiet |");
    assertThat(Files.readString(out.resolve("findings.csv")))
        .startsWith("verdict,check,section,subject,arithmetic,rows\ncontradicts,percentage,")
        .contains("\nonly if truncated or rounded up,")
        .contains("\nundecidable,")
        .contains("\nnot testable,")
        .contains("\nconsistent,");
  }

  @Test
  void readsTheBundledFileOfTheStudyFromAnywhere() throws IOException {
    try (InputStream study = Objects.requireNonNull(
        AuditCommandTest.class.getResourceAsStream("/io/github/avnfh/core/audit/study.csv"))) {
      Path file = folder.resolve("copy.csv");
      Files.copy(study, file);
      String own = Run.of("audit").out();
      String copied = Run.of("audit", "--strict", "--input", file.toString()).out();
      assertThat(findings(copied)).isEqualTo(findings(own)).contains("11 contradicts");
    }
  }

  /** What is printed before the notes, which cite a paper only if it says what it is. */
  private static String findings(String printed) {
    return printed.substring(0, printed.indexOf("consistent; --out DIR"));
  }

  @Test
  void takesAnInconsistentPaperForGoodInput() throws IOException {
    Path file = write("""
        id,section,quantity,kind,printed,of
        a,S,q,percent,88,19
        """);
    Run run = Run.of("audit", "--input", file.toString());
    assertThat(run.code()).isEqualTo(RunOutcome.DONE);
    assertThat(run.out())
        .contains("""

        1 contradicts
          S: q (percentage)
            88 % of 19: 16/19 = 84.21… %, 17/19 = 89.47… %; no count prints so; nearest possible: 84 or 89
        """)
        .contains("\n\nContradicts: no data give the printed numbers;")
        .startsWith("Printed numbers checked: 1 finding: 1 contradicts,")
        .doesNotContain("Check of the", "Structured reutilization");
  }

  /** Words of a template are a paper too: each of its checks tells its source. */
  @Test
  void readsItsOwnTemplate() throws IOException {
    Run template = Run.of("audit", "--template");
    assertThat(template.code()).isZero();
    Run run = Run.of("audit", "--input", write(template.out()).toString());
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("Check of the mean", "consistent");
  }

  @Test
  void listsEveryProblemAndPrintsNothing() throws IOException {
    Path file = write("""
        id,section,quantity,kind,printed,of
        a,S,q,percent,88x,19
        b,S,q,percentage,88,19
        c,S,q,percent,88,19
        """);
    Run run = Run.of("audit", "--input", file.toString());
    assertThat(run.code()).isEqualTo(RunOutcome.PROBLEMS);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("paper.csv:2: column printed: "),
            line -> assertThat(line).startsWith("paper.csv:3: column kind: "));
  }

  @Test
  void leavesOutBadRowsOnRequest() throws IOException {
    Path file = write("""
        id,section,quantity,kind,printed,of
        a,S,q,percent,88x,19
        c,S,q,percent,88,19
        """);
    Path out = folder.resolve("out");
    Run run =
        Run.of("audit", "--skip-bad-rows", "--input", file.toString(), "--out", out.toString());
    assertThat(run.code()).isEqualTo(RunOutcome.DONE);
    assertThat(run.err()).contains("1 row was left out");
    assertThat(Files.readString(out.resolve("rejected.csv"))).contains("paper.csv,2,printed,");
  }
}
