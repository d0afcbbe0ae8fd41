package io.github.avnfh.staging.jic;

import io.github.avnfh.staging.StagingContract;
import io.github.avnfh.staging.StagingSystem;

class JicProperties implements StagingContract<JicStage, JicType> {
  @Override
  public StagingSystem<JicStage, JicType> system() {
    return Jic.REVISED_2001;
  }
}
