package io.github.avnfh.core.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts, rows and lists as JSON, by RFC 8259. */
final class JsonText {
  static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  private JsonText() {}

  static String list(List<String> values) {
    return values.isEmpty()
        ? "[]"
        : values.stream().collect(Collectors.joining(",\n    ", "[\n    ", "\n  ]"));
  }

  static String row(List<String> names, List<Cell> row) {
    List<String> values = new ArrayList<>();
    row.forEach(cell -> cell.parts().forEach(part -> values.add(value(cell.kind(), part))));
    List<String> fields = new ArrayList<>();
    for (int at = 0; at < names.size(); at++) {
      fields.add(quoted(names.get(at)) + ": " + values.get(at));
    }
    return fields.stream().collect(Collectors.joining(", ", "{", "}"));
  }

  private static String value(Column.Kind kind, String part) {
    if (kind == Column.Kind.TEXT) {
      return quoted(part);
    }
    return part.isEmpty() ? "null" : NUMBER.matcher(part).matches() ? part : quoted(part);
  }

  static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int at = 0; at < text.length(); at++) {
      char letter = text.charAt(at);
      if (letter == '"' || letter == '\\') {
        json.append('\\').append(letter);
      } else if (letter < ' '
          || Character.isSurrogate(letter)
          || Character.getType(letter) == Character.FORMAT) {
        // a half of a pair on its own is no text in UTF-8
        json.append(String.format(Locale.ROOT, "\\u%04x", (int) letter));
      } else {
        json.append(letter);
      }
    }
    return json.append('"').toString();
  }
}
