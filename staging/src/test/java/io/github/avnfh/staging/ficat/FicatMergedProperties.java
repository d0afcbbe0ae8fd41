package io.github.avnfh.staging.ficat;

import io.github.avnfh.staging.NoGrade;
import io.github.avnfh.staging.StagingContract;
import io.github.avnfh.staging.StagingSystem;

class FicatMergedProperties implements StagingContract<FicatStage, NoGrade> {
  @Override
  public StagingSystem<FicatStage, NoGrade> system() {
    return Ficat.MERGED;
  }
}
