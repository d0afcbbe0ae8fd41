package io.github.avnfh.scoring.harris;

import static io.github.avnfh.core.table.Column.Kind.NUMBER;
import static io.github.avnfh.core.table.Column.Kind.TEXT;

import io.github.avnfh.core.statistics.Decimals;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Table;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * One form scored under every variant, and by how much each differs.
 *
 * <pre>{@code
 * HarrisForm form = HarrisForm.builder()
 *     .pain(Pain.MILD)
 *     .limp(Limp.SLIGHT)
 *     .support(Support.NONE)
 *     .distance(WalkingDistance.SIX_BLOCKS)
 *     .stairs(Stairs.WITH_RAILING)
 *     .shoesAndSocks(ShoesAndSocks.WITH_DIFFICULTY)
 *     .sitting(Sitting.ANY_CHAIR_ONE_HOUR)
 *     .transport(PublicTransport.ABLE)
 *     .build();
 * VariantComparison ledger = VariantComparison.of(form);
 * ledger.total(HarrisVariant.INDEX_1969);              // OptionalDouble.empty
 * ledger.total(HarrisVariant.MODIFIED_RAW_91);         // OptionalDouble[67.0]
 * ledger.total(HarrisVariant.MODIFIED_NORMALIZED_100); // OptionalDouble[73.62637…
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
   * Returns the ledger of a form.
   *
   * @param form what was asked and measured
   * @return the ledger
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
  default OptionalDouble total(HarrisVariant variant) {
    return variant.total(form());
  }

  /**
   * Returns by how much a variant differs from the index of 1969.
   *
   * @param variant the variant
   * @return its total minus the total by the index; nothing where either is missing
   */
  default OptionalDouble difference(HarrisVariant variant) {
    OptionalDouble total = total(variant);
    OptionalDouble reference = total(HarrisVariant.INDEX_1969);
    return total.isPresent() && reference.isPresent()
        ? OptionalDouble.of(Decimals.difference(total.getAsDouble(), reference.getAsDouble()))
        : OptionalDouble.empty();
  }

  /**
   * Returns the ledger as a table: a row for each variant.
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
        .addAllRows(Stream.of(HarrisVariant.values()).map(this::row).toList())
        .addFootnotes("Totals are not rounded in the CSV file. Modified scores have a scale of"
            + " their own; their difference is not a difference between hips.")
        .build();
  }

  private List<Cell> row(HarrisVariant variant) {
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
}
