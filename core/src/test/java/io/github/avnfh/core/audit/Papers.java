package io.github.avnfh.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.csv.CsvFormat;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.Problem;
import io.github.avnfh.core.csv.Problems;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Papers written down in tests. */
final class Papers {
  static final String HEADER =
      "id,section,quantity,kind,printed,sd,count,of,unit,low,high,step,basis\n";

  private Papers() {}

  static Paper read(String csv, Problems problems) {
    byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
    return PaperReader.read(
        CsvInput.of("paper.csv", new ByteArrayInputStream(bytes), CsvFormat.withDefaults()),
        problems);
  }

  static Audit audit(String... rows) {
    Problems problems = new Problems();
    Paper paper = read(HEADER + String.join("\n", rows), problems);
    assertThat(problems.list()).isEmpty();
    return Audit.of(paper);
  }

  static List<String> problems(String... rows) {
    Problems problems = new Problems();
    read(HEADER + String.join("\n", rows), problems);
    return problems.list().stream().map(Problem::text).toList();
  }

  static Paper resource(String name) {
    try (InputStream stream =
        Objects.requireNonNull(Papers.class.getResourceAsStream(name), name)) {
      Problems problems = new Problems();
      Paper paper = PaperReader.read(
          CsvInput.of(name, stream, CsvFormat.withDefaults().withStrict(true)), problems);
      assertThat(problems.list()).isEmpty();
      return paper;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The one finding of a check about a claim. */
  static Finding finding(Audit audit, Check check, String... claims) {
    return finding(audit.findings(), check, claims);
  }

  static Finding finding(List<Finding> findings, Check check, String... claims) {
    List<Finding> found = findings.stream()
        .filter(finding -> finding.check() == check)
        .filter(finding -> finding.claims().equals(List.of(claims)))
        .toList();
    assertThat(found).as(check + " of " + List.of(claims)).hasSize(1);
    return found.get(0);
  }
}
