package io.github.avnfh.core.csv;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A parser that remembers what some texts said, for columns in which the same few come again and
 * again.
 *
 * @param <T> what a text says
 */
final class Remembered<T> implements Function<String, T> {
  private static final int FEW = 1 << 8;

  private final Function<String, T> parser;
  private final List<Memory<T>> memories;

  /** What a text said. */
  private static final class Memory<T> {
    private final char[] text;
    private final Optional<T> said;

    Memory(String text, Optional<T> said) {
      this.text = text.toCharArray();
      this.said = said;
    }
  }

  Remembered(Function<String, T> parser) {
    this(FEW, parser);
  }

  /** Remembers at most so many texts, a power of two. */
  Remembered(int places, Function<String, T> parser) {
    this.parser = parser;
    this.memories =
        new ArrayList<>(Collections.nCopies(places, new Memory<>("", Optional.empty())));
  }

  @Override
  public T apply(String text) {
    return parser.apply(text);
  }

  /** Reads a cell that is not empty. */
  Optional<T> read(CsvCells cells, int cell) {
    int place = cells.mixed(cell) & (memories.size() - 1);
    Memory<T> memory = memories.get(place);
    if (!cells.holds(cell, memory.text)) {
      String text = cells.text(cell);
      memory = new Memory<>(text, Optional.of(apply(text)));
      memories.set(place, memory);
    }
    return memory.said;
  }
}
