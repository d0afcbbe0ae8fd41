package io.github.avnfh.core.study.adherence;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.HipId;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.Patient;
import io.github.avnfh.core.dictionary.RandomCohort;
import io.github.avnfh.core.study.protocol.Answer;
import io.github.avnfh.core.study.protocol.Protocol;
import io.github.avnfh.core.study.protocol.StudyProtocol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ConductProperties {
  private static final Protocol STUDY = StudyProtocol.withHalfwayWindows();

  @Provide
  static Arbitrary<Cohort> cohorts() {
    return Arbitraries.randomValue(random -> new RandomCohort(random).next());
  }

  @Property(tries = 100)
  void countsEveryEnrolledHipOnceAtEveryVisit(@ForAll("cohorts") Cohort cohort) {
    ParticipantFlow flow = ParticipantFlow.of(STUDY, cohort);
    flow.visits()
        .forEach(visit -> assertThat(visit.counts().values().stream()
                .mapToInt(ParticipantCount::hips)
                .sum())
            .isEqualTo(flow.enrolled().hips()));
    assertThat(flow.enrolled().patients() + flow.excluded().patients())
        .isEqualTo(flow.screened().patients());
    assertThat(flow.enrolled().hips() + flow.excluded().hips())
        .isEqualTo(flow.screened().hips());
  }

  @Property(tries = 100)
  void givesEveryoneOneAnswerToEveryCriterion(@ForAll("cohorts") Cohort cohort) {
    Eligibility asked = Eligibility.of(STUDY, cohort);
    STUDY
        .criteria()
        .forEach(criterion -> assertThat(Arrays.stream(Answer.values())
                .mapToInt(answer -> asked.count(criterion, answer).count())
                .sum())
            .isEqualTo(asked.count(criterion, Answer.MET).total()));
    assertThat(asked.hips())
        .allMatch(hip -> hip.isEligible()
            == hip.verdicts().stream().allMatch(verdict -> verdict.answer() == Answer.MET));
  }

  /** Whoever fails nothing that is known is not thereby eligible: unknown is not met. */
  @Property(tries = 100)
  void enrollsNoPatientOfWhomSomethingIsUnknown(@ForAll("cohorts") Cohort cohort) {
    assertThat(Eligibility.of(STUDY, cohort).hips().filter(Eligibility.HipEligibility::isEligible))
        .allMatch(hip ->
            hip.verdicts().stream().noneMatch(verdict -> verdict.answer() == Answer.UNKNOWN));
  }

  @Property(tries = 100)
  void findsTheSameInAnyOrderOfPatientsAndHips(
      @ForAll("cohorts") Cohort cohort, @ForAll Random random) {
    Cohort turned = Cohort.builder()
        .origin(cohort.origin())
        .addAllDeclaredAsRecorded(cohort.recorded())
        .addAllPatients(shuffled(cohort.patients(), random))
        .addAllHips(shuffled(cohort.hips(), random))
        .addAllAspirations(shuffled(cohort.aspirations(), random))
        .addAllPreparations(shuffled(cohort.preparations(), random))
        .build();
    assertThat(turned.hips()).hasSameSizeAs(cohort.hips());
    assertThat(ParticipantFlow.of(STUDY, turned).equals(ParticipantFlow.of(STUDY, cohort)))
        .isTrue();
    List<Deviation> one = new ArrayList<>(Deviations.of(STUDY, cohort).findings());
    List<Deviation> other = new ArrayList<>(Deviations.of(STUDY, turned).findings());
    assertThat(other).hasSameSizeAs(one);
    one.forEach(other::remove);
    assertThat(other.isEmpty()).isTrue();
  }

  @Property(tries = 100)
  void findsDeviationsInTheEnrolledOnly(@ForAll("cohorts") Cohort cohort) {
    Set<?> enrolled = cohort.patients().stream()
        .filter(ParticipantFlow::isEnrolled)
        .map(Patient::id)
        .collect(Collectors.toUnmodifiableSet());
    Set<HipId> hips = cohort.hips().stream().map(Hip::id).collect(Collectors.toUnmodifiableSet());
    Deviations.of(STUDY, cohort).findings().forEach(finding -> {
      assertThat(enrolled.contains(finding.patient())).isTrue();
      assertThat(finding.hip().map(hips::contains).orElse(true)).isTrue();
    });
  }

  private static <T> List<T> shuffled(List<T> things, Random random) {
    List<T> list = new ArrayList<>(things);
    Collections.shuffle(list, random);
    return list;
  }
}
