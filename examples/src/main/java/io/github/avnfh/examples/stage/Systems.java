package io.github.avnfh.examples.stage;

import io.github.avnfh.staging.arco.Arco1994;
import io.github.avnfh.staging.arco.Arco2019;
import io.github.avnfh.staging.chinese.Chinese2015;
import io.github.avnfh.staging.ficat.Ficat;
import io.github.avnfh.staging.jic.Jic;
import io.github.avnfh.staging.steinberg.Steinberg;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The systems that the command knows, by their codes. */
final class Systems {
  private static final List<Stager> ALL = List.of(
      Stager.of(Steinberg.PENNSYLVANIA_1995),
      Stager.of(Ficat.MERGED),
      Stager.of(Arco1994.PUBLISHED_1994),
      Stager.of(Arco2019.REVISED_2019),
      Stager.of(Jic.REVISED_2001),
      Stager.of(Chinese2015.GUIDELINE_2015),
      Stager.kerboul());

  private Systems() {}

  static Optional<Stager> find(String code) {
    return ALL.stream().filter(system -> system.code().equals(code)).findFirst();
  }

  static List<String> codes() {
    return ALL.stream().map(Stager::code).toList();
  }

  /** The codes, for the help text. */
  static final class Codes implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return codes().iterator();
    }
  }
}
