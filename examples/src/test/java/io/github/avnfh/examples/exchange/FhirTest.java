package io.github.avnfh.examples.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.dictionary.CohortReader;
import io.github.avnfh.examples.synthetic.BundledCohort;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FhirTest {
  static final LocalDate ZERO = LocalDate.of(2020, 2, 28);

  /** Everything that the bundled cohort does not have. */
  static final Cohort SMALL = cohort(Map.of(
      "patients.csv", """
      patient_id,sex,age_years,height_cm,weight_kg,platelets_per_uL,lost_day,lost_reason,death_day,pregnant,data_origin
      Ä 1/2,F,41,170.5,,150000,,,1200,1,OBSERVED
      B,U,18,,,,300,"moved, far",,,OBSERVED
      """,
      "hips.csv", """
      patient_id,side,etiology,steinberg_stage,steinberg_grade,recorded_stages,index_day,prior_surgery,arthroplasty_day,last_seen_day,data_origin
      Ä 1/2,L,alcohol,II,B,,,1,900,,OBSERVED
      Ä 1/2,R,alcohol,III,,ficat:III,40,,,1000,OBSERVED
      B,R,idiopathic,I,,,,0,,,OBSERVED
      """,
      "visits.csv", """
      patient_id,side,visit,day,status,missed_reason,vas,hhs,data_origin
      Ä 1/2,L,BL,-3,done,,10,0,OBSERVED
      Ä 1/2,R,M12,366,done,,2.5,88.25,OBSERVED
      Ä 1/2,L,M36,1096,after_arthroplasty,,,,OBSERVED
      B,R,M6,180,missed,on a journey,,,OBSERVED
      B,R,M12,365,not_due,,,,OBSERVED
      """,
      "imaging.csv", """
      patient_id,side,visit,day,modality,view,reader,crescent,lesion_percent,edema,data_origin
      B,R,BL,0,mri,all_slices,reader 1,0,1,1,OBSERVED
      """,
      "procedures.csv", """
      patient_id,side,procedure,day,number,volume_mL,data_origin
      """,
      "events.csv", """
      patient_id,term,day,severity,relation,data_origin
      B,fever,3,,,OBSERVED
      B,hematoma,2,mild,probable,OBSERVED
      B,sepsis,4,life_threatening,,OBSERVED
      """));

  private static Cohort cohort(Map<String, String> files) {
    return CohortReader.withDefaults()
        .read(file -> Optional.ofNullable(files.get(file))
            .map(text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))
        .orThrow();
  }

  @Test
  void readsBackTheBundledCohort() {
    Cohort cohort = BundledCohort.read();
    assertThat(FhirReader.read(FhirBundle.of(cohort, ZERO), ZERO)).isEqualTo(cohort);
  }

  @Test
  void readsBackDeathsLossesSecondHipsAndEmptyTables() {
    assertThat(SMALL.recorded()).hasSizeGreaterThan(5);
    Cohort same = FhirReader.read(FhirBundle.of(SMALL, ZERO), ZERO);
    assertThat(FhirBundle.of(same, ZERO)).isEqualTo(FhirBundle.of(SMALL, ZERO));
    assertThat(same).isEqualTo(SMALL);
    assertThat(same.recorded()).isEqualTo(SMALL.recorded());
  }

  /** The second hip of the first patient is treated 40 days after the first. */
  @Test
  void countsTheDaysOfASecondHipFromTheFirstTreatmentOfThePatient() {
    assertThat(FhirBundle.of(SMALL, ZERO))
        .contains(
            "\"start\" : \"" + ZERO.plusDays(-3) + "\"",
            "\"start\" : \"" + ZERO.plusDays(40 + 366) + "\"",
            "\"performedDateTime\" : \"" + ZERO.plusDays(900) + "\"");
  }

  @Test
  void namesWhatOthersKnowByTheirCodes() {
    assertThat(FhirBundle.of(SMALL, ZERO).replaceAll("\\s+", ""))
        .contains(
            "{\"system\":\"http://hl7.org/fhir/sid/icd-10\",\"code\":\"M87\"}],\"text\":\"alcohol\"",
            "{\"system\":\"http://loinc.org\",\"code\":\"100291-4\"}",
            "{\"system\":\"http://snomed.info/sct\",\"code\":\"445021002\"}",
            "{\"system\":\"http://snomed.info/sct\",\"code\":\"52734007\"}",
            "{\"system\":\"http://snomed.info/sct\",\"code\":\"287679003\"}],\"text\":\"lefthip\"",
            "{\"coding\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/adverse-event-severity\","
                + "\"code\":\"severe\"}],\"text\":\"life_threatening\"}",
            "{\"value\":170.5,\"unit\":\"cm\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"cm\"}");
  }

  /** The Bundle with other words in the place of the first that are so. */
  static String broken(String part, String broken) {
    String bundle = FhirBundle.of(SMALL, ZERO);
    int start = bundle.indexOf(part);
    assertThat(start).as(part).isNotNegative();
    return bundle.substring(0, start) + broken + bundle.substring(start + part.length());
  }

  /**
   * What stands first of its kind in the Bundle is replaced, and the path of the refusal is told.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`\"status\" : \"final\",`||Bundle.entry[1].resource.status must be 'final', but was absent",
        "`\"status\" : \"final\"`|`\"status\" : \"\"`|Bundle.entry[1].resource.status must be 'final',"
            + " but was an empty string",
        "`\"value\" : 41`|`\"value\" : \"41\"`|Bundle.entry[1].resource.valueQuantity.value must be a"
            + " number, but was a string",
        "`\"code\" : \"a\"`|`\"code\" : \"mo\"`|Bundle.entry[1].resource.valueQuantity.code must be 'a',"
            + " but was another string",
        "`\"value\" : 41`|`\"value\" : 141`|Bundle.entry[0].resource age_years: age at enrollment [years]"
            + " must lie in 0.0..120.0, and this cell does not",
        "`\"gender\" : \"female\"`|`\"gender\" : \"F\"`|Bundle.entry[0].resource.gender must be female,"
            + " male or unknown, but was another string",
        "`\"gender\"`|`\"sex\" : \"F\", \"gender\"`|Bundle.entry[0].resource.sex is no element that is"
            + " read here",
        "`\"code\" : \"death_day\"`|`\"code\" : \"lost_day\"`|Bundle.entry[0].resource.deceasedBoolean must be true where the"
            + " day of the death is known, and absent elsewhere, but is not",
        "`\"deceasedBoolean\" : true`|`\"deceasedBoolean\" : 1`|Bundle.entry[0].resource.deceasedBoolean"
            + " must be true or false, but was of type NUMBER",
        "`\"code\" : \"287679003\"`|`\"code\" : \"24136001\"`|Bundle.entry[10].resource.bodySite[0].coding"
            + "[0].code must be 287679003 (left hip) or 287579007 (right hip), but was another",
        "`\"reference\" : \"urn`|`\"reference\" : \"uri`|Bundle.entry[1].resource.subject.reference must be"
            + " the fullUrl of an entry above, but is not",
        "`\"type\" : \"collection\"`|`\"type\" : \"batch\"`|Bundle.type must be 'collection', but was another"
            + " string",
        "`\"valueBoolean\" : true`|`\"valueString\" : \"1\"`|Bundle.entry[4].resource.valueBoolean must hold"
            + " yes or no, but a string does",
        "`\"resourceType\" : \"Encounter\"`|`\"resourceType\" : \"Visit\"`|Bundle.entry[19].resource."
            + "resourceType must be one that is read here, but is not",
        "`\"status\" : \"finished\"`|`\"status\" : \"planned\"`|Bundle.entry[19].resource.status must be"
            + " 'finished', but was another string",
        "`\"code\" : \"mild\"`|`\"code\" : \"severe\"`|Bundle.entry[30].resource.severity.coding[0].code must be"
            + " the severity of the text, but was another",
        "`\"type\" : \"collection\"`|`\"type\" : \"collection\", \"type\" : \"collection\"`|Bundle must be JSON"
            + " without two elements of one name, but is not in line 30",
      })
  void refusesABrokenBundleWithThePath(String part, String broken, String message) {
    String text = broken(part, broken == null ? "" : broken);
    assertThatThrownBy(() -> FhirReader.read(text, ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void refusesWhatIsNoBundle() {
    assertThatThrownBy(() -> FhirReader.read("[]", ZERO))
        .hasMessage("Bundle must be an object, but was of type ARRAY");
    assertThatThrownBy(() -> FhirReader.read("{\"resourceType\":\"Patient\"}", ZERO))
        .hasMessage("Bundle.resourceType must be 'Bundle', but was another string");
  }
}
