package io.github.avnfh.examples.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.batik.transcoder.SVGAbstractTranscoder;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.PNGTranscoder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A figure as pixels. */
public final class Picture {
  private static final Logger LOG = LoggerFactory.getLogger(Picture.class);
  private static final float WIDTH = 1600;

  private Picture() {}

  /**
   * Draws a figure.
   *
   * @param svg the figure
   * @return the bytes of a PNG of 1,600 pixels' width, or nothing on a machine that cannot draw
   *     text because it has no fonts
   */
  public static Optional<byte[]> png(String svg) {
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
