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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
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
    assertThat(names).containsExactlyInAnyOrder("svg", "title", "desc", "path", "text");
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
    assertThat(texts(svg))
        .endsWith(
            "Bands: pointwise 90 % confidence limits (log-log), robust by cluster.",
            "At risk at the time; censored and events before it.");
    assertThat(texts(KaplanMeierFigure.of(series()).svg()))
        .contains("Bands: pointwise 95 % confidence limits (log-log).");
    FigureOptions bare = FigureOptions.builder().showsBands(false).build();
    assertThat(texts(KaplanMeierFigure.of(series()).with(bare).svg()))
        .noneMatch(text -> text.startsWith("Bands"));
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
