package io.github.avnfh.staging;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.core.imaging.Findings;

/**
 * A staging system: a function from findings to a stage and a grade.
 *
 * <p>Every system keeps three promises. More findings never lower the lowest possible stage. A
 * finding that is added where none was assessed narrows the possible stages and never moves them.
 * Findings that contradict each other are reported, not staged.
 *
 * <pre>{@code
 * List<StagingSystem<?, ?>> systems = List.of(
 *     Steinberg.PENNSYLVANIA_1995, Ficat.MERGED, Arco2019.REVISED_2019, Jic.REVISED_2001);
 * Findings crescent = Findings.builder()
 *     .crescent(Presence.PRESENT)
 *     .flattening(Presence.ABSENT)
 *     .jointSpaceNarrowing(Presence.ABSENT)
 *     .build();
 * for (StagingSystem<?, ?> system : systems) {
 *   System.out.println(system.code() + " " + system.read(crescent).stage().text());
 * }
 * // steinberg III
 * // ficat III
 * // arco2019 IIIA
 * // jic 3A
 * }</pre>
 *
 * @param <S> the stages of the system
 * @param <G> the grades of the system
 */
public interface StagingSystem<S extends Enum<S> & Coded, G extends Enum<G> & Coded> {

  /**
   * Returns the code of the system.
   *
   * @return the code, such as {@code steinberg}
   */
  String code();

  /**
   * Returns where the system was published.
   *
   * @return the source
   */
  Citation citation();

  /**
   * Stages a hip.
   *
   * @param findings what was found and what was not assessed
   * @return the reading
   */
  StagingResult<S, G> read(Findings findings);
}
