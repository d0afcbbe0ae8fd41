// Lesson 10. Reading a Kaplan-Meier curve
//
// Six hips. Four were replaced, on days 1, 6, 6 and 9; two left the study unreplaced, on days 1 and
// 8. What proportion survives day 6? Not 3 of 6, because one hip was lost before day 6.

var six = FollowUp.ofDays(new int[] {1, 1, 6, 6, 8, 9}, new boolean[] {true, false, true, true, false, true}).build()
var small = km(six)
small.steps().print()

// Read it line by line. On day 1, six were at risk and one was replaced: 5/6 = 0.833. The hip that
// left on day 1 is censored: it counted as at risk that day and never again. On day 6, four were at
// risk and two were replaced: 5/6 times 2/4 = 0.417. On day 9 the last one was replaced: 0. The
// curve only falls where something happens, and each fall is a proportion of those still at risk.

// Now the hips of the cohort, by stage. The last time matters as much as the curve: nothing is
// known beyond it.
var curves = km(demo(), Hip::baselineStage)
curves.print()
curves.at(365, 731, 900).print()

// Three things to look for in any figure: how many are still at risk under the curve, how wide the
// interval is, and where the censoring marks stand. This one draws all three:
var figure = curves.save(Files.createTempDirectory("lesson").resolve("curve.svg").toString())
System.out.println(Files.readString(figure).startsWith("<svg"))

// Exercises
// 1. What is the median of the six hips?
// 2. Why does stage III end in "not reached"?
// 3. Would you say that stage III fares worse?

// Answers
// 1. The first day on which survival is at most one half, which is day 6:
System.out.println(small.estimate().curves().get(0).median().time())
// 2. Its curve never falls to one half: 0.600 is its lowest value.
// 3. Six of fifteen against none of forty-three looks plain, and the naive test is far beyond chance.
//    By patient the test is less sure, because few patients carry all the events. The honest sentence
//    has both numbers:
compare(curves).print()
