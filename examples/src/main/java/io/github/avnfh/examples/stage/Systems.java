package io.github.avnfh.examples.stage;

import io.github.avnfh.staging.StagingSystem;
import io.github.avnfh.staging.arco.Arco1994;
import io.github.avnfh.staging.arco.Arco2019;
import io.github.avnfh.staging.chinese.Chinese2015;
import io.github.avnfh.staging.ficat.Ficat;
import io.github.avnfh.staging.jic.Jic;
import io.github.avnfh.staging.steinberg.Steinberg;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The systems that the command knows, by their codes. */
public final class Systems {
  private static final List<StagingSystem<?, ?>> PUBLISHED = List.of(
      Steinberg.PENNSYLVANIA_1995,
      Ficat.MERGED,
      Arco1994.PUBLISHED_1994,
      Arco2019.REVISED_2019,
      Jic.REVISED_2001,
      Chinese2015.GUIDELINE_2015);

  private static final List<Stager> ALL = Stream.concat(
          PUBLISHED.stream().map(Stager::of), Stream.of(Stager.kerboul()))
      .toList();

  private Systems() {}

  /**
   * Returns the systems that give a hip a stage.
   *
   * @return the systems in the order of the help text
   */
  public static List<StagingSystem<?, ?>> published() {
    return PUBLISHED;
  }

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
