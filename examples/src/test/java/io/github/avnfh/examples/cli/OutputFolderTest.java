package io.github.avnfh.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {
  private static final byte[] NEW = "new".getBytes(StandardCharsets.UTF_8);

  @TempDir
  private Path home;

  private Path folder() {
    return home.resolve("a").resolve("report");
  }

  private Path old(String name, String text) throws IOException {
    Files.createDirectories(folder());
    return Files.writeString(folder().resolve(name), text);
  }

  private static OutputFolder files(String... names) {
    OutputFolder files = new OutputFolder();
    for (String name : names) {
      files.add(name, NEW);
    }
    return files;
  }

  @Test
  void writesAllFilesAndNothingElse() {
    files("one.txt", "two.txt").write(folder());
    assertThat(FolderTree.of(home).places().keySet())
        .containsExactly("", "a", "a/report", "a/report/one.txt", "a/report/two.txt");
  }

  @Test
  void replacesWhatItWritesAndKeepsWhatOthersWrote() throws IOException {
    old("one.txt", "old");
    old("other.txt", "old");
    files("one.txt").write(folder());
    assertThat(folder().resolve("one.txt")).hasContent("new");
    assertThat(folder().resolve("other.txt")).hasContent("old");
  }

  /** The other name of a file keeps what it had. */
  @Test
  void replacesAFileAndNotWhatElseItIsCalled() throws IOException {
    Path other = home.resolve("other.txt");
    Files.createLink(other, old("one.txt", "old"));
    files("one.txt").write(folder());
    assertThat(folder().resolve("one.txt")).hasContent("new");
    assertThat(other).hasContent("old");
  }

  @Test
  void writesNoneIfOneCannotBeWritten() {
    assertThatThrownBy(() -> files("one.txt", "no/such/place.txt").write(folder()))
        .isInstanceOf(UnwritableOutputException.class)
        .hasMessage("output '" + folder()
            + "' cannot be written: no such folder; name another place by --out");
    assertThat(FolderTree.of(home).places().keySet()).containsExactly("");
  }

  @Test
  void leavesNothingOfAnInterruptedRun() throws IOException {
    try (AtomicFiles files = AtomicFiles.in(folder(), new InputFiles())) {
      files.add("one.txt", NEW);
      files.abandon();
      assertThatThrownBy(() -> files.add("two.txt", NEW))
          .isInstanceOf(InterruptedIOException.class);
      assertThatThrownBy(files::commit).isInstanceOf(InterruptedIOException.class);
    }
    assertThat(FolderTree.of(home).places().keySet()).containsExactly("");
  }

  @Test
  void leavesAnOlderReportAsItWasWhenInterrupted() throws IOException {
    old("one.txt", "old");
    FolderTree before = FolderTree.of(home);
    try (AtomicFiles files = AtomicFiles.in(folder(), new InputFiles())) {
      files.add("one.txt", NEW);
    }
    assertThat(FolderTree.of(home)).isEqualTo(before);
  }

  @Test
  void keepsTheFoldersItMadeWhereOthersWroteMeanwhile() throws IOException {
    try (AtomicFiles files = AtomicFiles.in(folder(), new InputFiles())) {
      files.add("one.txt", NEW);
      old("other.txt", "theirs");
    }
    assertThat(FolderTree.of(home).places())
        .containsOnlyKeys("", "a", "a/report", "a/report/other.txt");
  }

  @Test
  void toleratesThatOthersRemovedItsFolder() throws IOException {
    try (AtomicFiles files = AtomicFiles.in(folder(), new InputFiles())) {
      files.add("one.txt", NEW);
      try (var stages = Files.newDirectoryStream(folder())) {
        for (Path stage : stages) {
          Files.delete(stage.resolve("one.txt"));
          Files.delete(stage);
        }
      }
      assertThatThrownBy(files::commit).isInstanceOf(IOException.class);
    }
    assertThat(FolderTree.of(home).places().keySet()).containsExactly("");
  }

  @Test
  void refusesAFolderInTheWayOfAFileAndWritesNoneOfThem() throws IOException {
    old("one.txt", "old");
    Files.createDirectory(folder().resolve("two.txt"));
    FolderTree before = FolderTree.of(home);
    assertThatThrownBy(() -> files("one.txt", "two.txt").write(folder()))
        .isInstanceOf(UnwritableOutputException.class)
        .hasMessageEndingWith("two.txt' is a folder; move it away, or name another place by --out");
    assertThat(FolderTree.of(home)).isEqualTo(before);
  }

  @Test
  void refusesAFileWhereTheFolderIsToBe() throws IOException {
    Files.createDirectories(folder().getParent());
    Files.writeString(folder(), "old");
    FolderTree before = FolderTree.of(home);
    assertThatThrownBy(() -> files("one.txt").write(folder()))
        .hasMessageEndingWith("is no folder; name one, or one to be made");
    assertThatThrownBy(() -> files("one.txt").write(folder().resolve("below")))
        .isInstanceOf(UnwritableOutputException.class)
        .hasMessageContaining("cannot be written");
    assertThat(FolderTree.of(home)).isEqualTo(before);
  }

  /** Several at once, each with its own content, beside a file of the user. */
  @Test
  void letsSeveralWriteAtOnceWithoutTouchingEachOther()
      throws IOException, InterruptedException, ExecutionException {
    int writers = 4;
    int times = 40;
    old("theirs.txt", "theirs");
    ExecutorService threads = Executors.newFixedThreadPool(writers);
    List<Future<?>> runs = new ArrayList<>();
    for (int writer = 0; writer < writers; writer++) {
      String text = Integer.toString(writer).repeat(2_000);
      runs.add(threads.submit(() -> {
        for (int i = 0; i < times; i++) {
          OutputFolder files = new OutputFolder();
          files.add("one.txt", text);
          files.add("two.txt", text);
          files.write(folder());
        }
      }));
    }
    for (Future<?> run : runs) {
      run.get();
    }
    threads.shutdown();
    assertThat(FolderTree.of(folder()).places())
        .containsOnlyKeys("", "one.txt", "theirs.txt", "two.txt")
        .containsEntry("theirs.txt", "file theirs")
        .allSatisfy((name, content) -> assertThat(content)
            .matches("folder|file theirs|file (0+|1+|2+|3+)")
            .hasSizeLessThan(2_006));
  }

  /** One that gives up removes the folder it made only if no other writes there. */
  @Test
  void letsOneGiveUpWhileAnotherBegins()
      throws IOException, InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    for (int i = 0; i < 200; i++) {
      Path folder = home.resolve("f" + i);
      Future<?> gives = threads.submit(() -> {
        try (AtomicFiles files = AtomicFiles.in(folder, new InputFiles())) {
          files.add("given-up.txt", NEW);
        }
        return true;
      });
      Future<?> writes = threads.submit(() -> files("one.txt").write(folder));
      gives.get();
      writes.get();
      assertThat(FolderTree.of(folder).places().keySet()).containsExactly("", "one.txt");
    }
    threads.shutdown();
  }

  @Test
  void addsFilesOfAnotherFolderByTheirEnding() {
    OutputFolder files = files("one.txt");
    files.addAll(files("two.csv", "three.txt"), ".csv");
    files.write(folder());
    assertThat(FolderTree.of(folder()).places().keySet()).containsExactly("", "one.txt", "two.csv");
  }

  @Test
  void writesOneFileWhereNoneIsThatWasRead() throws IOException {
    Path read = old("read.txt", "read");
    Path other = old("other.txt", "old");
    OutputFolder.writeFile(other, NEW, List.of(read));
    assertThat(other).hasContent("new");
    assertThatThrownBy(() -> OutputFolder.writeFile(read, NEW, List.of(other, read)))
        .isInstanceOf(UnwritableOutputException.class);
    assertThat(read).hasContent("read");
    assertThat(FolderTree.of(folder()).places().keySet())
        .containsExactly("", "other.txt", "read.txt");
  }

  @Test
  void saysWhyAPlaceCannotBeWritten() {
    Path place = Path.of("out");
    assertThat(List.of(
            new AccessDeniedException("out"),
            new FileAlreadyExistsException("out"),
            new NoSuchFileException("out"),
            new FileSystemException("out", null, "No space left\u001b"),
            new FileSystemException("out"),
            new IOException("broken pipe"),
            new IOException()))
        .extracting(refused -> UnwritableOutputException.of(place, refused).getMessage())
        .containsExactly(
            cannot("no permission"),
            cannot("a file or a link is where a folder is to be"),
            cannot("no such folder"),
            cannot("No space left\\u001b"),
            cannot("FileSystemException"),
            cannot("broken pipe"),
            cannot("IOException"));
  }

  private static String cannot(String reason) {
    return "output 'out' cannot be written: " + reason + "; name another place by --out";
  }
}
