// Lesson 9. None of fourteen is not never
//
// None of 14 hips in stage I was replaced within two years. Is a replacement impossible? If one
// hip in ten were replaced, so many of all groups of fourteen would still show none:

System.out.printf(Locale.ROOT, "%.2f%n", Math.pow(0.9, 14))

// The exact interval asks which risks would let 14 hips escape at least once in forty times. The
// largest of them is the upper limit:
var replaced = Count.of(0, 14)
var exact = ProportionInterval.Method.CLOPPER_PEARSON.of(replaced, 0.95)
System.out.printf(Locale.ROOT, "0.000 to %.3f%n", exact.upper())

// So "0 %" is honest only with its interval: nearly a quarter of such hips may need a replacement.
// Survival curves without events have the same problem. Many programs print 1.000 (1.000 to 1.000)
// there; this library prints the exact lower limit, which is 1 minus the limit above:
km(demo(), Hip::baselineStage).at(731).print()

// Exercises
// 1. The rule of three says: after none of n, the risk is below 3 / n. How close is it for 14?
// 2. How many hips without a replacement would you need to put the upper limit below 5 %?
// 3. In stage II the lower limit counts 25 and not 29. Why?

// Answers
// 1. Its limit is one-sided, at the level 0.95, and meant for larger n. Beside it is the exact one:
System.out.printf(Locale.ROOT, "%.3f, %.3f%n", ProportionInterval.ruleOfThree(14), 1 - Math.pow(0.05, 1 / 14.0))
// 2. 72: the limit solves (1 - risk) to the power of n = 0.025.
for (int n : new int[] {71, 72}) {
  System.out.printf(Locale.ROOT, "%d: %.4f%n", n, ProportionInterval.Method.CLOPPER_PEARSON.of(Count.of(0, n), 0.95).upper());
}
// 3. 29 hips of 25 patients: two hips of one patient are not two independent chances.
System.out.printf(Locale.ROOT, "%.3f%n", Math.pow(0.025, 1 / 25.0))
