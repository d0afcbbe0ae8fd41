package io.github.avnfh.staging.arco;

import io.github.avnfh.staging.StagingContract;
import io.github.avnfh.staging.StagingSystem;
import io.github.avnfh.staging.Ungraded;

class Arco2019Properties implements StagingContract<Arco2019Stage, Ungraded> {
  @Override
  public StagingSystem<Arco2019Stage, Ungraded> system() {
    return Arco2019.REVISED_2019;
  }
}
