package user;

import io.github.avnfh.scoring.harris.HarrisForm;
import io.github.avnfh.scoring.harris.HarrisScore;
import io.github.avnfh.scoring.harris.RangeOfMotionMethod;
import java.util.Map;

/** The Harris Hip Score of what a web form sent. */
class ScoreOfWebForm {
  private ScoreOfWebForm() {}


  static String answer(Map<String, String> parameters) {
    HarrisForm form = HarrisForm.ofCodes(parameters);
    HarrisScore score = HarrisScore.of(form, RangeOfMotionMethod.INDEX_1969);
    return score.total() + " " + score.grade() + ", lacks " + form.missing().size();
  }
}
