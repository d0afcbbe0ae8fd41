package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.Side;
import io.github.avnfh.core.Timepoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the name of a column says: a side, a planned visit, a unit, and what is left, which names
 * the meaning.
 *
 * <p>Names are compared without case, accents and signs, in English, German, French, Spanish and
 * Arabic. A question mark, which some programs write for a letter with an accent, stands for any
 * letter.
 */
record ColumnName(
    String bare, Optional<Side> side, Optional<Timepoint> visit, String unit, String number) {
  private static final Map<String, Pattern> MEANINGS = new LinkedHashMap<>();
  private static final Map<String, Pattern> DETAILS = new LinkedHashMap<>();
  private static final Map<String, Pattern> UNITS = new LinkedHashMap<>();

  /** Meanings of names that mean something else in a table of treatments: volume, reason. */
  private static final Set<String> AMBIGUOUS = Set.of("lesion_percent", "etiology");

  private static final Pattern LAST_CONTACT = Pattern.compile(
      "(.* )?(last|latest|letzte[nrs]?|dernier|derniere|dernieres|ultim[oa]|censor\\w*|zensi\\w*|zensur\\w*|censur\\w*"
          + "|(or|oder|ou) (fu|follow ?up|recul|suivi|nachuntersuchung|seguimiento))( .*)?");

  private static final Pattern MILLIONS = Pattern.compile(".*(10 6|106|mio|mill|مليون).*");
  private static final Set<String> PLANNED_MONTHS =
      Set.of("3", "6", "9", "12", "18", "24", "36", "48", "60", "72", "84", "96", "120");
  private static final Set<String> PARTS = Set.of(
      ("age alter arco atc birth bl case cause code cote cd date dat dt dead death decompression died done dob eva"
              + " event ficat first fu followup gender geschlecht grade hanche harris hhs hip id index inj"
              + " injection kind last left lesion loss lost m mo months nr no num number op oper operation pain pat patient"
              + " pre preop post prior proc procedure pt ptc pth record right score seite seen sex sexe side size stade"
              + " stadium stage steinberg surg surgery tep htep tha thp thr time total treat treatment type up vas visit"
              + " volume year yr aetiol aetiology etiol etiology atiologie etiologie follow d of baseline base")
          .split(" ", -1));
  /** The ends of a scale may follow the name of a score, as in Schmerz (0-10) nach 6 Monaten. */
  private static final Pattern SCALE = Pattern.compile(" 0 (bis |to |a )?(10|100)(?= |$)");

  /** The words of the longest name of a visit, as in 12 months after the operation. */
  private static final int MOST_WORDS = 5;

  private static final Pattern LEFT =
      Pattern.compile("l|left|lt|li|links|g|gauche|izq|izquierda|الايسر");
  private static final Pattern RIGHT =
      Pattern.compile("r|right|rt|re|rechts|d|droite|droit|der|derecha|الايمن");

  static {
    name(
        "ignored:personal",
        "(pat(ient)?s? )?(name|nom|names|nombre|vorname|nachname|surname|first name|last name|prenom|apellidos?|initials?|initialen|initiales|الاسم|اسم المريض|اسم)|address|adresse|direccion|phone.*|tel(efon|ephone|efono)?|e ?mail|mrn|hospital (no|number)");
    name(
        "ignored:remark",
        "(.* )?(remarks?|notes?|comments?|bemerkung(en)?|kommentar|observaciones|remarques?|commentaires?|ملاحظات)");
    name(
        "ignored:form",
        "redcap repeat instance|redcap data access group|redcap survey.*|.* complete");
    name("condition", "redcap repeat instrument");
    name(
        Meaning.PATIENT,
        "(pt|pat|patient|patienten?|subject|case|record|study|fall|participant|sujet|paciente|reg(istry|ister|istro)?)( |s )?(id|nr|no|num|number|nummer|numero|code|study id)?|id|nr|no|n|nummer|numero|num dossier|dossier|(n|no|nr|num|numero|nro)( de| du| d| des)?( la)? (dossier|patient|paciente|sujet|historia( clinica)?|inclusion|anonymat)|nhc|pid|patid|patnr|patientid|subjid|usubjid|ptid|رقم|رقم المريض|الرقم");
    name(
        "sex",
        "(pat(ient)? )?(sex|sexe|sexo|gender|geschlecht|geschl|genre|genero|sexus|الجنس|جنس)");
    name(
        "birth_year",
        "year (of )?birth|birth ?year|geburtsjahr|jahrgang|annee (de )?naissance|ano (de )?nacimiento|yob");
    name(
        "birth_date",
        "dob|birth|naissance|nacimiento|geburt|geb|birth ?date|date (of )?birth|birthday|geburtsdatum|geb ?dat(um)?|geboren|date (de )?naissance|ddn|fecha (de )?nacimiento|تاريخ الميلاد|brthdtc");
    name(
        "age_years",
        "(pat(ient)? )?([a?]ge|alter|edad|العمر|عمر)( (at|in|op|surgery|treatment|enrolment|enrollment|inclusion|years?|yrs?|ans|jahren?|anos|bei|zur|au|al).*)?|age ?yrs?|agey");
    name(
        "event_term",
        "(ae|adverse event|complication|komplikation|complicacion|evenement indesirable|nebenwirkung)s?( (term|name|type|description|desc|typ))?");
    name(
        "event_date",
        "(ae|adverse event|complication|komplikation|complicacion)s? (date|datum|fecha|onset|start)|date (of )?(ae|adverse event|complication)");
    name(
        "event_severity",
        "(ae|adverse event|complication|komplikation)s? (grade|severity|grad|schwere|ctc(ae)?)");
    name(
        Meaning.SIDE,
        "(.* )?(side|seite|cote|c?[?]te|lado|laterality|lateralite|lateralidad|الجهة|الجانب|جهة)|hip|hips|hanche|hufte|cadera|hip ?(l ?r)|operated (hip|side)|lat|affected (hip|side)|involved (hip|side)|الورك");
    name(
        "arthroplasty",
        "(.* )?(thr|tha|thp|pth|tep|ptc|atc|arthroplast(y|ie)|prothese|proth[?e]se|replace(ment|d)?|protesis|artroplastia|endoprothese|huft tep|htep|h tep|conversion to tha|تبديل|مفصل صناعي)( .*)?");
    name(
        "death",
        "(.* )?(death|died|dead|deceased|deces|decede|tod|todes|todesdatum|sterbedatum|verstorben|exitus|muerte|fallecido|fallecimiento|dod|وفاة|الوفاة)( .*)?");
    name("lost", "(.* )?(lost|loss|ltfu|lost to follow ?up|perdu(s)?( de vue)?|perdido)( .*)?");
    name(
        "last_seen",
        "(date (of )?)?(last|latest|final|dernier|derniere|letzte[rs]?|ultim[oa]|duration|length)( of)? (fu|f u|follow ?up|seen|visit|contact|suivi|consultation|recul|kontrolle|nachuntersuchung|untersuchung|visita|control|seguimiento)( date| datum)?|fu|fu duration|follow ?up( time| duration| period)?|recul|dlv|date last (seen|fu|follow ?up|contact|visit)|lastfu|last fu date|letzte nu|lnu|nachuntersuchung|(date (de |des )?)?dernieres nouvelles|date de point|(date )?(last|dernier|letzter|ultimo) (contact|kontakt|contacto)( date)?|(المتابعة|اخر متابعة)");
    name(
        "operation",
        "((type|code|kind|art) (of |d |de )?)?(operation|procedure|surgery|op|eingriff|intervention|cirugia|operacion|proc|treatment|therapie|traitement|tratamiento|geste|prozedur|interv|acte|العملية)( (type|kind|code|art|typ|name|performed|tipo|done))?|optype|proctype|op art|operationsart");
    name(
        "op_date",
        "(date (of |d |de )?(the )?)?(operation|procedure|surgery|op|eingriff|intervention|cirugia|operacion|proc|chirurgie|interv|acte)( date| datum| dat| day)|(date|datum|fecha)( of| d| de| der| la)*( the)? (operation|procedure|surgery|op|eingriff|intervention|cirugia|operacion|chirurgie|proc|interv|acte)|opdate|opdat|op datum|operationsdatum|surgdate|surgdt|تاريخ العملية");
    name(
        "index_date",
        "(.* )?(inj(ection|ektion)?|treatment|traitement|index|therapy|implantation|inyeccion|infiltration|baseline|decompression|core decompression|cd|enrol?ment|inclusion|behandlung)( .*)?(date|datum|dat|fecha|dt)|(date|datum|fecha)( of| d| de| der| la)*( the)? (first )?(inj(ection|ektion)?|treatment|traitement|index|therapy|implantation|inyeccion|infiltration|decompression|core decompression|enrol?ment|inclusion|behandlung)|injdate|injdt|indexdate|trtdate|تاريخ الحقن|تاريخ العلاج");
    name("steinberg_grade", "(steinberg )?(grade|grad|extent)|steinberg grade");
    name("stage:ficat", "(.* )?(ficat|ficat arlet|ficat stage|stage ficat|stade ficat)( .*)?");
    name("stage:arco", "(.* )?arco( .*)?");
    name("stage:jic", "(.* )?jic( .*)?");
    name("steinberg_stage", "(.* )?(steinberg|upenn|penn|pennsylvania)( .*)?");
    name("stage", "(.* )?(stage|stade|stadium|estadio|staging|stad|المرحلة|مرحلة)( .*)?");
    name(
        "etiology",
        "(.* )?([a?]?[e?]tiolog(y|ie|ia)s?|a?etiol|a?tiol|a?tiology|atiologie|[?]tiolog(y|ie|ia)|cause|ursache|causa|risk ?factor|السبب|سبب)( .*)?|etio");
    name(
        "visit_date",
        "(.* )?(visit|visite|visita|exam(ination)?|assessment|consultation|consult|follow ?up|fu|kontroll|controle|untersuchungs?|besuchs?|form|formular|survey|questionnaire|fragebogen|v)( ?date| ?datum| ?dat| ?dt| fecha)|(date|datum|fecha)( of| d| de| der| la)*( the)? (visit|visite|visita|exam(ination)?|examen|assessment|consultation|follow ?up|fu|kontrolle|controle|untersuchung)|visdate|visitdate|visdt|date|datum|fecha|untersuchungsdatum|تاريخ الزيارة|التاريخ");
    name(
        Meaning.VISIT,
        "(.* )?(visit|visite|visita|besuch|termin|timepoint|time point|time|zeitpunkt|temps|tiempo|redcap event name|event name|wave|period|periode|phase|epoch|follow ?up|fu|controle|kontrolle|الزيارة)( (no|nr|number|num|name|nummer|numero|label|month))?|months?|mois|monate?|mes|meses|visitnum|avisit");
    name(
        "score:hhs",
        "(.* )?(hhs|harris|harris (hip )?score|harrishipscore|harris hip|harris score|هاريس)( total| score| points)?");
    name(
        "score:vas",
        "(.* )?(vas|eva|nrs|pain|schmerz(en)?|douleurs?|dolor|vas pain|pain vas|pain score|vas score|visual analog(ue)? scale|الالم|الم)( score| cm| pain| at rest)?");
    name(
        "lesion_percent",
        "(.* )?(lesion|necro(sis|tic)|necrose|nekrose|nekrotisch|volume|lesion size|extent|size|taille lesion|volumen|necrosis volume)( .*)?(percent|pct|perc|prozent|%)?");
    name(
        "depression_mm",
        "(.* )?(depression|collapse|einbruch|affaissement|collapso)( depth)?( mm)?");
    name("height_cm", "height|grosse|grose|groesse|korpergrosse|talla|estatura|taille|ht|الطول");
    name("weight_kg", "(body ?)?weight|gewicht|korpergewicht|poids|peso|wt|الوزن");
    name("platelets_per_uL", "plt|platelets?( count)?|thrombo(zyten|cytes)?|plaquettes|plaquetas");
    name("hemoglobin_g_per_dL", "hb|hgb|ha?emoglobin[ea]?|hamoglobin");
    name("leukocytes_per_uL", "wbc|leuk?o(cytes|zyten)?|leucocitos|white cells?");
    name("inr", "inr");
    name("creatinine_mg_per_dL", "crea(t|tinine|tinin)?|kreatinin|creatinina|scr");
    name(
        "prior_surgery",
        "(prior|previous|earlier|vor) ?(hip )?(surgery|op|operation)|voroperation|chirurgie anterieure|antecedent chirurgical");
    name("satisfaction", "satisf.*|zufrieden.*|satisfaccion");
    detail("volume_mL", "volume|volumen|vol|menge|quantite|cantidad|الحجم|حجم|ml|cc");
    detail(
        "injection_number",
        "inj(ection|ektion)?s?( (no|nr|num|number|nummer|numero))|(no|nr|num|number|nummer|numero|رقم)( of| de| der| d| la)*( the)? (inj(ection|ektion)?|inyeccion|infiltration|الحقنة)|injno|injnr|(inyeccion|infiltration) (no|nr|num|numero)");
    detail("injection_reason", "reason|grund|indi[ck]ation|motif|raison|motivo|razon|السبب");
    detail(
        "aspiration_site",
        "(aspiration|harvest|donor)? ?(site|lieu|sitio|موقع)|entnahme(ort|stelle)|lieu de (ponction|prelevement)|sitio de puncion");
    detail("aliquots", "ali(quots?|quote[sn]?|cuotas?)");
    detail("viability_percent", "viab\\w*|vitalitat|lebensfahig\\w*|الحيوية");
    detail(
        "nucleated_cells_millions",
        "tnc|(total )?nucleated cells|kernhaltige zellen|cellules nucleees|celulas nucleadas|خلايا منواة");
    detail(
        "mononuclear_cells_millions",
        "mnc|mononuclear cells|mononukleare zellen|cellules mononucleees|celulas mononucleares");
    detail(
        "colony_forming_units",
        "cfu( f)?|colony forming units?|kolonien|koloniebildende einheiten|ufc( f)?");
    detail(
        "drill_mm",
        "drill( diameter)?|bohrer(durchmesser)?|bohrkanal|foret|meche|broca|trephine|tro[ck]art?|مثقاب");
    detail("duration_min", "duration|dauer|duree|duracion|minut\\w*|min|المدة");
    detail("spins", "spins?|[cz]entrifug\\w*");
    detail(
        "density_gradient", "density gradient|dichtegradient|ficoll|gradient[e]?( de densi\\w*)?");
    detail("cultured", "cultured?|kultur|kultiviert|cultive\\w*|cultivad\\w*");
    detail("cryopreserved", "(cryo|kryo|crio)\\w*|frozen|eingefroren|congel\\w*");
    detail("adequate", "ade?quat[e]?|ausreichend|suffisant|adecuad\\w*|suficiente|كاف");
    unit("months", "months?|mois|monate?n?|meses|mths?|mos?|شهر|بالاشهر");
    unit("years", "years?|yrs?|ans|jahre?n?|anos");
    unit("days", "days?|jours?|tage?n?|dias");
    unit("weeks", "weeks?|wks?|semaines?|wochen?|semanas");
    unit("cm", "cm");
    unit("mm", "mm");
    unit("m", "m");
    unit("kg", "kg");
    unit("%", "percent|pct|prozent");
  }

  private static void name(String meaning, String pattern) {
    MEANINGS.put(meaning, Pattern.compile(pattern));
  }

  /** The word of a detail may have others before and behind it. */
  private static void detail(String meaning, String pattern) {
    DETAILS.put(meaning, Pattern.compile("(.* )?(" + pattern + ")( .*)?"));
  }

  private static void unit(String unit, String pattern) {
    UNITS.put(unit, Pattern.compile(pattern));
  }

  /** Reads a name; one without a meaning is read again with its words taken apart. */
  static ColumnName of(String name) {
    String plain = SCALE.matcher(Vocabulary.plain(separated(name))).replaceFirst("");
    ColumnName written = of(name, plain);
    if (written.meaning().isPresent()) {
      return written;
    }
    ColumnName apart = of(
        name,
        Arrays.stream(plain.split(" ", -1))
            .map(ColumnName::apart)
            .collect(Collectors.joining(" ")));
    return apart.meaning().isPresent() ? apart : written;
  }

  private static ColumnName of(String name, String plain) {
    ColumnName whole = new ColumnName(plain, Optional.empty(), Optional.empty(), "", "");
    List<String> words = new ArrayList<>(List.of(plain.split(" ", -1)));
    Optional<Side> side = side(words);
    String unit = unit(name, words);
    Optional<Timepoint> visit = visit(words).or(() -> months(words));
    ColumnName parts = new ColumnName(String.join(" ", words), side, visit, unit, "");
    boolean split = side.isPresent() || visit.isPresent() || !unit.isEmpty();
    if (split && parts.meaning().isPresent()) {
      return parts;
    }
    return whole.meaning().isPresent() ? whole.with(unit, "") : numbered(whole);
  }

  /** A first and a second operation have names that differ in a number. */
  private static ColumnName numbered(ColumnName whole) {
    String bare = whole.bare().replaceAll("(^| )[1-9]( |$)", " ").strip().replaceAll(" +", " ");
    ColumnName named = new ColumnName(bare, whole.side(), whole.visit(), "", "");
    boolean operation = named
        .meaning()
        .filter(means -> means.equals("operation") || means.equals("op_date"))
        .isPresent();
    return operation ? named.with("", whole.bare().replaceAll("[^1-9]", "")) : whole;
  }

  private ColumnName with(String foundUnit, String foundNumber) {
    return new ColumnName(bare, side, visit, foundUnit, foundNumber);
  }

  /** Puts a blank between a small letter and a capital or a digit, as in hhsM6. */
  private static String separated(String name) {
    return name.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2")
        .replaceAll("(?<=[\\p{L}]{2})(?=[0-9])", " ");
  }

  /** A side stands first or last. */
  private static Optional<Side> side(List<String> words) {
    if (words.size() < 2) {
      return Optional.empty();
    }
    for (int place : new int[] {words.size() - 1, 0}) {
      if (LEFT.matcher(words.get(place)).matches()) {
        words.remove(place);
        return Optional.of(Side.LEFT);
      }
      if (RIGHT.matcher(words.get(place)).matches()) {
        words.remove(place);
        return Optional.of(Side.RIGHT);
      }
    }
    // A unit in brackets may follow the side.
    int inner = words.size() - 2;
    if (inner > 0 && !unitOf(words.get(inner + 1)).isEmpty()) {
      Optional<Side> found = LEFT.matcher(words.get(inner)).matches()
          ? Optional.of(Side.LEFT)
          : RIGHT.matcher(words.get(inner)).matches() ? Optional.of(Side.RIGHT) : Optional.empty();
      found.ifPresent(side -> words.remove(inner));
      return found;
    }
    return Optional.empty();
  }

  /** A unit stands last, and is no number of months where a number stands before it. */
  private static String unit(String name, List<String> words) {
    if (name.indexOf('%') >= 0) {
      return "%";
    }
    int last = words.size() - 1;
    if (last < 1) {
      return "";
    }
    String unit = unitOf(words.get(last));
    boolean counted = words.get(last - 1).matches("[0-9]+");
    if (unit.isEmpty() || counted) {
      return "";
    }
    words.remove(last);
    return unit;
  }

  private static String unitOf(String word) {
    return UNITS.entrySet().stream()
        .filter(unit -> unit.getValue().matcher(word).matches())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  private static Optional<Timepoint> visit(List<String> words) {
    for (int length = MOST_WORDS; length > 0; length--) {
      for (int from = words.size() - length; from >= 0; from--) {
        Optional<Timepoint> visit =
            Vocabulary.visit(String.join(" ", words.subList(from, from + length)));
        if (visit.isPresent() && words.size() > length) {
          words.subList(from, from + length).clear();
          words.remove("post");
          words.remove("at");
          return visit;
        }
      }
    }
    return Optional.empty();
  }

  /** A number after the name of a score is one of months, if visits are planned then: VAS12. */
  private static Optional<Timepoint> months(List<String> words) {
    int last = words.size() - 1;
    if (last < 1 || !PLANNED_MONTHS.contains(words.get(last))) {
      return Optional.empty();
    }
    String rest = String.join(" ", words.subList(0, last));
    boolean score = new ColumnName(rest, Optional.empty(), Optional.empty(), "", "")
        .meaning()
        .filter(means -> means.startsWith(Meaning.SCORE))
        .isPresent();
    return score
        ? Optional.of(Timepoint.ofMonths(Integer.parseInt(words.remove(last))))
        : Optional.empty();
  }

  /**
   * Takes words apart that are written as one, as programs do that allow no blanks: hipside,
   * vaspre. Each part must be a word that names of columns have; the longest come first.
   */
  private static String apart(String word) {
    return parts(word).map(parts -> String.join(" ", parts)).orElse(word);
  }

  private static Optional<List<String>> parts(String word) {
    if (word.isEmpty()) {
      return Optional.of(List.of());
    }
    for (int length = word.length(); length > 0; length--) {
      String part = word.substring(0, length);
      boolean side = length == word.length() && (part.equals("l") || part.equals("r"));
      if (side || PARTS.contains(part) || part.matches("[0-9]+")) {
        Optional<List<String>> rest = parts(word.substring(length));
        if (rest.isPresent()) {
          return Optional.of(Stream.concat(Stream.of(part), rest.get().stream()).toList());
        }
      }
    }
    return Optional.empty();
  }

  /** Returns the meaning that the bare name has, before a look at the cells. */
  Optional<String> meaning() {
    for (Map.Entry<String, Pattern> meaning : MEANINGS.entrySet()) {
      if (matches(meaning.getValue())) {
        return Optional.of(meaning.getKey());
      }
    }
    return Optional.empty();
  }

  /** Returns the detail of a treatment that the name tells, in a table of treatments. */
  Optional<String> detail() {
    if (meaning().filter(other -> !AMBIGUOUS.contains(other)).isPresent()) {
      return Optional.empty();
    }
    return DETAILS.entrySet().stream()
        .filter(detail -> matches(detail.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /**
   * Tells whether the name is also that of the last contact: until a prosthesis or the last visit.
   */
  boolean isOfLastContactToo() {
    return LAST_CONTACT.matcher(bare).matches();
  }

  /** Tells whether the name says that things are counted in millions. */
  boolean isInMillions() {
    return MILLIONS.matcher(bare).matches();
  }

  private boolean matches(Pattern pattern) {
    return pattern.matcher(bare).matches();
  }
}
