package io.github.avnfh.staging.internal;

import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.Presence;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;

/**
 * The signs that staging systems read, with what one finding says about another.
 *
 * <p>A normal radiograph shows none of the radiographic signs. A measured extent above zero shows
 * its sign; an extent of zero shows nothing, because it may as well stand for a sign that is too
 * small to measure. A joint space that is not narrowed is not obliterated.
 */
public final class RadiographicSigns {
  private final Findings findings;
  private final boolean normalFilm;

  /**
   * Reads the signs of a hip.
   *
   * @param findings what was found and what was not assessed
   */
  public RadiographicSigns(Findings findings) {
    this.findings = findings;
    this.normalFilm = findings.radiographAbnormal() == Presence.ABSENT;
  }

  /**
   * Returns the lesion on MRI or the abnormal bone scan.
   *
   * @return the sign, present also where an extent of the lesion was measured
   */
  public ThreeValued lesion() {
    return measured(findings.lesionPercent())
        ? ThreeValued.PRESENT
        : ThreeValued.of(findings.mriLesion(), FindingField.MRI_LESION);
  }

  /**
   * Returns sclerosis or cysts.
   *
   * @return the sign
   */
  public ThreeValued sclerosis() {
    return film(findings.sclerosisOrCysts(), FindingField.SCLEROSIS_OR_CYSTS);
  }

  /**
   * Returns the crescent.
   *
   * @return the sign, present also where an extent of the crescent was measured
   */
  public ThreeValued crescent() {
    return measured(findings.crescentPercent())
        ? ThreeValued.PRESENT
        : film(findings.crescent(), FindingField.CRESCENT);
  }

  /**
   * Returns flattening of the head.
   *
   * @return the sign, present also where a depression or a collapsed surface was measured
   */
  public ThreeValued flattening() {
    return measured(findings.depressionMm()) || measured(findings.collapsedSurfacePercent())
        ? ThreeValued.PRESENT
        : film(findings.flattening(), FindingField.FLATTENING);
  }

  /**
   * Returns narrowing of the joint space.
   *
   * @return the sign, present also where the joint space is obliterated
   */
  public ThreeValued narrowing() {
    return findings.jointSpaceObliterated() == Presence.PRESENT
        ? ThreeValued.PRESENT
        : film(findings.jointSpaceNarrowing(), FindingField.JOINT_SPACE_NARROWING);
  }

  /**
   * Returns a joint space that is virtually obliterated.
   *
   * @return the sign
   */
  public ThreeValued obliteration() {
    return narrowing()
        .and(film(findings.jointSpaceObliterated(), FindingField.JOINT_SPACE_OBLITERATED));
  }

  /**
   * Returns changes of the acetabulum.
   *
   * @return the sign
   */
  public ThreeValued acetabulum() {
    return film(findings.acetabularChanges(), FindingField.ACETABULAR_CHANGES);
  }

  /**
   * Returns osteoarthritis as the systems after Steinberg's read it.
   *
   * @return the sign: a narrowed joint space, or a changed acetabulum beside a flattened head
   */
  public ThreeValued osteoarthritis() {
    return narrowing().or(flattening().and(acetabulum()));
  }

  /**
   * Returns what osteoarthritis is read from.
   *
   * @return the signs in words
   */
  public String osteoarthritisWords() {
    return narrowing().isPresent() ? "joint space narrowed" : "head flattened, acetabulum changed";
  }

  /**
   * Returns what collapse is read from.
   *
   * @return the signs in words, with the depth of a depression that was measured
   */
  public String collapseWords() {
    String sign = flattening().isPresent() ? "head flattened" : "crescent present";
    OptionalDouble depth = findings.depressionMm();
    return depth.isPresent() ? sign + ", depression " + depth.getAsDouble() + " mm" : sign;
  }

  /**
   * Returns collapse.
   *
   * @return the sign: a crescent or a flattened head
   */
  public ThreeValued collapse() {
    return crescent().or(flattening());
  }

  /**
   * Returns a depression of a depth; a head that is not flattened has none.
   *
   * @param deep tells whether a depth in mm is meant, which 0 must not be
   * @return the sign
   */
  public ThreeValued depression(DoublePredicate deep) {
    OptionalDouble depth = findings.depressionMm();
    return depth.isPresent()
        ? ThreeValued.decided(deep.test(depth.getAsDouble()))
        : flattening().and(ThreeValued.open(FindingField.DEPRESSION_MM));
  }

  /**
   * Names the findings that cannot both be true: those that {@link Findings#contradictions()}
   * knows, radiographic signs on a normal radiograph, and an extent of a lesion that is not there.
   *
   * @return a sentence for each contradiction
   */
  public List<String> contradictions() {
    List<String> known = findings.contradictions();
    boolean noLesion = findings.mriLesion() == Presence.ABSENT;
    if (!normalFilm && !noLesion) {
      return known;
    }
    List<String> found = new ArrayList<>(known);
    if (normalFilm) {
      note(found, crescent(), "a crescent is present");
      note(found, flattening(), "the head is flattened");
      note(found, narrowing(), "the joint space is narrowed");
      note(found, acetabulum(), "the acetabulum is changed");
    }
    if (noLesion && measured(findings.lesionPercent())) {
      found.add("the lesion is absent, but " + Findings.LESION_EXTENT.name() + " ["
          + Findings.LESION_EXTENT.unit() + "] is "
          + findings.lesionPercent().getAsDouble());
    }
    return List.copyOf(found);
  }

  private static void note(List<String> found, ThreeValued sign, String what) {
    if (sign.isPresent()) {
      found.add("the radiograph is normal, but " + what);
    }
  }

  private ThreeValued film(Presence presence, FindingField column) {
    return normalFilm && !presence.isAssessed()
        ? ThreeValued.ABSENT
        : ThreeValued.of(presence, column);
  }

  private static boolean measured(OptionalDouble extent) {
    return extent.orElse(0) > 0;
  }
}
