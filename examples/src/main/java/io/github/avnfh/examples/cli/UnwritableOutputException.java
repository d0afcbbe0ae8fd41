package io.github.avnfh.examples.cli;

import io.github.avnfh.core.VisibleText;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A place that the caller named for output cannot take it, and is as it was. */
public final class UnwritableOutputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private UnwritableOutputException(String message, Throwable cause) {
    super(message, cause);
  }

  private UnwritableOutputException(String message) {
    super(message);
  }

  /** A place that is not written to, with the reason and what to do. */
  static UnwritableOutputException of(Path place, String reason) {
    return new UnwritableOutputException(shown(place) + " " + reason);
  }

  /** A place that could not be written. */
  static UnwritableOutputException of(Path place, IOException refused) {
    return new UnwritableOutputException(
        shown(place) + " cannot be written: " + reason(refused) + "; name another place by --out",
        refused);
  }

  /** Standard output that did not take everything. */
  static UnwritableOutputException ofStandardOutput() {
    return new UnwritableOutputException(
        "standard output cannot be written to its end; name a file by --out, or make room");
  }

  private static String shown(Path place) {
    return "output '" + VisibleText.of(place.toString()) + "'";
  }

  private static String reason(IOException refused) {
    if (refused instanceof AccessDeniedException) {
      return "no permission";
    }
    if (refused instanceof FileAlreadyExistsException) {
      return "a file or a link is where a folder is to be";
    }
    if (refused instanceof NoSuchFileException) {
      return "no such folder";
    }
    Optional<String> reason = refused instanceof FileSystemException system
        ? Optional.ofNullable(system.getReason())
        : Optional.ofNullable(refused.getMessage());
    return VisibleText.of(reason.orElse(refused.getClass().getSimpleName()));
  }
}
