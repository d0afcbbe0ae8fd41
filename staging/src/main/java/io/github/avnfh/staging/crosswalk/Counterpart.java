package io.github.avnfh.staging.crosswalk;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.evidence.Reason;
import java.util.List;
import org.immutables.value.Value;

/**
 * A stage that is possible in the other system, and why.
 *
 * <pre>{@code
 * var crosswalk = Crosswalk.between(Steinberg.PENNSYLVANIA_1995, Arco2019.REVISED_2019);
 * for (Counterpart<Arco2019Stage> counterpart : crosswalk.counterparts(SteinbergStage.STAGE_IV)) {
 *   System.out.println(counterpart.stage().code());
 * }
 * // IIIA
 * // IIIB
 * }</pre>
 *
 * @param <T> the stages of the other system
 */
@Value.Immutable
public sealed interface Counterpart<T extends Enum<T> & Coded> permits ImmutableCounterpart {

  /**
   * Returns the stage.
   *
   * @return a stage of the other system
   */
  T stage();

  /**
   * Returns the rules of the other system by which an example hip has this stage.
   *
   * @return the reasons, with the inputs of the example
   */
  List<Reason> reasons();

  /**
   * Tells whether the comparison of systems that ARCO printed with its revision of 2019 sets the
   * two stages side by side.
   *
   * @return true if they stand in one row
   * @see <a href="https://doi.org/10.1016/j.arth.2019.11.029">Yoon BH, et al. The 2019 revised
   *     version of Association Research Circulation Osseous staging system of osteonecrosis of the
   *     femoral head. J Arthroplasty 2020;35:933-940, table 6</a>
   */
  boolean isPrinted();

  /**
   * Returns a counterpart.
   *
   * @param <T> the stages of the other system
   * @param stage the stage
   * @param reasons the rules by which an example hip has it
   * @param printed whether the printed comparison sets the two stages side by side
   * @return the counterpart
   */
  static <T extends Enum<T> & Coded> Counterpart<T> of(
      T stage, List<Reason> reasons, boolean printed) {
    return ImmutableCounterpart.<T>builder()
        .stage(stage)
        .addAllReasons(reasons)
        .isPrinted(printed)
        .build();
  }
}
