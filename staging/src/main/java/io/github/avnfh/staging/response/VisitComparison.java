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

/** Every change from the findings of one visit to those of a later one, as one reader read them. */
final class VisitComparison<S extends Enum<S> & Coded, G extends Enum<G> & Coded> {
  private final ResponseRule rule;
  private final Moment<S, G> earlier;
  private final Moment<S, G> later;

  private VisitComparison(ResponseRule rule, Moment<S, G> earlier, Moment<S, G> later) {
    this.rule = rule;
    this.earlier = earlier;
    this.later = later;
  }

  /** Compares what one reader, or two, found at two visits. */
  static VisitComparison<?, ?> of(
      ResponseRule rule, VisitReadings earlier, String before, VisitReadings later, String after) {
    return staged(rule, rule.system(), earlier, before, later, after);
  }

  private static <S extends Enum<S> & Coded, G extends Enum<G> & Coded>
      VisitComparison<S, G> staged(
          ResponseRule rule,
          StagingSystem<S, G> system,
          VisitReadings earlier,
          String before,
          VisitReadings later,
          String after) {
    return new VisitComparison<>(
        rule,
        new Moment<>(earlier.code(), earlier.findings(before), system),
        new Moment<>(later.code(), later.findings(after), system));
  }

  /** The findings of one reader at one visit, staged. */
  private static final class Moment<S extends Enum<S> & Coded, G extends Enum<G> & Coded> {
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

    private Stream<String> contradictions() {
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

    private List<String> missing(OptionalDouble measured, FindingField column) {
      return measured.isPresent() ? List.of() : missing(Set.of(column));
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

  /** The changes that are looked for, each with its finding, in the order of their enum. */
  List<ChangeFinding> changes() {
    List<ChangeFinding> changes = new ArrayList<>();
    changes.add(stageAdvance());
    changes.add(substageAdvance());
    rule.reachedStage().map(this::stageReached).ifPresent(changes::add);
    changes.add(newCrescent());
    changes.add(collapseChange());
    changes.add(collapseDepth());
    if (rule.minimalLesionChange().isPresent()) {
      changes.add(lesionChange(ImagingChange.LESION_REDUCTION));
      changes.add(lesionChange(ImagingChange.LESION_GROWTH));
    }
    changes.add(edemaResolution());
    return changes;
  }

  /** Contradictions between the findings of either visit. */
  List<String> contradictions() {
    return Stream.concat(earlier.contradictions(), later.contradictions()).toList();
  }

  private ChangeFinding stageAdvance() {
    PossibleStages<S> before = earlier.reading.stage();
    PossibleStages<S> after = later.reading.stage();
    return finding(
        ImagingChange.STAGE_ADVANCE,
        rise(before, after),
        "stage " + words(before.text(), after.text(), ""),
        both(earlier.missing(before.isOpen()), later.missing(after.isOpen())));
  }

  private ChangeFinding substageAdvance() {
    PossibleStages<S> before = earlier.reading.stage();
    PossibleStages<S> after = later.reading.stage();
    PossibleStages<G> from = earlier.reading.grade();
    PossibleStages<G> to = later.reading.grade();
    boolean open = before.isOpen() || after.isOpen();
    boolean known = !open && !before.possible().isEmpty() && !after.possible().isEmpty();
    boolean graded = before.equals(after) && !from.possible().isEmpty();
    Presence presence = known ? (graded ? rise(from, to) : Presence.ABSENT) : Presence.NOT_ASSESSED;
    return finding(
        ImagingChange.SUBSTAGE_ADVANCE,
        presence,
        "stage and grade "
            + words(before.text() + " " + from.text(), after.text() + " " + to.text(), ""),
        both(earlier.missing(), later.missing()));
  }

  private ChangeFinding stageReached(Coded stage) {
    PossibleStages<S> before = earlier.reading.stage();
    PossibleStages<S> after = later.reading.stage();
    Presence had = reaches(before, stage);
    Presence has = reaches(after, stage);
    boolean never = had == Presence.PRESENT || has == Presence.ABSENT;
    boolean known = had.isAssessed() && has.isAssessed();
    return finding(
        ImagingChange.STAGE_REACHED,
        never ? Presence.ABSENT : known ? Presence.PRESENT : Presence.NOT_ASSESSED,
        "stage " + words(before.text(), after.text(), "") + ", " + stage.code() + " looked for",
        both(earlier.missing(!had.isAssessed()), later.missing(!has.isAssessed())));
  }

  private ChangeFinding newCrescent() {
    ThreeValued before = earlier.signs.crescent();
    ThreeValued after = later.signs.crescent();
    return finding(
        ImagingChange.NEW_CRESCENT,
        presence(before.not().and(after)),
        "crescent " + words(word(before), word(after), ""),
        both(earlier.missing(before.open()), later.missing(after.open())));
  }

  private ChangeFinding edemaResolution() {
    ThreeValued before = ThreeValued.of(earlier.findings.edema(), FindingField.EDEMA);
    ThreeValued after = ThreeValued.of(later.findings.edema(), FindingField.EDEMA);
    return finding(
        ImagingChange.EDEMA_RESOLUTION,
        presence(before.and(after.not())),
        "edema " + words(word(before), word(after), ""),
        both(earlier.missing(before.open()), later.missing(after.open())));
  }

  private ChangeFinding collapseChange() {
    OptionalDouble before = earlier.depth();
    OptionalDouble after = later.depth();
    BigDecimal bound = BigDecimal.valueOf(rule.collapseMm());
    boolean known = before.isPresent() && after.isPresent();
    // a head within the bound cannot have sunk by more than the bound, however deep it was before
    boolean shallow = after.isPresent() && decimal(after).compareTo(bound) <= 0;
    Presence deeper = known
        ? presence(decimal(after).subtract(decimal(before)).compareTo(bound) > 0)
        : shallow ? Presence.ABSENT : Presence.NOT_ASSESSED;
    return finding(
        ImagingChange.COLLAPSE_CHANGE,
        deeper,
        depression(),
        both(
            earlier.missing(before, FindingField.DEPRESSION_MM),
            later.missing(after, FindingField.DEPRESSION_MM)));
  }

  private ChangeFinding collapseDepth() {
    OptionalDouble after = later.depth();
    BigDecimal bound = BigDecimal.valueOf(rule.collapseMm());
    Presence deep =
        after.isPresent() ? presence(decimal(after).compareTo(bound) > 0) : Presence.NOT_ASSESSED;
    return finding(
        ImagingChange.COLLAPSE_DEPTH,
        deep,
        depression(),
        later.missing(after, FindingField.DEPRESSION_MM));
  }

  private String depression() {
    return "depression " + words(text(earlier.depth()), text(later.depth()), " mm");
  }

  private ChangeFinding lesionChange(ImagingChange change) {
    BigDecimal minimum = decimal(rule.minimalLesionChange());
    OptionalDouble before = earlier.lesion();
    OptionalDouble after = later.lesion();
    Presence presence = Presence.NOT_ASSESSED;
    if (before.isPresent() && after.isPresent()) {
      BigDecimal loss = decimal(before).subtract(decimal(after));
      BigDecimal looked = change == ImagingChange.LESION_REDUCTION ? loss : loss.negate();
      presence = presence(looked.compareTo(minimum) >= 0);
    }
    return finding(
        change,
        presence,
        "lesion extent "
            + words(text(before), text(after), " % of head volume")
            + ", minimal change " + minimum + " percentage points",
        both(
            earlier.missing(before, FindingField.LESION_PERCENT),
            later.missing(after, FindingField.LESION_PERCENT)));
  }

  private ChangeFinding finding(
      ImagingChange change, Presence presence, String inputs, List<String> missing) {
    return ChangeFinding.of(
        change,
        presence,
        Reason.of(rule.clause(change), inputs),
        presence.isAssessed() ? List.of() : missing);
  }

  private String words(String before, String after, String unit) {
    return before + unit + " at " + earlier.code + ", " + after + unit + " at " + later.code;
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
