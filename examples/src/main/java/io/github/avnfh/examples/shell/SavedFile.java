package io.github.avnfh.examples.shell;

import io.github.avnfh.examples.cli.OutputFolder;
import io.github.avnfh.examples.cli.UnwritableOutputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The file that a result saves itself to. */
final class SavedFile {
  private SavedFile() {}

  /** Writes a file, unless a link or a folder is in its place, or it was read. */
  static Path write(String file, byte[] content, List<Path> read) {
    try {
      Path place = Path.of(file);
      OutputFolder.writeFile(place, content, read);
      return place;
    } catch (UnwritableOutputException failure) {
      // nothing is typed behind an option here
      String message = String.valueOf(failure.getMessage()).replace(" by --out", "");
      throw new UncheckedIOException(message, new IOException(message, failure));
    }
  }
}
