package io.github.avnfh.examples.figure;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The letters of the figures, which come with the program and not from the machine. */
final class Typeface {
  private static final Logger LOG = LoggerFactory.getLogger(Typeface.class);

  private Typeface() {}

  /** Read on first use, which fails on a machine whose Java has no support for fonts. */
  private static final class Files {
    private static final Font REGULAR = read("figure-regular.ttf");
    private static final Font BOLD = read("figure-bold.ttf");
  }

  static Font regular(float size) {
    return Files.REGULAR.deriveFont(size);
  }

  static Font bold(float size) {
    return Files.BOLD.deriveFont(size);
  }

  /** The name by which a drawing can ask for the letters. */
  static String family() {
    GraphicsEnvironment environment = GraphicsEnvironment.getLocalGraphicsEnvironment();
    environment.registerFont(Files.REGULAR);
    environment.registerFont(Files.BOLD);
    return Files.REGULAR.getFamily(Locale.ROOT);
  }

  /** Whether this machine can draw text. */
  static boolean isUsable() {
    try {
      return Label.width("0", regular(1)) > 0;
    } catch (LinkageError | NullPointerException | InternalError noFonts) {
      LOG.debug("no text can be drawn: {}", noFonts.getClass().getName());
      return false;
    }
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
