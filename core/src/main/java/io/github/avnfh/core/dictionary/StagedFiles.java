package io.github.avnfh.core.dictionary;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/**
 * Files of ours in a folder of the caller's, written whole in a fresh folder inside before the
 * first takes its place.
 */
final class StagedFiles {
  private StagedFiles() {}

  /**
   * Replaces the files of some names: those without a text are removed. A link, a device or a
   * folder in the place of one is the caller's, and then nothing is written.
   */
  static void replace(Path folder, List<String> names, Map<String, String> texts)
      throws IOException {
    Files.createDirectories(folder);
    for (String name : names) {
      requireReplaceable(folder.resolve(name));
    }
    Path stage = Files.createTempDirectory(folder, ".avnfh-");
    try {
      for (Map.Entry<String, String> file : texts.entrySet()) {
        Files.writeString(stage.resolve(file.getKey()), file.getValue());
      }
      for (String name : names) {
        settle(stage.resolve(name), folder.resolve(name), texts.containsKey(name));
      }
    } finally {
      discard(stage, names);
    }
  }

  private static void requireReplaceable(Path place) throws IOException {
    if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)
        && !Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(
          String.valueOf(place.getFileName()), null, "is no regular file");
    }
  }

  private static void settle(Path staged, Path place, boolean written) throws IOException {
    if (written) {
      Files.move(staged, place, StandardCopyOption.ATOMIC_MOVE);
    } else {
      Files.deleteIfExists(place);
    }
  }

  private static void discard(Path stage, List<String> names) throws IOException {
    for (String name : names) {
      Files.deleteIfExists(stage.resolve(name));
    }
    Files.delete(stage);
  }
}
