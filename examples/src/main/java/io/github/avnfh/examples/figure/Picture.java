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
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;

/** A figure as pixels: a PNG of twice its size, in the letters of the figures. */
final class Picture {
  private static final int FACTOR = 2;
  private static final String FAMILY = "font-family=\"Helvetica, Arial, sans-serif\"";
  private static final @Nullable Component NO_WINDOW = null;
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  /** The filter by which a row holds its difference to the one above. */
  private static final byte UP = 2;

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

  /**
   * The image as PNG, each row as it is or, where it repeats the one above, as no difference to it:
   * the general writer of Java tries five filters on every row, which for charts costs more time
   * than it saves room.
   */
  private static byte[] encoded(BufferedImage image) {
    ByteBuffer header = ByteBuffer.allocate(13);
    header.putInt(image.getWidth()).putInt(image.getHeight());
    header.put(new byte[] {8, 2, 0, 0, 0}); // 8 bits each of red, green and blue, no interlacing
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(SIGNATURE);
    chunk(png, "IHDR", header.array());
    chunk(png, "IDAT", compressed(image));
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  private static byte[] compressed(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int width = image.getWidth();
    int[] pixels = new int[width];
    int[] above = new int[0];
    byte[] row = new byte[1 + 3 * width];
    byte[] repeated = new byte[row.length];
    repeated[0] = UP;
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
      for (int y = 0; y < image.getHeight(); y++) {
        image.getRaster().getDataElements(0, y, width, 1, pixels);
        if (Arrays.equals(pixels, above)) {
          out.write(repeated);
        } else {
          for (int x = 0; x < width; x++) {
            row[3 * x + 1] = (byte) (pixels[x] >> 16);
            row[3 * x + 2] = (byte) (pixels[x] >> 8);
            row[3 * x + 3] = (byte) pixels[x];
          }
          out.write(row);
          above = pixels.clone();
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
    CRC32 check = new CRC32();
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    check.update(name);
    check.update(data);
    png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    png.writeBytes(name);
    png.writeBytes(data);
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
  }
}
