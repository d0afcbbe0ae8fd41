package io.github.avnfh.examples.figure;

import io.github.avnfh.core.SteinbergStage;
import java.awt.Color;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The colors of Okabe and Ito, which the color-blind can tell apart, and a mark beside each. */
final class Palette {
  static final Color INK = new Color(0x1a1a1a);
  static final Color GRID = new Color(0xd9d9d9);
  static final Color GREY = new Color(0x767676);
  static final Color BLUE = new Color(0x0072b2);
  static final Color VERMILION = new Color(0xd55e00);
  static final Color GREEN = new Color(0x009e73);
  static final Color PURPLE = new Color(0xcc79a7);
  static final Color SKY = new Color(0x56b4e9);
  static final Color ORANGE = new Color(0xe69f00);

  private Palette() {}

  /** The stage in words. */
  static String words(SteinbergStage stage) {
    return stage.isKnown() ? "Stage " + stage.code() : "Stage not recorded";
  }

  /** The color of a stage; I, II and III have those of the survival curves. */
  static Color color(SteinbergStage stage) {
    return switch (stage) {
      case STAGE_0, UNKNOWN -> INK;
      case STAGE_I -> BLUE;
      case STAGE_II -> VERMILION;
      case STAGE_III -> GREEN;
      case STAGE_IV -> PURPLE;
      case STAGE_V -> SKY;
      case STAGE_VI -> ORANGE;
    };
  }

  static Marker marker(SteinbergStage stage) {
    return switch (stage) {
      case STAGE_0, UNKNOWN -> SeriesMarkers.PLUS;
      case STAGE_I -> SeriesMarkers.CIRCLE;
      case STAGE_II -> SeriesMarkers.TRIANGLE_UP;
      case STAGE_III -> SeriesMarkers.SQUARE;
      case STAGE_IV -> SeriesMarkers.DIAMOND;
      case STAGE_V -> SeriesMarkers.TRIANGLE_DOWN;
      case STAGE_VI -> SeriesMarkers.CROSS;
    };
  }

  /** The color of words on a ground. */
  static Color on(Color ground) {
    return ground.equals(BLUE) ? Color.WHITE : INK;
  }
}
