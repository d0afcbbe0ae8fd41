package user;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.avnfh.scoring.harris.HarrisForm;

/** A form as JSON, by Jackson. */
class JsonOut {
  private JsonOut() {}


  static String answer(HarrisForm form) throws JsonProcessingException {
    return new ObjectMapper().writeValueAsString(form.codes());
  }
}
