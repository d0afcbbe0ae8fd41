// Lesson 13. What came first, and when
//
// Ten hips, in days. Four were replaced (1), three patients died with the hip in place (2), three
// hips were still followed at the end (0):

var lastDays = new int[] {90, 120, 200, 250, 300, 400, 500, 600, 730, 730}
var endings = new int[] {1, 2, 1, 2, 2, 1, 1, 0, 0, 0}
var fates = CompetingFollowUp.ofDays(lastDays, endings, List.of("replaced", "died")).build()

// To call the dead censored is to say that their hips could still be replaced. The Kaplan-Meier
// curve then answers what would happen if no one could die, and it is too high for this world:
var censoring = FollowUp.ofDays(lastDays, new boolean[] {true, false, true, false, false, true, true, false, false, false}).build()
var undying = KaplanMeier.withDefaults().estimate(censoring).curves().get(0)
System.out.printf(Locale.ROOT, "%.2f%n", 1 - undying.at(730).estimate().orElseThrow().survival())

// The cumulative incidence counts what does happen: 4 of 10, with its interval.
var replacements = CumulativeIncidence.withDefaults().estimate(fates).get(0).at(730).orElseThrow()
System.out.printf(Locale.ROOT, "%.2f (%.2f to %.2f), died %.2f%n", replacements.event().proportion(), replacements.event().lower(), replacements.event().upper(), replacements.competing().proportion())

// A collapse is another matter: a film at 12 months shows that it came since the film at 6, not on
// which day. Of 40 hips 4 had collapsed by 6 months, 6 between 6 and 12, and 30 had not.
var films = IntervalCounts.builder().add("hips", EventInterval.upTo(183), 4).add("hips", EventInterval.between(183, 365), 6).add("hips", EventInterval.after(365), 30).build()
var uncollapsed = Turnbull.withDefaults().estimate(films).get(0)

// On day 250 survival is only known to lie in a range, which is no confidence interval:
System.out.printf(Locale.ROOT, "%.2f to %.2f%n", uncollapsed.at(250).lowest(), uncollapsed.at(250).highest())

// At the visits it is a proportion, with limits of the profile likelihood:
for (SurvivalAtVisit visit : uncollapsed.atVisits()) {
  System.out.printf(Locale.ROOT, "day %.0f: %.2f (%.2f to %.2f)%n", visit.time(), visit.survival(), visit.lower().getAsDouble(), visit.upper().getAsDouble());
}

// Exercises
// 1. When do the Kaplan-Meier and the incidence answer agree?
// 2. If every hip had its films on its own days, what would the limits say?

// Answers
// 1. Where no one dies first, or nothing happens after the first death.
// 2. That they cannot be given: a proportion at a visit needs hips that came to it.
var ownDays = IntervalCounts.builder()
for (int day = 100; day < 110; day++) {
  ownDays.add("hips", EventInterval.upTo(day), 1);
}
System.out.println(Turnbull.withDefaults().estimate(ownDays.build()).get(0).lacks().isPresent())
