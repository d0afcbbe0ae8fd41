// Lesson 11. Seven visits, one question
//
// Was the hip better after treatment? A paired t test asks that at one visit, of the hips that have
// it and a first score. Six hips, three visits, and three of the eighteen scores are missing:

var hipOfRow = List.of("a", "a", "a", "b", "b", "b", "c", "c", "c", "d", "d", "d", "e", "e", "e", "f", "f", "f")
var visitOfRow = List.of("0", "6", "24", "0", "6", "24", "0", "6", "24", "0", "6", "24", "0", "6", "24", "0", "6", "24")
var pointsOfRow = new ArrayList<OptionalDouble>()
for (String cell : "50 61 78 44 58 70 62 75 - 47 - 73 55 67 80 40 55 -".split(" ")) {
  pointsOfRow.add(cell.equals("-") ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(cell)));
}
var sixHips = VisitScores.of(hipOfRow, visitOfRow, pointsOfRow).build()
System.out.println(sixHips)

// Which hips have which visits? Only three have all of them:
var oneModel = model(sixHips)
oneModel.patterns().print()

// Two more tests of one visit each would throw three hips away by turns, and ask twice. One model of
// all visits keeps them: each hip has its own level, and its other scores tell something about
// the one that is missing. The p values are adjusted for there being two questions:
oneModel.print()

// Of the scores of one hip any two are alike: the correlation is printed below the table. That is
// why a hip is compared with itself. Beside it the same model on the three hips with every visit:
oneModel.complete().print()

// The answers are much alike, but the second rests on half of the hips. The first one is right if,
// among hips with the same scores so far, those that came are like those that did not: "missing at
// random". No table can show that; c and f, as much better at 6 months as the others, agree with it.

// Two hips of one patient are alike too. Say that a and b lie in one patient:
var patientOfRow = List.of(1, 1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 5)
var twoInOne = VisitScores.of(hipOfRow, visitOfRow, pointsOfRow).patients(patientOfRow).build()
System.out.println(twoInOne)
System.out.println(MixedModel.withDefaults().fit(twoInOne).variances().keySet())

// The cohort of the study has seven visits. A hip leaves the model at its arthroplasty:
model(demo(), HARRIS_HIP_SCORE).print()

// And the call of R that gives the same numbers:
explain(oneModel).print()

// Exercises
// 1. How many degrees of freedom has the change at 6 months in the paired test, and in the model?
// 2. What becomes of the model if the scores of a hip are no more alike than those of two hips?
// 3. Name a reason for a missed visit that is not missing at random.

// Answers
// 1. Five hips have both scores: 4. The model has more, as it counts scores:
System.out.printf(Locale.ROOT, "%.1f%n", oneModel.fit().changes().get(0).estimate().degreesOfFreedom())
// 2. The variance of hips is 0, the model says so, and all scores count as independent:
var unlikeScores = new ArrayList<OptionalDouble>()
for (int each : new int[] {50, 70, 60, 60, 52, 69, 58, 61}) {
  unlikeScores.add(OptionalDouble.of(each));
}
var noLevel = model(VisitScores.of(List.of("a", "a", "b", "b", "c", "c", "d", "d"), List.of("0", "6", "0", "6", "0", "6", "0", "6"), unlikeScores).build())
System.out.println(noLevel.fit().isSingular())
// 3. A hip that hurt so much since the last visit that its patient went elsewhere.
