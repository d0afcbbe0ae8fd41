package io.github.avnfh.examples.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An element of a FHIR resource that is read strictly: every refusal names the path, nothing is
 * converted, and what was not asked for is refused at the end.
 */
final class FhirElement {
  private final JsonNode node;
  private final String path;
  private final Set<String> read = new LinkedHashSet<>();

  private FhirElement(JsonNode node, String path) {
    this.node = node;
    this.path = path;
  }

  static FhirElement root(JsonNode node, String path) {
    FhirElement root = new FhirElement(node, path);
    if (!node.isObject()) {
      throw new IllegalArgumentException(path + " must be an object, but was " + kind(node));
    }
    return root;
  }

  String path() {
    return path;
  }

  boolean has(String name) {
    return node.has(name);
  }

  private static String kind(JsonNode node) {
    return switch (node.getNodeType()) {
      case MISSING -> "absent";
      case STRING -> node.textValue().isEmpty() ? "an empty string" : "a string";
      default -> "of type " + node.getNodeType();
    };
  }

  /** A refusal of one of its elements; what stands there is not told, because it may be a name. */
  IllegalArgumentException refused(String name, String message) {
    return new IllegalArgumentException(path + "." + name + " " + message);
  }

  private IllegalArgumentException refused(String name, String expected, JsonNode found) {
    return refused(name, "must be " + expected + ", but was " + kind(found));
  }

  private JsonNode child(String name) {
    read.add(name);
    return node.path(name);
  }

  FhirElement object(String name) {
    JsonNode child = child(name);
    if (!child.isObject()) {
      throw refused(name, "an object", child);
    }
    return new FhirElement(child, path + "." + name);
  }

  Optional<FhirElement> maybe(String name) {
    return has(name) ? Optional.of(object(name)) : Optional.empty();
  }

  /** The objects of an array that has at least one. */
  List<FhirElement> list(String name) {
    JsonNode child = child(name);
    if (!child.isArray() || child.isEmpty()) {
      throw refused(name, "an array of at least one object", child);
    }
    List<FhirElement> elements = new ArrayList<>();
    for (int i = 0; i < child.size(); i++) {
      elements.add(root(child.get(i), path + "." + name + "[" + i + "]"));
    }
    return elements;
  }

  /** The only object of an array. */
  FhirElement only(String name) {
    List<FhirElement> elements = list(name);
    if (elements.size() > 1) {
      throw refused(name, "must have one object, but has " + elements.size());
    }
    return elements.get(0);
  }

  Optional<FhirElement> maybeOnly(String name) {
    return has(name) ? Optional.of(only(name)) : Optional.empty();
  }

  String text(String name) {
    JsonNode child = child(name);
    if (!child.isTextual() || child.textValue().isEmpty()) {
      throw refused(name, "a string", child);
    }
    return child.textValue();
  }

  Optional<String> maybeText(String name) {
    return has(name) ? Optional.of(text(name)) : Optional.empty();
  }

  void fixed(String name, String value) {
    JsonNode child = child(name);
    if (!child.isTextual() || !child.textValue().equals(value)) {
      throw refused(
          name,
          "must be '" + value + "', but was "
              + (child.isTextual() && !child.textValue().isEmpty()
                  ? "another string"
                  : kind(child)));
    }
  }

  BigDecimal decimal(String name) {
    JsonNode child = child(name);
    if (!child.isNumber()) {
      throw refused(name, "a number", child);
    }
    return child.decimalValue();
  }

  boolean flag(String name) {
    JsonNode child = child(name);
    if (!child.isBoolean()) {
      throw refused(name, "true or false", child);
    }
    return child.booleanValue();
  }

  LocalDate date(String name) {
    try {
      return LocalDate.parse(text(name));
    } catch (DateTimeException e) {
      throw refused(name, "must be a date such as 2026-01-31, but was another string");
    }
  }

  /** Refuses elements that nothing has read. */
  void end() {
    node.fieldNames().forEachRemaining(name -> {
      if (!read.contains(name)) {
        throw refused(name, "is no element that is read here");
      }
    });
  }
}
