package io.github.avnfh.staging.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.imaging.Presence;
import io.github.avnfh.staging.Draft;
import io.github.avnfh.staging.Hips;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
  private static final Draft FLAT = Hips.flattened().with("lesion_percent", 24);

  private static ImagingResponse study(Draft before, Draft after) {
    return ResponseRule.study(5).assess(Images.ofAYear(before, after));
  }

  private static ChangeFinding observed(ImagingResponse response, ImagingChange change) {
    return response.observations().stream()
        .filter(one -> one.change() == change)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void listsChangesInTheirDeclaredOrder() {
    assertThat(study(Images.lesion(24), Images.lesion(24)).observations())
        .extracting(ChangeFinding::change)
        .containsExactly(
            ImagingChange.STAGE_ADVANCE,
            ImagingChange.SUBSTAGE_ADVANCE,
            ImagingChange.NEW_CRESCENT,
            ImagingChange.COLLAPSE_CHANGE,
            ImagingChange.COLLAPSE_DEPTH,
            ImagingChange.LESION_REDUCTION,
            ImagingChange.LESION_GROWTH,
            ImagingChange.EDEMA_RESOLUTION);
  }

  @Test
  void takesALesionThatIsAbsentForNothingOfTheHead() {
    Draft gone = Hips.sclerotic().with("mri_lesion", 0);
    ChangeFinding reduction =
        observed(study(Images.lesion(24), gone), ImagingChange.LESION_REDUCTION);
    assertThat(reduction.presence()).isEqualTo(Presence.PRESENT);
    assertThat(reduction.reason().inputs())
        .isEqualTo("lesion extent 24.0 % of head volume at BL, 0.0 % of head volume at M12,"
            + " minimal change 5.0 percentage points");
    ChangeFinding growth = observed(study(gone, Images.lesion(24)), ImagingChange.LESION_GROWTH);
    assertThat(growth.presence()).isEqualTo(Presence.PRESENT);
  }

  @Test
  void comparesNoLesionWhoseExtentIsUnknown() {
    ImagingResponse response = study(Images.lesion(24), Hips.sclerotic());
    for (ImagingChange change :
        List.of(ImagingChange.LESION_REDUCTION, ImagingChange.LESION_GROWTH)) {
      ChangeFinding observed = observed(response, change);
      assertThat(observed.presence()).isEqualTo(Presence.NOT_ASSESSED);
      assertThat(observed.missing()).containsExactly("lesion_percent at M12");
      assertThat(observed.reason().inputs()).contains("24.0 % of head volume at BL, unknown % of");
    }
  }

  /** Whatever it was before, a depression of 2 mm is not deeper by more than 2 mm. */
  @ParameterizedTest
  @CsvSource({"1.9999999999999998, ABSENT", "2, ABSENT", "2.0000000000000004, NOT_ASSESSED"})
  void knowsThatAShallowHeadCannotHaveCollapsedMore(double after, Presence collapse) {
    ChangeFinding observed =
        observed(study(FLAT, FLAT.with("depression_mm", after)), ImagingChange.COLLAPSE_CHANGE);
    assertThat(observed.presence()).isEqualTo(collapse);
    assertThat(observed.missing())
        .isEqualTo(collapse.isAssessed() ? List.of() : List.of("depression_mm at BL"));
    assertThat(observed.reason().inputs())
        .isEqualTo("depression unknown mm at BL, " + after + " mm at M12");
  }

  @Test
  void asksForTheDepthOfALaterCollapse() {
    ImagingResponse response = study(FLAT.with("depression_mm", 1), FLAT);
    for (ImagingChange change :
        List.of(ImagingChange.COLLAPSE_CHANGE, ImagingChange.COLLAPSE_DEPTH)) {
      assertThat(observed(response, change).presence()).isEqualTo(Presence.NOT_ASSESSED);
      assertThat(observed(response, change).missing()).containsExactly("depression_mm at M12");
    }
  }

  @ParameterizedTest(name = "without {0}")
  @CsvSource({"crescent", "lesion_percent"})
  void asksForWhatLeavesAStageOrAGradeOpen(String column) {
    ResponseRule rule = TrialRules.xie2018();
    Draft whole = Images.lesion(20);
    Draft open = whole.without(column);
    ImagingResponse earlier = rule.assess(Images.ofAYear(open, whole));
    assertThat(observed(earlier, ImagingChange.SUBSTAGE_ADVANCE).missing())
        .containsExactly(column + " at BL");
    ImagingResponse later = rule.assess(Images.ofAYear(whole, open));
    assertThat(observed(later, ImagingChange.SUBSTAGE_ADVANCE).missing())
        .containsExactly(column + " at M12");
  }

  @Test
  void reachesNoStageByFindingsThatContradictEachOther() {
    Draft torn = Hips.crescentic().with("flattening", 0).with("depression_mm", 3);
    ImagingResponse response =
        TrialRules.bozic1999().assess(Images.ofAYear(Hips.sclerotic(), torn));
    assertThat(response.presence(ImagingChange.STAGE_REACHED)).isEqualTo(Presence.NOT_ASSESSED);
    assertThat(response.outcome()).isEqualTo(ImagingResponse.Outcome.NOT_EVALUABLE);
    assertThat(response.obstacles())
        .containsExactly("at M12 flattening is absent, but depression [mm] is 3.0");
  }
}
