package io.github.avnfh.examples.figure;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The letters of the figures, which come with the program and not from the machine. */
final class Typeface {
  private static final Font REGULAR = read("figure-regular.ttf");
  private static final Font BOLD = read("figure-bold.ttf");

  private Typeface() {}

  static Font regular(float size) {
    return REGULAR.deriveFont(size);
  }

  static Font bold(float size) {
    return BOLD.deriveFont(size);
  }

  private static Font read(String name) {
    try (InputStream file =
        Objects.requireNonNull(Typeface.class.getResourceAsStream(name), name)) {
      return Font.createFont(Font.TRUETYPE_FONT, file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (FontFormatException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
