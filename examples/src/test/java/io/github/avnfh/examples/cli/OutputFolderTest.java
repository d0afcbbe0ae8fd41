package io.github.avnfh.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {
  private static final byte[] NEW = "new".getBytes(StandardCharsets.UTF_8);

  @TempDir
  private Path home;

  private Path folder() {
    return home.resolve("a").resolve("report");
  }

  @Test
  void writesAllFilesAndNothingElse() throws IOException {
    OutputFolder files = new OutputFolder();
    files.add("one.txt", "1");
    files.add("two.txt", NEW);
    files.write(folder());
    assertThat(folder()).isDirectoryContaining("glob:**/one.txt");
    try (var entries = Files.list(folder())) {
      assertThat(entries.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("one.txt", "two.txt");
    }
  }

  @Test
  void replacesWhatItWritesAndKeepsWhatOthersWrote() throws IOException {
    Files.createDirectories(folder());
    Files.writeString(folder().resolve("one.txt"), "old");
    Files.writeString(folder().resolve("other.txt"), "old");
    OutputFolder files = new OutputFolder();
    files.add("one.txt", NEW);
    files.write(folder());
    assertThat(folder().resolve("one.txt")).hasContent("new");
    assertThat(folder().resolve("other.txt")).hasContent("old");
  }

  @Test
  void writesNoneIfOneCannotBeWritten() {
    OutputFolder files = new OutputFolder();
    files.add("one.txt", NEW);
    files.add("no/such/place.txt", NEW);
    assertThatThrownBy(() -> files.write(folder())).isInstanceOf(UncheckedIOException.class);
    assertThat(folder()).doesNotExist();
  }

  @Test
  void leavesNothingOfAnInterruptedRun() throws IOException {
    try (StagedFiles files = StagedFiles.in(folder())) {
      files.add("one.txt", NEW);
      files.abandon();
      assertThatThrownBy(() -> files.add("two.txt", NEW))
          .isInstanceOf(InterruptedIOException.class);
      assertThatThrownBy(files::commit).isInstanceOf(InterruptedIOException.class);
    }
    assertThat(folder()).doesNotExist();
  }

  @Test
  void leavesAnOlderReportAsItWasWhenInterrupted() throws IOException {
    Files.createDirectories(folder());
    Files.writeString(folder().resolve("one.txt"), "old");
    try (StagedFiles files = StagedFiles.in(folder())) {
      files.add("one.txt", NEW);
    }
    assertThat(folder().resolve("one.txt")).hasContent("old");
    assertThat(folder().resolve(".part")).doesNotExist();
  }

  @Test
  void clearsWhatAKilledRunLeftBehind() throws IOException {
    Files.createDirectories(folder().resolve(".part"));
    Files.writeString(folder().resolve(".part").resolve("half.txt"), "half");
    OutputFolder files = new OutputFolder();
    files.add("one.txt", NEW);
    files.write(folder());
    assertThat(folder().resolve(".part")).doesNotExist();
    assertThat(folder().resolve("half.txt")).doesNotExist();
  }
}
