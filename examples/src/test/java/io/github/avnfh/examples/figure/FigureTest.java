package io.github.avnfh.examples.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.Instruments;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.scoring.change.ArthroplastyPolicy;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class FigureTest {
  private static List<Illustration> all(Cohort cohort) {
    ArthroplastyPolicy policy = ArthroplastyPolicy.INCLUDE;
    return List.of(
        CourseFigure.of(cohort, Instruments.HARRIS_HIP_SCORE, policy),
        CourseFigure.of(cohort, Instruments.PAIN_VAS_CM, policy),
        WaterfallFigure.of(cohort, policy),
        ForestFigure.of(cohort, policy, ForestFigureTest.byStage(cohort)),
        SatisfactionFigure.of(cohort),
        SwimmerFigure.of(cohort));
  }

  private static List<String> svgs() {
    return all(Cohorts.bundled()).stream()
        .map(Figure.class::cast)
        .map(Figure::svg)
        .toList();
  }

  @Test
  void saysWhatItIsToThoseWhoCannotSeeIt() {
    for (Illustration illustration : all(Cohorts.bundled())) {
      DrawnSvg svg = DrawnSvg.of(illustration);
      assertThat(svg.title()).isNotEmpty();
      assertThat(svg.description()).hasSizeGreaterThan(40).doesNotContain("NaN", "null");
      assertThat(svg.root().getAttribute("role")).isEqualTo("img");
      assertThat(svg.root().getAttribute("viewBox")).startsWith("0 0 560 ");
    }
  }

  @Test
  void isTheSameAgainInAnotherLocale() {
    List<String> first = svgs();
    Locale before = Locale.getDefault();
    try {
      for (String language : List.of("ar-IQ-u-nu-arab", "tr-TR", "de-DE")) {
        Locale.setDefault(Locale.forLanguageTag(language));
        assertThat(svgs()).isEqualTo(first);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void sharesNoNameWithAnotherFigureOfThePage() {
    List<String> names = svgs().stream()
        .flatMap(svg -> java.util.regex.Pattern.compile(" id=\"([^\"]+)\"")
            .matcher(svg)
            .results()
            .map(result -> result.group(1)))
        .toList();
    assertThat(names).isNotEmpty().doesNotHaveDuplicates();
  }

  @Test
  void startsWithItsElementAndLeavesOutWhatOnlyThisMachineKnows() {
    assertThat(svgs())
        .allSatisfy(svg -> assertThat(svg)
            .startsWith("<svg")
            .endsWith("</svg\n>\n")
            .doesNotContain("\r", "<!--", "<image", "http://www.w3.org/TR", "<text"));
  }

  @Test
  void isTwiceAsLargeInPixels() throws IOException {
    Figure figure = (Figure) SatisfactionFigure.of(Cohorts.bundled());
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(figure.png().orElseThrow()));
    assertThat(picture.getWidth()).isEqualTo(1120);
    String height = DrawnSvg.of(figure).root().getAttribute("height");
    assertThat(picture.getHeight()).isEqualTo(2 * Integer.parseInt(height));
    assertThat(picture.getRGB(0, 0)).isEqualTo(0xffffffff);
  }

  /** A drawing that asks for the letters of another machine gets those of the figures. */
  @Test
  void drawsTheTextOfAnotherHandInItsOwnLetters() throws IOException {
    String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\""
        + " font-family=\"Helvetica, Arial, sans-serif\" font-size=\"14\">"
        + "<text x=\"2\" y=\"15\">III</text></svg>\n";
    BufferedImage picture = ImageIO.read(
        new ByteArrayInputStream(Figure.of("name", "caption", svg).png().orElseThrow()));
    assertThat(picture.getWidth()).isEqualTo(80);
    assertThat(picture.getHeight()).isEqualTo(40);
    // the first upright of the numeral, and the ground beside it
    assertThat(picture.getRGB(8, 20) & 0xff).isLessThan(0x60);
    assertThat(picture.getRGB(60, 20) & 0xff).isEqualTo(0xff);
  }

  @Test
  void hasTheSamePixelsAgain() {
    Figure figure = (Figure) WaterfallFigure.of(Cohorts.bundled(), ArthroplastyPolicy.INCLUDE);
    assertThat(figure.png().orElseThrow()).isEqualTo(figure.png().orElseThrow());
  }

  @Test
  void holdsTheDrawingOfAnotherHandAsItIs() {
    String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"4\"/>\n";
    Figure figure = Figure.of("name", "caption", svg);
    assertThat(figure.svg()).isEqualTo(svg);
    assertThat(figure.png()).isPresent();
    assertThat(figure).hasToString("Figure{name}");
  }

  /**
   * Hips of every stage, missed visits, a replaced hip, unequal follow-up: something of everything.
   */
  @Test
  void copesWithAMixedCohort() {
    Cohorts cohort = Cohorts.ofPatients(7)
        .with("hips.csv", "A,L,unknown,0,,10", "B,L,alcohol,I,,4000", "C,R,sickle_cell,III,30,700")
        .with("hips.csv", "D,L,idiopathic,IV,,365", "E,L,idiopathic,V,,1", "F,R,alcohol,VI,,90")
        .with("visits.csv", "A,L,BL,0,done,5,50", "B,L,BL,0,done,5,50", "B,L,M120,3650,done,0,100")
        .with("visits.csv", "C,R,BL,0,done,9,20", "C,R,M24,700,after_arthroplasty,1,95")
        .with("visits.csv", "D,L,BL,0,done,,", "D,L,M12,365,missed,,", "E,L,UNS,1,done,3,60")
        .with("satisfaction.csv", "A,neutral", "B,dissatisfied");
    for (Illustration illustration : all(cohort.read())) {
      assertThat(DrawnSvg.of(illustration).description()).doesNotContain("NaN", "null");
      assertThat(((Figure) illustration).svg()).doesNotContain("NaN", "Infinity");
    }
  }
}
