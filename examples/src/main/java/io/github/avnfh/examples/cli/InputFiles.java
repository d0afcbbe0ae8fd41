package io.github.avnfh.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files and folders that a run reads, none of which it may write to. */
final class InputFiles {
  private static final Path STANDARD_INPUT = Path.of("/dev/stdin");

  private final List<Path> places = new ArrayList<>();

  InputFiles() {}

  /** Adds a file, a folder all of whose files are read, or {@code -} for standard input. */
  void add(String place) {
    places.add(place.equals("-") ? STANDARD_INPUT : Path.of(place));
  }

  /**
   * Tells whether a file or folder is one that is read, in any way it is named: through links, by a
   * relative path, or by another name of the same file.
   */
  boolean contains(Path place) {
    return places.stream().anyMatch(input -> isSame(input, place));
  }

  private static boolean isSame(Path input, Path place) {
    try {
      return (Files.isRegularFile(input) || Files.isDirectory(input))
          && Files.exists(place)
          && Files.isSameFile(input, place);
    } catch (IOException e) {
      return false;
    }
  }
}
