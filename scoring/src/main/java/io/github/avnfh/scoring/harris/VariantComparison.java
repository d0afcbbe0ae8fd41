package io.github.avnfh.scoring.harris;

import static io.github.avnfh.core.table.Column.Kind.NUMBER;
import static io.github.avnfh.core.table.Column.Kind.TEXT;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.statistics.Decimals;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.scoring.harris.HarrisItem.DeformityCriterion;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * One form scored under every variant, and by how much each differs.
 *
 * <pre>{@code
 * HarrisForm form = HarrisForm.builder()
 *     .pain(HarrisAnswer.Pain.MILD)
 *     .limp(HarrisAnswer.Limp.SLIGHT)
 *     .support(HarrisAnswer.Support.NONE)
 *     .distance(HarrisAnswer.WalkingDistance.SIX_BLOCKS)
 *     .stairs(HarrisAnswer.Stairs.WITH_RAILING)
 *     .shoesAndSocks(HarrisAnswer.ShoesAndSocks.WITH_DIFFICULTY)
 *     .sitting(HarrisAnswer.Sitting.ANY_CHAIR_ONE_HOUR)
 *     .transport(HarrisAnswer.PublicTransport.ABLE)
 *     .build();
 * VariantComparison comparison = VariantComparison.of(form);
 * comparison.total(VariantComparison.Variant.INDEX_1969); // OptionalDouble.empty
 * comparison.total(VariantComparison.Variant.MODIFIED_RAW_91); // OptionalDouble[67.0]
 * comparison.total(VariantComparison.Variant.MODIFIED_NORMALIZED_100); // OptionalDouble[73.62637…
 * }</pre>
 */
@Value.Immutable
public sealed interface VariantComparison permits ImmutableVariantComparison {

  /**
   * Returns the form.
   *
   * @return what was asked and measured
   */
  HarrisForm form();

  /**
   * Scores a form under every variant.
   *
   * @param form what was asked and measured
   * @return the comparison
   */
  static VariantComparison of(HarrisForm form) {
    return ImmutableVariantComparison.builder().form(form).build();
  }

  /**
   * Returns the total under a variant, if none of its items is missing.
   *
   * @param variant the variant
   * @return points from 0 to the variant's maximum, not rounded
   */
  default OptionalDouble total(Variant variant) {
    return variant.total(form());
  }

  /**
   * Returns by how much a variant differs from the index of 1969.
   *
   * @param variant the variant
   * @return its total minus the total by the index; nothing where either is missing
   */
  default OptionalDouble difference(Variant variant) {
    OptionalDouble total = total(variant);
    OptionalDouble reference = total(Variant.INDEX_1969);
    return total.isPresent() && reference.isPresent()
        ? OptionalDouble.of(Decimals.difference(total.getAsDouble(), reference.getAsDouble()))
        : OptionalDouble.empty();
  }

  /**
   * Returns the comparison as a table: a row for each variant.
   *
   * @return variant, maximum, total, and difference from the index of 1969
   */
  default Table table() {
    return Table.builder()
        .name("harris_variants")
        .title("One form under every variant of the Harris Hip Score")
        .counted("1 hip")
        .addColumns(
            Column.of("variant", "Variant", TEXT),
            Column.of("maximum", "Maximum", NUMBER).withUnit("points"),
            Column.of("total", "Total", NUMBER).withUnit("points"),
            Column.of("difference", "Difference from the index of 1969", NUMBER).withUnit("points"))
        .addAllRows(Stream.of(Variant.values()).map(this::row).toList())
        .addFootnotes("Totals are not rounded in the CSV file. Modified scores have a scale of"
            + " their own; their difference is not a difference between hips.")
        .build();
  }

  private List<Cell> row(Variant variant) {
    return List.of(
        Cell.text(variant.title()),
        Cell.number(variant.maximum(), 1),
        cell(total(variant)),
        cell(difference(variant)));
  }

  private static Cell cell(OptionalDouble points) {
    return points.isPresent()
        ? Cell.number(points.getAsDouble(), 3)
        : Cell.missing(NUMBER, "items missing");
  }

  /** Every way in which published papers, forms and programs turn one form into a total. */
  enum Variant implements Coded {
    /** The full score with the range of motion of 1969; the others are compared with it. */
    INDEX_1969("hhs_index", "Index of 1969", 100) {
      @Override
      OptionalDouble total(HarrisForm form) {
        return HarrisScore.of(form, RangeOfMotionMethod.INDEX_1969).total();
      }
    },

    /** The full score with the simplified total arc. */
    TOTAL_ARC("hhs_arc", "Simplified total arc", 100) {
      @Override
      OptionalDouble total(HarrisForm form) {
        return HarrisScore.of(form, RangeOfMotionMethod.TOTAL_ARC).total();
      }
    },

    /** The full score with the index of 1969 in bands. */
    INDEX_IN_BANDS("hhs_index_in_bands", "Index of 1969 in bands", 100) {
      @Override
      OptionalDouble total(HarrisForm form) {
        return HarrisScore.of(form, RangeOfMotionMethod.INDEX_IN_BANDS).total();
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
        OptionalDouble total =
            HarrisScore.of(form, RangeOfMotionMethod.INDEX_1969).total();
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
        return ModifiedHarrisScore.of(form, ModifiedHarrisScore.Scale.RAW_91).total();
      }
    },

    /** The modified score times 1.1, 0 to 100.1 points. */
    MODIFIED_TIMES_1_1("mhhs_times_1_1", "Modified, times 1.1", 100.1) {
      @Override
      OptionalDouble total(HarrisForm form) {
        return ModifiedHarrisScore.of(form, ModifiedHarrisScore.Scale.TIMES_1_1).total();
      }
    },

    /** The modified score times 100/91, 0 to 100 points. */
    MODIFIED_NORMALIZED_100("mhhs_normalized_100", "Modified, normalized", 100) {
      @Override
      OptionalDouble total(HarrisForm form) {
        return ModifiedHarrisScore.of(form, ModifiedHarrisScore.Scale.NORMALIZED_100)
            .total();
      }
    };

    private final String code;
    private final String title;
    private final double maximum;

    Variant(String code, String title, double maximum) {
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
}
