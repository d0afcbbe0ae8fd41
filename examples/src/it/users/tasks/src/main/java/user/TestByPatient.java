package user;

import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.compare.LogRank;
import java.util.List;

/** Whether stages differ, by the log-rank test with the patient as cluster. */
class TestByPatient {
  private TestByPatient() {}


  static String answer(List<RegistryHip> hips) {
    FollowUp followUp = FollowUp.ofDays(hips, RegistryHip::days, RegistryHip::replaced)
        .groups(hips, RegistryHip::stage)
        .clusters(hips, RegistryHip::patient)
        .build();
    return LogRank.withDefaults().test(followUp).title();
  }
}
