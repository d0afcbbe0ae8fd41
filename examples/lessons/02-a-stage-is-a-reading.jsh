// Lesson 2. A stage is a reading of findings
//
// A film does not show a stage. It shows a crescent, a flattened head, a narrow joint space, or
// none of these; the stage is what a system makes of them. So record what was seen:

var seen = Findings.builder().
    crescent(Presence.PRESENT).crescentPercent(22).
    flattening(Presence.ABSENT).jointSpaceNarrowing(Presence.ABSENT).build()

var steinberg = Steinberg.PENNSYLVANIA_1995.read(seen)
explain(steinberg).print()

// The same findings in every system that the library knows:
stage(seen).print()

// What was not assessed is neither present nor absent. Without a word on the joint space the stage
// stays open, and the reading says what it lacks:
var half = Findings.builder().crescent(Presence.PRESENT).flattening(Presence.ABSENT).build()
explain(Steinberg.PENNSYLVANIA_1995.read(half)).print()

// Exercises
// 1. The crescent measures exactly 30 % of the surface's length. Which Steinberg grade is that?
// 2. The head is flattened by 3 mm, the joint space is not narrowed. Which stage?
// 3. A reader notes a flattened head and a normal radiograph. What does the library do?

// Answers
// 1. B: the cut of 30 % itself belongs to B, and C begins above it.
var onTheCut = Findings.builder().crescent(Presence.PRESENT).crescentPercent(30).flattening(Presence.ABSENT).jointSpaceNarrowing(Presence.ABSENT).build()
System.out.println(Steinberg.PENNSYLVANIA_1995.read(onTheCut).grade().text())
// 2. IV or V, because a flattened head with a changed acetabulum is V: the acetabulum was not noted.
var flat = Findings.builder().flattening(Presence.PRESENT).depressionMm(3).jointSpaceNarrowing(Presence.ABSENT).build()
explain(Steinberg.PENNSYLVANIA_1995.read(flat)).print()
// 3. It refuses to stage: both cannot be true, and it says so.
var both = Findings.builder().flattening(Presence.PRESENT).radiographAbnormal(Presence.ABSENT).build()
explain(Steinberg.PENNSYLVANIA_1995.read(both)).print()
