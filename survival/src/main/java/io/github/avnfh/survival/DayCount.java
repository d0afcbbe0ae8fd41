package io.github.avnfh.survival;

import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * How many hips of one group had the event, were censored or came under observation on one day: one
 * line of a {@code GROUP BY} over a table of hips.
 *
 * <p>Lines of the same group, stratum and day add up. A hip of which nothing else is known than
 * that it left on a day was observed from the start; only hips under delayed entry are counted as
 * entered too.
 *
 * <pre>{@code
 * DayCount line = DayCount.of("III", 365, 2, 1).inStratum("steroid");
 * line.events();   // 2
 * line.censored(); // 1
 * }</pre>
 */
@Value.Immutable
public sealed interface DayCount permits ImmutableDayCount {

  /**
   * Returns the label of the group.
   *
   * @return the label
   */
  String group();

  /**
   * Returns the label of the stratum.
   *
   * @return the label, {@code all} without strata
   */
  @Value.Default
  default String stratum() {
    return Labels.ALL;
  }

  /**
   * Returns the day.
   *
   * @return whole days from the start of observation, 0 or more
   */
  int day();

  /**
   * Returns how many had the event on the day.
   *
   * @return a number of hips, 0 or more
   */
  long events();

  /**
   * Returns how many were censored on the day, after its events.
   *
   * @return a number of hips, 0 or more
   */
  long censored();

  /**
   * Returns how many came under observation on the day, to be at risk after it.
   *
   * @return a number of hips, 0 or more; 0 unless entry is delayed
   */
  @Value.Default
  default long entered() {
    return 0;
  }

  /**
   * Returns the line of a day on which hips left.
   *
   * @param group the label of the group
   * @param day whole days from the start of observation, 0 or more
   * @param events how many had the event, 0 or more
   * @param censored how many were censored, 0 or more
   * @return the line
   * @throws IllegalArgumentException if the day or a number is negative
   */
  static DayCount of(String group, int day, long events, long censored) {
    return ImmutableDayCount.builder()
        .group(group)
        .day(ColumnChecks.notNegative("time [days]", day))
        .events(ColumnChecks.notNegative("events [hips]", events))
        .censored(ColumnChecks.notNegative("censored [hips]", censored))
        .build();
  }

  /**
   * Returns the line of one hip.
   *
   * @param group the label of the group
   * @param day whole days from the start of observation, 0 or more
   * @param event true if the event ended its time, false if it was censored
   * @return the line
   * @throws IllegalArgumentException if the day is negative
   */
  static DayCount ofHip(String group, int day, boolean event) {
    return of(group, day, event ? 1 : 0, event ? 0 : 1);
  }

  /**
   * Returns the line of a day on which hips came under observation late.
   *
   * @param group the label of the group
   * @param day whole days from the start of observation; hips that enter on day 0 were observed
   *     from the start
   * @param entered how many entered, 0 or more
   * @return the line
   * @throws IllegalArgumentException if the day or the number is negative
   */
  static DayCount ofEntries(String group, int day, long entered) {
    return ImmutableDayCount.builder()
        .group(group)
        .day(ColumnChecks.notNegative("time [days]", day))
        .events(0)
        .censored(0)
        .entered(ColumnChecks.notNegative("entered [hips]", entered))
        .build();
  }

  /**
   * Returns the same line in a stratum.
   *
   * @param label the label of the stratum
   * @return the line
   */
  default DayCount inStratum(String label) {
    return ImmutableDayCount.builder()
        .group(group())
        .stratum(label)
        .day(day())
        .events(events())
        .censored(censored())
        .entered(entered())
        .build();
  }

  /**
   * Reads lines from a table, such as the answer of a database.
   *
   * <p>Columns: {@code day}, {@code events} and {@code censored}, and where they apply
   * {@code group}, {@code stratum} and {@code entered}; an empty label is {@code all}, an empty
   * {@code entered} 0.
   *
   * <pre>{@code
   * Connection registry = DriverManager.getConnection("jdbc:h2:mem:");
   * CsvInput counts = CsvInput.ofQuery("registry", () -> registry.createStatement().executeQuery("""
   *     SELECT stage AS "group", months AS "day", SUM(replaced) AS "events",
   *         COUNT(*) - SUM(replaced) AS "censored"
   *     FROM (VALUES ('II', 730, 0), ('III', 300, 1), ('III', 730, 0), ('III', 730, 0))
   *         AS hips (stage, months, replaced)
   *     GROUP BY stage, months ORDER BY stage, months"""));
   * Problems problems = new Problems();
   * List<DayCount> lines = DayCount.read(counts, problems);
   * EventCounts.of(lines).groups(); // [II, III]
   * }</pre>
   *
   * @param table the table
   * @param problems takes what is wrong
   * @return the lines of the rows without problems, in their order
   */
  static List<DayCount> read(CsvInput table, Problems problems) {
    List<DayCount> lines = new ArrayList<>();
    Objects.requireNonNull(table, "table")
        .withRequired(List.of("day", "events", "censored"))
        .withOptional(List.of("group", "stratum", "entered"))
        .forEachPassingRow(Objects.requireNonNull(problems, "problems"), row -> {
          OptionalInt day = row.requiredWholeNumber("day", ColumnChecks.DAY);
          OptionalInt events = row.requiredWholeNumber("events", ColumnChecks.HIPS);
          OptionalInt censored = row.requiredWholeNumber("censored", ColumnChecks.HIPS);
          OptionalInt entered = row.wholeNumber("entered", ColumnChecks.HIPS);
          if (row.isSound()) {
            lines.add(ImmutableDayCount.builder()
                .group(row.text("group").orElse(Labels.ALL))
                .stratum(row.text("stratum").orElse(Labels.ALL))
                .day(day.orElseThrow())
                .events(events.orElseThrow())
                .censored(censored.orElseThrow())
                .entered(entered.orElse(0))
                .build());
          }
        });
    return List.copyOf(lines);
  }
}
