package io.github.avnfh.examples.figure;

import java.awt.Font;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/** The title of a chart and, below it, what its colors, lines and marks mean. */
final class Key {
  static final double LEFT = 16;
  static final double LINE = 26;
  static final double MARK = 14;
  private static final double GAP = 16;
  private static final double TITLE_BASELINE = 22;
  private static final double LINE_HEIGHT = 19;
  private static final Font TITLE_FONT = Typeface.bold(15);
  private static final Font FONT = Typeface.regular(13);

  /** Draws an example of what an entry means. */
  interface Sample {
    void draw(Graphics2D g, double left, double middle);
  }

  private record Entry(String words, double sampleWidth, Sample sample) {
    double width() {
      return sampleWidth + 6 + Label.width(words, FONT);
    }
  }

  private final String title;
  private final List<Entry> entries = new ArrayList<>();

  Key(String title) {
    this.title = title;
  }

  void add(String words, double sampleWidth, Sample sample) {
    if (entries.stream().noneMatch(entry -> entry.words.equals(words))) {
      entries.add(new Entry(words, sampleWidth, sample));
    }
  }

  int height(int width) {
    return (int) Math.ceil(TITLE_BASELINE + 6 + rows(width).size() * LINE_HEIGHT);
  }

  void draw(Graphics2D g, int width) {
    g.setColor(Palette.INK);
    Label.draw(g, TITLE_FONT, title, LEFT, TITLE_BASELINE);
    double baseline = TITLE_BASELINE + LINE_HEIGHT + 2;
    for (List<Entry> row : rows(width)) {
      double x = LEFT;
      for (Entry entry : row) {
        entry.sample.draw(g, x, baseline - 4.5);
        g.setColor(Palette.INK);
        Label.draw(g, FONT, entry.words, x + entry.sampleWidth + 6, baseline);
        x += entry.width() + GAP;
      }
      baseline += LINE_HEIGHT;
    }
  }

  private List<List<Entry>> rows(int width) {
    List<List<Entry>> rows = new ArrayList<>();
    double x = Double.MAX_VALUE;
    for (Entry entry : entries) {
      if (x + entry.width() > width - LEFT) {
        rows.add(new ArrayList<>());
        x = LEFT;
      }
      rows.get(rows.size() - 1).add(entry);
      x += entry.width() + GAP;
    }
    return rows;
  }
}
