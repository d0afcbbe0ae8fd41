package io.github.avnfh.examples.document;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which type of the library a simple name means, seen from one of its sources. */
final class LibraryNames {
  private final Map<String, Set<String>> types = new LinkedHashMap<>();

  LibraryNames(List<LibrarySource> sources) {
    sources.stream()
        .filter(LibrarySource::isPublicType)
        .forEach(source -> types
            .computeIfAbsent(source.simpleName(), name -> new LinkedHashSet<>())
            .add(source.typeName()));
  }

  /**
   * The type of that name in the same package, else the one that the source imports, else the only
   * one of its module, else the only one at all; nothing for a name from elsewhere.
   */
  Optional<String> meant(String name, LibrarySource source) {
    Set<String> known = types.getOrDefault(name, Set.of());
    if (known.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(source.packageName() + "." + name)
        .filter(known::contains)
        .or(() -> source.importsOf(name).stream().filter(known::contains).findFirst())
        .or(() -> only(known.stream()
            .filter(type -> type.startsWith("io.github.avnfh." + source.module() + "."))
            .toList()))
        .or(() -> only(List.copyOf(known)))
        .or(() -> {
          throw new AssertionError(source.typeName() + ": " + name + " may be any of " + known);
        });
  }

  /** The type that a link means: a simple name, a qualified one, or one inside another. */
  Optional<String> linked(String link, LibrarySource source) {
    if (link.startsWith("io.github.")) {
      return Optional.of(link);
    }
    return meant(link.split("\\.", -1)[0], source);
  }

  private static Optional<String> only(List<String> known) {
    return known.size() == 1 ? Optional.of(known.get(0)) : Optional.empty();
  }
}
