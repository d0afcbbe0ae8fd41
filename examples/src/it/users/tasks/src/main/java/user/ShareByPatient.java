package user;

import io.github.avnfh.scoring.proportion.ClusteredOutcomes;
import java.util.List;

/** The percentage of replaced hips with limits by patient. */
class ShareByPatient {
  private ShareByPatient() {}


  static String answer(List<RegistryHip> hips) {
    return ClusteredOutcomes.of(
            hips.stream().map(RegistryHip::replaced).toList(),
            hips.stream().map(RegistryHip::patient).toList())
        .proportion().percent(1).printed();
  }
}
