package io.github.avnfh.examples.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.avnfh.core.HipId;
import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Count;
import io.github.avnfh.core.table.PlainData;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.survival.SurvivalCurve;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every answer of the library as plain data: nothing lost, no patient named, JSON as it is. */
class PlainDataTest {
  /** Forms for print, an answer of the same kind, and what a cursor does. */
  private static final Set<String> NO_DATA = Set.of(
      "toString", "hashCode", "text", "csv", "html", "json", "latex", "markdown", "svg", "next");

  /** Methods of estimation, figures, and answers to questions that need an argument. */
  private static final String SILENT = """
      core.csv.Codes core.csv.CsvOutput core.dictionary.CohortReader core.dictionary.CohortWriter
      core.statistics.Distribution scoring.longitudinal.EstimatingEquations
      scoring.longitudinal.FirthLogistic scoring.longitudinal.MixedModel staging.crosswalk.Crosswalk
      survival.CurveCovariance survival.EventCoding survival.NelsonAalen
      survival.compare.CurveContrast survival.compare.FixedTime survival.compare.LogRank
      survival.compare.Pairwise survival.compare.PermutationTest survival.compare.Trend
      survival.competing.AalenJohansen survival.competing.CompetingEndpoint
      survival.competing.CumulativeIncidence survival.competing.GrayTest
      survival.competing.IncidenceContrast survival.figure.AdjustedSurvivalFigure
      survival.figure.ForestFigure survival.figure.HazardRatioFigure survival.figure.IncidenceFigure
      survival.figure.KaplanMeierFigure survival.figure.PooledFigure survival.figure.StateFigure
      survival.interval.IntervalTest survival.interval.Turnbull survival.pooled.BinomialNormal
      survival.pooled.RandomEffects survival.published.CurveReconstruction
      survival.regression.CoxRegression survival.regression.EventRates survival.regression.FineGray
      survival.regression.GammaFrailty survival.regression.ParametricRegression
      survival.regression.ProportionalityTest
      """;

  /** A value that was reached, and a public type that it has. */
  private record Answer(Class<?> type, Object value) {}

  private static List<Answer> answers() {
    return PrivacyTest.publicTypes().stream()
        .filter(type -> !type.getSimpleName().endsWith("Builder"))
        .flatMap(type ->
            PrivacyTest.library().instances(type).stream().map(value -> new Answer(type, value)))
        .filter(answer -> !(answer.value() instanceof Enum<?>
            || answer.value() instanceof PatientId
            || answer.value() instanceof HipId))
        .toList();
  }

  private static Optional<Map<String, Object>> map(Object answer) {
    try {
      return Optional.of(PlainData.asMap(answer));
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageContaining("must tell something, but none does");
      return Optional.empty();
    }
  }

  @Test
  void everyAnswerTellsSomething() {
    Set<String> silent = new TreeSet<>();
    answers().forEach(answer -> {
      if (map(answer.value()).isEmpty()) {
        silent.add(answer.type().getName().replace("io.github.avnfh.", ""));
      }
    });
    assertThat(silent).containsExactly(SILENT.strip().split("\\s+", -1));
  }

  @Test
  void nothingButPlainValuesWithoutAPatient() {
    answers()
        .forEach(answer -> map(answer.value()).ifPresent(map -> {
          assertPlain(answer.value(), map);
          assertThat(map.toString()).doesNotContain(Subjects.ID).doesNotContain(Subjects.DATE);
        }));
  }

  private static void assertPlain(Object answer, Object value) {
    if (value instanceof Map<?, ?> map) {
      map.keySet().forEach(key -> assertThat(key).isInstanceOf(String.class));
      map.values().forEach(within -> assertPlain(answer, within));
    } else if (value instanceof List<?> list) {
      list.forEach(within -> assertPlain(answer, within));
    } else {
      assertThat(value)
          .as(answer.getClass().getName())
          .isInstanceOfAny(String.class, Boolean.class, Number.class);
      assertThat(!(value instanceof Double number) || Double.isFinite(number)).isTrue();
    }
  }

  @Test
  void jsonHoldsTheSameNumbers() throws JsonProcessingException {
    ObjectMapper json = new ObjectMapper();
    for (Answer answer : answers()) {
      Optional<Map<String, Object>> map = map(answer.value());
      if (map.isPresent()) {
        Map<?, ?> read = json.readValue(json.writeValueAsString(map.get()), Map.class);
        assertThat(comparable(read)).isEqualTo(comparable(map.get()));
      }
    }
  }

  /** Whole numbers and decimals of one value are one. */
  private static Object comparable(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> same = new LinkedHashMap<>();
      map.forEach((key, within) -> same.put(key, comparable(within)));
      return same;
    } else if (value instanceof List<?> list) {
      return list.stream().map(PlainDataTest::comparable).toList();
    }
    return value instanceof Number number
        ? new BigDecimal(number.toString()).stripTrailingZeros()
        : value;
  }

  /** What a method without arguments tells stands under its name: asked here in another way. */
  @Test
  void noNumberAndNoWordIsLost() {
    List<String> lost = new ArrayList<>();
    answers()
        .forEach(answer -> map(answer.value()).ifPresent(map -> {
          for (Method method : Explorer.methods(answer.type())) {
            if (method.getParameterCount() == 0 && !NO_DATA.contains(method.getName())) {
              told(answer.value(), method)
                  .filter(told -> !told.equals(map.get(method.getName())))
                  .ifPresent(
                      told -> lost.add(answer.type().getSimpleName() + "." + method.getName()));
            }
          }
        }));
    assertThat(lost).isEmpty();
  }

  /** A number, a text or a yes or no that a method tells. */
  private static Optional<Object> told(Object answer, Method method) {
    Object told;
    try {
      told = method.invoke(answer);
    } catch (InvocationTargetException refused) {
      return Optional.empty();
    } catch (IllegalAccessException e) {
      throw new LinkageError(method + " cannot be called", e);
    }
    if (told instanceof OptionalDouble maybe) {
      told = maybe.isPresent() ? (Object) maybe.getAsDouble() : Optional.empty();
    } else if (told instanceof OptionalInt maybe) {
      told = maybe.isPresent() ? (Object) maybe.getAsInt() : Optional.empty();
    } else if (told instanceof Optional<?> maybe && maybe.isPresent()) {
      told = maybe.get();
    }
    boolean isPlain = told instanceof Number || told instanceof String || told instanceof Boolean;
    boolean isNoNumber = told instanceof Double number && !Double.isFinite(number);
    return isPlain && !isNoNumber ? Optional.of(told) : Optional.empty();
  }

  @Test
  void aStepOfACurveIsARow() {
    Object step = PrivacyTest.library().instances(SurvivalCurve.Step.class).get(0);
    Map<String, Object> row = PlainData.asRows(List.of(step)).get(0);
    assertThat(row)
        .containsKeys("atRisk", "estimate.survival", "time")
        .doesNotContainKey("estimate");
    assertThat(row.get("estimate.survival")).isEqualTo(row.get("survival"));
    assertThat(PlainData.asRows(List.of())).isEmpty();
  }

  @Test
  void aTableHasItsRowsByTheNamesOfItsColumns() {
    Table table = Table.builder()
        .name("outcome")
        .title("Outcome")
        .counted("14 hips")
        .addColumns(
            Column.of("stage", "Stage", Column.Kind.TEXT),
            Column.of("improved", "Improved", Column.Kind.PROPORTION),
            Column.of("pain", "Pain", Column.Kind.ESTIMATE))
        .addRows(
            List.of(
                Cell.text("I"), Cell.proportion(Count.of(10, 14)), Cell.estimate(2, 1.5, 2.5, 1)),
            List.of(
                Cell.text("II"),
                Cell.proportion(Count.of(0, 0)),
                Cell.missing(Column.Kind.ESTIMATE, "none")))
        .build();
    assertThat(PlainData.asMap(table).get("rows"))
        .hasToString("[{stage=I, improved_n=10, improved_of=14, pain=2.0, pain_lower=1.5,"
            + " pain_upper=2.5}, {stage=II, improved_n=0, improved_of=0}]");
  }

  @Test
  void refusesWhatIsNoAnswer() {
    for (Object other : List.of("word", PatientId.of("P1"), List.of())) {
      assertThatThrownBy(() -> PlainData.asMap(other))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("answer [type] must be one of this library that names no patient, but was"
              + " another");
    }
  }
}
