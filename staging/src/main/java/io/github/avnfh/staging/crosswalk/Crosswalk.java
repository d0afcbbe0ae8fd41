package io.github.avnfh.staging.crosswalk;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.RecordedStage;
import io.github.avnfh.core.StageSystem;
import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.Presence;
import io.github.avnfh.staging.PossibleStages;
import io.github.avnfh.staging.StagingResult;
import io.github.avnfh.staging.StagingSystem;
import io.github.avnfh.staging.arco.Arco1994;
import io.github.avnfh.staging.arco.Arco1994Stage;
import io.github.avnfh.staging.arco.Arco2019;
import io.github.avnfh.staging.arco.Arco2019Stage;
import io.github.avnfh.staging.ficat.Ficat;
import io.github.avnfh.staging.ficat.FicatStage;
import io.github.avnfh.staging.jic.Jic;
import io.github.avnfh.staging.jic.JicStage;
import io.github.avnfh.staging.steinberg.Steinberg;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * What a stage in one system can be in another: a set, because no function from stage to stage
 * exists.
 *
 * <p>The set is not typed in from a table. Both systems read the same example hips, one for every
 * combination of findings that any of the systems tells apart, and the set is what they answer
 * together. So a Steinberg stage III is ARCO 2019 IIIA, and a Steinberg stage IV, which begins with
 * any flattening, is IIIA or IIIB. What the literature prints side by side is marked.
 *
 * <pre>{@code
 * var crosswalk = Crosswalk.between(Steinberg.PENNSYLVANIA_1995, Arco2019.REVISED_2019);
 * crosswalk.possible(SteinbergStage.STAGE_IV).text();                   // IIIA or IIIB
 * crosswalk.possible(SteinbergStage.STAGE_IV, SteinbergGrade.A).text(); // IIIA
 * }</pre>
 *
 * <p>A hip that was staged in other systems only has a set of Steinberg stages:
 *
 * <pre>{@code
 * Hip hip = Hip.builder()
 *     .id(HipId.of(PatientId.of("P01"), Side.LEFT))
 *     .etiology(Etiology.IDIOPATHIC)
 *     .baselineStage(SteinbergStage.UNKNOWN)
 *     .addRecordedStages(RecordedStage.of(StageSystem.ARCO_2019, "III"))
 *     .build();
 * Crosswalk.steinberg(hip).text(); // III or IV
 * }</pre>
 *
 * @param <S> the stages of the system that is known
 * @param <G> its grades
 * @param <T> the stages of the system that is asked for
 */
public final class Crosswalk<
    S extends Enum<S> & Coded, G extends Enum<G> & Coded, T extends Enum<T> & Coded> {
  private static final Pattern LETTER = Pattern.compile("^([IV]+|[0-9])[A-C]$");

  /** What a stage leaves possible is worked out once. */
  private static final Map<RecordedStage, Set<SteinbergStage>> STEINBERG =
      new ConcurrentHashMap<>();

  private final StagingSystem<S, G> from;
  private final StagingSystem<T, ?> to;
  private final Map<S, Map<T, List<Reason>>> byStage = new TreeMap<>();
  private final Map<S, Map<G, Set<T>>> byGrade = new TreeMap<>();

  private Crosswalk(StagingSystem<S, G> from, StagingSystem<T, ?> to) {
    this.from = from;
    this.to = to;
    HypotheticalHips.hips().forEach(this::learn);
  }

  /**
   * Returns the crosswalk between two systems.
   *
   * @param <S> the stages of the system that is known
   * @param <G> its grades
   * @param <T> the stages of the system that is asked for
   * @param from the system that is known
   * @param to the system that is asked for
   * @return the crosswalk
   */
  public static <S extends Enum<S> & Coded, G extends Enum<G> & Coded, T extends Enum<T> & Coded>
      Crosswalk<S, G, T> between(StagingSystem<S, G> from, StagingSystem<T, ?> to) {
    return new Crosswalk<>(from, to);
  }

  /**
   * Returns the Steinberg stages that a hip can have had at baseline: the one that was recorded, or
   * where none was, those that every stage recorded in another system leaves possible.
   *
   * <p>A stage that is written without its letter stands for all of them, as ARCO's III for IIIA
   * and IIIB, and Ficat's for those of both readings of the crescent. A type of the Japanese
   * Investigation Committee says nothing of the stage.
   *
   * @param hip the hip
   * @return the level, all stages where none was recorded; none where the recorded stages
   *     contradict each other
   */
  public static PossibleStages<SteinbergStage> steinberg(Hip hip) {
    Objects.requireNonNull(hip, "hip");
    if (hip.baselineStage() != SteinbergStage.UNKNOWN) {
      return PossibleStages.of(hip.baselineStage());
    }
    Set<SteinbergStage> possible = EnumSet.complementOf(EnumSet.of(SteinbergStage.UNKNOWN));
    hip.recordedStages().stream()
        .filter(recorded -> recorded.system() != StageSystem.JIC_TYPE)
        .forEach(recorded ->
            possible.retainAll(STEINBERG.computeIfAbsent(recorded, Crosswalk::steinberg)));
    return PossibleStages.among(possible);
  }

  private static Set<SteinbergStage> steinberg(RecordedStage recorded) {
    String text = recorded.stage();
    Set<SteinbergStage> possible = EnumSet.noneOf(SteinbergStage.class);
    switch (recorded.system()) {
      case FICAT -> {
        possible.addAll(steinberg(Ficat.SUBSTAGED_1985, FicatStage.values(), text));
        if (text.equals(withoutLetter(text))) {
          possible.addAll(steinberg(Ficat.MERGED, FicatStage.values(), text));
        }
      }
      case ARCO_1994 ->
        possible.addAll(steinberg(Arco1994.PUBLISHED_1994, Arco1994Stage.values(), text));
      case ARCO_2019 ->
        possible.addAll(steinberg(Arco2019.REVISED_2019, Arco2019Stage.values(), text));
      default -> possible.addAll(steinberg(Jic.REVISED_2001, JicStage.values(), text));
    }
    return possible;
  }

  /** ARCO's revision has no stage 0, and a hip without a lesion has none of its stages. */
  private static <S extends Enum<S> & Coded, G extends Enum<G> & Coded>
      Set<SteinbergStage> steinberg(StagingSystem<S, G> system, S[] stages, String text) {
    String known = text.equals("0") && !stages[0].code().equals(text) ? stages[0].code() : text;
    List<S> meant = Arrays.stream(stages)
        .filter(
            stage -> stage.code().equals(known) || withoutLetter(stage.code()).equals(known))
        .toList();
    List<S> named = meant.isEmpty()
        ? Arrays.stream(stages)
            .filter(stage -> stage.code().equals(withoutLetter(known)))
            .toList()
        : meant;
    Crosswalk<S, G, SteinbergStage> crosswalk = between(system, Steinberg.PENNSYLVANIA_1995);
    return new TreeSet<>(crosswalk.possible(PossibleStages.among(named)).possible());
  }

  private static String withoutLetter(String stage) {
    return LETTER.matcher(stage).replaceFirst("$1");
  }

  private void learn(Findings hip) {
    StagingResult<S, G> known = from.read(hip);
    StagingResult<T, ?> asked = to.read(hip);
    known
        .stage()
        .decided()
        .ifPresent(stage -> asked.stage().decided().ifPresent(counterpart -> {
          byStage
              .computeIfAbsent(stage, first -> new TreeMap<>())
              .putIfAbsent(counterpart, asked.reasons());
          // a grade that the example leaves open, as a type of lesion, does not depend on the stage
          known
              .grade()
              .possible()
              .forEach(grade -> byGrade
                  .computeIfAbsent(stage, first -> new TreeMap<>())
                  .computeIfAbsent(grade, first -> new TreeSet<>())
                  .add(counterpart));
        }));
  }

  /**
   * Returns the stages that are possible in the other system, each with its reasons.
   *
   * @param stage a stage of the system that is known
   * @return the counterparts in the order of the other system
   */
  public List<Counterpart<T>> counterparts(S stage) {
    List<Counterpart<T>> counterparts = new ArrayList<>();
    byStage
        .getOrDefault(stage, Map.of())
        .forEach((counterpart, reasons) ->
            counterparts.add(Counterpart.of(counterpart, reasons, isPrinted(stage, counterpart))));
    return List.copyOf(counterparts);
  }

  private boolean isPrinted(S stage, T counterpart) {
    return PrintedComparison.holds(from.code(), stage.code(), to.code(), counterpart.code());
  }

  /**
   * Returns the stages that are possible in the other system.
   *
   * @param stage a stage of the system that is known
   * @return the level; none for a stage that no images give
   */
  public PossibleStages<T> possible(S stage) {
    return PossibleStages.among(byStage.getOrDefault(stage, Map.of()).keySet());
  }

  /**
   * Returns the stages that are possible in the other system where the grade is known too.
   *
   * @param stage a stage of the system that is known
   * @param grade the grade of that stage
   * @return the level; none where the stage knows no such grade
   */
  public PossibleStages<T> possible(S stage, G grade) {
    return PossibleStages.among(
        byGrade.getOrDefault(stage, Map.of()).getOrDefault(grade, Set.of()));
  }

  /**
   * Returns the stages that are possible in the other system where the stage is not decided.
   *
   * @param stage how far the stage is decided
   * @return the level that holds the counterparts of every possible stage
   */
  public PossibleStages<T> possible(PossibleStages<S> stage) {
    Set<T> counterparts = new TreeSet<>();
    stage.possible().forEach(one -> counterparts.addAll(possible(one).possible()));
    return PossibleStages.among(counterparts);
  }

  /**
   * Returns the stages that are possible in the other system, narrowed by findings.
   *
   * @param stage a recorded stage of the system that is known
   * @param findings what else is known of the hip, however little
   * @return the level; none where the findings contradict each other or the stage
   */
  public PossibleStages<T> possible(S stage, Findings findings) {
    Set<T> counterparts = new TreeSet<>(possible(stage).possible());
    counterparts.retainAll(to.read(findings).stage().possible());
    return PossibleStages.among(counterparts);
  }

  /** The rows in which ARCO's revision of 2019 sets the stages of four systems side by side. */
  private static final class PrintedComparison {
    private static final List<Map<String, String>> ROWS = List.of(
        Map.of("ficat", "0", "steinberg", "0", "arco1994", "0"),
        row("I", "I", "I", "I"),
        row("II", "II", "II", "II"),
        row("III", "III", "III", "IIIA"),
        row("III", "IV", "III", "IIIB"),
        row("IV", "V", "IV", "IV"),
        row("IV", "VI", "IV", "IV"));

    private PrintedComparison() {}

    private static Map<String, String> row(
        String ficat, String steinberg, String arco1994, String arco2019) {
      return Map.of(
          "ficat", ficat, "steinberg", steinberg, "arco1994", arco1994, "arco2019", arco2019);
    }

    static boolean holds(String from, String stage, String to, String counterpart) {
      return ROWS.stream()
          .anyMatch(row -> stage.equals(row.get(from)) && counterpart.equals(row.get(to)));
    }
  }

  /**
   * One hip for every combination of signs and of bands of extent that any system tells apart, each
   * assessed in full and free of contradictions.
   */
  private static final class HypotheticalHips {
    /** A value on each side of, and on, every cut of depth: 2, 3 and 4 mm. */
    private static final double[] DEPTHS = {1, 2, 2.5, 3, 3.5, 4, 5};

    /** A value in each band of extent. */
    private static final double[] EXTENTS = {10, 20, 40};

    private static final int SIGNS = 7;
    private static final List<Findings> ALL = all();

    private HypotheticalHips() {}

    static List<Findings> hips() {
      return ALL;
    }

    private static List<Findings> all() {
      List<Findings> hips = new ArrayList<>();
      for (int signs = 0; signs < 1 << SIGNS; signs++) {
        for (double extent : EXTENTS) {
          add(hips, signs, extent);
        }
      }
      return List.copyOf(hips);
    }

    private static void add(List<Findings> hips, int signs, double extent) {
      boolean obliteratedButWide = has(signs, 6) && !has(signs, 5);
      if (obliteratedButWide) {
        return;
      }
      if (!has(signs, 3)) {
        hips.add(hip(signs, extent).build());
        return;
      }
      for (double surface : EXTENTS) {
        for (double depth : DEPTHS) {
          hips.add(hip(signs, extent)
              .collapsedSurfacePercent(surface)
              .depressionMm(depth)
              .build());
        }
      }
    }

    private static Findings.Builder hip(int signs, double extent) {
      return Findings.builder()
          .mriLesion(presence(signs, 0))
          .sclerosisOrCysts(presence(signs, 1))
          .crescent(presence(signs, 2))
          .flattening(presence(signs, 3))
          .acetabularChanges(presence(signs, 4))
          .jointSpaceNarrowing(presence(signs, 5))
          .jointSpaceObliterated(presence(signs, 6))
          .lesionPercent(extent(signs, 0, extent))
          .crescentPercent(extent(signs, 2, extent));
    }

    private static OptionalDouble extent(int signs, int sign, double extent) {
      return has(signs, sign) ? OptionalDouble.of(extent) : OptionalDouble.empty();
    }

    private static Presence presence(int signs, int sign) {
      return has(signs, sign) ? Presence.PRESENT : Presence.ABSENT;
    }

    private static boolean has(int signs, int sign) {
      return (signs >> sign & 1) == 1;
    }
  }
}
