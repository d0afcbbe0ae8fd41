package io.github.avnfh.examples.figure;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.batik.transcoder.SVGAbstractTranscoder;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.PNGTranscoder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A figure as pixels. */
final class Picture {
  private static final Logger LOG = LoggerFactory.getLogger(Picture.class);
  private static final float WIDTH = 1600;
  private static final int FACTOR = 2;

  private Picture() {}

  /** The bytes of a PNG of a chart, of twice its size. */
  static Optional<byte[]> png(Plot plot) {
    BufferedImage image =
        new BufferedImage(FACTOR * Plot.WIDTH, FACTOR * plot.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.scale(FACTOR, FACTOR);
    plot.paint(g);
    g.dispose();
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", stream);
      stream.flush();
      return Optional.of(bytes.toByteArray());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /**
   * The bytes of a PNG of an SVG document, 1,600 pixels wide, or nothing on a machine that cannot
   * draw text because it has no fonts.
   */
  static Optional<byte[]> png(String svg) {
    PNGTranscoder transcoder = new PNGTranscoder();
    transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_WIDTH, WIDTH);
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      transcoder.transcode(new TranscoderInput(new StringReader(svg)), new TranscoderOutput(bytes));
      return Optional.of(bytes.toByteArray());
    } catch (TranscoderException | LinkageError | NullPointerException | InternalError noFonts) {
      LOG.debug("no picture: {}", noFonts.getClass().getName());
      return Optional.empty();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
