package io.github.avnfh.examples.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.avnfh.examples.exchange.AnalysisDataset.Variable;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A data set as Dataset-JSON of CDISC, version 1.1.
 *
 * <p>Text may be of any language, nothing is {@code null}, and numbers have all their digits.
 *
 * @see <a href="https://www.cdisc.org/standards/data-exchange/dataset-json">CDISC. Dataset-JSON,
 *     version 1.1. CDISC, 2024</a>
 */
public final class DatasetJson {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

  private final AnalysisDataset data;

  private DatasetJson(AnalysisDataset data) {
    this.data = data;
  }

  /**
   * Writes a data set.
   *
   * @param data the data set
   * @param created when it was created, which the file tells to the second
   * @return the text of the file, to be written in UTF-8, the same for the same data and time
   */
  public static String of(AnalysisDataset data, LocalDateTime created) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      new DatasetJson(data).write(json, TIME.format(created));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text + "\n";
  }

  private void write(JsonGenerator json, String created) throws IOException {
    json.writeStartObject();
    json.writeStringField("datasetJSONCreationDateTime", created);
    json.writeStringField("datasetJSONVersion", "1.1.0");
    json.writeStringField("itemGroupOID", "IG." + data.name());
    json.writeNumberField("records", data.rows().size());
    json.writeStringField("name", data.name());
    json.writeStringField("label", data.label());
    json.writeArrayFieldStart("columns");
    for (int i = 0; i < data.variables().size(); i++) {
      column(json, data.variables().get(i), i + 1);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("rows");
    for (List<Optional<Object>> row : data.rows()) {
      row(json, row);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void column(JsonGenerator json, Variable variable, int number) throws IOException {
    json.writeStartObject();
    json.writeStringField("itemOID", "IT." + data.name() + "." + variable.name());
    json.writeStringField("name", variable.name());
    json.writeStringField("label", variable.label());
    json.writeStringField("dataType", type(variable));
    if (number <= data.keys()) {
      json.writeNumberField("keySequence", number);
    }
    json.writeEndObject();
  }

  private static String type(Variable variable) {
    return switch (variable.type()) {
      case TEXT -> "string";
      case INTEGER -> "integer";
      case NUMBER -> "double";
    };
  }

  private static void row(JsonGenerator json, List<Optional<Object>> row) throws IOException {
    json.writeStartArray();
    for (Optional<Object> cell : row) {
      if (cell.isPresent()) {
        json.writePOJO(cell.get());
      } else {
        json.writeNull();
      }
    }
    json.writeEndArray();
  }
}
