package io.github.avnfh.examples.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Files on their way into a folder.
 *
 * <p>They lie in a fresh hidden folder beside the places they are going to take until all of them
 * are complete. Only regular files are replaced; a device or a pipe is written to; a link or a
 * folder where a file is to be, or a file that was read, is refused before the first file takes its
 * name. Only what was made here is ever removed. A run that ends before, by an interrupt for
 * instance, leaves the folder as it was.
 */
final class AtomicFiles implements AutoCloseable {
  private static final String STAGE = ".avnfh-";
  private static final int MOST_ATTEMPTS = 100;

  private final Path folder;
  private final InputFiles inputs;
  private final Deque<Path> madeFolders = new ArrayDeque<>();
  private final List<Path> madeFiles = new ArrayList<>();
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final Thread onInterrupt = new Thread(this::abandon, "abandon output");
  private Optional<Path> stage = Optional.empty();
  private boolean over;

  private AtomicFiles(Path folder, InputFiles inputs) {
    this.folder = folder;
    this.inputs = inputs;
  }

  /**
   * Starts to write into a folder, which is made when the first file needs it.
   *
   * @param folder where the files are going to be
   * @param inputs what must not be replaced
   * @throws UnwritableOutputException if the place is a link, something other than a folder, or a
   *     folder that was read
   */
  static AtomicFiles in(Path folder, InputFiles inputs) {
    requireFolder(folder, inputs);
    return open(folder, inputs);
  }

  /**
   * Starts to write a file beside which others may be written; the way to its folder may lead
   * through links.
   *
   * @param file the first file that is going to be added
   * @param inputs what must not be replaced
   * @throws UnwritableOutputException if the place is that of no file
   */
  static AtomicFiles at(Path file, InputFiles inputs) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw UnwritableOutputException.of(file, "is a folder; name a file");
    }
    return open(folder, inputs);
  }

  private static AtomicFiles open(Path folder, InputFiles inputs) {
    AtomicFiles files = new AtomicFiles(folder, inputs);
    Runtime.getRuntime().addShutdownHook(files.onInterrupt);
    return files;
  }

  private static void requireFolder(Path folder, InputFiles inputs) {
    kind(folder).ifPresent(found -> {
      if (found.isSymbolicLink()) {
        throw UnwritableOutputException.of(
            folder, "is a link, which is not followed; name the folder itself");
      }
      if (!found.isDirectory()) {
        throw UnwritableOutputException.of(folder, "is no folder; name one, or one to be made");
      }
    });
    if (inputs.contains(folder)) {
      throw UnwritableOutputException.of(folder, "is the folder that is read; name another folder");
    }
  }

  /** What is at a place, asked once: another run may take it away at any time. */
  private static Optional<BasicFileAttributes> kind(Path place) {
    try {
      return Optional.of(
          Files.readAttributes(place, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    } catch (IOException nothing) {
      return Optional.empty();
    }
  }

  /** Adds a file, complete beside its place, unless its place is a device or a pipe. */
  synchronized void add(String name, byte[] bytes) throws IOException {
    requireGoing();
    files.put(name, bytes);
    if (!isStream(folder.resolve(name))) {
      if (stage.isEmpty()) {
        stage = Optional.of(openStage());
      }
      Path staged = stage.get().resolve(name);
      madeFiles.add(staged);
      Files.write(staged, bytes, StandardOpenOption.CREATE_NEW);
    }
  }

  /** Another run that found nothing to write may remove the folder before the stage is in it. */
  private Path openStage() throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        makeFolders();
        return Files.createTempDirectory(folder, STAGE);
      } catch (NoSuchFileException e) {
        if (attempt == MOST_ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private void makeFolders() throws IOException {
    Deque<Path> missing = new ArrayDeque<>();
    for (Path place = folder.toAbsolutePath();
        place != null && !Files.exists(place);
        place = place.getParent()) {
      missing.push(place);
    }
    for (Path place : missing) {
      try {
        Files.createDirectory(place);
        madeFolders.push(place);
      } catch (FileAlreadyExistsException e) {
        if (!Files.isDirectory(place)) {
          throw e;
        }
      }
    }
  }

  /** Gives the files their names; an interrupt waits until all of them have theirs. */
  synchronized void commit() throws IOException {
    requireGoing();
    files.keySet().forEach(this::requireReplaceable);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      if (isStream(folder.resolve(file.getKey()))) {
        write(folder.resolve(file.getKey()), file.getValue());
      }
    }
    for (Path staged : madeFiles) {
      Path place = folder.resolve(staged.getFileName());
      if (!isStream(place)) {
        Files.move(staged, place, StandardCopyOption.ATOMIC_MOVE);
      }
    }
    madeFolders.clear();
    abandon();
  }

  private void requireReplaceable(String name) {
    Path place = folder.resolve(name);
    if (isStream(place)) {
      return;
    }
    if (Files.isSymbolicLink(place)) {
      throw UnwritableOutputException.of(
          place, "is a link, which is not followed; move it away, or name another place by --out");
    }
    if (Files.isDirectory(place)) {
      throw UnwritableOutputException.of(
          place, "is a folder; move it away, or name another place by --out");
    }
    if (inputs.contains(place)) {
      throw UnwritableOutputException.of(
          place, "is a file that was read; name another place by --out");
    }
  }

  /** Whether a place is a device or a pipe, or leads to one. */
  static boolean isStream(Path place) {
    return Files.exists(place) && !Files.isRegularFile(place) && !Files.isDirectory(place);
  }

  private static void write(Path stream, byte[] bytes) throws IOException {
    try (OutputStream out = Files.newOutputStream(stream, StandardOpenOption.WRITE)) {
      out.write(bytes);
    }
  }

  private void requireGoing() throws InterruptedIOException {
    if (over) {
      throw new InterruptedIOException("the run was interrupted");
    }
  }

  /** Removes what was made here and is not complete, and the folders made for it. */
  synchronized void abandon() {
    if (over) {
      return;
    }
    over = true;
    try {
      if (stage.isPresent() && Files.isDirectory(stage.get(), LinkOption.NOFOLLOW_LINKS)) {
        for (Path file : madeFiles) {
          Files.deleteIfExists(file);
        }
        Files.delete(stage.get());
      }
      for (Path made : madeFolders) {
        Files.delete(made);
      }
    } catch (DirectoryNotEmptyException | NoSuchFileException e) {
      // what others wrote there stays, and what others removed is gone
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    abandon();
    try {
      Runtime.getRuntime().removeShutdownHook(onInterrupt);
    } catch (IllegalStateException e) {
      // the hook has run or is running
    }
  }
}
