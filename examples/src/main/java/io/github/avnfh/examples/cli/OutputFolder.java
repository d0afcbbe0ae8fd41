package io.github.avnfh.examples.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files that a run is going to write: all of them, or none. */
public final class OutputFolder {
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  /** Starts without a file. */
  public OutputFolder() {}

  /**
   * Adds a text.
   *
   * @param name the name of the file
   * @param text what it holds, written as UTF-8
   */
  public void add(String name, String text) {
    add(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Adds bytes.
   *
   * @param name the name of the file
   * @param bytes what it holds
   */
  public void add(String name, byte[] bytes) {
    files.put(name, bytes.clone());
  }

  /**
   * Writes all files. All are complete before the first takes its name; an interrupt before that
   * leaves the folder as it was.
   *
   * @param folder the folder, which is made if it is not there
   * @throws UncheckedIOException if the folder cannot be written
   */
  public void write(Path folder) {
    try (StagedFiles staged = StagedFiles.in(folder)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        staged.add(file.getKey(), file.getValue());
      }
      staged.commit();
    } catch (IOException refused) {
      throw new UncheckedIOException("the output folder cannot be written", refused);
    }
  }

  /**
   * Writes one file, complete before it takes its name.
   *
   * @param file the file
   * @param bytes what it holds
   * @throws IOException if it cannot be written
   */
  public static void write(Path file, byte[] bytes) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.write(part, bytes);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
