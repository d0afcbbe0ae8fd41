package io.github.avnfh.examples.figure;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.FloatSize;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/** A figure as pixels: a PNG of twice its size, in the letters of the figures. */
final class Picture {
  private static final int FACTOR = 2;
  private static final String FAMILY = "font-family=\"Helvetica, Arial, sans-serif\"";
  private static final @Nullable Component NO_WINDOW = null;

  private Picture() {}

  /** The bytes of a picture of a chart. */
  static byte[] png(Plot plot) {
    return png(Plot.WIDTH, plot.height(), plot::paint);
  }

  /** The bytes of a picture of an SVG document, or nothing on a machine that cannot draw text. */
  static Optional<byte[]> png(String svg) {
    if (!Typeface.isUsable()) {
      return Optional.empty();
    }
    String lettered = svg.replace(FAMILY, "font-family=\"" + Typeface.family() + "\"");
    SVGDocument document = Objects.requireNonNull(new SVGLoader()
        .load(
            new ByteArrayInputStream(lettered.getBytes(StandardCharsets.UTF_8)),
            null,
            LoaderContext.createDefault()));
    FloatSize size = document.size();
    return Optional.of(png(
        (int) Math.ceil(size.width),
        (int) Math.ceil(size.height),
        g -> document.render(NO_WINDOW, g, null)));
  }

  private static byte[] png(int width, int height, Consumer<Graphics2D> drawing) {
    BufferedImage image =
        new BufferedImage(FACTOR * width, FACTOR * height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, image.getWidth(), image.getHeight());
    g.scale(FACTOR, FACTOR);
    drawing.accept(g);
    g.dispose();
    return encoded(image);
  }

  private static byte[] encoded(BufferedImage image) {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", stream);
      stream.flush();
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
