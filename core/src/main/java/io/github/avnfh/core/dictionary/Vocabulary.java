package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.Etiology;
import io.github.avnfh.core.Satisfaction;
import io.github.avnfh.core.Sex;
import io.github.avnfh.core.Side;
import io.github.avnfh.core.StageSystem;
import io.github.avnfh.core.SteinbergGrade;
import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.AdverseEvent;
import io.github.avnfh.core.cohort.DataOrigin;
import io.github.avnfh.core.cohort.VisitStatus;
import io.github.avnfh.core.imaging.LesionLocation;
import io.github.avnfh.core.imaging.Modality;
import io.github.avnfh.core.imaging.View;
import io.github.avnfh.core.treatment.AspirationSite;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of categories in English, German, French, Spanish and Arabic, with the usual
 * abbreviations.
 */
final class Vocabulary {
  /** Both hips of the patient. */
  static final String BOTH = "both";

  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]+");
  private static final int THOUSANDS = 3;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}?]+");
  private static final Pattern STEINBERG = Pattern.compile(
      "(?:(?:stage|stade|stadium|estadio|steinberg)[ .:]*)*(0|I{1,3}|IV|V|VI)[ -]*([ABC])?",
      Pattern.CASE_INSENSITIVE);
  /** What may stand before a time in a sentence, as in 'nach 6 Monaten' or 'à 1 an'. */
  private static final String AT =
      "(?:(?:at|after|nach|bei|mit|zu|a|apres|tras|despues de|the|den|los|las|بعد)[ _]+)*";

  private static final String AFTER_SURGERY =
      "(?:[ _]*(?:arm[ _]*[0-9]+|post|post ?op|post ?operat\\w+|(?:nach|after|apres) (?:der |the )?(?:op|surgery|operation)|fu|follow up|visit))*";
  private static final Pattern MONTHS = Pattern.compile(AT
      + "(?:(?:month|monat|mois|mes|m|mo)[ _]*([0-9]{1,3})|([0-9]{1,3})[ _]*(?:months?|mo|mois|monate?n?|meses|mes|mth|mths|m|شهر|اشهر))"
      + AFTER_SURGERY);
  private static final Pattern YEARS = Pattern.compile(AT
      + "(?:(?:year|jahr|annee|ano|y)[ _]*([0-9]{1,2})|([0-9]{1,2})[ _]*(?:years?|yrs?|y|ans?|jahre?n?|anos?))"
      + AFTER_SURGERY);
  private static final Pattern BASELINE = Pattern.compile("(?:at[ _]+)?"
      + "(?:bl|baseline|base|pre|prae?|pr(?:e|ae?) ?op(?:erat\\w+)?|t0|m0|0 ?m|avant|initial|inicial|vor|vorher|before|screening|قبل"
      + "|(?:vor|before|avant|antes)(?: (?:der|the|la|l|de|del))*(?: (?:op|operation|surgery|eingriff|intervention|chirurgie|cirugia|operacion)))"
      + "(?:[ _]*(?:arm[ _]*[0-9]+|visit|op|traitement|treatment|inj|injection))*");
  private static final Map<String, Map<String, String>> NAMES = new HashMap<>();

  static {
    put("sex", "F", "f female w woman weiblich femme feminin femenino mujer fem frau انثي انثى");
    put("sex", "M", "m male man h homme masculin hombre masculino varon mannlich mann masc ذكر");
    put("sex", "U", "u unknown unbekannt inconnu desconocido");
    put("side", "L", "l left lt links li lks g gauche izq izquierda izquierdo i يسار ايسر الايسر");
    put("side", "R", "r right rt rechts re d droit droite der derecha derecho يمين ايمن الايمن");
    put(
        "side",
        BOTH,
        "b both bilateral bilat beide beidseits bds deux bil ambos ambas bilaterale كلاهما ثنائي");
    put(
        "etiology",
        "corticosteroid",
        "corticosteroid steroid steroids corticosteroids corticoids corticoides corticoide cortisone kortison kortikosteroid glucocorticoid glucocorticoids steroid induced corticotherapie كورتيزون");
    put(
        "etiology",
        "alcohol",
        "alcohol alcoholic alcool alkohol etoh ethanol alcoholism ethylisme كحول");
    put(
        "etiology",
        "idiopathic",
        "idiopathic idiopathisch idiopathique idiopatica idiopatico primary مجهول");
    put(
        "etiology",
        "sickle_cell",
        "sickle cell,sickle cell disease,scd,sca,drepanocytose,drepanocitosis,sichelzell,sichelzellanamie,sickle,hbss,hemoglobinopathy,فقر الدم المنجلي",
        ",");
    put(
        "etiology",
        "trauma",
        "trauma,traumatic,post traumatic,posttraumatic,posttraumatisch,post traumatique,traumatique,postraumatica,fracture,dislocation,posttrauma,post trauma",
        ",");
    put("etiology", "dysbaric", "dysbaric caisson");
    put("etiology", "gaucher", "gaucher");
    put("etiology", "radiation", "radiation radiotherapy irradiation bestrahlung radiotherapie");
    put("etiology", "coagulopathy", "coagulopathy thrombophilia coagulopathie");
    put("etiology", "autoimmune", "autoimmune sle lupus les");
    put("etiology", "multifactorial", "multifactorial multiple mixed combined");
    put("etiology", "other", "other others andere autre autres otra otro autre cause");
    put("etiology", "unknown", "unknown unbekannt inconnu inconnue desconocida desconocido");
    put("flag", "1", "1 yes y true ja oui si present x checked نعم");
    put("flag", "0", "0 no n false nein non absent unchecked لا");
    put("status", "done", "done seen attended completed complete");
    put("status", "missed", "missed not done absent lost");
    put("status", "not_due", "not due pending", ",");
    put("status", "after_arthroplasty", "after arthroplasty,after tha,after thr", ",");
    put("severity", "mild", "mild leicht leger leve");
    put("severity", "moderate", "moderate mittel moderee moderado modere");
    put("severity", "severe", "severe schwer grave severo");
    put("severity", "life_threatening", "life threatening,lebensbedrohlich", ",");
    put("severity", "fatal", "fatal death");
    put(
        "modality",
        "radiograph",
        "radiograph xray rx x ray,roentgen,radiographie,radiografia",
        ",");
    put("modality", "mri", "mri irm mrt rm rmn mr");
    put("modality", "ct", "ct tdm tac scanner");
    put(
        "site",
        "posterior_iliac_crest",
        "posterior crest,hinterer beckenkamm,crete iliaque posterieure,cresta iliaca posterior",
        ",");
    put(
        "site",
        "anterior_iliac_crest",
        "anterior crest,vorderer beckenkamm,crete iliaque anterieure,cresta iliaca anterior",
        ",");
    codes("sex", Sex.values());
    codes("side", Side.values());
    codes("etiology", Etiology.values());
    codes("satisfaction", Satisfaction.values());
    codes("data_origin", DataOrigin.values());
    codes("steinberg_grade", SteinbergGrade.values());
    codes("status", VisitStatus.values());
    codes("severity", AdverseEvent.Severity.values());
    codes("relation", AdverseEvent.Relation.values());
    codes("modality", Modality.values());
    codes("view", View.values());
    codes("procedure", ProcedureFile.Procedure.values());
    codes("site", AspirationSite.values());
    codes("lesion_location", LesionLocation.values());
  }

  private Vocabulary() {}

  private static void put(String kind, String code, String names) {
    put(kind, code, names, " ");
  }

  private static void put(String kind, String code, String names, String separator) {
    for (String name : names.split(Pattern.quote(separator), -1)) {
      NAMES.computeIfAbsent(kind, key -> new HashMap<>()).putIfAbsent(plain(name), code);
    }
  }

  private static void codes(String kind, Coded[] values) {
    for (Coded value : values) {
      NAMES.computeIfAbsent(kind, key -> new HashMap<>()).put(plain(value.code()), value.code());
    }
  }

  /** Returns a text as the lists in the cells of a dictionary write it. */
  static String escaped(String text) {
    return text.replaceAll("([;=|\\\\])", "\\\\$1");
  }

  /** Returns a text in lower case, without accents, and with one blank for all other characters. */
  static String plain(String text) {
    String bare =
        MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    String lower = bare.toLowerCase(Locale.ROOT).replace('ß', 's').replace('\uFFFD', '?');
    return OTHERS.matcher(lower).replaceAll(" ").strip();
  }

  /**
   * Returns a whole number without the zeros behind its decimal sign, as statistical programs write
   * codes (1,00), and any other text as it is; three zeros may be thousands.
   */
  static String whole(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '0') {
      end--;
    }
    int zeros = text.length() - end;
    int sign = end - 1;
    boolean isWhole = zeros > 0
        && zeros != THOUSANDS
        && sign > 0
        && (text.charAt(sign) == '.' || text.charAt(sign) == ',')
        && WHOLE.matcher(text.substring(0, sign)).matches();
    return isWhole ? text.substring(0, sign) : text;
  }

  /** Tells whether a list of codes has a text, be it as the whole number that it is. */
  static boolean has(List<String> codes, String text) {
    return !codes.isEmpty() && (codes.contains(text) || codes.contains(whole(text)));
  }

  /** Returns the code of the cohort's files for the name of a category, if it is known. */
  static Optional<String> code(Meaning meaning, String text) {
    if (meaning.kind() == Meaning.Kind.FLAG) {
      return Optional.ofNullable(names("flag").get(plain(text)));
    }
    if (meaning.name().startsWith(Meaning.STAGE)) {
      return StageSystem.parse(meaning.name().substring(Meaning.STAGE.length())).canonical(text);
    }
    return switch (meaning.name()) {
      case Meaning.VISIT -> visit(text).map(Timepoint::code);
      case "steinberg_stage" -> steinberg(text).map(parts -> String.join("", parts));
      default -> Optional.ofNullable(names(meaning.column()).get(plain(text)));
    };
  }

  private static Map<String, String> names(String kind) {
    return NAMES.getOrDefault(kind, Map.of());
  }

  /** Returns what a code of a meaning may be, for messages. */
  static String expected(Meaning meaning) {
    if (meaning.kind() == Meaning.Kind.FLAG) {
      return "0, 1";
    }
    if (meaning.name().startsWith(Meaning.STAGE)) {
      return String.join(
          ", ",
          StageSystem.parse(meaning.name().substring(Meaning.STAGE.length())).stages());
    }
    return switch (meaning.name()) {
      case Meaning.VISIT -> "BL, M and months as in M6, UNS";
      case "steinberg_stage" -> "0, I, II, III, IV, V, VI, perhaps with a grade as in IIB, unknown";
      default ->
        String.join(
            ", ", names(meaning.column()).values().stream().distinct().sorted().toList());
    };
  }

  /** Reads a planned moment, by its code or by its name. */
  static Optional<Timepoint> visit(String text) {
    if (text.equals("BL") || text.equals("UNS") || text.matches("M[0-9]{1,4}")) {
      return Optional.of(Timepoint.parse(text));
    }
    String plain = plain(text);
    if (BASELINE.matcher(plain).matches()) {
      return Optional.of(Timepoint.baseline());
    }
    Optional<Timepoint> months = number(MONTHS.matcher(plain)).map(Timepoint::ofMonths);
    return months.isPresent()
        ? months
        : number(YEARS.matcher(plain)).map(years -> Timepoint.ofMonths(12 * years));
  }

  private static Optional<Integer> number(Matcher found) {
    return found.matches()
        ? Optional.of(Integer.parseInt(found.group(1) == null ? found.group(2) : found.group(1)))
        : Optional.empty();
  }

  /** Reads a Steinberg stage with or without a grade: the stage, and the grade if there is one. */
  static Optional<List<String>> steinberg(String text) {
    if (text.equals(SteinbergStage.UNKNOWN.code())) {
      return Optional.of(List.of(text));
    }
    Matcher found = STEINBERG.matcher(text.strip());
    if (!found.matches()) {
      return Optional.empty();
    }
    String stage = String.valueOf(found.group(1)).toUpperCase(Locale.ROOT);
    return Optional.of(
        found.group(2) == null
            ? List.of(stage)
            : List.of(stage, found.group(2).toUpperCase(Locale.ROOT)));
  }
}
