package io.github.avnfh.staging.arco;

import io.github.avnfh.staging.NoGrade;
import io.github.avnfh.staging.StagingContract;
import io.github.avnfh.staging.StagingSystem;

class Arco2019Properties implements StagingContract<Arco2019Stage, NoGrade> {
  @Override
  public StagingSystem<Arco2019Stage, NoGrade> system() {
    return Arco2019.REVISED_2019;
  }
}
