package io.github.avnfh.core.dictionary;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What can happen to a file between the hospital and the program. */
enum Corruption {
  BYTE_FLIPPED {
    @Override
    String applied(String text, Random random) {
      int at = random.nextInt(text.length());
      char flipped = (char) (text.charAt(at) ^ (1 << random.nextInt(8)));
      return text.substring(0, at) + flipped + text.substring(at + 1);
    }
  },
  BYTE_INSERTED {
    @Override
    String applied(String text, Random random) {
      String odd = ",;\n\r\0 '\"#.-\u00FF\u00E4" + (char) random.nextInt(256);
      return inserted(text, odd.charAt(random.nextInt(odd.length())), random);
    }
  },
  BYTES_LOST {
    @Override
    String applied(String text, Random random) {
      int from = random.nextInt(text.length());
      int to = Math.min(text.length(), from + 1 + random.nextInt(8));
      return text.substring(0, from) + text.substring(to);
    }
  },
  LINE_CUT {
    @Override
    String applied(String text, Random random) {
      List<String> lines = lines(text);
      int at = random.nextInt(lines.size());
      String line = lines.get(at);
      lines.set(at, line.substring(0, random.nextInt(line.length() + 1)));
      return String.join("\n", lines);
    }
  },
  FILE_CUT {
    @Override
    String applied(String text, Random random) {
      return text.substring(0, random.nextInt(text.length()));
    }
  },
  LINE_REPEATED {
    @Override
    String applied(String text, Random random) {
      List<String> lines = lines(text);
      lines.add(random.nextInt(lines.size()), lines.get(random.nextInt(lines.size())));
      return String.join("\n", lines);
    }
  },
  COLUMNS_SWAPPED {
    @Override
    String applied(String text, Random random) {
      List<String> lines = lines(text);
      int columns = lines.get(0).split(",", -1).length;
      int one = random.nextInt(columns);
      int other = random.nextInt(columns);
      int until = random.nextBoolean() ? 1 : 1 + random.nextInt(lines.size());
      for (int line = 0; line < until; line++) {
        lines.set(line, swapped(lines.get(line), one, other));
      }
      return String.join("\n", lines);
    }
  },
  QUOTE_OPENED {
    @Override
    String applied(String text, Random random) {
      int from = text.indexOf(',', random.nextInt(text.length()));
      return from < 0
          ? inserted(text, '"', random)
          : text.substring(0, from + 1) + '"' + text.substring(from + 1);
    }
  },
  LINES_QUOTED {
    @Override
    String applied(String text, Random random) {
      int from = text.indexOf(',', random.nextInt(text.length()));
      int to = text.indexOf(',', from + 1 + random.nextInt(text.length()));
      return from < 0 || to < 0
          ? text
          : text.substring(0, from + 1)
              + '"'
              + text.substring(from + 1, to).replace("\"", "")
              + '"'
              + text.substring(to);
    }
  };

  /** Returns a text, each of whose characters is a byte, after the corruption. */
  abstract String applied(String text, Random random);

  static byte[] corrupted(byte[] bytes, Random random) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    for (int times = 1 + random.nextInt(3); times > 0 && !text.isEmpty(); times--) {
      text = values()[random.nextInt(values().length)].applied(text, random);
    }
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static List<String> lines(String text) {
    return new ArrayList<>(Arrays.asList(text.split("\n", -1)));
  }

  private static String inserted(String text, char odd, Random random) {
    int at = random.nextInt(text.length() + 1);
    return text.substring(0, at) + odd + text.substring(at);
  }

  private static String swapped(String line, int one, int other) {
    List<String> cells = new ArrayList<>(Arrays.asList(line.split(",", -1)));
    if (Math.max(one, other) < cells.size()) {
      Collections.swap(cells, one, other);
    }
    return String.join(",", cells);
  }
}
