package io.github.avnfh.examples.figure;

/** What a place for a figure holds: the figure, or the reason why there is none. */
public sealed interface Illustration permits Figure, Omission {

  /**
   * Returns the name of the files.
   *
   * @return lower-case words joined by underscores, without an ending
   */
  String name();
}
