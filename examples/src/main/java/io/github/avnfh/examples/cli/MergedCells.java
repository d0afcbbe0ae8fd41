package io.github.avnfh.examples.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The ranges of a sheet in xlsx whose cells are merged into their first one. */
final class MergedCells {
  /** What stands in a cell that is merged into another. */
  static final String TEXT = "#MERGED";

  private static final String RELATIONS = "xl/_rels/workbook.xml.rels";

  private final List<Range> ranges;

  private MergedCells(List<Range> ranges) {
    this.ranges = ranges;
  }

  /** Rows are counted from 1, columns from 0. */
  private record Range(int top, int left, int bottom, int right) {
    static Range parse(String reference) {
      String[] corners = reference.toUpperCase(Locale.ROOT).replace("$", "").split(":", 2);
      String last = corners[corners.length - 1];
      return new Range(row(corners[0]), column(corners[0]), row(last), column(last));
    }

    private static int row(String corner) {
      return Integer.parseInt(corner.replaceAll("[A-Z]", ""));
    }

    private static int column(String corner) {
      int column = 0;
      for (char letter : corner.replaceAll("[0-9]", "").toCharArray()) {
        column = 26 * column + letter - 'A' + 1;
      }
      return column - 1;
    }

    boolean hides(int row, int column) {
      return row >= top
          && row <= bottom
          && column >= left
          && column <= right
          && (row > top || column > left);
    }
  }

  /** Reads the ranges of the sheet with an identifier of the workbook. */
  static MergedCells of(Path workbook, String sheetId) throws IOException {
    try (ZipFile parts = new ZipFile(workbook.toFile())) {
      List<String> targets = attributes(parts, RELATIONS, "Relationship", "Id", sheetId, "Target");
      if (targets.isEmpty()) {
        return new MergedCells(List.of());
      }
      String target = targets.get(0);
      String sheet = target.startsWith("/") ? target.substring(1) : "xl/" + target;
      return new MergedCells(attributes(parts, sheet, "mergeCell", "", "", "ref").stream()
          .map(Range::parse)
          .toList());
    } catch (XMLStreamException | NumberFormatException e) {
      throw new IOException("no workbook", e);
    }
  }

  /**
   * An attribute of all elements of a name, of those with a value of another where one is named.
   */
  private static List<String> attributes(
      ZipFile parts, String part, String element, String where, String value, String attribute)
      throws IOException, XMLStreamException {
    List<String> found = new ArrayList<>();
    ZipEntry entry = parts.getEntry(part);
    if (entry == null) {
      return found;
    }
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try (InputStream bytes = parts.getInputStream(entry)) {
      XMLStreamReader reader = factory.createXMLStreamReader(bytes);
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT
            && reader.getLocalName().equals(element)
            && (where.isEmpty() || value.equals(reader.getAttributeValue(null, where)))) {
          Optional.ofNullable(reader.getAttributeValue(null, attribute)).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  /** Tells whether a cell is merged into another. */
  boolean hides(int row, int column) {
    return ranges.stream().anyMatch(range -> range.hides(row, column));
  }

  /** Returns how many columns a row has up to its last merged cell. */
  int width(int row) {
    return ranges.stream()
        .filter(range -> row >= range.top() && row <= range.bottom())
        .mapToInt(range -> range.right() + 1)
        .max()
        .orElse(0);
  }
}
