// Lesson 8. Two hips are not two patients
//
// Twelve patients, both hips each, and every patient's two hips gained the same: the patient's
// weight, bones and luck are in both. Three gained 10 points, three 20, three 30 and three 40.

var gains = new double[24]
var patients = new ArrayList<Integer>()
for (int hip = 0; hip < 24; hip++) {
  gains[hip] = 10 * (1 + hip / 6);
  patients.add(hip / 2);
}
var hips = ClusteredSample.of(gains, patients)
System.out.println(hips)

// How sure are we of the mean? The naive answer takes 24 independent hips. The answer by patient
// knows that there are twelve of them:
var answer = Comparison.withDefaults().ofMean(hips)
System.out.printf(Locale.ROOT, "mean %.1f%n", answer.naive().estimate())
System.out.printf(Locale.ROOT, "naive      SE %.3f on %.0f df%n", answer.naive().standardError(), answer.naive().degreesOfFreedom())
System.out.printf(Locale.ROOT, "by patient SE %.3f on %.0f df%n", answer.clustered().standardError(), answer.clustered().degreesOfFreedom())

// The mean is the same. Its standard error is not: the second hip of a patient told us nothing new.
// In real cohorts it tells something, and the truth lies between. So the library answers by patient
// unless asked, and shows the naive answer beside it:
compare(demo(), HARRIS_HIP_SCORE, 24).print()

// There it makes no difference. With arthroplasties by stage it does:
compare(km(demo(), Hip::baselineStage)).print()

// By patient, the test takes its variance from the risk sets as the naive one does, and adds what
// the two hips of a patient have in common. The robust test takes all of its variance from the
// patients; of them only a few had an arthroplasty, all in one stage, so that it sees little. With
// so few neither should be the last word. Deal the stages out anew, to patients with as many hips:
var byStage = km(demo(), Hip::baselineStage).followUp()
var dealt = PermutationTest.withDefaults().test(byStage, 8).orElseThrow()
System.out.printf(Locale.ROOT, "%s: p = %.4f%n", dealt.title(), dealt.pValue())

// Exercises
// 1. By which factor did the naive variance fall short in the twelve patients?
// 2. What becomes of it with one hip per patient?
// 3. Is an adverse event of an anesthetic counted per hip?

// Answers
// 1. By the design effect, about 2: of two hips one is a copy.
System.out.printf(Locale.ROOT, "%.2f%n", answer.designEffect().getAsDouble())
// 2. Both answers agree:
var single = Comparison.withDefaults().ofMean(ClusteredSample.of(new double[] {10, 20, 30, 40}, List.of(1, 2, 3, 4)))
System.out.printf(Locale.ROOT, "%.2f%n", single.designEffect().getAsDouble())
// 3. No. It happens to a patient, whoever's hips are treated.
