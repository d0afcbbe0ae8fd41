package user;

import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.KaplanMeierEstimate;
import java.util.List;

/** Survival by stage, with the patient as cluster, of records of a registry. */
class CurveOfRecords {
  private CurveOfRecords() {}


  static KaplanMeierEstimate answer(List<RegistryHip> hips) {
    FollowUp followUp = FollowUp.ofDays(hips, RegistryHip::days, RegistryHip::replaced)
        .groups(hips, RegistryHip::stage)
        .clusters(hips, RegistryHip::patient)
        .build();
    return KaplanMeier.withDefaults().estimate(followUp);
  }
}
