// Lesson 7. Patients, hips and visits
//
// A cohort counts in two units. The cohort that comes with the library is SYNTHETIC: a program made
// it up to meet the margins that a study printed.

var cohort = demo()
System.out.println(cohort)

// 58 hips in 46 patients: twelve have both hips in the study.
System.out.println(cohort.bilateralPatients())
stage(cohort).print()

// The hips add up to 58. The patients add up to more than 46, because a patient with a hip in stage
// I and the other in stage II is counted in both lines. So every table says what it counts.

// The score at each visit:
score(cohort).print()

// At 24 months six of these hips are prostheses. A score taken then is the prosthesis' score. Leave
// them out, and say so:
score(cohort, HARRIS_HIP_SCORE, ArthroplastyPolicy.EXCLUDE_AFTER).print()

// Exercises
// 1. How many hips gained more than 20 points after 24 months, under each of the four policies?
// 2. Print a hip. Why is there so little?

// Answers
// 1. The same hips, four answers; each is right for the question that it answers:
for (ArthroplastyPolicy policy : ArthroplastyPolicy.values()) {
  var pairing = Pairing.of(HARRIS_HIP_SCORE, Timepoint.baseline(), Timepoint.ofMonths(24), policy);
  var responders = pairing.pair(cohort.hips()).responders(StudyRules.MORE_THAN_20_POINTS);
  System.out.println(policy.code() + ": " + responders.responders() + " of " + responders.judged());
}
// 2. Because a patient never prints, not even in a program's log.
System.out.println(cohort.hips().get(0))
