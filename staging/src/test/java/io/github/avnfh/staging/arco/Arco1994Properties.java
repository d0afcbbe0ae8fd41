package io.github.avnfh.staging.arco;

import io.github.avnfh.staging.StagingContract;
import io.github.avnfh.staging.StagingSystem;

class Arco1994Properties implements StagingContract<Arco1994Stage, Arco1994Grade> {
  @Override
  public StagingSystem<Arco1994Stage, Arco1994Grade> system() {
    return Arco1994.PUBLISHED_1994;
  }
}
