package io.github.avnfh.core.evidence;

/** A result that can say why it is what it is. */
public interface Explained {

  /**
   * Explains the result.
   *
   * @return the answer, the rules that made it with their inputs, points and sources, and what is
   *     missing
   */
  Explanation explanation();
}
