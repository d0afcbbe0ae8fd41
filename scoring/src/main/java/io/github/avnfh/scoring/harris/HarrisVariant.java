package io.github.avnfh.scoring.harris;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.statistics.Decimals;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Every way in which published papers, forms and programs turn one form into a total.
 *
 * @see VariantComparison
 */
public enum HarrisVariant implements Coded {
  /** The full score with the range of motion of 1969; the ledger compares the others with it. */
  INDEX_1969("hhs_index", "Index of 1969", 100) {
    @Override
    OptionalDouble total(HarrisForm form) {
      return form.score(RangeOfMotionMethod.INDEX_1969).total();
    }
  },

  /** The full score with the simplified total arc. */
  TOTAL_ARC("hhs_arc", "Simplified total arc", 100) {
    @Override
    OptionalDouble total(HarrisForm form) {
      return form.score(RangeOfMotionMethod.TOTAL_ARC).total();
    }
  },

  /** The full score with the index of 1969 in bands. */
  INDEX_IN_BANDS("hhs_index_in_bands", "Index of 1969 in bands", 100) {
    @Override
    OptionalDouble total(HarrisForm form) {
      return form.score(RangeOfMotionMethod.INDEX_IN_BANDS).total();
    }
  },

  /**
   * The full score with the index of 1969 and one point for each criterion of deformity, as the
   * supplemental digital content MD2/A808 of Lippincott Williams &amp; Wilkins prints it. Other
   * sources say all or nothing.
   */
  POINT_PER_CRITERION("hhs_index_point_per_criterion", "One point per criterion", 100) {
    @Override
    OptionalDouble total(HarrisForm form) {
      OptionalDouble total = form.score(RangeOfMotionMethod.INDEX_1969).total();
      if (total.isEmpty()) {
        return total;
      }
      long met = List.of(DeformityCriterion.values()).stream()
          .filter(criterion -> form.deformity().isMet(criterion).orElse(false))
          .count();
      return OptionalDouble.of(
          Decimals.sum(total.getAsDouble(), -form.deformity().points().orElse(0), (double) met));
    }
  },

  /** The modified score, 0 to 91 points. */
  MODIFIED_RAW_91("mhhs_raw_91", "Modified, sum", 91) {
    @Override
    OptionalDouble total(HarrisForm form) {
      return ModifiedHarrisScore.of(form, ModifiedHarrisVariant.RAW_91).total();
    }
  },

  /** The modified score times 1.1, 0 to 100.1 points. */
  MODIFIED_TIMES_1_1("mhhs_times_1_1", "Modified, times 1.1", 100.1) {
    @Override
    OptionalDouble total(HarrisForm form) {
      return ModifiedHarrisScore.of(form, ModifiedHarrisVariant.TIMES_1_1).total();
    }
  },

  /** The modified score times 100/91, 0 to 100 points. */
  MODIFIED_NORMALIZED_100("mhhs_normalized_100", "Modified, normalized", 100) {
    @Override
    OptionalDouble total(HarrisForm form) {
      return ModifiedHarrisScore.of(form, ModifiedHarrisVariant.NORMALIZED_100).total();
    }
  };

  private final String code;
  private final String title;
  private final double maximum;

  HarrisVariant(String code, String title, double maximum) {
    this.code = code;
    this.title = title;
    this.maximum = maximum;
  }

  abstract OptionalDouble total(HarrisForm form);

  @Override
  public String code() {
    return code;
  }

  /**
   * Returns what the variant is called in print.
   *
   * @return a few words
   */
  public String title() {
    return title;
  }

  /**
   * Returns the most points that the variant can give.
   *
   * @return points
   */
  public double maximum() {
    return maximum;
  }
}
