package io.github.avnfh.examples.figure;

/**
 * A figure that is left out, and why.
 *
 * @param name the name its files would have had
 * @param title what it would have shown
 * @param reason why it cannot be drawn, a sentence without its full stop
 */
public record Omission(String name, String title, String reason) implements Illustration {

  /**
   * Returns what the report says in place of the figure.
   *
   * @return one sentence
   */
  public String text() {
    return "Figure left out: " + title + ", because " + reason + ".";
  }
}
