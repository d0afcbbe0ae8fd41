// Lesson 3. What is stage IV called elsewhere?
//
// A paper reports Steinberg stages, yours uses ARCO 2019. A table that gives one word for each word
// would be a lie: some stages split, some join. The crosswalk asks which findings make a stage and
// what the other system makes of the same findings.

var toArco = Crosswalk.between(Steinberg.PENNSYLVANIA_1995, Arco2019.REVISED_2019)
for (SteinbergStage stage : EnumSet.range(SteinbergStage.STAGE_0, SteinbergStage.STAGE_VI)) {
  System.out.println(stage.code() + " is " + toArco.possible(stage).text());
}

// Stage IV is IIIA or IIIB, because ARCO 2019 cuts the stage at 2 mm of depression and Steinberg
// the grade. Grade A decides it. Grade C does not: a shallow depression of more than 30 % of the
// surface is C as well.
System.out.println(toArco.possible(SteinbergStage.STAGE_IV, SteinbergGrade.A).text())
System.out.println(toArco.possible(SteinbergStage.STAGE_IV, SteinbergGrade.C).text())

// Exercises
// 1. And the other way: what can ARCO 2019 stage IIIA be in Steinberg's words?
// 2. What would you need to report to translate without loss?

// Answers
// 1. Two stages: a crescent alone is III, a head flattened by up to 2 mm is IV.
var toSteinberg = Crosswalk.between(Arco2019.REVISED_2019, Steinberg.PENNSYLVANIA_1995)
System.out.println(toSteinberg.possible(Arco2019Stage.STAGE_IIIA).text())
// 2. The findings. A stage is made from them, and cannot be made back into them.
