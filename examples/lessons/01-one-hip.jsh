// Lesson 1. One hip
//
// A patient of 38 walks with a slight limp and without a cane, six blocks at most. How good is the
// hip? The Harris Hip Score adds up four domains: pain (44 points), function (47), deformity (4)
// and range of motion (5). The form holds the answers; it does not add anything up.

var form = HarrisForm.builder().
    pain(Pain.SLIGHT).limp(Limp.SLIGHT).support(Support.NONE).
    distance(WalkingDistance.SIX_BLOCKS).stairs(Stairs.WITH_RAILING).
    shoesAndSocks(ShoesAndSocks.WITH_EASE).sitting(Sitting.ANY_CHAIR_ONE_HOUR).
    transport(PublicTransport.ABLE).
    deformity(Deformity.meeting(Set.of(DeformityCriterion.values()))).
    rangeOfMotion(RangeOfMotion.builder().
        flexionDegrees(110).abductionDegrees(20).adductionDegrees(15).
        externalRotationDegrees(15).internalRotationDegrees(0).build()).
    build()

// Programs do not agree on how to count the range of motion, so the score asks which way is meant.
// Harris's own index of 1969 weighs every degree:
var score = score(form, RangeOfMotionMethod.INDEX_1969)
System.out.println(score)

// A score can say where it comes from, item by item, each with its source:
explain(score).print()

// Another way adds the degrees up and looks the sum up in bands. Same hip, same form:
System.out.println(score(form, RangeOfMotionMethod.TOTAL_ARC))

// Exercises
// 1. How many points does the hip lose with severe limp?
// 2. Leave out the question about stairs. What is the total now?
// 3. Which two grades lie on either side of 80 points, and which of them gets 80 itself?

// Answers
// 1. Severe limp has no points, slight limp has 8 of 11: the hip loses 8.
System.out.println(Limp.SLIGHT.points() - Limp.SEVERE.points())
// 2. There is none. A missing answer is not zero points; the score names it and stops.
System.out.println(score(HarrisForm.builder().pain(Pain.SLIGHT).build(), RangeOfMotionMethod.INDEX_1969).total())
// 3. Fair ends below 80, good begins with 80.
System.out.println(HarrisGrade.of(Math.nextDown(80)).code() + ", " + HarrisGrade.of(80).code())
