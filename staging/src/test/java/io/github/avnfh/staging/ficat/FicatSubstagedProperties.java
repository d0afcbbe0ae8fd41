package io.github.avnfh.staging.ficat;

import io.github.avnfh.staging.StagingContract;
import io.github.avnfh.staging.StagingSystem;
import io.github.avnfh.staging.Ungraded;

class FicatSubstagedProperties implements StagingContract<FicatStage, Ungraded> {
  @Override
  public StagingSystem<FicatStage, Ungraded> system() {
    return Ficat.SUBSTAGED_1985;
  }
}
