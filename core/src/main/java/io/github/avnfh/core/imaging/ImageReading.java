package io.github.avnfh.core.imaging;

import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.csv.Codes;
import io.github.avnfh.core.csv.CsvRow;
import io.github.avnfh.core.internal.CopyStyle;
import io.github.avnfh.core.internal.OneLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a hip's images: who read which images of which day, and what was found.
 *
 * <pre>{@code
 * ImageReading films = ImageReading.builder()
 *     .timepoint(Timepoint.ofMonths(12))
 *     .day(371)
 *     .modality(Modality.RADIOGRAPH)
 *     .view(View.TWO_PLANES)
 *     .reader("first reader")
 *     .findings(Findings.builder().crescent(Presence.PRESENT).crescentPercent(12).build())
 *     .build();
 * films.isConsensus();         // false
 * films.findings().crescent(); // PRESENT
 * }</pre>
 */
@CopyStyle
@Value.Immutable
public sealed interface ImageReading extends WithImageReading permits ImmutableImageReading {
  /** The code of the reader whose reading settles where others differ. */
  String CONSENSUS = "consensus";

  /**
   * Returns the planned moment.
   *
   * @return the timepoint
   */
  Timepoint timepoint();

  /**
   * Returns the day on which the images were taken.
   *
   * @return whole days from the first treatment
   */
  @Value.Redacted
  int day();

  /**
   * Returns the kind of images.
   *
   * @return the modality
   */
  Modality modality();

  /**
   * Returns which projections or slices were read.
   *
   * @return the view, if it was recorded
   */
  Optional<View> view();

  /**
   * Returns who read the images, as the study's code.
   *
   * @return the code of the reader, such as {@code R1} or {@code consensus}
   */
  String reader();

  /**
   * Returns what was found.
   *
   * @return the findings
   */
  @Value.Redacted
  Findings findings();

  /**
   * Tells whether this is the reading that settles where others differ.
   *
   * @return whether the reader is {@link #CONSENSUS}
   */
  default boolean isConsensus() {
    return reader().equals(CONSENSUS);
  }

  /**
   * Refuses an impossible day and a reader without a code.
   *
   * @throws IllegalArgumentException if the day lies outside its range or the code is not one line
   *     of visible characters with blanks only inside
   */
  @Value.Check
  default void check() {
    Timepoint.DAY.check(day());
    OneLine.check("reader", reader());
  }

  /**
   * Makes a reading of a map by the names of the columns in which a table holds readings.
   *
   * <pre>{@code
   * ImageReading mri = ImageReading.ofCodes(Map.of(
   *     "visit", "BL", "day", 0, "modality", "mri", "reader", "R1", "lesion_percent", 24));
   * mri.findings().codes(); // {lesion_percent=24}
   * }</pre>
   *
   * @param codes by {@code visit}, {@code day}, {@code modality}, {@code view}, {@code reader} and
   *     {@link Findings#columns()}, each as {@link Codes} allows; all but the view and the findings
   *     are required
   * @return the reading
   * @throws IllegalArgumentException if a code is unknown, one that is required is missing, or what
   *     stands under one is refused
   */
  static ImageReading ofCodes(Map<String, ? extends @Nullable Object> codes) {
    return Builder.Cells.CODES.read(codes, Builder.Cells::reading);
  }

  /**
   * Returns the reading as texts by the names of the columns.
   *
   * @return what is known, in the order of the columns; {@link #ofCodes(Map)} makes an equal
   *     reading of it
   */
  default Map<String, String> codes() {
    return Builder.Cells.CODES.texts(Builder.Cells.of(this));
  }

  /**
   * Starts a reading.
   *
   * @return a builder; everything but the view is required
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds readings. */
  final class Builder extends ImmutableImageReading.Builder {
    Builder() {}

    /** How a table holds readings. */
    private static final class Cells {
      private static final List<String> KEY = List.of("visit", "day", "modality", "view", "reader");
      private static final Codes CODES = Codes.of(
          "reading of images",
          Stream.of(KEY, Findings.columns()).flatMap(List::stream).toList());

      private Cells() {}

      static Optional<ImageReading> reading(CsvRow row) {
        Optional<Timepoint> timepoint = row.required("visit", Timepoint::parse);
        OptionalInt day = row.requiredWholeNumber("day", Timepoint.DAY);
        Optional<Modality> modality = row.required("modality", Modality::parse);
        Optional<View> view = row.optional("view", View::parse);
        Optional<String> reader = row.required("reader", text -> text);
        Findings findings = Findings.read(row);
        return row.isSound()
            ? Optional.of(ImageReading.builder()
                .timepoint(timepoint.orElseThrow())
                .day(day.orElseThrow())
                .modality(modality.orElseThrow())
                .view(view)
                .reader(reader.orElseThrow())
                .findings(findings)
                .build())
            : Optional.empty();
      }

      static List<String> of(ImageReading reading) {
        Map<String, String> findings = reading.findings().codes();
        return Stream.concat(
                Stream.of(
                    reading.timepoint().code(),
                    Integer.toString(reading.day()),
                    reading.modality().code(),
                    reading.view().map(View::code).orElse(""),
                    reading.reader()),
                Findings.columns().stream().map(column -> findings.getOrDefault(column, "")))
            .toList();
      }
    }
  }
}
