package io.github.avnfh.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * With any files, folders and links in and beside a folder, only the regular files named as output
 * change.
 */
class OutputProperties {
  private static final List<String> OUTPUTS = List.of("curve.csv", "test.csv");
  private static final List<String> NAMES = List.of(
      "curve.csv", "test.csv", ".part", "curve.csv.part", ".avnfh-1", "notes.txt", "out", "a");

  private enum Kind {
    FILE,
    EMPTY_FOLDER,
    FOLDER,
    LINK_TO_FILE,
    LINK_TO_FOLDER,
    LINK_TO_NOTHING
  }

  private record Place(boolean inside, String name, Kind kind) {
    void make(Path home) throws IOException {
      Path place = (inside ? home.resolve("out") : home).resolve(name);
      Files.createDirectories(place.getParent());
      switch (kind) {
        case FILE -> Files.writeString(place, "file of the user");
        case EMPTY_FOLDER -> Files.createDirectory(place);
        case FOLDER -> Files.writeString(Files.createDirectory(place).resolve("deep.txt"), "deep");
        case LINK_TO_FILE -> Files.createSymbolicLink(place, home.resolve("target.txt"));
        case LINK_TO_FOLDER -> Files.createSymbolicLink(place, home.resolve("target"));
        case LINK_TO_NOTHING -> Files.createSymbolicLink(place, home.resolve("nothing"));
      }
    }
  }

  @Provide
  Arbitrary<List<Place>> trees() {
    return Combinators.combine(
            Arbitraries.of(true, false), Arbitraries.of(NAMES), Arbitraries.of(Kind.values()))
        .as(Place::new)
        .list()
        .ofMaxSize(8);
  }

  @Property(tries = 300)
  void onlyTheRegularFilesNamedAsOutputChange(
      @ForAll("trees") List<Place> places, @ForAll boolean alone) throws IOException {
    Path home = Files.createTempDirectory("avnfh-property");
    try {
      prepare(home, places);
      FolderTree before = FolderTree.of(home);
      boolean asFile = alone && !Files.isSymbolicLink(home.resolve("out"));
      boolean written = write(home, asFile);
      FolderTree after = FolderTree.of(home);
      Set<String> outputs = (asFile ? OUTPUTS.subList(0, 1) : OUTPUTS)
          .stream().map(name -> Path.of("out", name).toString()).collect(Collectors.toSet());
      if (written) {
        outputs.forEach(name -> {
          assertThat(after.places()).containsEntry(name, "file new");
          assertThat(before.places().getOrDefault(name, "file ")).startsWith("file ");
        });
        assertThat(after.without(outputs).without(Set.of("out")))
            .isEqualTo(before.without(outputs).without(Set.of("out")));
      } else {
        assertThat(after).isEqualTo(before);
      }
    } finally {
      remove(home);
    }
  }

  private static void prepare(Path home, List<Place> places) throws IOException {
    Files.writeString(home.resolve("target.txt"), "target");
    Files.writeString(
        Files.createDirectory(home.resolve("target")).resolve("inside.txt"), "inside");
    for (Place place : places) {
      try {
        place.make(home);
      } catch (FileSystemException e) {
        // the place is taken by another of the list
      }
    }
  }

  private static boolean write(Path home, boolean asFile) throws IOException {
    OutputFolder files = new OutputFolder();
    OUTPUTS.forEach(name -> files.add(name, "new"));
    try {
      if (asFile) {
        try (AtomicFiles staged =
            AtomicFiles.at(home.resolve("out").resolve(OUTPUTS.get(0)), new InputFiles())) {
          staged.add(OUTPUTS.get(0), "new".getBytes(java.nio.charset.StandardCharsets.UTF_8));
          staged.commit();
        }
      } else {
        files.write(home.resolve("out"));
      }
      return true;
    } catch (UnwritableOutputException | IOException e) {
      return false;
    }
  }

  private static void remove(Path home) throws IOException {
    try (Stream<Path> walk = Files.walk(home)) {
      for (Path place : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(place);
      }
    }
  }
}
