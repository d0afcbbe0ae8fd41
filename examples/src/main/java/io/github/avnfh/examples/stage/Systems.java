package io.github.avnfh.examples.stage;

import io.github.avnfh.staging.StagingSystem;
import io.github.avnfh.staging.steinberg.Steinberg;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The systems that the command knows, by their codes. */
final class Systems {
  private static final List<StagingSystem<?, ?>> ALL = List.of(Steinberg.PENNSYLVANIA_1995);

  private Systems() {}

  static Optional<StagingSystem<?, ?>> find(String code) {
    return ALL.stream().filter(system -> system.code().equals(code)).findFirst();
  }

  static List<String> codes() {
    return ALL.stream().map(StagingSystem::code).toList();
  }

  /** The codes, for the help text. */
  static final class Codes implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return codes().iterator();
    }
  }
}
