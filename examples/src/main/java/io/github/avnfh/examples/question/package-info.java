/**
 * One question, one {@code main}: short programs to read and to copy from.
 *
 * <p>Each asks a question of the field and prints the answer that stands in its comment:
 * {@link io.github.avnfh.examples.question.DidThisHipGetBetter},
 * {@link io.github.avnfh.examples.question.WhichStageIsThis},
 * {@link io.github.avnfh.examples.question.CanThisPercentageBe},
 * {@link io.github.avnfh.examples.question.HowLongDidTheHipsLast},
 * {@link io.github.avnfh.examples.question.WhatIfTwoHipsAreOnePatient},
 * {@link io.github.avnfh.examples.question.DidTwoReadersAgree}. Cohorts are SYNTHETIC.
 */
@NullMarked
package io.github.avnfh.examples.question;

import org.jspecify.annotations.NullMarked;
