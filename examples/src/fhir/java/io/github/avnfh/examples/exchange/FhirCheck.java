package io.github.avnfh.examples.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.examples.synthetic.BundledCohort;
import io.github.avnfh.scoring.harris.HarrisAnswer.Pain;
import io.github.avnfh.scoring.harris.HarrisForm;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is written is valid by the definitions of FHIR R4 themselves, which HAPI FHIR carries, and
 * what their validator refuses is refused in reading; run by the profile {@code fhir} only.
 */
class FhirCheck {
  private static final FhirValidator VALIDATOR = validator();

  private static FhirValidator validator() {
    FhirContext context = FhirContext.forR4();
    return context
        .newValidator()
        .registerValidatorModule(new FhirInstanceValidator(new ValidationSupportChain(
            new DefaultProfileValidationSupport(context),
            new CommonCodeSystemsTerminologyService(context),
            new InMemoryTerminologyServerValidationSupport(context))));
  }

  /** What is no recommendation: codes of systems that the definitions do not hold are warned of. */
  private static List<String> errors(String json) {
    return VALIDATOR.validateWithResult(json).getMessages().stream()
        .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
        .map(SingleValidationMessage::toString)
        .toList();
  }

  @Test
  void theBundledCohortIsValid() {
    assertThat(errors(FhirBundle.of(BundledCohort.read(), FhirTest.ZERO))).isEmpty();
  }

  @Test
  void everythingThatTheBundledCohortHasNotIsValid() {
    Cohort small = FhirTest.SMALL;
    assertThat(errors(FhirBundle.of(small, FhirTest.ZERO))).isEmpty();
  }

  @Test
  void aQuestionnaireResponseIsValid() {
    assertThat(errors(HarrisQuestionnaireResponse.of(HarrisQuestionnaireResponseTest.FULL)))
        .isEmpty();
    for (Pain pain : Pain.values()) {
      assertThat(errors(
              HarrisQuestionnaireResponse.of(HarrisForm.builder().pain(pain).build())))
          .isEmpty();
    }
  }

  /** What stands first of its kind in the Bundle is replaced. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`\"status\" : \"final\",`|``",
        "`\"status\" : \"final\"`|`\"status\" : \"\"`",
        "`\"status\" : \"finished\"`|`\"status\" : \"over\"`",
        "`\"value\" : 41`|`\"value\" : \"41\"`",
        "`\"gender\" : \"female\"`|`\"gender\" : \"F\"`",
        "`\"gender\"`|`\"sex\" : \"F\", \"gender\"`",
        "`\"deceasedBoolean\" : true`|`\"deceasedBoolean\" : 1`",
        "`\"resourceType\" : \"Encounter\"`|`\"resourceType\" : \"Visit\"`",
        "`\"code\" : \"mild\"`|`\"code\" : \"slight\"`",
        "`\"start\" : \"2020`|`\"start\" : \"20200`",
        "`\"type\" : \"collection\"`|`\"type\" : \"heap\"`",
      })
  void whatIsNotValidIsRefused(String part, String broken) {
    String bundle = FhirTest.broken(part, broken);
    assertThatThrownBy(() -> FhirReader.read(bundle, FhirTest.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Bundle.");
    assertThat(isValid(bundle)).isFalse();
  }

  private static boolean isValid(String json) {
    try {
      return errors(json).isEmpty();
    } catch (DataFormatException e) {
      return false;
    }
  }
}
