package io.github.avnfh.examples.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook in xlsx made of the XML of its cells; the style 1 shows a date. */
public final class XlsxFile {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGES = "http://schemas.openxmlformats.org/package/2006/";
  private static final String KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private XlsxFile() {}

  /** Writes a workbook: the XML between the tags of each sheet, by its name, in their order. */
  public static void write(Path file, Map<String, String> sheets) throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        "<Types xmlns=\"" + PACKAGES + "content-types\">"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + KIND + "sheet.main+xml\"/>"
            + "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + KIND + "styles+xml\"/>"
            + "</Types>");
    parts.put("_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml")));
    parts.put(
        "xl/styles.xml",
        "<styleSheet xmlns=\"" + MAIN + "\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/>"
            + "<xf numFmtId=\"14\"/></cellXfs></styleSheet>");
    StringBuilder names = new StringBuilder();
    StringBuilder relations = new StringBuilder(relation("rIdS", "styles", "styles.xml"));
    int number = 0;
    for (Map.Entry<String, String> sheet : sheets.entrySet()) {
      String id = Integer.toString(++number);
      names.append(
          "<sheet name=\"" + sheet.getKey() + "\" sheetId=\"" + id + "\" r:id=\"rId" + id + "\"/>");
      String target = "worksheets/sheet" + id + ".xml";
      relations.append(relation("rId" + id, "worksheet", target));
      parts.put(
          "xl/" + target, "<worksheet xmlns=\"" + MAIN + "\">" + sheet.getValue() + "</worksheet>");
    }
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets>" + names
            + "</sheets></workbook>");
    parts.put("xl/_rels/workbook.xml.rels", relations(relations.toString()));
    zip(file, parts);
  }

  private static void zip(Path file, Map<String, String> parts) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
  }

  private static String relation(String id, String type, String target) {
    return "<Relationship Id=\"" + id + "\" Type=\"" + OFFICE + "/" + type + "\" Target=\"" + target
        + "\"/>";
  }

  private static String relations(String relations) {
    return "<Relationships xmlns=\"" + PACKAGES + "relationships\">" + relations
        + "</Relationships>";
  }

  public static String row(int number, String... cells) {
    return "<row r=\"" + number + "\">" + String.join("", cells) + "</row>";
  }

  public static String text(String text) {
    return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  }

  public static String number(String number) {
    return "<c><v>" + number + "</v></c>";
  }

  public static String date(String daysOfTheSheet) {
    return "<c s=\"1\"><v>" + daysOfTheSheet + "</v></c>";
  }

  public static String error(String name) {
    return "<c t=\"e\"><v>" + name + "</v></c>";
  }
}
