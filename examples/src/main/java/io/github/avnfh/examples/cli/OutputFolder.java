package io.github.avnfh.examples.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files that a run is going to write: all of them, or none.
 *
 * <p>Nothing but these files is written, replaced or removed. A regular file of the same name is
 * replaced, and a device or a pipe is written to. A link, a folder or a file that was read in the
 * place of one of them is refused, and all is left as it was; so is a folder that is a link itself.
 * Two runs that write at once into one folder do not touch each other's unfinished files.
 */
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
   * Adds files of another folder.
   *
   * @param other the other folder
   * @param ending how the names of the files that are added end
   */
  public void addAll(OutputFolder other, String ending) {
    other.files.forEach((name, bytes) -> {
      if (name.endsWith(ending)) {
        files.put(name, bytes);
      }
    });
  }

  /**
   * Writes all files. All are complete before the first takes its name; an interrupt before that
   * leaves the folder as it was.
   *
   * @param folder the folder, which is made if it is not there
   * @throws UnwritableOutputException if the folder or one of the files cannot be written
   */
  public void write(Path folder) {
    write(folder, new InputFiles());
  }

  /** The same where some files must not be replaced because they were read. */
  void write(Path folder, InputFiles inputs) {
    try (AtomicFiles staged = AtomicFiles.in(folder, inputs)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        staged.add(file.getKey(), file.getValue());
      }
      staged.commit();
    } catch (IOException e) {
      throw UnwritableOutputException.of(folder, e);
    }
  }

  /**
   * Writes one file, which is complete before it takes its name.
   *
   * @param file the file; a regular one that is there is replaced
   * @param bytes what it is to hold
   * @param read files that must not be replaced because they were read
   * @throws UnwritableOutputException if the place is a link or a folder, is one that was read, or
   *     cannot be written
   */
  public static void writeFile(Path file, byte[] bytes, List<Path> read) {
    InputFiles inputs = new InputFiles();
    read.forEach(each -> inputs.add(each.toString()));
    try (AtomicFiles staged = AtomicFiles.at(file, inputs)) {
      staged.add(String.valueOf(file.getFileName()), bytes);
      staged.commit();
    } catch (IOException e) {
      throw UnwritableOutputException.of(file, e);
    }
  }
}
