package io.github.avnfh.examples.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files on their way into a folder: they lie in a hidden folder inside it until all of them are
 * complete. Whatever ends the run before, an interrupt included, leaves none of them.
 */
final class StagedFiles implements AutoCloseable {
  private static final String STAGE = ".part";

  private final Path folder;
  private final Path stage;
  private final boolean isNew;
  private final List<String> names = new ArrayList<>();
  private final Thread onInterrupt = new Thread(this::abandon, "abandon output");
  private boolean over;

  private StagedFiles(Path folder, boolean isNew) {
    this.folder = folder;
    this.stage = folder.resolve(STAGE);
    this.isNew = isNew;
  }

  static StagedFiles in(Path folder) throws IOException {
    StagedFiles files = new StagedFiles(folder, !Files.exists(folder));
    Runtime.getRuntime().addShutdownHook(files.onInterrupt);
    try {
      files.open();
      return files;
    } catch (IOException refused) {
      files.close();
      throw refused;
    }
  }

  private synchronized void open() throws IOException {
    requireGoing();
    Files.createDirectories(folder);
    clear();
    Files.createDirectory(stage);
  }

  synchronized void add(String name, byte[] bytes) throws IOException {
    requireGoing();
    Files.write(stage.resolve(name), bytes);
    names.add(name);
  }

  /** Gives the files their names; an interrupt waits until all of them have theirs. */
  synchronized void commit() throws IOException {
    requireGoing();
    for (String name : names) {
      Files.move(stage.resolve(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    clear();
    over = true;
  }

  private void requireGoing() throws InterruptedIOException {
    if (over) {
      throw new InterruptedIOException("the run was interrupted");
    }
  }

  /**
   * Removes what is not complete, and the folder if it was made for this and holds nothing else.
   */
  synchronized void abandon() {
    if (over) {
      return;
    }
    over = true;
    try {
      clear();
      if (isNew && Files.isDirectory(folder)) {
        Files.delete(folder);
      }
    } catch (DirectoryNotEmptyException othersWroteThere) {
      // what others wrote stays
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  private void clear() throws IOException {
    if (!Files.isDirectory(stage)) {
      return;
    }
    try (Stream<Path> files = Files.list(stage)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(stage);
  }

  @Override
  public void close() {
    abandon();
    try {
      Runtime.getRuntime().removeShutdownHook(onInterrupt);
    } catch (IllegalStateException shuttingDown) {
      // the hook has run or is running
    }
  }
}
