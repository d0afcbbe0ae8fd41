package io.github.avnfh.examples.question;

import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.staging.agreement.Coefficient;
import io.github.avnfh.staging.agreement.KappaMethod;
import io.github.avnfh.staging.agreement.Ratings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Two radiologists staged ten hips. Did they agree?
 *
 * <p>They agreed on eight; some of that is chance, which kappa takes away.
 *
 * <pre>{@code
 * agreed on 80 %, 34 % by chance: kappa 0.697
 * }</pre>
 */
public final class DidTwoReadersAgree {
  private DidTwoReadersAgree() {}

  /**
   * Prints the answer.
   *
   * @param none not read
   */
  public static void main(String... none) {
    String[] first = {"I", "I", "I", "II", "II", "II", "II", "III", "III", "III"};
    String[] second = {"I", "I", "II", "II", "II", "II", "III", "III", "III", "III"};
    List<List<Optional<SteinbergStage>>> hips = new ArrayList<>();
    for (int hip = 0; hip < first.length; hip++) {
      hips.add(List.of(
          Optional.of(SteinbergStage.parse(first[hip])),
          Optional.of(SteinbergStage.parse(second[hip]))));
    }
    List<SteinbergStage> stages =
        List.of(SteinbergStage.STAGE_I, SteinbergStage.STAGE_II, SteinbergStage.STAGE_III);
    Coefficient kappa = KappaMethod.COHEN.estimate(Ratings.of(stages, hips), 0.95);
    System.out.println(String.format(
        Locale.ROOT,
        "agreed on %.0f %%, %.0f %% by chance: kappa %.3f",
        100 * kappa.observed().orElseThrow(),
        100 * kappa.expected().orElseThrow(),
        kappa.estimate().orElseThrow()));
  }
}
