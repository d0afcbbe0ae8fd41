package io.github.avnfh.core.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.Instruments;
import io.github.avnfh.core.RecordedStage;
import io.github.avnfh.core.Score;
import io.github.avnfh.core.StageSystem;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.Patient;
import io.github.avnfh.core.cohort.Visit;
import io.github.avnfh.core.cohort.VisitStatus;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.ImageReading;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A copy with one thing changed differs in that only, and is checked like any other value. */
class CopiesTest {
  private static final List<Cohort> COHORTS = cohorts();

  private static List<Cohort> cohorts() {
    RandomCohort random = new RandomCohort(new Random(20));
    return Stream.generate(random::next).limit(25).toList();
  }

  private static List<Hip> hips() {
    List<Hip> hips = new ArrayList<>();
    for (Cohort cohort : COHORTS) {
      for (Hip hip : cohort.hips()) {
        hips.add(hip.withIndexDay(hips.size() % 3)
            .withRecordedStages(
                Collections.nCopies(hips.size() % 2, RecordedStage.of(StageSystem.FICAT, "II"))));
      }
    }
    return hips;
  }

  private static List<ImageReading> images() {
    return hips().stream().flatMap(hip -> hip.imageReadings().stream()).toList();
  }

  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of(
            Patient.class,
            11,
            COHORTS.stream().flatMap(cohort -> cohort.patients().stream()).toList()),
        Arguments.of(Hip.class, 16, hips()),
        Arguments.of(
            Visit.class,
            5,
            hips().stream().flatMap(hip -> hip.visits().stream()).toList()),
        Arguments.of(ImageReading.class, 6, images()),
        Arguments.of(
            Findings.class, 20, images().stream().map(ImageReading::findings).toList()));
  }

  @ParameterizedTest
  @MethodSource("values")
  void differInOneThingOnly(Class<?> type, int attributes, List<?> values) throws Exception {
    Map<Method, Method> copies = copies(type);
    assertThat(copies).hasSize(attributes);
    TreeSet<String> changed = new TreeSet<>();
    for (int at = 1; at < Math.min(values.size(), 80); at++) {
      for (Map.Entry<Method, Method> copy : copies.entrySet()) {
        Object told = copy.getKey().invoke(values.get(at - 1));
        Optional<Object> made = copied(copy.getValue(), values.get(at), told);
        for (Method attribute : made.isPresent() ? copies.keySet() : List.<Method>of()) {
          Object from = attribute.equals(copy.getKey()) ? values.get(at - 1) : values.get(at);
          assertThat(attribute.invoke(made.get()).equals(attribute.invoke(from)))
              .as(copy.getValue().getName())
              .isTrue();
        }
        if (made.isPresent() && !made.get().equals(values.get(at))) {
          changed.add(copy.getKey().getName());
        }
      }
    }
    assertThat(changed).hasSize(attributes);
  }

  /** The methods that give a copy, by the one that tells what they change. */
  private static Map<Method, Method> copies(Class<?> type) throws NoSuchMethodException {
    Map<Method, Method> copies = new HashMap<>();
    for (Method copy : type.getMethods()) {
      if (copy.getName().startsWith("with") && copy.getParameterCount() == 1) {
        String name =
            Character.toLowerCase(copy.getName().charAt(4)) + copy.getName().substring(5);
        Method attribute = type.getMethod(name);
        Class<?> taken = copy.getParameterTypes()[0];
        if (taken.isAssignableFrom(attribute.getReturnType())) {
          copy.setAccessible(true);
          copies.put(attribute, copy);
        }
      }
    }
    return copies;
  }

  /** The copy, or nothing where it contradicts what was not changed. */
  private static Optional<Object> copied(Method copy, Object value, Object told)
      throws IllegalAccessException {
    try {
      return Optional.of(copy.invoke(value, told));
    } catch (InvocationTargetException e) {
      assertThat(e).hasCauseInstanceOf(IllegalArgumentException.class);
      return Optional.empty();
    }
  }

  @Test
  void areCheckedAnew() {
    Findings findings = Findings.builder().lesionPercent(20).build();
    assertThatThrownBy(() -> findings.withLesionPercent(280))
        .hasMessage("lesion extent [% of head volume] must lie in 0.0..100.0, but was 280.0");
    assertThat(findings.withLesionPercent(-0.0))
        .isEqualTo(Findings.builder().lesionPercent(0).build());
    Visit visit = Visit.of(
        Timepoint.baseline(),
        0,
        VisitStatus.DONE,
        List.of(Score.of(Instruments.HARRIS_HIP_SCORE, 50)));
    assertThatThrownBy(() -> visit.withStatus(VisitStatus.MISSED))
        .hasMessage("scores of a visit that is missed [count] must lie in 0..0, but were 1");
    assertThat(visit
            .withScores(
                Score.of(Instruments.PAIN_VAS_CM, 3), Score.of(Instruments.HARRIS_HIP_SCORE, 60))
            .scores())
        .extracting(score -> score.instrument().code())
        .containsExactly("hhs", "vas");
    List<Visit> twice = new ArrayList<>(List.of(visit, visit));
    assertThatThrownBy(() -> hips().get(0).withVisits(twice))
        .hasMessageStartingWith("visits of a hip [distinct moments] must be 2, but were 1");
  }

  @Test
  void leaveBuildersStrict() {
    assertThatThrownBy(() -> Patient.builder().ageYears(41).ageYears(14))
        .isInstanceOf(IllegalStateException.class);
  }
}
