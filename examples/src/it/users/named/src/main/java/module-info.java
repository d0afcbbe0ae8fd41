/** A user's module, who asked for scores, stages and survival and for no logger. */
module user {
  requires io.github.avnfh.core;
  requires io.github.avnfh.scoring;
  requires io.github.avnfh.staging;
  requires io.github.avnfh.survival;
}
