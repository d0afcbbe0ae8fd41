/**
 * The system of the Japanese Investigation Committee of 2001:
 * {@link io.github.avnfh.staging.jic.Jic} reads a stage and, independent of it, the type of the
 * lesion by location.
 *
 * <p>The {@link io.github.avnfh.staging.jic.JicStage stage} says how far the head has come down;
 * collapse is divided at 3 mm, where other systems take 2. The
 * {@link io.github.avnfh.staging.jic.JicType type} says what part of the weight-bearing portion is
 * necrotic and whether the lesion passes the edge of the acetabulum, from A, a third of that
 * portion or less, to C2, more than two thirds and beyond the edge. A hip has both: 3A, type C2.
 *
 * <p>What hips of each type went through in print is in
 * {@link io.github.avnfh.staging.naturalhistory}.
 */
@NullMarked
package io.github.avnfh.staging.jic;

import org.jspecify.annotations.NullMarked;
