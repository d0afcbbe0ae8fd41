package io.github.avnfh.staging.steinberg;

import io.github.avnfh.core.SteinbergGrade;
import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.staging.StagingContract;
import io.github.avnfh.staging.StagingSystem;

class SteinbergProperties implements StagingContract<SteinbergStage, SteinbergGrade> {
  @Override
  public StagingSystem<SteinbergStage, SteinbergGrade> system() {
    return Steinberg.PENNSYLVANIA_1995;
  }
}
