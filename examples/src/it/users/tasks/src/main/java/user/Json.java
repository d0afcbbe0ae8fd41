package user;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.github.avnfh.core.table.PlainData;
import io.github.avnfh.scoring.harris.HarrisForm;
import io.github.avnfh.scoring.harris.HarrisScore;
import io.github.avnfh.scoring.harris.RangeOfMotionMethod;
import io.github.avnfh.survival.KaplanMeierEstimate;
import io.github.avnfh.survival.SurvivalCurve.Step;
import java.util.List;

/** What libraries for JSON make of an answer: all of it of its map, and of the answer itself less. */
class Json {
  private Json() {}

  static void readsTheSameNumbers(KaplanMeierEstimate curves, String json) throws JsonProcessingException {
    JsonNode read = new ObjectMapper().readTree(json).get("curves");
    for (int at = 0; at < curves.curves().size(); at++) {
      List<Step> steps = curves.curves().get(at).steps();
      for (int step = 0; step < steps.size(); step++) {
        Tasks.require("survival in JSON", steps.get(step).survival(),
            read.get(at).get("steps").get(step).get("survival").doubleValue());
      }
    }
    JsonElement other = JsonParser.parseString(new Gson().toJson(PlainData.asMap(curves)));
    Tasks.require("JSON of both libraries", JsonParser.parseString(json), other);
  }

  static void wouldLoseFields(HarrisForm form, KaplanMeierEstimate curves) {
    HarrisScore score = HarrisScore.of(form, RangeOfMotionMethod.INDEX_1969);
    Tasks.require("missing items", score.missing().size(), ((List<?>) PlainData.asMap(score).get("missing")).size());
    Tasks.require("an answer by Gson itself", false, new Gson().toJson(score).contains("missing"));
    Tasks.require("curves by Jackson itself", false, holds(curves, "survival"));
    Tasks.require("a form by Jackson itself", false, holds(form, "slight"));
  }

  /** Whether the JSON that Jackson makes of an object, if it makes any, holds a word. */
  private static boolean holds(Object answer, String word) {
    try {
      return new ObjectMapper().writeValueAsString(answer).contains(word);
    } catch (JsonProcessingException refused) {
      return false;
    }
  }
}
