package io.github.avnfh.examples.figure;

import io.github.avnfh.core.HipId;
import io.github.avnfh.core.Instruments;
import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.scoring.change.ArthroplastyPolicy;
import io.github.avnfh.scoring.change.PairedScores;
import io.github.avnfh.scoring.change.Responders;
import io.github.avnfh.scoring.change.StudyRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The gain of the Harris Hip Score of each hip at the last scheduled visit, from the largest to the
 * smallest, in the color of its Steinberg stage at baseline, with the study's threshold: a hip
 * responds above the line, not on it.
 */
public final class WaterfallFigure {
  private static final String NAME = "hhs_gain_by_hip";
  private static final double THRESHOLD = 20;
  private static final double HALF_BAR = 0.4;
  private static final int MOST_MARKS = 62;
  private static final int HEIGHT = 330;

  private final PairedScores paired;
  private final Map<HipId, SteinbergStage> stages;

  private WaterfallFigure(PairedScores paired, Cohort cohort) {
    this.paired = paired;
    this.stages =
        cohort.hips().stream().collect(Collectors.toUnmodifiableMap(Hip::id, Hip::baselineStage));
  }

  /**
   * Draws the gain of each hip.
   *
   * @param cohort the hips
   * @param policy what counts after an arthroplasty
   * @return the figure, or an omission if no hip has a score at baseline and at the last visit
   */
  public static Illustration of(Cohort cohort, ArthroplastyPolicy policy) {
    Optional<PairedScores> paired =
        Changes.toLastVisit(cohort.hips(), Instruments.HARRIS_HIP_SCORE, policy);
    if (paired.isEmpty()) {
      return new Omission(
          NAME,
          "gain of the Harris Hip Score by hip",
          "no hip has a score at baseline and at the last scheduled visit");
    }
    WaterfallFigure figure = new WaterfallFigure(paired.get(), cohort);
    return Figure.of(
        NAME,
        figure.title()
            + (figure.stagesInOrder().isEmpty() ? "" : ", in the color of the stage at baseline")
            + ", from the largest to the smallest gain. A hip responds"
            + " above the broken line, not on it.",
        new Drawing.Words(figure.title(), figure.description()),
        figure::plot);
  }

  private String title() {
    return "Gain of the Harris Hip Score from baseline to "
        + Changes.visit(paired.pairing().to());
  }

  private String description() {
    Responders responders = paired.responders(StudyRules.MORE_THAN_20_POINTS);
    return paired.changes().size() + " of " + paired.hips() + " hips have both scores; "
        + responders.count().count() + " gained more than 20 points."
        + stagesInOrder().stream()
            .map(stage -> " Stage " + stage.code() + ": " + inOrder(stage).size() + " hips.")
            .collect(Collectors.joining());
  }

  private List<PairedScores.HipChange> inOrder() {
    return paired.changes().stream()
        .sorted(Comparator.comparingDouble(WaterfallFigure::gain).reversed())
        .toList();
  }

  private List<PairedScores.HipChange> inOrder(SteinbergStage stage) {
    return inOrder().stream().filter(change -> stage(change) == stage).toList();
  }

  /** The stages of the bars, none where no hip has a known one. */
  private List<SteinbergStage> stagesInOrder() {
    List<SteinbergStage> found =
        paired.changes().stream().map(this::stage).distinct().sorted().toList();
    return found.stream().anyMatch(SteinbergStage::isKnown) ? found : List.of();
  }

  private SteinbergStage stage(PairedScores.HipChange change) {
    return Objects.requireNonNull(stages.get(change.hip()));
  }

  private static double gain(PairedScores.HipChange change) {
    return change.change().improvement();
  }

  private Plot plot() {
    List<PairedScores.HipChange> inOrder = inOrder();
    Scale gains = gains(inOrder);
    Plot plot = new Plot(new Plot.Frame(
        title(),
        Scale.ofPlaces("Hips, one bar each", 0.5, inOrder.size() + 0.5),
        gains,
        HEIGHT,
        0));
    for (int i = 0; i < inOrder.size(); i++) {
      double gain = gain(inOrder.get(i));
      SteinbergStage stage = stage(inOrder.get(i));
      plot.bar(
          Palette.color(stage),
          new Plot.Box(i + 1 - HALF_BAR, i + 1 + HALF_BAR, Math.min(0, gain), Math.max(0, gain)));
    }
    stagesInOrder().forEach(stage -> mark(plot, inOrder, stage, gains.low()));
    drawLines(plot, inOrder.size());
    return plot;
  }

  private void mark(
      Plot plot, List<PairedScores.HipChange> inOrder, SteinbergStage stage, double level) {
    plot.explain("stage " + stage.code(), Palette.color(stage), Palette.marker(stage));
    List<Double> places = new ArrayList<>();
    for (int i = 0; i < inOrder.size() && inOrder.size() <= MOST_MARKS; i++) {
      if (stage(inOrder.get(i)) == stage) {
        places.add(i + 1.0);
      }
    }
    double[] levels = new double[places.size()];
    Arrays.fill(levels, level);
    plot.marks(
        Palette.color(stage),
        Palette.marker(stage),
        places.stream().mapToDouble(Double::doubleValue).toArray(),
        levels);
  }

  /** From below the smallest gain, where a mark for each stage has its place, to the largest. */
  private static Scale gains(List<PairedScores.HipChange> inOrder) {
    double least = gain(inOrder.get(inOrder.size() - 1));
    Scale round =
        Scale.around("points gained", Math.min(0, least), Math.max(30, gain(inOrder.get(0))));
    double room = 0.06 * (round.high() - round.low());
    return new Scale(round.title(), round.low() - room, round.high(), round.step());
  }

  private static void drawLines(Plot plot, int hips) {
    Ink threshold = Ink.broken(Palette.INK, 1.4, 7, 4);
    double[] across = {0.5, hips + 0.5};
    plot.line(Ink.solid(Palette.INK, 1), across, 0, 0);
    plot.line(threshold, across, THRESHOLD, THRESHOLD);
    plot.explain("20 points: more is a response", threshold);
  }
}
