/**
 * The classification of the China-Japan Friendship Hospital:
 * {@link io.github.avnfh.staging.cjfh.CjfhType} goes by the pillars of the femoral head that a
 * lesion takes in.
 */
@NullMarked
package io.github.avnfh.staging.cjfh;

import org.jspecify.annotations.NullMarked;
