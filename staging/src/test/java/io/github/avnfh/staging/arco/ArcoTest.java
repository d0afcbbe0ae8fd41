package io.github.avnfh.staging.arco;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.LesionLocation;
import io.github.avnfh.core.imaging.Presence;
import io.github.avnfh.staging.Draft;
import io.github.avnfh.staging.Hips;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArcoTest {

  @Test
  void readsEachStageOf2019FromItsOwnSign() {
    assertThat(of2019(Hips.healthy())).isEqualTo("none");
    assertThat(of2019(Hips.mriOnly())).isEqualTo("I");
    assertThat(of2019(Hips.sclerotic())).isEqualTo("II");
    assertThat(of2019(Hips.crescentic())).isEqualTo("IIIA");
    assertThat(of2019(Hips.flattened())).isEqualTo("IIIA or IIIB");
    assertThat(of2019(Hips.narrowed())).isEqualTo("IV");
  }

  @Test
  void putsExactlyTwoMillimetersInto2019sFirstHalf() {
    DoubleFunction<Draft> depressed = depth -> Hips.flattened().with("depression_mm", depth);
    assertThat(of2019(depressed, 0, Math.nextDown(2.0), 2)).containsOnly("IIIA");
    assertThat(of2019(depressed, Math.nextUp(2.0), 60)).containsOnly("IIIB");
  }

  @Test
  void knowsThatARoundHeadIsNotDepressed() {
    assertThat(of2019(Hips.crescentic().with("flattening", 0))).isEqualTo("IIIA");
    Draft open = Hips.crescentic().without("flattening");
    assertThat(of2019(open)).isEqualTo("IIIA or IIIB");
    assertThat(Arco2019.REVISED_2019.read(open.findings()).missing())
        .containsExactly("flattening", "depression_mm");
  }

  @Test
  void readsEachStageOf1994FromItsOwnSign() {
    assertThat(of1994(Hips.healthy())).isEqualTo("0");
    assertThat(of1994(Hips.mriOnly())).isEqualTo("I");
    assertThat(of1994(Hips.sclerotic())).isEqualTo("II");
    assertThat(of1994(Hips.crescentic())).isEqualTo("III");
    assertThat(of1994(Hips.flattened())).isEqualTo("III");
    assertThat(of1994(Hips.narrowed())).isEqualTo("IV");
    assertThat(sizeOf1994(Hips.narrowed().with("depression_mm", 5))).isEmpty();
  }

  @Test
  void putsBothBoundsOfEveryPercentageOf1994IntoB() {
    assertSizes(15, 30, percent -> Hips.mriOnly().with("lesion_percent", percent));
    assertSizes(15, 30, percent -> Hips.sclerotic().with("lesion_percent", percent));
    assertSizes(15, 30, percent -> Hips.crescentic().with("crescent_percent", percent));
    assertSizes(
        15,
        30,
        percent ->
            Hips.flattened().with("collapsed_surface_percent", percent).with("depression_mm", 0));
    assertSizes(
        2,
        4,
        depth ->
            Hips.flattened().with("collapsed_surface_percent", 0).with("depression_mm", depth));
  }

  @ParameterizedTest
  @CsvSource({"10, 2.0, B", "14.9, 1.9, A", "31, 1, C", "5, 4.1, C"})
  void takesTheHigherOfSurfaceAndDepressionOf1994(double surface, double depth, String size) {
    assertThat(sizeOf1994(Hips.flattened()
            .with("collapsed_surface_percent", surface)
            .with("depression_mm", depth)))
        .isEqualTo(size);
  }

  @Test
  void leavesTheSizeOpenWhereFlatteningWasNotAssessed() {
    Draft open = Hips.crescentic().with("crescent_percent", 10).without("flattening");
    assertThat(of1994(open)).isEqualTo("III");
    assertThat(sizeOf1994(open)).isEqualTo("at least A");
    assertThat(Arco1994.PUBLISHED_1994.read(open.findings()).missing())
        .containsExactly("flattening");
  }

  @ParameterizedTest
  @CsvSource({
    "PRESENT, PRESENT, 3",
    "PRESENT, NOT_ASSESSED, 3",
    "ABSENT, PRESENT, 2",
    "ABSENT, ABSENT, 1",
    "NOT_ASSESSED, ABSENT, 1",
    "ABSENT, NOT_ASSESSED, 1 or 2",
    "NOT_ASSESSED, PRESENT, at least 2",
    "NOT_ASSESSED, NOT_ASSESSED, at least 1",
    "PRESENT, ABSENT, ''"
  })
  void typesALesionBeforeCollapseByItsLateralMargin(Presence edge, Presence apex, String type) {
    Findings lesion = Findings.builder()
        .mriLesion(Presence.PRESENT)
        .beyondAcetabularEdge(edge)
        .beyondHeadApex(apex)
        .build();
    assertThat(Arco2021Type.of(lesion).text()).isEqualTo(type);
  }

  @Test
  void givesNoTypeWithoutALesion() {
    assertThat(Arco2021Type.of(Hips.healthy().findings()).possible()).isEmpty();
  }

  @Test
  void locatesTheLesionOfStagesOneToThreeOf1994() {
    for (Draft draft : List.of(Hips.mriOnly(), Hips.sclerotic(), Hips.flattened())) {
      assertThat(locationOf1994(draft.with("lesion_location", 0))).contains(LesionLocation.MEDIAL);
      assertThat(locationOf1994(draft.with("lesion_location", 2))).contains(LesionLocation.LATERAL);
      assertThat(locationOf1994(draft)).isEmpty();
    }
    assertThat(locationOf1994(Hips.healthy().with("lesion_location", 1))).isEmpty();
    assertThat(locationOf1994(Hips.narrowed().with("lesion_location", 1))).isEmpty();
  }

  private static Optional<LesionLocation> locationOf1994(Draft draft) {
    return Arco1994.PUBLISHED_1994.location(draft.findings());
  }

  private static void assertSizes(double low, double high, DoubleFunction<Draft> draft) {
    assertThat(sizes(draft, 0, Math.nextDown(low))).containsOnly("A");
    assertThat(sizes(draft, low, Math.nextUp(low), Math.nextDown(high), high)).containsOnly("B");
    assertThat(sizes(draft, Math.nextUp(high), 60)).containsOnly("C");
  }

  private static List<String> sizes(DoubleFunction<Draft> draft, double... values) {
    return DoubleStream.of(values)
        .mapToObj(value -> sizeOf1994(draft.apply(value)))
        .toList();
  }

  private static List<String> of2019(DoubleFunction<Draft> draft, double... values) {
    return DoubleStream.of(values).mapToObj(value -> of2019(draft.apply(value))).toList();
  }

  private static String of2019(Draft draft) {
    return Arco2019.REVISED_2019.read(draft.findings()).stage().text();
  }

  private static String of1994(Draft draft) {
    return Arco1994.PUBLISHED_1994.read(draft.findings()).stage().text();
  }

  private static String sizeOf1994(Draft draft) {
    return Arco1994.PUBLISHED_1994.read(draft.findings()).grade().text();
  }
}
