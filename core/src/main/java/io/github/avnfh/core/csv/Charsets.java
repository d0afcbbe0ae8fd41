package io.github.avnfh.core.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The character set of a table: told by a byte order mark, or declared; and the likely one of bytes
 * that are not UTF-8.
 */
final class Charsets {
  private static final int SAMPLE = 1 << 16;
  /** Arabic words are runs of high bytes; letters with accents mostly stand alone. */
  private static final int WORD = 3;

  private final Charset charset;
  private final Optional<String> likely;

  private Charsets(Charset charset, Optional<String> likely) {
    this.charset = charset;
    this.likely = likely;
  }

  /** Looks at the first bytes of a stream, which is left where it was. */
  static Charsets of(BufferedInputStream bytes, Charset declared) throws IOException {
    bytes.mark(SAMPLE);
    byte[] sample = bytes.readNBytes(SAMPLE);
    bytes.reset();
    Charset charset = marked(sample).orElse(declared);
    boolean unreadable = charset.equals(StandardCharsets.UTF_8) && !isUtf8(sample);
    return new Charsets(charset, unreadable ? Optional.of(likely(sample)) : Optional.empty());
  }

  static BufferedInputStream buffered(InputStream bytes) {
    return new BufferedInputStream(bytes, SAMPLE);
  }

  /** Returns the character set to read by. */
  Charset charset() {
    return charset;
  }

  /** Returns the likely character set of bytes that are not UTF-8 though they should be. */
  Optional<String> likely() {
    return likely;
  }

  private static Optional<Charset> marked(byte[] sample) {
    if (begins(sample, 0xEF, 0xBB, 0xBF)) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    if (begins(sample, 0xFF, 0xFE)) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    return begins(sample, 0xFE, 0xFF) ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
  }

  private static boolean begins(byte[] sample, int... mark) {
    boolean same = sample.length >= mark.length;
    for (int i = 0; same && i < mark.length; i++) {
      same = (sample[i] & 0xFF) == mark[i];
    }
    return same;
  }

  /** A character that the sample cuts off at its end is none that cannot be read. */
  private static boolean isUtf8(byte[] sample) {
    CharsetDecoder decoder = StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
    return !decoder
        .decode(ByteBuffer.wrap(sample), CharBuffer.allocate(sample.length), false)
        .isError();
  }

  private static String likely(byte[] sample) {
    int inWords = 0;
    int alone = 0;
    int run = 0;
    for (byte next : sample) {
      if (next < 0) {
        run++;
      } else {
        inWords += run >= WORD ? run : 0;
        alone += run < WORD ? run : 0;
        run = 0;
      }
    }
    return inWords > alone ? "windows-1256" : "windows-1252";
  }
}
