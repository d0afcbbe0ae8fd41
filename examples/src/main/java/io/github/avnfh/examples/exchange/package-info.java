/**
 * A cohort in the forms in which others take it, and back.
 *
 * <p>{@link io.github.avnfh.examples.exchange.TimeToEventDataset} makes the analysis data set ADTTE
 * of CDISC of any endpoint, and {@link io.github.avnfh.examples.exchange.SubjectLevelDataset} the
 * ADSL that belongs to it. Both are an {@link io.github.avnfh.examples.exchange.AnalysisDataset},
 * which {@link io.github.avnfh.examples.exchange.SasTransport} and
 * {@link io.github.avnfh.examples.exchange.DatasetJson} write.
 * {@link io.github.avnfh.examples.exchange.WriteCdisc} is the whole way as a short program.
 *
 * <p>{@link io.github.avnfh.examples.exchange.FhirBundle} makes a Bundle of FHIR R4 of a cohort,
 * and {@link io.github.avnfh.examples.exchange.FhirReader} reads it back strictly;
 * {@link io.github.avnfh.examples.exchange.WriteFhir} is both as a short program.
 * {@link io.github.avnfh.examples.exchange.HarrisQuestionnaireResponse} does so for the items of
 * one Harris Hip Score.
 *
 * <p>{@link io.github.avnfh.examples.exchange.CountInDatabase} takes no rows at all: a database
 * counts them. Its like for a cluster, {@code CountInSpark}, is compiled by the profile
 * {@code spark} only.
 *
 * <p>These files hold the identifiers of patients as they are in the cohort; they are as sensitive
 * as the cohort itself.
 */
@NullMarked
package io.github.avnfh.examples.exchange;

import org.jspecify.annotations.NullMarked;
