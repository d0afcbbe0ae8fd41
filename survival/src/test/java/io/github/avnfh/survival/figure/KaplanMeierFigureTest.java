package io.github.avnfh.survival.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.KaplanMeierEstimate;
import io.github.avnfh.survival.Samples;
import io.github.avnfh.survival.compare.LogRank;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class KaplanMeierFigureTest {

  private static KaplanMeierEstimate leukemia() {
    return KaplanMeier.withDefaults().estimate(Samples.leukemia().build());
  }

  private static KaplanMeierEstimate series() {
    return KaplanMeier.withDefaults().estimate(Samples.series());
  }

  private static Document read(String svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(javax.xml.XMLConstants.FEATURE_SECURE_PROCESSING, true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
  }

  private static List<Element> elements(String svg, String name) throws Exception {
    NodeList nodes = read(svg).getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static List<String> texts(String svg) throws Exception {
    return elements(svg, "text").stream().map(Element::getTextContent).toList();
  }

  @Test
  void isMadeOfTextsAndPathsOnly() throws Exception {
    Set<String> names = new LinkedHashSet<>();
    elements(KaplanMeierFigure.of(leukemia()).svg(), "*")
        .forEach(element -> names.add(element.getTagName()));
    assertThat(names).containsExactlyInAnyOrder("svg", "title", "desc", "path", "text", "g");
  }

  @Test
  void tellsItsContentInWords() throws Exception {
    FigureOptions options = FigureOptions.builder()
        .title("Remission")
        .test(LogRank.withDefaults().test(Samples.leukemia().build()))
        .build();
    String svg = KaplanMeierFigure.of(leukemia()).with(options).svg();
    assertThat(elements(svg, "title").get(0).getTextContent()).isEqualTo("Remission");
    assertThat(elements(svg, "desc").get(0).getTextContent())
        .isEqualTo("Kaplan-Meier, Greenwood standard error, log-log interval at level 0.95,"
            + " normal quantile. Maintained: 11 rows, 7 events, survival 0.184 (0.012 to 0.525) at 161,"
            + " median 31. Nonmaintained: 12 rows, 11 events, survival 0.000 (0.000 to"
            + " 0.298) at 45, median 23. log-rank test: p = 0.065.");
    assertThat(texts(svg)).contains("log-rank test: p = 0.065");
  }

  @Test
  void tellsTimesInTheUnitOfTheAxis() throws Exception {
    FigureOptions weeks = FigureOptions.builder().timesPerUnit(7).build();
    assertThat(elements(KaplanMeierFigure.of(leukemia()).with(weeks).svg(), "desc")
            .get(0)
            .getTextContent())
        .contains("(0.012 to 0.525) at 23, median 4.429.", "at 6.429, median 3.286.");
  }

  @Test
  void printsNoMoreThanTheNumberOfGroups() {
    assertThat(KaplanMeierFigure.of(leukemia())).hasToString("KaplanMeierFigure{2 groups}");
  }

  @Test
  void putsTheCountsUnderTheirMarks() throws Exception {
    FigureOptions options = FigureOptions.builder()
        .timeLabel("Months")
        .timesPerUnit(365 / 12.0)
        .addTicks(0, 6, 12, 18, 24)
        .build();
    String svg = KaplanMeierFigure.of(series()).with(options).svg();
    List<Element> centered = elements(svg, "text").stream()
        .filter(text -> text.getAttribute("text-anchor").equals("middle"))
        .filter(text -> !text.getTextContent().matches("Months|Survival"))
        .toList();
    List<String> marks = centered.stream().map(Element::getTextContent).limit(5).toList();
    assertThat(marks).containsExactly("0", "6", "12", "18", "24");
    List<String> places =
        centered.stream().limit(5).map(text -> text.getAttribute("x")).toList();
    for (String place : places) {
      assertThat(centered.stream().filter(text -> text.getAttribute("x").equals(place)))
          .hasSize(10);
    }
    List<String> atEnd = centered.stream()
        .filter(text -> text.getAttribute("x").equals(places.get(4)))
        .map(Element::getTextContent)
        .toList();
    assertThat(atEnd).containsExactly("24", "14", "0", "0", "29", "0", "0", "9", "0", "6");
  }

  @Test
  void showsBandsMarksAndMediansWhenAsked() {
    String svg = KaplanMeierFigure.of(leukemia()).svg();
    assertThat(svg).contains("fill-opacity").doesNotContain("stroke-dasharray=\"1 3\"");
    FigureOptions bare =
        FigureOptions.builder().showsBands(false).showsMedians(true).build();
    assertThat(KaplanMeierFigure.of(leukemia()).with(bare).svg())
        .doesNotContain("fill-opacity")
        .contains("stroke-dasharray=\"1 3\"");
  }

  @Test
  void drawsTheStepsOfTheCurve() {
    FollowUp hips =
        FollowUp.ofDays(new int[] {50, 100}, new boolean[] {true, false}).build();
    String svg = KaplanMeierFigure.of(KaplanMeier.withDefaults().estimate(hips)).svg();
    assertThat(svg).contains("<path d=\"M92 51H275V176H458V176\" ");
  }

  @Test
  void isTheSameEveryTime() {
    assertThat(KaplanMeierFigure.of(leukemia()).svg())
        .isEqualTo(KaplanMeierFigure.of(leukemia()).svg());
  }

  @Test
  void escapesLabelsAndWhatNoDocumentMayHold() throws Exception {
    FollowUp hips = FollowUp.ofDays(new int[] {1, 2}, new boolean[] {true, true})
        .groups(List.of("<b>&\"'", "bell \u0007"))
        .build();
    String svg = KaplanMeierFigure.of(KaplanMeier.withDefaults().estimate(hips)).svg();
    assertThat(texts(svg)).contains("<b>&\"'", "bell \\u0007");
  }

  @Test
  void writesNumbersThatEverybodyReads() throws Exception {
    for (String text : texts(KaplanMeierFigure.of(series()).svg())) {
      assertThat(text).matches("[ -~]+");
    }
  }

  @Test
  void drawsAFigureOfManyTimesInLittleSpace() {
    int hips = 100_000;
    boolean[] events = new boolean[hips];
    IntStream.range(0, hips).forEach(row -> events[row] = row % 3 == 0);
    FollowUp many = FollowUp.ofDays(IntStream.range(0, hips).toArray(), events).build();
    assertThat(KaplanMeierFigure.of(KaplanMeier.withDefaults().estimate(many))
            .svg()
            .length())
        .isLessThan(2_500_000);
  }

  private static String censoredOnDays(int days) {
    FollowUp hips = FollowUp.ofDays(IntStream.rangeClosed(1, days).toArray(), new boolean[days])
        .build();
    return KaplanMeierFigure.of(KaplanMeier.withDefaults().estimate(hips)).svg();
  }

  @Test
  void leavesOutMarksThatWouldHideTheCurve() {
    String many = " Too many censoring marks to draw in 1 groups.";
    assertThat(censoredOnDays(120)).contains("v9").doesNotContain(many);
    assertThat(censoredOnDays(121)).doesNotContain("v9").contains(many);
  }

  @Test
  void saysWhatTheBandsAreAndWhenItCounts() throws Exception {
    String svg = KaplanMeierFigure.of(
            KaplanMeier.withDefaults().withLevel(0.9).estimate(Samples.eyes().build()))
        .svg();
    assertThat(String.join(" ", texts(svg)))
        .endsWith(
            "Bands: pointwise 90 % confidence limits while 5 or more are at risk (log-log, robust by"
                + " cluster; exact before the first event). At risk at the time; censored and events before it.");
    assertThat(String.join(" ", texts(KaplanMeierFigure.of(series()).svg())))
        .contains(
            "Bands: pointwise 95 % confidence limits while 5 or more are at risk (log-log; exact"
                + " before the first event, as all of I, II).");
    FigureOptions bare = FigureOptions.builder().showsBands(false).build();
    assertThat(texts(KaplanMeierFigure.of(series()).with(bare).svg()))
        .noneMatch(text -> text.startsWith("Bands"));
  }

  /** At days 9, 13, 18, 23, 28, 31 the maintained were 11, 10, 8, 7, 6 and 5 at risk. */
  @Test
  void bandsEndAtTheLastTimeAtWhichEnoughAreAtRisk() {
    List<Double> ends = Stream.of(0, 5, 6, 11, 12)
        .map(least -> FigureOptions.builder().leastAtRisk(least).build())
        .map(options -> KaplanMeierFigure.of(leukemia()).with(options).svg())
        .map(svg -> Drawing.of(svg).lines("fill", "#0072b2"))
        .map(bands -> bands.stream()
            .filter(band -> band.path.hasAttribute("fill-opacity"))
            .flatMap(band -> band.points.stream())
            .mapToDouble(point -> point[0])
            .max()
            .orElse(0))
        .toList();
    // from 92 to 458 over 161 days; ends at days 161, 31, 28 and 9
    assertThat(ends).containsExactly(458.0, 162.5, 155.7, 112.5, 0.0);
  }

  /** Those who had the event, S = 5/6, 5/12 and 0 as 1/6, 7/12 and 1. */
  @Test
  void showsOneMinusSurvival() {
    FollowUp hips = FollowUp.ofDays(
            new int[] {1, 1, 6, 6, 8, 9}, new boolean[] {true, false, true, true, false, true})
        .build();
    FigureOptions events =
        FigureOptions.builder().scale(FigureOptions.Scale.EVENT).leastAtRisk(0).build();
    Drawing drawing = Drawing.of(KaplanMeierFigure.of(KaplanMeier.withDefaults().estimate(hips))
        .with(events)
        .svg());
    Drawing.Line curve = drawing.lines("stroke-width", "1.8").get(1);
    double bottom = curve.y(0);
    assertThat(curve.points.stream().map(point -> Math.rint((bottom - point[1]) / 250 * 1000)))
        .containsExactly(0.0, 0.0, 167.0, 167.0, 583.0, 583.0, 1000.0);
    assertThat(drawing.text("1 - survival").turned).isTrue();
    assertThat(titles(KaplanMeierFigure.of(KaplanMeier.withDefaults().estimate(hips))
            .with(events)
            .svg()))
        .contains("all at 1: 1 - survival 0.167 (0.025 to 0.727), 6 at risk");
  }

  @Test
  void saysWhereLimitsAreExactThroughoutAndWhereThereIsNoBand() throws Exception {
    assertThat(String.join(" ", texts(censoredOnDays(5))))
        .contains("limits while 5 or more are at risk (exact, since there is no event).");
    assertThat(texts(censoredOnDays(4)))
        .contains("No bands: they are drawn while 5 or more are at risk.");
  }

  private static List<String> titles(String svg) {
    return Pattern.compile("<title>([^<]*)</title></path>")
        .matcher(svg)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  /**
   * R 4.2.2, survival 3.5-3: summary(survfit(Surv(time, status) ~ x, aml, conf.type="log-log")).
   */
  @Test
  void tellsThePointerEveryStep() {
    List<String> titles = titles(KaplanMeierFigure.of(leukemia()).svg());
    assertThat(titles)
        .hasSize(1 + 7 + 1 + 9)
        .startsWith(
            "Maintained at 0: survival 1.000 (0.715 to 1.000), 11 at risk",
            "Maintained at 9: survival 0.909 (0.508 to 0.987), 11 at risk",
            "Maintained at 13: survival 0.818 (0.447 to 0.951), 10 at risk")
        .endsWith("Nonmaintained at 45: survival 0.000 (0.000 to 0.298), 1 at risk");
    FigureOptions without = FigureOptions.builder().hasStepTitles(false).build();
    assertThat(titles(KaplanMeierFigure.of(leukemia()).with(without).svg())).isEmpty();
  }

  @Test
  void hasNoMoreTextsThanAPointerCanTellApart() {
    List<String> most = titles(eventsOnDays(199));
    assertThat(most).hasSize(200);
    assertThat(titles(eventsOnDays(5000))).hasSizeBetween(150, 200);
  }

  private static String eventsOnDays(int days) {
    boolean[] events = new boolean[days];
    Arrays.fill(events, true);
    FollowUp hips =
        FollowUp.ofDays(IntStream.rangeClosed(1, days).toArray(), events).build();
    return KaplanMeierFigure.of(KaplanMeier.withDefaults().estimate(hips)).svg();
  }

  @Test
  void namesTheVariableThatDividesTheGroups() throws Exception {
    FigureOptions named = FigureOptions.builder().legendTitle("Steinberg stage").build();
    assertThat(texts(KaplanMeierFigure.of(series()).with(named).svg()))
        .contains("Steinberg stage:");
  }

  @Test
  void drawsEachGroupInAxesOfItsOwn() throws Exception {
    FigureOptions apart =
        FigureOptions.builder().hasFacets(true).legendTitle("Stage").build();
    String svg = KaplanMeierFigure.of(series()).with(apart).svg();
    assertThat(texts(svg)).contains("Stage: I", "Stage: II", "Stage: III");
    Drawing drawing = Drawing.of(svg);
    assertThat(drawing.lines("stroke-width", "1.8")).hasSize(3);
    assertThat(drawing.lines("stroke", "#c4c4c4")).hasSize(6);
    List<Drawing.Text> upright =
        drawing.texts().stream().filter(text -> !text.turned).toList();
    for (Drawing.Text text : upright) {
      assertThat(upright.stream().filter(other -> other != text && other.touches(text)))
          .isEmpty();
      assertThat(text.bottom()).isLessThanOrEqualTo(drawing.height());
    }
  }

  @Test
  void drawsInGraysAndWritesALineInPlaceOfTheTest() throws Exception {
    FigureOptions gray = FigureOptions.builder()
        .palette(Palette.GRAY)
        .note("permutation test: p < 0.001")
        .test(LogRank.withDefaults().test(Samples.leukemia().build()))
        .build();
    String svg = KaplanMeierFigure.of(leukemia()).with(gray).svg();
    assertThat(svg).doesNotContain("#0072b2");
    assertThat(texts(svg)).contains("permutation test: p < 0.001");
    assertThat(texts(svg)).noneMatch(text -> text.startsWith("log-rank"));
  }

  private static String grouped(String... labels) {
    int[] days = IntStream.rangeClosed(1, labels.length).toArray();
    boolean[] events = new boolean[labels.length];
    FollowUp hips = FollowUp.ofDays(days, events).groups(List.of(labels)).build();
    return KaplanMeierFigure.of(KaplanMeier.withDefaults().estimate(hips)).svg();
  }

  @Test
  void shortensLabelsInTheMiddleAndKeepsThemDifferent() throws Exception {
    String first = "core decompression with concentrated marrow and a graft, centre 1";
    String second = "core decompression with concentrated marrow and a graft, centre 2";
    String svg = grouped(first, "short", second);
    assertThat(texts(svg))
        .contains("short")
        .contains("core decompression with...ow and a graft, centre 1")
        .contains("core decompression with...ow and a graft, centre 2");
    assertThat(elements(svg, "desc").get(0).getTextContent()).contains(first, second);
  }

  @Test
  void numbersLabelsThatWouldReadAlike() throws Exception {
    String ends = "W".repeat(50);
    String svg = grouped(ends + "a" + ends, ends + "b" + ends, "a\nb", "a b", "a b (3)");
    List<String> labels = elements(svg, "text").stream()
        .filter(text -> text.getAttribute("font-weight").equals("bold"))
        .map(Element::getTextContent)
        .skip(1)
        .toList();
    assertThat(labels).hasSize(5).doesNotHaveDuplicates();
    assertThat(labels.get(0)).matches("W+[.]{3}W+");
    assertThat(labels.get(1)).matches("W+[.]{3}W+ \\(2\\)");
    assertThat(labels.subList(2, 5)).containsExactly("a b", "a b (4)", "a b (3)");
  }

  @Test
  void showsEscapesInLabels() throws Exception {
    assertThat(texts(grouped("\u001b[31mred"))).contains("\\u001b[31mred");
  }

  @Test
  void drawsOneHipThatLeftAtOnce() throws Exception {
    FollowUp hip = FollowUp.ofDays(new int[] {0}, new boolean[] {false}).build();
    String svg = KaplanMeierFigure.of(KaplanMeier.withDefaults().estimate(hip)).svg();
    assertThat(texts(svg)).contains("0", "1");
    assertThat(svg).doesNotContain("NaN");
  }

  @Test
  void refusesAWidthAndANumberAtRiskThatAreNone() {
    assertThatThrownBy(() -> FigureOptions.builder().width(319).build())
        .hasMessage("width of a figure [pixels] must lie in 320..2000, but was 319");
    assertThatThrownBy(() -> FigureOptions.builder().width(2001).build())
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(FigureOptions.builder().width(2000).build().width()).isEqualTo(2000);
    assertThatThrownBy(() -> FigureOptions.builder().leastAtRisk(-1).build())
        .hasMessage("least number at risk of a band [count] must be 0 or more, but was -1");
  }

  @Test
  void refusesAnAxisThatIsNone() {
    assertThatThrownBy(() -> FigureOptions.builder().timesPerUnit(0).build())
        .hasMessage("unit of the time axis [units of the data] must be finite and above 0.0, but"
            + " was 0.0");
    assertThatThrownBy(() -> FigureOptions.builder().addTicks(0, 6, 6).build())
        .hasMessage("marks of the time axis [units of the axis] must be finite, 0.0 or more and"
            + " ascending, but one was 6.0");
    assertThatThrownBy(() -> FigureOptions.builder().addTicks(-1).build())
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> FigureOptions.builder().addTicks(Double.POSITIVE_INFINITY).build())
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> FigureOptions.builder().timesPerUnit(Double.POSITIVE_INFINITY).build())
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(FigureOptions.builder()
            .timesPerUnit(Double.MAX_VALUE)
            .addTicks(0, Double.MAX_VALUE)
            .build()
            .ticks())
        .containsExactly(0.0, Double.MAX_VALUE);
  }
}
