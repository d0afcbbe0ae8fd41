package user;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.avnfh.core.table.PlainData;
import io.github.avnfh.survival.KaplanMeierEstimate;

/** Curves as JSON, by Jackson. */
class JsonOut {
  private JsonOut() {}


  static String answer(KaplanMeierEstimate curves) throws JsonProcessingException {
    return new ObjectMapper().writeValueAsString(PlainData.asMap(curves));
  }
}
