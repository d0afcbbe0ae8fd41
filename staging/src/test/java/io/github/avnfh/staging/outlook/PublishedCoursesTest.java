package io.github.avnfh.staging.outlook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.SteinbergGrade;
import io.github.avnfh.staging.jic.JicType;
import io.github.avnfh.staging.kerboul.HaGrade;
import io.github.avnfh.staging.kerboul.HaRisk;
import io.github.avnfh.staging.steinberg.SteinbergRules;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PublishedCoursesTest {

  /** The source groups the same 37 hips twice: 29 of them collapsed. */
  @Test
  void countsTheSameHipsByGradeAndByRisk() {
    Stream<PublishedCourse> grades =
        Arrays.stream(HaGrade.values()).flatMap(one -> PublishedCourses.byGrade(one).stream());
    Stream<PublishedCourse> risks =
        Arrays.stream(HaRisk.values()).flatMap(one -> PublishedCourses.byRisk(one).stream());
    for (List<PublishedCourse> all : List.of(grades.toList(), risks.toList())) {
      assertThat(sum(all, one -> one.hips().orElseThrow())).isEqualTo(37);
      assertThat(sum(all, one -> one.events().orElseThrow())).isEqualTo(29);
    }
  }

  @Test
  void printsTwoAndFiveYearsByType() {
    assertThat(PublishedCourses.byType(JicType.C1))
        .extracting(one -> one.percent().orElseThrow())
        .containsExactly(23.2, 36.6);
    assertThat(PublishedCourses.byType(JicType.A))
        .extracting(one -> one.percent().orElseThrow())
        .containsExactly(0.0, 0.0);
  }

  @Test
  void saysThatTheHipsByGradeOfSteinbergWereTreated() {
    PublishedCourse course = PublishedCourses.byGrade(SteinbergGrade.B).get(0);
    assertThat(course.percent()).hasValue(31);
    assertThat(course.population()).contains("after core decompression");
    assertThat(course.citation()).isEqualTo(SteinbergRules.SOURCE);
  }

  @Test
  void refusesAFigureWithoutANumberAndMoreEventsThanHips() {
    assertThatThrownBy(() -> figure().hips(3).build())
        .hasMessage("figure of a published course must hold a percentage, or events and hips");
    assertThatThrownBy(() -> figure().hips(3).events(4).build())
        .hasMessage("events of a published course [hips] must lie in 0..3, but was 4");
  }

  private static PublishedCourse.Builder figure() {
    return PublishedCourse.builder()
        .event("collapse")
        .population("a test")
        .citation(SteinbergRules.SOURCE);
  }

  private static int sum(List<PublishedCourse> all, ToIntFunction<PublishedCourse> count) {
    return all.stream().mapToInt(count).sum();
  }
}
