package user;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import io.github.avnfh.scoring.harris.HarrisForm;
import java.util.Map;

/** A form from JSON, by Gson. */
class JsonIn {
  private JsonIn() {}


  static HarrisForm answer(String json) {
    return HarrisForm.ofCodes(new Gson().fromJson(json, new TypeToken<Map<String, Object>>() {}));
  }
}
