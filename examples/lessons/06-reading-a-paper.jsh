// Lesson 6. Reading a paper with a pencil
//
// Lesson 5 checked one number. A paper prints hundreds, in the abstract, the text, the tables and
// the discussion. Each is a claim: what is printed, where, out of how many. The claims of the study
// behind this library come with it:

var study = Audit.of(Paper.study())
for (Verdict verdict : Verdict.values()) {
  System.out.println(study.findings(verdict).size() + " " + verdict.code());
}

// Most claims are consistent. Many cannot be tested, and saying so matters: a test that every
// number passes proves nothing. What contradicts itself is worth reading one by one. Here are the
// sums that do not add up:
study.findings(Verdict.CONTRADICTS).stream().
    filter(finding -> finding.check() == Check.RELATION).
    forEach(finding -> System.out.println(finding.subject() + ": " + finding.arithmetic()))

// The text says that 19 hips improved. The table adds up to 29. Both cannot be, and no reader can
// tell from the outside which is right.

// Exercises
// 1. Which quantities does the paper print twice, and differently?
// 2. How would you report these findings to the authors?

// Answers
// 1. The rivals:
study.findings(Verdict.CONTRADICTS).stream().
    filter(finding -> finding.check() == Check.RIVALS).
    forEach(finding -> System.out.println(finding.subject() + ": " + finding.arithmetic()))
// 2. As arithmetic, not as accusation: where, what is printed, what was expected. audit().print()
//    writes such lines.
