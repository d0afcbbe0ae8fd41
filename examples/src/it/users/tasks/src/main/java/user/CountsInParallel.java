package user;

import io.github.avnfh.survival.DayCount;
import io.github.avnfh.survival.EventCounts;
import java.util.List;

/** Counts of hips of many parts, made in parallel and merged. */
class CountsInParallel {
  private CountsInParallel() {}


  static EventCounts answer(List<RegistryHip> hips) {
    return hips.parallelStream()
        .map(hip -> DayCount.ofHip(hip.stage(), hip.days(), hip.replaced()))
        .map(line -> EventCounts.of(List.of(line)))
        .reduce(EventCounts::merge)
        .orElseThrow();
  }
}
