// Lesson 5. Why a percentage of 19 cannot be 88
//
// A paper writes that 88 % of 19 hips were improved or stable. Hips come whole. 16 of 19 and 17 of
// 19 are neighbors, and between them nothing is:

System.out.println(Count.of(16, 19).percent(2))
System.out.println(Count.of(17, 19).percent(2))

// However one rounds, neither prints as 88. The library does this in exact arithmetic, under every
// way of rounding:
audit("88", 19).print()

// That is a contradiction: no data print so. It does not say which number is wrong. Perhaps the
// total was not 19:
audit("88", 17).print()

// The more are counted, the less a percentage can prove. Of 300, every whole percentage is some
// count's:
audit("88", 300).print()

// Exercises
// 1. A paper writes 32.7 % of 58. Which count is it, and how was it rounded?
// 2. Can 33.3 % of 7 be?
// 3. What does the check say of 33 % of 99, and of 33 % of 100? Why does it refuse to praise?

// Answers
// 1. 19 of 58, cut off and not rounded, because 32.758 rounds to 32.8:
audit("32.7", 58).print()
System.out.println(Count.of(19, 58).percent(1))
// 2. No. 2 of 7 is 28.6 % and 3 of 7 is 42.9 %.
audit("33.3", 7).print()
// 3. Of 99, two counts print so, depending on how one rounds. Of 100, every percentage is some
//    count's, so that the check would pass for any number; it says so instead:
audit("33", 99).print()
audit("33", 100).print()
