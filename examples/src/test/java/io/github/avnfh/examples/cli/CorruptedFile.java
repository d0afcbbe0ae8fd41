package io.github.avnfh.examples.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** A table that was corrupted at random: its bytes, cells, header, rows, columns or encoding. */
final class CorruptedFile {
  private static final String ODD_CHARACTERS =
      ",;\t\n\r\0 '\"#.-+eE0123456789=|\u00A0\u00FF\u00E4\u0300\u200B\uFEFF\u0664\u0634\uD83D";

  /** Cells that people type, and those at the ends of what a computer can hold. */
  private static final List<String> ODD_CELLS = List.of(
      "",
      " ",
      "0",
      "-0",
      "1e308",
      "-1e308",
      "1e-308",
      "0.30000000000000004",
      "20190412",
      "2147483647",
      "99999999999",
      "NaN",
      "Infinity",
      "1,5",
      "1.000",
      "\"a\nb\"",
      "=1+1",
      "\u001B[31m",
      "NA",
      "-1",
      "2",
      "a + a = b",
      "1|2|",
      "<0.05",
      "\u0661\u0662",
      "2021-02-30");

  private CorruptedFile() {}

  /** Corrupts a table up to three times, and writes it in one encoding or another. */
  static byte[] of(String text, Random random) {
    String corrupted = text;
    for (int times = random.nextInt(4); times > 0 && !corrupted.isEmpty(); times--) {
      corrupted = random.nextBoolean()
          ? withBadCharacters(corrupted, random)
          : withBadCells(corrupted, random);
    }
    byte[] bytes = encoded(corrupted, random);
    if (bytes.length > 0 && random.nextInt(8) == 0) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  private static byte[] encoded(String text, Random random) {
    return switch (random.nextInt(24)) {
      case 0, 1 -> text.getBytes(StandardCharsets.ISO_8859_1);
      case 2 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
      case 3 -> text.getBytes(StandardCharsets.UTF_16);
      case 4 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
      case 5 -> text.getBytes(StandardCharsets.UTF_16LE);
      case 6 -> text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
      case 7 -> text.replace('\n', '\r').getBytes(StandardCharsets.UTF_8);
      default -> text.getBytes(StandardCharsets.UTF_8);
    };
  }

  private static String withBadCharacters(String text, Random random) {
    int at = random.nextInt(text.length());
    int to = Math.min(text.length(), at + 1 + random.nextInt(8));
    return switch (random.nextInt(6)) {
      case 0 ->
        text.substring(0, at)
            + (char) (text.charAt(at) ^ (1 << random.nextInt(7)))
            + text.substring(at + 1);
      case 1 ->
        text.substring(0, at)
            + ODD_CHARACTERS.charAt(random.nextInt(ODD_CHARACTERS.length()))
            + text.substring(at);
      case 2 -> text.substring(0, at) + text.substring(to);
      case 3 -> text.substring(0, at);
      case 4 -> text.replace(',', random.nextBoolean() ? ';' : '\t');
      default -> text.replaceFirst(",", ",\"");
    };
  }

  /** Corrupts a cell, the header, a row or a column of a table. */
  private static String withBadCells(String text, Random random) {
    List<List<String>> rows = text.lines()
        .map(line -> (List<String>) new ArrayList<>(Arrays.asList(line.split(",", -1))))
        .collect(Collectors.toCollection(ArrayList::new));
    if (rows.isEmpty()) {
      return text;
    }
    int line = random.nextInt(rows.size());
    List<String> row = rows.get(line);
    int cell = random.nextInt(row.size());
    switch (random.nextInt(12)) {
      case 0, 1, 2, 3 -> row.set(cell, any(random, ODD_CELLS));
      case 4 -> rows.add(line, new ArrayList<>(row));
      case 5 -> rows.remove(line);
      case 6 -> row.remove(cell);
      case 7 -> row.add(cell, any(random, ODD_CELLS));
      case 8 -> Collections.shuffle(rows.subList(1, rows.size()), random);
      case 9 ->
        rows.get(0)
            .set(
                random.nextInt(rows.get(0).size()),
                any(random, random.nextBoolean() ? row : ODD_CELLS));
      case 10 -> {
        String odd = any(random, ODD_CELLS);
        rows.subList(1, rows.size()).stream()
            .filter(each -> each.size() > cell)
            .forEach(each -> each.set(cell, odd));
      }
      default -> row.replaceAll(each -> "");
    }
    return rows.stream().map(each -> String.join(",", each)).collect(Collectors.joining("\n"))
        + (random.nextBoolean() ? "\n" : "");
  }

  static <T> T any(Random random, List<T> words) {
    return words.get(random.nextInt(words.size()));
  }
}
