// Lesson 12. What predicts it?
//
// Do hips in stage III fail sooner than hips in stage II? Perhaps only because their patients are
// older. Sixteen hips, each with the day of its arthroplasty or of the last visit:

var sixteenDays = new int[] {120, 180, 240, 300, 365, 420, 500, 560, 600, 640, 700, 730, 730, 730, 730, 730}
var sixteenEvents = new boolean[] {true, true, true, true, true, false, true, true, true, false, true, false, false, false, false, false}
var stageOfHip = List.of("III", "III", "II", "III", "III", "III", "II", "III", "II", "III", "II", "II", "II", "III", "II", "II")
var decadesOfAge = new double[] {6.1, 5.5, 5.8, 5.2, 6.4, 4.9, 5.6, 5.0, 3.9, 5.1, 4.4, 3.5, 4.1, 4.7, 3.8, 3.2}
var sixteenHips = FollowUp.ofDays(sixteenDays, sixteenEvents).build()
var twoCovariates = Covariates.ofRows(16).factor("stage", stageOfHip, List.of("II", "III")).number("decades of age", decadesOfAge).build()

// A hazard is the rate of the event among those still free of it. Its ratio compares two hips that
// are alike but for one thing. Alone means that nothing else is held fixed:
var whatPredicts = cox(sixteenHips, twoCovariates)
whatPredicts.print()

// Alone, stage III seems to double the hazard. Between patients of one age nothing is left of that: in
// these hips the later stage came with higher age. It does not make the stage harmless, since sixteen
// hips cannot tell the two apart. Look at the intervals.

// The footnote counts events for each coefficient. Hips without an event say little. With few events
// the usual estimates lie too far from 1; Firth's penalty takes most of that off:
whatPredicts.firth().print()

// A ratio of 2 can mean 2 in 1,000 instead of 1, or 80 in 100 instead of 55. So ask for survival too:
// of all sixteen hips, each with its own age, if all had been in stage II, and if all in stage III:
whatPredicts.adjusted("stage", 700).print()

// In the cohort of the study all arthroplasties lie in stage III. The likelihood then rises without
// bound as the coefficient grows: no number is the answer, and none is given. Firth's estimate is finite, and
// its interval says how little is known:
cox(demo()).print()
cox(demo()).firth().print()

// Its hips share patients: without Firth errors are by patient. And the rules and the call of R:
explain(cox(demo()).firth()).print()

// Exercises
// 1. How many coefficients do 25 events allow, by the rule of ten?
// 2. Is the hazard ratio of stage III the same at any time?
// 3. A ratio for age per year is 1.03. What is it per 10 years?

// Answers
// 1. Two.
// 2. The model says so. Residuals can object; with so few events they hardly ever do:
ProportionalityTest.withDefaults().test(whatPredicts.ratios().adjusted()).forEach(each -> System.out.printf(Locale.ROOT, "%s: p = %.2f%n", each.name(), each.chiSquare().pValue()))
// 3. Ten steps multiply:
System.out.printf(Locale.ROOT, "%.2f%n", Math.pow(1.03, 10))
