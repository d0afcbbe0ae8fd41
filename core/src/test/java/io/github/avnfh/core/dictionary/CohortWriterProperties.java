package io.github.avnfh.core.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.csv.CsvFormat;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CohortWriterProperties {
  private static final CohortReader STRICT = CohortReader.withDefaults()
      .withFormat(CsvFormat.withDefaults().withStrict(true))
      .withInstruments(RandomCohort.INSTRUMENTS);

  @Provide
  static Arbitrary<Cohort> cohorts() {
    return Arbitraries.randomValue(random -> new RandomCohort(random).next());
  }

  private static Cohort read(Map<String, String> texts) {
    return read(STRICT, texts);
  }

  private static Cohort read(CohortReader reader, Map<String, String> texts) {
    return reader
        .read(file -> Optional.ofNullable(texts.get(file))
            .map(text -> text.getBytes(StandardCharsets.UTF_8))
            .map(ByteArrayInputStream::new))
        .orThrow();
  }

  @Property
  void readsBackToTheSameCohort(@ForAll("cohorts") Cohort cohort) {
    assertThat(read(CohortWriter.withDefaults().texts(cohort)).equals(cohort)).isTrue();
  }

  /** Files of a cohort are tables like others: parts of a cohort may come from both. */
  @Property(tries = 30)
  void readsBackThroughADictionary(@ForAll("cohorts") Cohort cohort) {
    Assume.that(OwnColumns.isReadThroughDictionary(cohort));
    Map<String, String> texts = CohortWriter.withDefaults().texts(cohort);
    StringBuilder lines = new StringBuilder(OwnColumns.header());
    texts.forEach(
        (file, text) -> lines.append(OwnColumns.lines(file, file, LongTableTest.header(text), "")));
    CohortReader reader = CohortReader.with(Dictionary.parse("own.csv", lines.toString()))
        .withInstruments(RandomCohort.INSTRUMENTS);
    OwnColumns.assertSame(read(reader, texts), cohort);
  }

  @Property
  void writesTheSameTextAgain(@ForAll("cohorts") Cohort cohort) {
    Map<String, String> texts = CohortWriter.withDefaults().texts(cohort);
    assertThat(CohortWriter.withDefaults().texts(read(texts)).equals(texts)).isTrue();
  }

  @Property
  void doesNotCareInWhichOrderVisitsImagesAndAnswersCome(
      @ForAll("cohorts") Cohort cohort, @ForAll Random random) {
    Map<String, String> texts = new HashMap<>(CohortWriter.withDefaults().texts(cohort));
    List.of("visits.csv", "imaging.csv", "satisfaction.csv")
        .forEach(file -> texts.computeIfPresent(file, (name, text) -> shuffled(text, random)));
    assertThat(read(texts).equals(cohort)).isTrue();
  }

  @Property
  void takesTheOrderOfPatientsHipsAndEventsFromTheFiles(
      @ForAll("cohorts") Cohort cohort, @ForAll Random random) {
    Map<String, String> texts = new HashMap<>(CohortWriter.withDefaults().texts(cohort));
    texts.replaceAll((file, text) -> shuffled(text, random));
    Cohort turned = read(texts);
    assertThat(sameInAnyOrder(turned.patients(), cohort.patients())).isTrue();
    assertThat(sameInAnyOrder(turned.hips(), cohort.hips())).isTrue();
    assertThat(sameInAnyOrder(turned.adverseEvents(), cohort.adverseEvents())).isTrue();
    assertThat(sameInAnyOrder(turned.aspirations(), cohort.aspirations())).isTrue();
    assertThat(sameInAnyOrder(turned.preparations(), cohort.preparations())).isTrue();
    assertThat(turned.satisfaction().equals(cohort.satisfaction())).isTrue();
    assertThat(turned.origin()).isEqualTo(cohort.origin());
  }

  private static boolean sameInAnyOrder(List<?> one, List<?> other) {
    return one.size() == other.size() && one.containsAll(other) && other.containsAll(one);
  }

  /** No cell of a written cohort holds a line break, so a line is a row. */
  private static String shuffled(String text, Random random) {
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    Collections.shuffle(lines.subList(1, lines.size() - 1), random);
    return String.join("\n", lines);
  }
}
