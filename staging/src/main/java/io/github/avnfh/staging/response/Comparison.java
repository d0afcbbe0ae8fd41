package io.github.avnfh.staging.response;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.Presence;
import io.github.avnfh.staging.PossibleStages;
import io.github.avnfh.staging.StagingResult;
import io.github.avnfh.staging.StagingSystem;
import io.github.avnfh.staging.internal.FindingField;
import io.github.avnfh.staging.internal.RadiographicSigns;
import io.github.avnfh.staging.internal.ThreeValued;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/** Every change between two readings of one hip. */
final class Comparison<S extends Enum<S> & Coded, G extends Enum<G> & Coded> {
  private final ResponseRule rule;
  private final Moment<S, G> earlier;
  private final Moment<S, G> later;
  private final List<ChangeFinding> observations = new ArrayList<>();

  private Comparison(ResponseRule rule, Moment<S, G> earlier, Moment<S, G> later) {
    this.rule = rule;
    this.earlier = earlier;
    this.later = later;
    stage();
    substage();
    rule.reachedStage().ifPresent(this::reached);
    signs();
    collapse();
    lesion();
    observations.sort((one, other) -> one.change().compareTo(other.change()));
  }

  /** Compares what one reader, or two, found at two visits. */
  static Comparison<?, ?> of(
      ResponseRule rule, ImageVisit earlier, String before, ImageVisit later, String after) {
    return staged(rule, rule.system(), List.of(earlier, later), List.of(before, after));
  }

  private static <S extends Enum<S> & Coded, G extends Enum<G> & Coded> Comparison<S, G> staged(
      ResponseRule rule,
      StagingSystem<S, G> system,
      List<ImageVisit> visits,
      List<String> readers) {
    List<Moment<S, G>> moments = new ArrayList<>();
    for (int visit = 0; visit < visits.size(); visit++) {
      ImageVisit images = visits.get(visit);
      Findings findings = images.findings(readers.get(visit));
      moments.add(new Moment<>(images.code(), findings, system));
    }
    return new Comparison<>(rule, moments.get(0), moments.get(1));
  }

  /** One reading of a hip and the code of its visit. */
  static final class Moment<S extends Enum<S> & Coded, G extends Enum<G> & Coded> {
    private final String code;
    private final Findings findings;
    private final RadiographicSigns signs;
    private final StagingResult<S, G> reading;

    private Moment(String code, Findings findings, StagingSystem<S, G> system) {
      this.code = code;
      this.findings = findings;
      this.signs = new RadiographicSigns(findings);
      this.reading = system.read(findings);
    }

    Stream<String> contradictions() {
      return reading.contradictions().stream().map(sentence -> "at " + code + " " + sentence);
    }

    private List<String> missing(boolean open) {
      return open ? missing() : List.of();
    }

    /** What the reading lacks for its stage or its grade, nothing where both are decided. */
    private List<String> missing() {
      return reading.missing().stream().map(column -> column + " at " + code).toList();
    }

    private List<String> missing(Set<FindingField> columns) {
      return FindingField.labels(columns).stream()
          .map(column -> column + " at " + code)
          .toList();
    }

    /** The depression; a head that is not flattened has none. */
    private OptionalDouble depth() {
      return findings.depressionMm().isEmpty() && signs.flattening().isAbsent()
          ? OptionalDouble.of(0)
          : findings.depressionMm();
    }

    /** The extent of the lesion; a lesion that is not there has none. */
    private OptionalDouble lesion() {
      return findings.lesionPercent().isEmpty() && signs.lesion().isAbsent()
          ? OptionalDouble.of(0)
          : findings.lesionPercent();
    }
  }

  /** The changes that were looked for, in their order. */
  List<ChangeFinding> observations() {
    return observations;
  }

  /** What makes the findings of either moment useless. */
  List<String> contradictions() {
    return Stream.concat(earlier.contradictions(), later.contradictions()).toList();
  }

  private void stage() {
    PossibleStages<S> before = earlier.reading.stage();
    PossibleStages<S> after = later.reading.stage();
    note(
        ImagingChange.STAGE_ADVANCE,
        rise(before, after),
        "stage " + words(before.text(), after.text(), ""),
        both(earlier.missing(before.isOpen()), later.missing(after.isOpen())));
  }

  private void substage() {
    PossibleStages<S> before = earlier.reading.stage();
    PossibleStages<S> after = later.reading.stage();
    boolean open = before.isOpen() || after.isOpen();
    boolean same = before.equals(after);
    PossibleStages<G> from = earlier.reading.grade();
    PossibleStages<G> to = later.reading.grade();
    boolean known = !open && !before.possible().isEmpty() && !after.possible().isEmpty();
    boolean graded = same && !from.possible().isEmpty();
    Presence presence = known ? (graded ? rise(from, to) : Presence.ABSENT) : Presence.NOT_ASSESSED;
    note(
        ImagingChange.SUBSTAGE_ADVANCE,
        presence,
        "stage and grade "
            + words(before.text() + " " + from.text(), after.text() + " " + to.text(), ""),
        both(earlier.missing(), later.missing()));
  }

  private void reached(Coded stage) {
    PossibleStages<S> before = earlier.reading.stage();
    PossibleStages<S> after = later.reading.stage();
    Presence had = reaches(before, stage);
    Presence has = reaches(after, stage);
    boolean never = had == Presence.PRESENT || has == Presence.ABSENT;
    boolean known = had.isAssessed() && has.isAssessed();
    note(
        ImagingChange.STAGE_REACHED,
        never ? Presence.ABSENT : known ? Presence.PRESENT : Presence.NOT_ASSESSED,
        "stage " + words(before.text(), after.text(), "") + ", " + stage.code() + " looked for",
        both(earlier.missing(!had.isAssessed()), later.missing(!has.isAssessed())));
  }

  private void signs() {
    ThreeValued crescent = earlier.signs.crescent();
    between(ImagingChange.NEW_CRESCENT, "crescent", crescent, later.signs.crescent(), true);
    ThreeValued edema = ThreeValued.of(earlier.findings.edema(), FindingField.EDEMA);
    ThreeValued left = ThreeValued.of(later.findings.edema(), FindingField.EDEMA);
    between(ImagingChange.EDEMA_RESOLUTION, "edema", edema, left, false);
  }

  private void between(
      ImagingChange change, String what, ThreeValued before, ThreeValued after, boolean appears) {
    ThreeValued first = appears ? before.not() : before;
    ThreeValued second = appears ? after : after.not();
    note(
        change,
        presence(first.and(second)),
        what + " " + words(word(before), word(after), ""),
        both(earlier.missing(before.open()), later.missing(after.open())));
  }

  private void collapse() {
    OptionalDouble before = earlier.depth();
    OptionalDouble after = later.depth();
    BigDecimal bound = BigDecimal.valueOf(rule.collapseMm());
    boolean shallow = after.isPresent() && decimal(after).compareTo(bound) <= 0;
    boolean known = before.isPresent() && after.isPresent();
    Presence deeper = known
        ? presence(decimal(after).subtract(decimal(before)).compareTo(bound) > 0)
        : shallow ? Presence.ABSENT : Presence.NOT_ASSESSED;
    String inputs = "depression " + words(text(before), text(after), " mm");
    List<String> missing = both(lacks(earlier, before), lacks(later, after));
    note(ImagingChange.COLLAPSE_CHANGE, deeper, inputs, missing);
    Presence deep = after.isPresent() ? presence(!shallow) : Presence.NOT_ASSESSED;
    note(ImagingChange.COLLAPSE_DEPTH, deep, inputs, lacks(later, after));
  }

  private void lesion() {
    if (rule.minimalLesionChange().isEmpty()) {
      return;
    }
    BigDecimal minimum = decimal(rule.minimalLesionChange());
    OptionalDouble before = earlier.lesion();
    OptionalDouble after = later.lesion();
    String inputs = "lesion extent "
        + words(text(before), text(after), " % of head volume")
        + ", minimal change " + minimum + " percentage points";
    List<String> missing = both(
        before.isPresent() ? List.of() : earlier.missing(Set.of(FindingField.LESION_PERCENT)),
        after.isPresent() ? List.of() : later.missing(Set.of(FindingField.LESION_PERCENT)));
    if (!missing.isEmpty()) {
      note(ImagingChange.LESION_REDUCTION, Presence.NOT_ASSESSED, inputs, missing);
      note(ImagingChange.LESION_GROWTH, Presence.NOT_ASSESSED, inputs, missing);
      return;
    }
    BigDecimal loss = decimal(before).subtract(decimal(after));
    note(ImagingChange.LESION_REDUCTION, presence(loss.compareTo(minimum) >= 0), inputs, missing);
    note(
        ImagingChange.LESION_GROWTH,
        presence(loss.negate().compareTo(minimum) >= 0),
        inputs,
        missing);
  }

  private void note(ImagingChange change, Presence presence, String inputs, List<String> missing) {
    observations.add(ChangeFinding.of(
        change,
        presence,
        Reason.of(rule.clause(change), inputs),
        presence.isAssessed() ? List.of() : missing));
  }

  private String words(String before, String after, String unit) {
    return before + unit + " at " + earlier.code + ", " + after + unit + " at " + later.code;
  }

  private static List<String> lacks(Moment<?, ?> moment, OptionalDouble depth) {
    return depth.isPresent() ? List.of() : moment.missing(Set.of(FindingField.DEPRESSION_MM));
  }

  private static <E extends Enum<E> & Coded> Presence rise(
      PossibleStages<E> before, PossibleStages<E> after) {
    if (before.possible().isEmpty() || after.possible().isEmpty()) {
      return Presence.NOT_ASSESSED;
    }
    if (after.lowest().orElseThrow().compareTo(before.highest().orElseThrow()) > 0) {
      return Presence.PRESENT;
    }
    return after.highest().orElseThrow().compareTo(before.lowest().orElseThrow()) <= 0
        ? Presence.ABSENT
        : Presence.NOT_ASSESSED;
  }

  private static <E extends Enum<E> & Coded> Presence reaches(
      PossibleStages<E> level, Coded stage) {
    if (level.possible().isEmpty()) {
      return Presence.NOT_ASSESSED;
    }
    E lowest = level.lowest().orElseThrow();
    E bound = lowest.getDeclaringClass().cast(stage);
    if (lowest.compareTo(bound) >= 0) {
      return Presence.PRESENT;
    }
    return level.highest().orElseThrow().compareTo(bound) < 0
        ? Presence.ABSENT
        : Presence.NOT_ASSESSED;
  }

  private static List<String> both(List<String> one, List<String> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  private static Presence presence(boolean there) {
    return there ? Presence.PRESENT : Presence.ABSENT;
  }

  private static Presence presence(ThreeValued sign) {
    return sign.isOpen() ? Presence.NOT_ASSESSED : presence(sign.isPresent());
  }

  private static String word(ThreeValued sign) {
    return sign.isOpen() ? "not assessed" : sign.isPresent() ? "present" : "absent";
  }

  private static String text(OptionalDouble value) {
    return value.isPresent() ? Double.toString(value.getAsDouble()) : "unknown";
  }

  private static BigDecimal decimal(OptionalDouble value) {
    return BigDecimal.valueOf(value.orElseThrow());
  }
}
