package io.github.avnfh.staging;

import io.github.avnfh.core.Coded;

/** The grade of a system that knows none: there is no such word. */
public enum Ungraded implements Coded {
  ;

  @Override
  public String code() {
    throw new AssertionError("a system without grades has no code for one");
  }
}
