package io.github.avnfh.examples.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Everything in a folder: for each place whether it is a folder, a link and to where, or a file and
 * its bytes.
 */
public record FolderTree(Map<String, String> places) {

  /** Looks at a folder and all that is in it, and follows no link. */
  public static FolderTree of(Path root) {
    try (Stream<Path> walk = Files.walk(root)) {
      Map<String, String> places = new TreeMap<>();
      for (Path place : walk.toList()) {
        places.put(root.relativize(place).toString(), content(place));
      }
      return new FolderTree(places);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String content(Path place) throws IOException {
    if (Files.isSymbolicLink(place)) {
      return "link to " + Files.readSymbolicLink(place);
    }
    if (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
      return "folder";
    }
    return Files.isRegularFile(place)
        ? "file " + Files.readString(place, StandardCharsets.ISO_8859_1)
        : "other";
  }

  /** What is at a place; nothing if it is not there. */
  String at(String name) {
    return places.getOrDefault(name, "");
  }

  /** The same without some places. */
  FolderTree without(Iterable<String> names) {
    Map<String, String> left = new TreeMap<>(places);
    names.forEach(left::remove);
    return new FolderTree(left);
  }
}
