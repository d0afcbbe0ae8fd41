package io.github.avnfh.examples.synthetic;

/** What the images of a hip shall show between baseline and the last examination. */
enum Course {
  IMPROVED,
  STABLE,
  PROGRESSED
}
