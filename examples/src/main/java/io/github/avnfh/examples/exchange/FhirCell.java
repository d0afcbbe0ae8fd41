package io.github.avnfh.examples.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A cell of a cohort's table as the coded value of a FHIR observation or component, and back.
 *
 * <p>A column with a unit is a quantity in UCUM, an answer of yes or no is a boolean, and any other
 * cell is a string.
 */
final class FhirCell {
  /** The codes of this library's columns; of no meaning elsewhere. */
  static final String COLUMNS = "urn:avnfh:column";

  static final String LOINC = "http://loinc.org";
  static final String UCUM = "http://unitsofmeasure.org";

  /** How a column with a unit ends, the longer ending before the shorter one it ends with. */
  private static final Map<String, String> UNITS = units(
      "_per_uL", "/uL",
      "_g_per_dL", "g/dL",
      "_U_per_L", "U/L",
      "_years", "a",
      "_months", "mo",
      "_day", "d",
      "_min", "min",
      "_percent", "%",
      "_deg", "deg",
      "_millions", "10*6",
      "_cm", "cm",
      "_mm", "mm",
      "_mL", "mL",
      "_kg", "kg",
      "_s", "s");

  private static final Map<String, String> UNITS_BY_NAME = units(
      "creatinine_mg_per_dL", "mg/dL",
      "inr", "{INR}",
      "number", "{number}",
      "aliquots", "{aliquots}",
      "colony_forming_units", "{CFU}",
      "vas", "cm");

  private static final Map<String, String> LOINC_CODES = units(
      "age_years", "30525-0",
      "height_cm", "8302-2",
      "weight_kg", "29463-7",
      "platelets_per_uL", "777-3",
      "leukocytes_per_uL", "6690-2",
      "hemoglobin_g_per_dL", "718-7",
      "inr", "6301-6",
      "aptt_s", "14979-9",
      "creatinine_mg_per_dL", "2160-0",
      "alt_U_per_L", "1742-6",
      "ast_U_per_L", "1920-8",
      "hhs", "100291-4");

  private FhirCell() {}

  private static Map<String, String> units(String... pairs) {
    Map<String, String> units = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      units.put(pairs[i], pairs[i + 1]);
    }
    return units;
  }

  private static Optional<String> unit(String column, boolean score) {
    return Optional.ofNullable(UNITS_BY_NAME.get(column))
        .or(() -> UNITS.entrySet().stream()
            .filter(unit -> column.endsWith(unit.getKey()))
            .map(Map.Entry::getValue)
            .findFirst())
        .or(() -> score ? Optional.of("{score}") : Optional.empty());
  }

  /** Adds code and value of a cell to an observation or component. */
  static void write(ObjectNode to, String column, String text, boolean score) {
    ObjectNode code = to.putObject("code");
    code.putArray("coding").addObject().put("system", COLUMNS).put("code", column);
    Optional.ofNullable(LOINC_CODES.get(column))
        .ifPresent(
            known -> code.withArray("coding").addObject().put("system", LOINC).put("code", known));
    if (column.equals("hhs")) {
      code.withArray("coding")
          .addObject()
          .put("system", FhirBundle.SNOMED)
          .put("code", "445021002");
    }
    Optional<String> unit = unit(column, score);
    if (unit.isPresent()) {
      to.putObject("valueQuantity")
          .put("value", new BigDecimal(text))
          .put("unit", unit.get())
          .put("system", UCUM)
          .put("code", unit.get());
    } else if (text.equals("0") || text.equals("1")) {
      to.put("valueBoolean", text.equals("1"));
    } else {
      to.put("valueString", text);
    }
  }

  /** The column that the code of an observation or component names; others say the same. */
  static String column(FhirElement of) {
    FhirElement code = of.object("code");
    String column = "";
    for (FhirElement coding : code.list("coding")) {
      String known = coding.text("code");
      if (coding.text("system").equals(COLUMNS)) {
        column = known;
      }
      coding.maybeText("display");
      coding.end();
    }
    code.maybeText("text");
    code.end();
    if (column.isEmpty()) {
      throw code.refused("coding", "must have a code of the system " + COLUMNS + ", but has none");
    }
    return column;
  }

  /** The text of the cell, refused where the value is of another kind or unit. */
  static String read(FhirElement of, String column, boolean score) {
    Optional<String> unit = unit(column, score);
    if (unit.isPresent()) {
      FhirElement quantity = of.object("valueQuantity");
      BigDecimal value = quantity.decimal("value");
      quantity.fixed("system", UCUM);
      quantity.fixed("code", unit.get());
      quantity.maybeText("unit");
      quantity.end();
      return value.stripTrailingZeros().toPlainString();
    }
    if (of.has("valueBoolean")) {
      return of.flag("valueBoolean") ? "1" : "0";
    }
    String text = of.text("valueString");
    if (text.equals("0") || text.equals("1")) {
      throw of.refused("valueBoolean", "must hold yes or no, but a string does");
    }
    return text;
  }
}
