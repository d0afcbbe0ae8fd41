package io.github.avnfh.examples.figure;

import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Arthroplasty;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.imaging.ImageReading;
import io.github.avnfh.core.imaging.Modality;
import io.github.avnfh.core.treatment.Injection;
import java.awt.Color;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * What happened to each hip and when: one lane for each, from the first known day to the last, with
 * its injections, its MRI visits and its arthroplasty, as far as they are recorded.
 *
 * <p>Lanes are ordered by Steinberg stage at baseline and, in a stage, from the longest follow-up
 * to the shortest. They are numbered; no lane says whose hip it is. After an arthroplasty the lane
 * goes on in grey.
 */
public final class SwimmerFigure {
  private static final String NAME = "course_of_each_hip";
  private static final String TITLE = "What happened to each hip";
  private static final int MOST_LANES = 300;
  private static final int MARGIN = 104;
  private static final double NUMBER_COLUMN = 76;
  private static final double LANE = 10;
  private static final int TALLEST = 1500;
  private static final Ink AFTER = Ink.solid(Palette.GRID, 3);
  private static final Ink IMAGED = Ink.solid(Palette.INK, 1.6);

  private static final Color INJECTED = Palette.ORANGE;

  private final List<Hip> lanes;

  private SwimmerFigure(List<Hip> hips) {
    this.lanes = hips.stream()
        .sorted(Comparator.comparing(Hip::baselineStage)
            .thenComparing(Comparator.comparingInt(Hip::lastKnownDay).reversed()))
        .toList();
  }

  /**
   * Draws the lanes of a cohort.
   *
   * @param cohort the hips
   * @return the figure, or an omission if there are more than 300 hips, whose lanes no eye could
   *     tell apart
   */
  public static Illustration of(Cohort cohort) {
    List<Hip> hips = cohort.hips();
    if (hips.isEmpty() || hips.size() > MOST_LANES) {
      return new Omission(
          NAME,
          "the course of each hip",
          hips.size() + " lanes are "
              + (hips.isEmpty() ? "nothing to draw" : "too many to tell apart"));
    }
    SwimmerFigure figure = new SwimmerFigure(hips);
    return Figure.of(
        NAME,
        TITLE
            + ": one lane for each, by "
            + (figure.isStaged() ? "stage at baseline and " : "")
            + "length of follow-up; the numbers count lanes and are no identifiers.",
        new Drawing.Words(TITLE, figure.description()),
        figure::plot);
  }

  private boolean isStaged() {
    return lanes.stream().anyMatch(hip -> hip.baselineStage().isKnown());
  }

  private String description() {
    int injected = lanes.stream().mapToInt(hip -> hip.injections().size()).sum();
    int imaged = lanes.stream().mapToInt(hip -> (int) imaged(hip).count()).sum();
    long replaced = lanes.stream().filter(hip -> hip.arthroplasty().isPresent()).count();
    return lanes.size() + " lanes; " + injected + " injections; " + imaged + " MRI visits; "
        + replaced + " arthroplasties; the last known day is " + last() + ".";
  }

  private int last() {
    return lanes.stream().mapToInt(Hip::lastKnownDay).max().orElse(0);
  }

  private Plot plot() {
    ToIntFunction<Hip> start = SwimmerFigure::firstDay;
    double low = month(lanes.stream().mapToInt(start).min().orElse(0));
    double high = Math.max(1, month(last()));
    Plot plot = new Plot(new Plot.Frame(
        TITLE,
        Scale.ofMonths("Months from the first treatment", low, high),
        Scale.ofPlaces("", 0, lanes.size()),
        (int) Math.min(TALLEST, 90 + LANE * Math.max(lanes.size(), 4)),
        MARGIN));
    if (isStaged()) {
      lanes.stream().map(Hip::baselineStage).distinct().forEach(stage -> name(plot, stage));
    }
    plot.explainUpright("MRI", IMAGED);
    for (int i = 0; i < lanes.size(); i++) {
      draw(plot, lanes.get(i), lanes.size() - 0.5 - i);
    }
    number(plot);
    return plot;
  }

  private void name(Plot plot, SteinbergStage stage) {
    Ink ink = Ink.solid(Palette.color(stage), 3);
    plot.explain(stage.isKnown() ? "stage " + stage.code() : "stage not recorded", ink);
    double[] places = IntStream.range(0, lanes.size())
        .filter(i -> lanes.get(i).baselineStage() == stage)
        .mapToDouble(i -> lanes.size() - 0.5 - i)
        .toArray();
    double middle = (places[0] + places[places.length - 1]) / 2;
    plot.words(Label.Place.fromLeft(Key.LEFT, middle), Palette.words(stage));
  }

  private void number(Plot plot) {
    int every = lanes.size() <= 10 ? 1 : lanes.size() <= 100 ? 5 : 20;
    IntStream.rangeClosed(1, lanes.size())
        .filter(lane -> lane % every == 0 || lane == 1)
        .forEach(lane -> plot.words(
            Label.Place.fromLeft(NUMBER_COLUMN, lanes.size() + 0.5 - lane),
            Integer.toString(lane)));
  }

  private static void draw(Plot plot, Hip hip, double middle) {
    double first = month(firstDay(hip));
    double last = month(hip.lastKnownDay());
    double replaced =
        hip.arthroplasty().map(Arthroplasty::day).map(SwimmerFigure::month).orElse(last);
    plot.line(
        Ink.solid(Palette.color(hip.baselineStage()), 3),
        new double[] {first, Math.max(replaced, first)},
        middle,
        middle);
    if (last > replaced) {
      plot.line(AFTER, new double[] {replaced, last}, middle, middle);
    }
    imaged(hip)
        .mapToDouble(SwimmerFigure::month)
        .forEach(
            month -> plot.line(IMAGED, new double[] {month, month}, middle - 0.42, middle + 0.42));
    mark(plot, hip.injections().stream().mapToInt(Injection::day).toArray(), middle);
    if (hip.arthroplasty().isPresent()) {
      plot.explain("arthroplasty", Palette.INK, SeriesMarkers.CROSS);
      plot.explain("after an arthroplasty", AFTER);
      plot.marks(Palette.INK, SeriesMarkers.CROSS, new double[] {replaced}, middle);
    }
  }

  private static void mark(Plot plot, int[] injections, double middle) {
    if (injections.length > 0) {
      plot.explain("injection", INJECTED, SeriesMarkers.TRIANGLE_DOWN);
    }
    double[] levels = new double[injections.length];
    Arrays.fill(levels, middle);
    plot.marks(
        INJECTED,
        SeriesMarkers.TRIANGLE_DOWN,
        IntStream.of(injections).mapToDouble(SwimmerFigure::month).toArray(),
        levels);
  }

  private static IntStream imaged(Hip hip) {
    return hip.imageReadings().stream()
        .filter(examination ->
            examination.modality() == Modality.MRI || examination.modality() == Modality.COMBINED)
        .mapToInt(ImageReading::day)
        .distinct();
  }

  private static int firstDay(Hip hip) {
    IntStream injected = hip.injections().stream().mapToInt(Injection::day);
    return IntStream.concat(injected, imaged(hip)).reduce(0, Math::min);
  }

  private static double month(int day) {
    return day / Timepoint.DAYS_PER_MONTH;
  }
}
