package io.github.avnfh.staging.ficat;

import io.github.avnfh.staging.NoGrade;
import io.github.avnfh.staging.StagingContract;
import io.github.avnfh.staging.StagingSystem;

class FicatSubstagedProperties implements StagingContract<FicatStage, NoGrade> {
  @Override
  public StagingSystem<FicatStage, NoGrade> system() {
    return Ficat.SUBSTAGED_1985;
  }
}
