package io.github.avnfh.survival.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.Samples;
import io.github.avnfh.survival.compare.LogRank;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a reader would miss if it stood elsewhere. */
class LayoutTest {
  private static final Offset<Double> EXACT = within(1e-9);

  private static KaplanMeierFigure figure(FollowUp rows, FigureOptions options) {
    return KaplanMeierFigure.of(KaplanMeier.withDefaults().estimate(rows)).with(options);
  }

  private static Drawing drawn(FollowUp rows, FigureOptions options) {
    return Drawing.of(figure(rows, options).svg());
  }

  /** Ten groups, whose labels need several lines. */
  private static FollowUp manyGroups() {
    int rows = 40;
    boolean[] events = new boolean[rows];
    IntStream.range(0, rows).forEach(row -> events[row] = row % 3 > 0);
    return FollowUp.ofDays(IntStream.range(0, rows).map(row -> 30 + 20 * row).toArray(), events)
        .groups(
            IntStream.range(0, rows).mapToObj(row -> "stage number " + row % 10).toList())
        .build();
  }

  /** Minutes, whose numbers are wide. */
  private static FollowUp longTimes() {
    return FollowUp.ofTimes(
            new double[] {500_047, 274_516, 995_162, 1_000_000},
            new boolean[] {true, true, false, true})
        .build();
  }

  /** Counts of eight digits and a decimal. */
  private static FollowUp heavyRows() {
    return FollowUp.ofDays(new int[] {100, 200, 300}, new boolean[] {true, false, true})
        .weights(new double[] {31_234_567.5, 21_234_567.25, 11_234_567.5})
        .build();
  }

  private static FigureOptions.Builder tested() {
    return FigureOptions.builder()
        .test(LogRank.withDefaults().test(Samples.leukemia().build()));
  }

  private static KaplanMeierFigure withNote() {
    return figure(Samples.leukemia().build(), tested().build());
  }

  private static KaplanMeierFigure withLongLegend() {
    return figure(manyGroups(), tested().timesPerUnit(30).build());
  }

  static List<KaplanMeierFigure> figures() {
    FigureOptions plain = FigureOptions.builder().build();
    return List.of(
        figure(Samples.leukemia().build(), plain),
        withNote(),
        figure(Samples.leukemia().build(), tested().showsBands(false).build()),
        withLongLegend(),
        figure(Samples.eyes().build(), plain),
        figure(longTimes(), plain),
        figure(longTimes(), FigureOptions.builder().timesPerUnit(1e-9).build()),
        figure(longTimes(), FigureOptions.builder().timesPerUnit(1e20).build()),
        figure(heavyRows(), plain),
        figure(
            Samples.leukemia().build(),
            FigureOptions.builder().legendTitle("Maintenance").width(320).build()),
        figure(
            manyGroups(),
            tested().width(900).legendTitle("Steinberg stage at baseline").build()));
  }

  @ParameterizedTest
  @MethodSource("figures")
  void noTextTouchesAnotherOrLeavesThePicture(KaplanMeierFigure figure) {
    Drawing drawing = Drawing.of(figure.svg());
    List<Drawing.Text> texts =
        drawing.texts().stream().filter(text -> !text.turned).toList();
    for (Drawing.Text text : texts) {
      assertThat(texts.stream().filter(other -> other != text && other.touches(text)))
          .isEmpty();
      assertThat(text.left).isNotNegative();
      assertThat(text.right).isLessThanOrEqualTo(drawing.width());
      assertThat(text.top()).isNotNegative();
      assertThat(text.bottom()).isLessThanOrEqualTo(drawing.height());
    }
  }

  @ParameterizedTest
  @MethodSource("figures")
  void standsOnWhiteAsLargeAsItself(KaplanMeierFigure figure) {
    Drawing drawing = Drawing.of(figure.svg());
    Drawing.Line paper = drawing.lines("fill", "#ffffff").get(0);
    assertThat(paper.points)
        .containsExactly(
            new double[] {0, 0},
            new double[] {drawing.width(), 0},
            new double[] {drawing.width(), drawing.height()},
            new double[] {0, drawing.height()});
  }

  @ParameterizedTest
  @MethodSource("figures")
  void equalSharesAreEquallyFarApartAndNumberedBesideTheirLines(KaplanMeierFigure figure) {
    Drawing drawing = Drawing.of(figure.svg());
    List<Drawing.Line> grid = drawing.lines("stroke", "#d9d9d9");
    List<String> shares = List.of("0", "0.25", "0.5", "0.75", "1");
    assertThat(grid).hasSize(shares.size());
    double step = grid.get(0).y(0) - grid.get(1).y(0);
    for (int i = 0; i < shares.size(); i++) {
      String share = shares.get(i);
      Drawing.Line line = grid.get(i);
      assertThat(grid.get(0).y(0) - line.y(0)).isCloseTo(i * step, EXACT);
      assertThat(line.y(1)).isEqualTo(line.y(0));
      assertThat(drawing.texts())
          .filteredOn(text -> text.content.equals(share) && text.right < line.x(0))
          .anySatisfy(text -> assertThat(line.y(0)).isBetween(text.top(), text.baseline));
    }
  }

  private static List<Drawing.Line> axes(Drawing drawing) {
    return drawing.lines("stroke-width", "1");
  }

  @ParameterizedTest
  @MethodSource("figures")
  void theAxesRunAlongTheGrid(KaplanMeierFigure figure) {
    Drawing drawing = Drawing.of(figure.svg());
    List<Drawing.Line> grid = drawing.lines("stroke", "#d9d9d9");
    List<Drawing.Line> axes = axes(drawing);
    assertThat(axes.get(0).points)
        .containsExactly(grid.get(4).points.get(0), grid.get(0).points.get(0));
    assertThat(axes.get(1).points).containsExactlyElementsOf(grid.get(0).points);
  }

  @ParameterizedTest
  @MethodSource("figures")
  void everyMarkPointsAtItsNumberBelow(KaplanMeierFigure figure) {
    Drawing drawing = Drawing.of(figure.svg());
    List<Drawing.Line> axes = axes(drawing);
    double bottom = axes.get(1).y(0);
    List<Drawing.Line> marks = axes.subList(2, axes.size());
    assertThat(marks).hasSizeGreaterThan(3);
    for (Drawing.Line mark : marks) {
      assertThat(mark.y(0)).isEqualTo(bottom);
      assertThat(mark.y(1)).isGreaterThan(bottom);
      assertThat(drawing.texts())
          .filteredOn(text -> Math.abs(text.middle() - mark.x(0)) < 1e-9)
          .anySatisfy(text -> assertThat(text.top()).isBetween(mark.y(1), bottom + 20));
    }
    assertThat(marks.get(2).x(0) - marks.get(1).x(0))
        .isCloseTo(marks.get(1).x(0) - marks.get(0).x(0), within(0.02));
  }

  @ParameterizedTest
  @MethodSource("figures")
  void theLabelsOfTheAxesStandAtTheirMiddle(KaplanMeierFigure figure) {
    Drawing drawing = Drawing.of(figure.svg());
    Drawing.Line upright = axes(drawing).get(0);
    Drawing.Line level = axes(drawing).get(1);
    Drawing.Text time = drawing.text("Time");
    assertThat(time.middle()).isEqualTo((level.x(0) + level.x(1)) / 2);
    assertThat(time.top()).isGreaterThan(level.y(0));
    Drawing.Text survival = drawing.text("Survival");
    assertThat(survival.turned).isTrue();
    assertThat(survival.baseline).isEqualTo((upright.y(0) + upright.y(1)) / 2);
  }

  @ParameterizedTest
  @MethodSource("figures")
  void theTitleComesFirstAndTheFootnotesLast(KaplanMeierFigure figure) {
    Drawing drawing = Drawing.of(figure.svg());
    List<Drawing.Text> texts = drawing.texts();
    Drawing.Text last = texts.get(texts.size() - 1);
    assertThat(last.content).endsWith("it.");
    assertThat(texts).allMatch(text -> text.baseline <= last.baseline);
    assertThat(drawing.height() - last.baseline).isLessThan(last.size + 4);
    double title = drawing.text("Kaplan-Meier survival").baseline;
    assertThat(texts).allMatch(text -> text.baseline >= title);
  }

  @ParameterizedTest
  @MethodSource("figures")
  void countsStandOnTheLineOfTheirLabel(KaplanMeierFigure figure) {
    Drawing drawing = Drawing.of(figure.svg());
    for (String label : List.of("At risk", "Censored", "Events")) {
      List<Drawing.Text> labels =
          drawing.texts().stream().filter(text -> text.content.equals(label)).toList();
      assertThat(labels).isNotEmpty();
      int marks = axes(drawing).size() - 2;
      for (Drawing.Text row : labels) {
        assertThat(drawing.texts())
            .filteredOn(text -> text != row && text.baseline == row.baseline)
            .hasSize(marks)
            .allMatch(text -> text.left > row.right);
        assertThat(row.top()).isGreaterThan(drawing.text("Time").bottom());
      }
    }
  }

  @Test
  void theNoteOfTheTestStandsBetweenTheLegendAndTheCurves() {
    Drawing drawing = Drawing.of(withNote().svg());
    Drawing.Text note = drawing.text("log-rank test: p = 0.065");
    assertThat(note.top()).isGreaterThan(drawing.text("Maintained").bottom());
    assertThat(note.bottom()).isLessThan(axes(drawing).get(0).y(0));
  }

  @Test
  void everyGroupHasItsOwnLineInTheLegendAndInThePicture() {
    Drawing drawing = Drawing.of(withLongLegend().svg());
    List<Drawing.Line> thick = drawing.lines("stroke-width", "1.8");
    List<Drawing.Line> samples = thick.subList(0, 10);
    List<Drawing.Line> curves = thick.subList(10, 20);
    for (int group = 0; group < 10; group++) {
      Drawing.Line sample = samples.get(group);
      Drawing.Text label = drawing.text("stage number " + group);
      assertThat(sample.style()).isEqualTo(curves.get(group).style());
      assertThat(sample.x(0)).isLessThan(sample.x(1));
      assertThat(sample.x(1)).isBetween(label.left - 10, label.left);
      assertThat(sample.y(0)).isEqualTo(sample.y(1)).isBetween(label.top(), label.baseline);
      assertThat(drawing.texts())
          .noneMatch(text -> text.left < sample.x(1)
              && text.right > sample.x(0)
              && text.top() < sample.y(0)
              && text.bottom() > sample.y(0));
    }
    assertThat(
            curves.subList(0, 7).stream().map(line -> line.path.getAttribute("stroke-dasharray")))
        .doesNotHaveDuplicates();
    assertThat(curves.get(0).style()).isEqualTo("#0072b2 ");
  }

  @Test
  void fiftySixGroupsDifferInColorOrPattern() {
    int groups = 57;
    FollowUp hips = FollowUp.ofDays(IntStream.rangeClosed(1, groups).toArray(), new boolean[groups])
        .groups(IntStream.range(0, groups).mapToObj(Integer::toString).toList())
        .build();
    List<String> styles =
        drawn(hips, FigureOptions.builder().build()).lines("stroke-width", "1.8").stream()
            .skip(groups)
            .map(Drawing.Line::style)
            .toList();
    assertThat(styles.subList(0, 56)).doesNotHaveDuplicates();
    assertThat(styles.get(56)).isEqualTo(styles.get(0));
  }

  @Test
  void theFirstLabelStandsOnTheFirstLineHoweverLongItIs() {
    FollowUp hips = FollowUp.ofDays(new int[] {1, 2}, new boolean[] {true, true})
        .groups(List.of("a label that is just short enough for a line", "short"))
        .build();
    Drawing drawing = drawn(hips, FigureOptions.builder().build());
    assertThat(drawing.text("a label that is just short enough for a line").baseline)
        .isEqualTo(Drawing.of(withNote().svg()).text("Maintained").baseline);
  }

  @Test
  void anAxisOfOneMarkAtZeroIsStillAnAxis() {
    FollowUp hip = FollowUp.ofDays(new int[] {0}, new boolean[] {false}).build();
    Drawing drawing = drawn(hip, FigureOptions.builder().addTicks(0).build());
    assertThat(axes(drawing).get(2).x(0)).isEqualTo(axes(drawing).get(0).x(0));
  }
}
