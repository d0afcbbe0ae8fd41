// Lesson 4. Better by how much?
//
// A hip had 54 points before treatment and 74 two years later. Did it respond? That depends on
// what one calls a response. The study behind this library asks for more than 20 points:

var change = Change.between(Score.of(HARRIS_HIP_SCORE, 54), Score.of(HARRIS_HIP_SCORE, 74))
System.out.println(change.improvement())
System.out.print(change.explain(StudyRules.MORE_THAN_20_POINTS).text())

// "More than 20" leaves 20 itself out. One hip on the cut is one responder fewer, so a threshold
// says what the value on it gets, for whom it was found, and where. This one was not found at all;
// the study chose it. Choose your own, and it says so:
var atLeast20 = Threshold.chosen(HARRIS_HIP_SCORE, 20, Boundary.INCLUSIVE)
System.out.print(change.explain(atLeast20).text())

// On the scale of pain less is better, and an improvement is still positive:
var pain = Change.between(PainScores.ofCentimeters(8), PainScores.ofCentimeters(2))
System.out.println("difference " + pain.difference() + ", improvement " + pain.improvement())

// Exercises
// 1. Why can 8 cm of pain not be held against a threshold in points of the Harris Hip Score?
// 2. What is the improvement of that pain in percent of where it began?
// 3. A hip begins with 85 points. Can it gain more than 20?

// Answers
// 1. They are two instruments. The library refuses, and says what it expected:
try { pain.reaches(atLeast20); } catch (IllegalArgumentException refused) { System.out.println(refused.getMessage()); }
// 2. 6 of 8 cm:
System.out.println(pain.percentImprovement())
// 3. No: the scale ends at 100 points. A threshold that good hips cannot reach is a ceiling effect.
System.out.println(100 - 85)
