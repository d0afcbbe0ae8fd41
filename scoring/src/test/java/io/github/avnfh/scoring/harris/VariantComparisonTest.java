package io.github.avnfh.scoring.harris;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.scoring.harris.HarrisItem.DeformityCriterion;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VariantComparisonTest {

  /** All answers best, one criterion of deformity not met, 110/20/15/15/0 degrees. */
  private static VariantComparison ledger() {
    HarrisForm.Builder form = Forms.answered();
    form.deformity(
        Deformity.meeting(EnumSet.complementOf(EnumSet.of(DeformityCriterion.FIXED_ADDUCTION))));
    return VariantComparison.of(
        form.rangeOfMotion(Forms.range(110, 20, 15, 15, 0)).build());
  }

  @ParameterizedTest
  @CsvSource({
    "INDEX_1969, 96, 0",
    "TOTAL_ARC, 94, -2",
    "INDEX_IN_BANDS, 96, 0",
    "POINT_PER_CRITERION, 99, 3",
    "MODIFIED_RAW_91, 91, -5",
    "MODIFIED_TIMES_1_1, 100.1, 4.1",
    "MODIFIED_NORMALIZED_100, 100, 4"
  })
  void scoresOneFormUnderEveryVariant(
      VariantComparison.Variant variant, double total, double difference) {
    assertThat(ledger().total(variant)).hasValue(total);
    assertThat(ledger().difference(variant)).hasValue(difference);
  }

  @ParameterizedTest
  @EnumSource
  void reachesTheMaximumOfEachVariantAndItsZero(VariantComparison.Variant variant) {
    assertThat(VariantComparison.of(Forms.perfect()).total(variant)).hasValue(variant.maximum());
    assertThat(VariantComparison.of(Forms.worst()).total(variant)).hasValue(0);
  }

  @Test
  void keepsTheModifiedScoresWhereTheExaminationIsMissing() {
    VariantComparison ledger = VariantComparison.of(Forms.answered().build());
    assertThat(ledger.total(VariantComparison.Variant.MODIFIED_RAW_91)).hasValue(91);
    assertThat(ledger.difference(VariantComparison.Variant.MODIFIED_RAW_91)).isEmpty();
    for (VariantComparison.Variant variant : VariantComparison.Variant.values()) {
      boolean modified = variant.code().startsWith("mhhs");
      assertThat(ledger.total(variant).isPresent()).as(variant.code()).isEqualTo(modified);
    }
  }

  @Test
  void printsATable() {
    assertThat(ledger().table().csv()).isEqualTo("""
            variant,maximum,total,difference
            Index of 1969,100,96,0
            Simplified total arc,100,94,-2
            Index of 1969 in bands,100,96,0
            One point per criterion,100,99,3
            "Modified, sum",91,91,-5
            "Modified, times 1.1",100.1,100.1,4.1
            "Modified, normalized",100,100,4
            """);
    assertThat(VariantComparison.of(HarrisForm.builder().build()).table().markdown())
        .contains("items missing");
  }
}
