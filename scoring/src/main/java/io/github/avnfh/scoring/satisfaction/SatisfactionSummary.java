package io.github.avnfh.scoring.satisfaction;

import io.github.avnfh.core.Satisfaction;
import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.core.evidence.Explainable;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Count;
import io.github.avnfh.core.table.Table;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * How many patients chose which level. Satisfaction is asked of patients, not of hips.
 *
 * <p>Satisfied are the upper two levels; neutral does not count as satisfied, and has its own count
 * in the report of three.
 *
 * <pre>{@code
 * SatisfactionSummary summary = SatisfactionSummary.of(cohort.satisfaction().values());
 * summary.patients();             // 46
 * summary.satisfied().percent(1); // 87.0
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1302/0301-620X.92B9.24394">The upper two levels: Scott CEH,
 *     Howie CR, MacDonald D, Biant LC. Predicting dissatisfaction following total knee replacement:
 *     a prospective study of 1217 patients. J Bone Joint Surg Br 2010;92-B:1253-8</a>
 */
@Value.Immutable
public sealed interface SatisfactionSummary extends Explainable
    permits ImmutableSatisfactionSummary {

  /**
   * Returns how many patients answered with each level.
   *
   * @return patients by level; a level without answers is absent
   */
  Map<Satisfaction, Integer> counts();

  /**
   * Summarizes answers.
   *
   * @param answers one for each patient who was asked
   * @return the summary
   */
  static SatisfactionSummary of(Collection<Satisfaction> answers) {
    Map<Satisfaction, Integer> counts = new EnumMap<>(Satisfaction.class);
    answers.forEach(answer -> counts.merge(answer, 1, Integer::sum));
    return ImmutableSatisfactionSummary.builder().putAllCounts(counts).build();
  }

  /**
   * Returns how many patients answered.
   *
   * @return patients
   */
  default int patients() {
    return counts().values().stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * Returns the patients with one level.
   *
   * @param level the level
   * @return patients out of those who answered
   */
  default Count proportion(Satisfaction level) {
    return Count.of(counts().getOrDefault(level, 0), patients());
  }

  /**
   * Returns the patients who were satisfied or very satisfied.
   *
   * @return patients out of those who answered
   */
  default Count satisfied() {
    int satisfied = counts().entrySet().stream()
        .filter(entry -> entry.getKey().isSatisfied())
        .mapToInt(Map.Entry::getValue)
        .sum();
    return Count.of(satisfied, patients());
  }

  /**
   * Returns the patients who were dissatisfied or very dissatisfied.
   *
   * @return patients out of those who answered; neither they nor the satisfied are neutral
   */
  default Count dissatisfied() {
    int others = satisfied().count() + proportion(Satisfaction.NEUTRAL).count();
    return Count.of(patients() - others, patients());
  }

  /**
   * Explains who counts as satisfied.
   *
   * @return the satisfied out of those who answered, and the rule with the patients at each level;
   *     no answer at all is an obstacle
   */
  @Override
  default Explanation explanation() {
    return SatisfactionExplanation.of(this);
  }

  /**
   * Returns the levels as a table.
   *
   * @return a row for each level, from best to worst
   */
  default Table table() {
    return Table.builder()
        .name("satisfaction")
        .title("Satisfaction")
        .counted(patients() + " patients")
        .addColumns(
            Column.of("level", "Level", Column.Kind.TEXT),
            Column.of("patients", "Patients", Column.Kind.PROPORTION))
        .addAllRows(Stream.of(Satisfaction.values())
            .map(level -> List.of(Cell.text(level.words()), Cell.proportion(proportion(level))))
            .toList())
        .build();
  }
}

/** Says whose answers count as satisfied. */
final class SatisfactionExplanation {
  private static final Rule UPPER_TWO = Rule.of(
      "SATISFACTION-UPPER-TWO",
      "1.0",
      "satisfied and very satisfied patients count as satisfied, of all who answered; neutral ones do"
          + " not",
      Citation.of(
          "Scott CEH, Howie CR, MacDonald D, Biant LC",
          "Predicting dissatisfaction following total knee replacement: a prospective study of 1217"
              + " patients",
          "J Bone Joint Surg Br 2010;92-B:1253-8",
          "10.1302/0301-620X.92B9.24394"));

  private SatisfactionExplanation() {}

  static Explanation of(SatisfactionSummary summary) {
    Count satisfied = summary.satisfied();
    String inputs = Stream.of(Satisfaction.values())
        .map(level -> level.words() + " " + summary.proportion(level).count())
        .collect(Collectors.joining(", "));
    return Explanation.of(
        satisfied.count() + " of " + satisfied.total() + " patients satisfied",
        List.of(Reason.of(UPPER_TWO, inputs)),
        summary.patients() == 0 ? List.of("answers") : List.of());
  }
}
