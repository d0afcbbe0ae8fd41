package io.github.avnfh.examples.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.avnfh.core.Coded;
import io.github.avnfh.core.Quantity;
import io.github.avnfh.scoring.harris.Deformity;
import io.github.avnfh.scoring.harris.HarrisAnswer.Limp;
import io.github.avnfh.scoring.harris.HarrisAnswer.Pain;
import io.github.avnfh.scoring.harris.HarrisAnswer.PublicTransport;
import io.github.avnfh.scoring.harris.HarrisAnswer.ShoesAndSocks;
import io.github.avnfh.scoring.harris.HarrisAnswer.Sitting;
import io.github.avnfh.scoring.harris.HarrisAnswer.Stairs;
import io.github.avnfh.scoring.harris.HarrisAnswer.Support;
import io.github.avnfh.scoring.harris.HarrisAnswer.WalkingDistance;
import io.github.avnfh.scoring.harris.HarrisForm;
import io.github.avnfh.scoring.harris.HarrisItem.DeformityCriterion;
import io.github.avnfh.scoring.harris.HarrisItem.Motion;
import io.github.avnfh.scoring.harris.HarrisItem.Question;
import io.github.avnfh.scoring.harris.RangeOfMotion;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The items of a Harris Hip Score as a QuestionnaireResponse of FHIR R4 to the panel LOINC
 * 100283-1, and back.
 *
 * <p>An item has the code of this library as its link. Answers are codes, measurements are
 * quantities in degrees or centimeters, and a criterion of deformity that was judged is a boolean.
 * What was not answered has no item. A registry that keeps points without deformity and motion has
 * the base of 91 points of the modified score and cannot fill such a form.
 */
public final class HarrisQuestionnaireResponse {
  private static final String ANSWERS = "urn:avnfh:harris";
  private static final String PANEL = "http://loinc.org/q/100283-1";
  private static final String JUDGED = "_judged";

  private final Map<String, FhirElement> answers = new LinkedHashMap<>();

  private HarrisQuestionnaireResponse() {}

  /**
   * Writes a form.
   *
   * @param form a form with at least one answer
   * @return the response as JSON
   * @throws IllegalArgumentException if nothing was answered
   */
  public static String of(HarrisForm form) {
    ObjectNode response = JsonNodeFactory.instance.objectNode();
    response.put("resourceType", "QuestionnaireResponse").put("questionnaire", PANEL);
    ArrayNode items = response.put("status", "completed").putArray("item");
    for (Question question : Question.values()) {
      form.answer(question)
          .ifPresent(answer -> answer(items, question.code())
              .putObject("valueCoding")
              .put("system", ANSWERS)
              .put("code", answer.code()));
    }
    for (DeformityCriterion criterion : DeformityCriterion.values()) {
      measured(items, criterion.code(), criterion.quantity(), form.deformity().measured(criterion));
      Boolean judged = form.deformity().judged().get(criterion);
      if (judged != null) {
        answer(items, criterion.code() + JUDGED).put("valueBoolean", judged);
      }
    }
    for (Motion motion : Motion.values()) {
      measured(items, motion.code(), motion.quantity(), form.rangeOfMotion().degrees(motion));
    }
    if (items.isEmpty()) {
      throw new IllegalArgumentException("answers of a form [count] must be 1 or more, but were 0");
    }
    return response.toPrettyString();
  }

  private static ObjectNode answer(ArrayNode items, String link) {
    return items.addObject().put("linkId", link).putArray("answer").addObject();
  }

  private static void measured(
      ArrayNode items, String link, Quantity quantity, OptionalDouble value) {
    if (value.isPresent()) {
      answer(items, link)
          .putObject("valueQuantity")
          .put("value", BigDecimal.valueOf(value.getAsDouble()))
          .put("unit", quantity.unit())
          .put("system", FhirCell.UCUM)
          .put("code", unit(quantity));
    }
  }

  private static String unit(Quantity quantity) {
    return quantity.unit().equals("cm") ? "cm" : "deg";
  }

  /**
   * Reads a form strictly.
   *
   * @param json the response
   * @return the form
   * @throws IllegalArgumentException if the text is no such response; the message begins with the
   *     path of the element
   */
  public static HarrisForm read(String json) {
    FhirElement root = FhirElement.root(
        FhirReader.parsed(Objects.requireNonNull(json, "json"), "QuestionnaireResponse"),
        "QuestionnaireResponse");
    root.fixed("resourceType", "QuestionnaireResponse");
    root.fixed("questionnaire", PANEL);
    root.fixed("status", "completed");
    HarrisQuestionnaireResponse response = new HarrisQuestionnaireResponse();
    for (FhirElement item : root.list("item")) {
      if (response.answers.put(item.text("linkId"), item.only("answer")) != null) {
        throw item.refused("linkId", "must not come twice, but does");
      }
      item.end();
    }
    root.end();
    HarrisForm form = response.form();
    response.answers.values().stream().findFirst().ifPresent(unread -> {
      throw new IllegalArgumentException(
          unread.path() + " must belong to an item of the score, but does not");
    });
    return form;
  }

  private HarrisForm form() {
    HarrisForm.Builder form = HarrisForm.builder();
    coded(Question.PAIN, Pain.values()).ifPresent(form::pain);
    coded(Question.LIMP, Limp.values()).ifPresent(form::limp);
    coded(Question.SUPPORT, Support.values()).ifPresent(form::support);
    coded(Question.DISTANCE, WalkingDistance.values()).ifPresent(form::distance);
    coded(Question.STAIRS, Stairs.values()).ifPresent(form::stairs);
    coded(Question.SHOES_AND_SOCKS, ShoesAndSocks.values()).ifPresent(form::shoesAndSocks);
    coded(Question.SITTING, Sitting.values()).ifPresent(form::sitting);
    coded(Question.TRANSPORT, PublicTransport.values()).ifPresent(form::transport);
    return form.deformity(deformity())
        .rangeOfMotion(RangeOfMotion.builder()
            .flexionDegrees(measured(Motion.FLEXION.code(), Motion.FLEXION.quantity()))
            .abductionDegrees(measured(Motion.ABDUCTION.code(), Motion.ABDUCTION.quantity()))
            .adductionDegrees(measured(Motion.ADDUCTION.code(), Motion.ADDUCTION.quantity()))
            .externalRotationDegrees(
                measured(Motion.EXTERNAL_ROTATION.code(), Motion.EXTERNAL_ROTATION.quantity()))
            .internalRotationDegrees(
                measured(Motion.INTERNAL_ROTATION.code(), Motion.INTERNAL_ROTATION.quantity()))
            .build())
        .build();
  }

  private Deformity deformity() {
    Deformity.Builder deformity = Deformity.builder()
        .fixedFlexionDegrees(measured(DeformityCriterion.FIXED_FLEXION))
        .fixedAdductionDegrees(measured(DeformityCriterion.FIXED_ADDUCTION))
        .fixedInternalRotationDegrees(measured(DeformityCriterion.FIXED_INTERNAL_ROTATION))
        .legLengthDifferenceCm(measured(DeformityCriterion.LEG_LENGTH_DIFFERENCE));
    for (DeformityCriterion criterion : DeformityCriterion.values()) {
      FhirElement judged = answers.remove(criterion.code() + JUDGED);
      if (judged != null) {
        deformity.putJudged(criterion, judged.flag("valueBoolean"));
        judged.end();
      }
    }
    return deformity.build();
  }

  private OptionalDouble measured(DeformityCriterion criterion) {
    return measured(criterion.code(), criterion.quantity());
  }

  private <T extends Coded> Optional<T> coded(Question question, T[] levels) {
    FhirElement answer = answers.remove(question.code());
    if (answer == null) {
      return Optional.empty();
    }
    FhirElement coding = answer.object("valueCoding");
    coding.fixed("system", ANSWERS);
    String code = coding.text("code");
    coding.maybeText("display");
    coding.end();
    answer.end();
    for (T level : levels) {
      if (level.code().equals(code)) {
        return Optional.of(level);
      }
    }
    throw coding.refused("code", "must be an answer to " + question.code() + ", but was another");
  }

  private OptionalDouble measured(String link, Quantity quantity) {
    FhirElement answer = answers.remove(link);
    if (answer == null) {
      return OptionalDouble.empty();
    }
    FhirElement value = answer.object("valueQuantity");
    double number = value.decimal("value").doubleValue();
    value.maybeText("unit");
    value.fixed("system", FhirCell.UCUM);
    value.fixed("code", unit(quantity));
    value.end();
    answer.end();
    if (!quantity.allows(number)) {
      throw value.refused("value", "is refused: " + quantity.legalRange());
    }
    return OptionalDouble.of(number);
  }
}
