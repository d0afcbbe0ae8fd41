package io.github.avnfh.examples.survival;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which columns of the table hold what, but for groups. */
class ColumnOptions {
  @Option(
      names = "--time",
      required = true,
      paramLabel = "COL",
      description = "Column of times, 0 or more.")
  private String time;

  @Option(
      names = "--event",
      required = true,
      paramLabel = "COL",
      description = "Column of event codes.")
  private String event;

  @Option(
      names = "--event-code",
      paramLabel = "V",
      arity = "1..*",
      description = "Codes of the event. Default: 1.")
  private List<String> eventCodes = List.of("1");

  @Option(
      names = "--censor-code",
      paramLabel = "V",
      arity = "1..*",
      description = "Codes of censoring. Default: 0.")
  private List<String> censorCodes = List.of("0");

  @Option(
      names = "--entry",
      paramLabel = "COL",
      description = "Column of times of entry, before the time of the row.")
  private Optional<String> entry = Optional.empty();

  @Option(names = "--weight", paramLabel = "COL", description = "Column of case weights, above 0.")
  private Optional<String> weight = Optional.empty();

  @Option(
      names = "--strata",
      paramLabel = "COL",
      description = "Column of strata, within which tests compare.")
  private Optional<String> strata = Optional.empty();

  @Option(
      names = "--cluster",
      paramLabel = "COL",
      description =
          "Column of clusters, whose rows are not independent, such as the two hips of a patient.")
  private Optional<String> cluster = Optional.empty();

  ColumnOptions() {}

  String time() {
    return time;
  }

  String event() {
    return event;
  }

  EventCodes codes() {
    return EventCodes.of(eventCodes, competingCodes(), censorCodes);
  }

  /** The codes of events that compete, where the command has any. */
  List<String> competingCodes() {
    return List.of();
  }

  final boolean hasCompeting() {
    return !competingCodes().isEmpty();
  }

  Optional<String> entry() {
    return entry;
  }

  Optional<String> weight() {
    return weight;
  }

  /** The column of groups, where the command has any. */
  Optional<String> group() {
    return Optional.empty();
  }

  Optional<String> strata() {
    return strata;
  }

  /** Takes the clusters of a command that has another option for them. */
  void clusterBy(String column) {
    cluster = Optional.of(column);
  }

  Optional<String> cluster() {
    return cluster;
  }

  final List<String> required() {
    return Stream.concat(
            Stream.of(time, event),
            Stream.of(entry, weight, group(), strata, cluster()).flatMap(Optional::stream))
        .distinct()
        .toList();
  }
}
