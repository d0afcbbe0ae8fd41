package io.github.avnfh.examples.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of this build, for the option and for reports. */
public final class Version implements IVersionProvider {
  private static final String RESOURCE = "/io/github/avnfh/examples/version.properties";

  /** Made by the command line. */
  public Version() {}

  /**
   * Returns the version of this build.
   *
   * @return the project's version
   */
  public static String text() {
    Properties properties = new Properties();
    try (InputStream resource =
        Objects.requireNonNull(Version.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      properties.load(resource);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return Objects.requireNonNull(properties.getProperty("version"), "version");
  }

  @Override
  public String[] getVersion() {
    return new String[] {"avnfh " + text()};
  }
}
