/**
 * How fast the library is, beside the least code that does the same job.
 *
 * <p>A speed by itself says little: machines differ, and so does what a library does besides. So
 * each benchmark that can has a baseline in the same run. A baseline is written by hand for the one
 * case at hand, reads primitive columns, checks nothing, explains nothing, and trusts its input; it
 * is what a user would write who knows the data to be clean and the question to be the only one.
 * The ratio of the two is the price of checks, copies, citations and answers such as "not
 * assessed", and it holds on another machine better than the nanoseconds do. {@code BaselineTest}
 * holds that both give the same numbers, so that nothing is compared that is not the same.
 *
 * <p>Data are made up from a seed before anything is measured. Every benchmark reads a million
 * forms or hips, or as many as its parameter says, because data that lie in a cache would flatter
 * objects. What comes out is consumed or summed, so that no work can be left out.
 *
 * <ul>
 *   <li>{@code HarrisBenchmark}: a stream of Harris forms under both published methods;
 *   <li>{@code StagingBenchmark}: hips by each system, from findings;
 *   <li>{@code CurveBenchmark}: columns to curves in four groups, with whole days, with continuous
 *       times, with two hips in a patient, and with the log-rank test; from the columns each time,
 *       so copying and checking them is part of it;
 *   <li>{@code StudyCurveBenchmark}: the same for 58 hips, the size of a study;
 *   <li>{@code CoxBenchmark}: columns to a Cox model of three covariates, alone and by patient;
 *   <li>{@code FrailtyBenchmark}: the same with a gamma frailty of each patient;
 *   <li>{@code CohortBenchmark}: a cohort from its CSV files, which lie in memory;
 *   <li>{@code DictionaryBenchmark}: the same from tables of any columns, through a dictionary;
 *   <li>{@code GrowthTable}: {@code CurveBenchmark} from a thousand to ten million hips, as a
 *       table;
 *   <li>{@code FollowUpFile} and {@code ClusterRace}: our side of {@code race.sh}, which races the
 *       command line and clustered curves against R.
 * </ul>
 *
 * <p>They never run with the tests. From the root of a clean checkout
 *
 * <pre>{@code
 * mvn -q -Pbenchmarks process-test-classes -pl examples -am
 * }</pre>
 *
 * compiles and runs all of them, and
 *
 * <pre>{@code
 * mvn -q -Pbenchmarks process-test-classes -pl examples -am -Djmh.arguments="Curve -p hips=10000000 -prof gc"
 * }</pre>
 *
 * some of them: the arguments are those of JMH, {@code -h} lists them. Without arguments JMH also
 * reports the bytes allocated and the {@code ProcessorTime} of the whole process, both per
 * operation; the latter is the one to read where others share the machine. Figures stand in the
 * README of this module.
 */
@NullMarked
package io.github.avnfh.examples.benchmark;

import org.jspecify.annotations.NullMarked;
