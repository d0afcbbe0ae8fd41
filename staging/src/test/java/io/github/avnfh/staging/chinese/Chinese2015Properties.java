package io.github.avnfh.staging.chinese;

import io.github.avnfh.staging.StagingContract;
import io.github.avnfh.staging.StagingSystem;

class Chinese2015Properties implements StagingContract<ChineseStage, ChineseGrade> {
  @Override
  public StagingSystem<ChineseStage, ChineseGrade> system() {
    return Chinese2015.GUIDELINE_2015;
  }
}
