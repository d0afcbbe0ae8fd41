package io.github.avnfh.examples.survival;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.csv.CsvFormat;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.Problem;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.survival.FollowUp;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FollowUpTableTest {
  private final Problems problems = new Problems();

  private Optional<FollowUp> read(String table) {
    CsvInput input = CsvInput.of(
        "hips.csv",
        new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)),
        CsvFormat.withDefaults());
    return FollowUpTable.read(
        input,
        Map.of("time", "months", "event", "tha", "group", "stage", "cluster", "id"),
        problems);
  }

  @Test
  void readsARowPerHip() {
    FollowUp hips = read("id,stage,months,tha\n1,II,5,1\n1,II,5,1\n2,I,7,0\n").orElseThrow();
    assertThat(problems.list()).isEmpty();
    assertThat(hips.size()).isEqualTo(3);
    assertThat(hips.groups()).containsExactly("I", "II");
    assertThat(hips.isEvent(0)).isTrue();
    assertThat(hips.isEvent(2)).isFalse();
    assertThat(hips.cluster(1)).isEqualTo(hips.cluster(0)).isNotEqualTo(hips.cluster(2));
  }

  @Test
  void readsNothingWhereThereAreProblems() {
    assertThat(read("id,stage,months,tha\n1,II,5,1\n2,I,-7,0\n")).isEmpty();
    assertThat(problems.list()).extracting(Problem::text).hasSize(1);
  }
}
