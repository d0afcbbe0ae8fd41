package io.github.avnfh.staging.internal;

import io.github.avnfh.core.imaging.Presence;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A sign that is present, absent or open, and the columns that keep it open.
 *
 * <p>Signs combine by the strong three-valued logic of Kleene, so that what is decided stays
 * decided when an open column is filled.
 */
public final class ThreeValued {
  /** A sign that is there. */
  public static final ThreeValued PRESENT = new ThreeValued(Presence.PRESENT, Set.of());

  /** A sign that is not there. */
  public static final ThreeValued ABSENT = new ThreeValued(Presence.ABSENT, Set.of());

  private final Presence presence;
  private final Set<FindingField> open;

  private ThreeValued(Presence presence, Set<FindingField> open) {
    this.presence = presence;
    this.open = open;
  }

  /**
   * Returns a sign that is open.
   *
   * @param column the column that would decide it
   * @return the sign
   */
  public static ThreeValued open(FindingField column) {
    return new ThreeValued(Presence.NOT_ASSESSED, Set.of(column));
  }

  /**
   * Returns a sign as it was recorded.
   *
   * @param presence what was recorded
   * @param column the column of the record
   * @return the sign
   */
  public static ThreeValued of(Presence presence, FindingField column) {
    return switch (presence) {
      case PRESENT -> PRESENT;
      case ABSENT -> ABSENT;
      case NOT_ASSESSED -> open(column);
    };
  }

  /**
   * Returns a sign that a condition decides.
   *
   * @param present whether the sign is there
   * @return the sign
   */
  public static ThreeValued decided(boolean present) {
    return present ? PRESENT : ABSENT;
  }

  /**
   * Tells whether the sign is there.
   *
   * @return true if present
   */
  public boolean isPresent() {
    return presence == Presence.PRESENT;
  }

  /**
   * Tells whether the sign is not there.
   *
   * @return true if absent
   */
  public boolean isAbsent() {
    return presence == Presence.ABSENT;
  }

  /**
   * Tells whether the sign is open.
   *
   * @return true if neither present nor absent
   */
  public boolean isOpen() {
    return presence == Presence.NOT_ASSESSED;
  }

  /**
   * Returns the columns that keep the sign open.
   *
   * @return the columns, none if the sign is decided
   */
  public Set<FindingField> open() {
    return open;
  }

  /**
   * Returns the sign that is there if either is.
   *
   * @param other another sign
   * @return the disjunction
   */
  public ThreeValued or(ThreeValued other) {
    if (isPresent() || other.isAbsent()) {
      return this;
    }
    return other.isPresent() || isAbsent() ? other : bothOpen(other);
  }

  /**
   * Returns the sign that is there if both are.
   *
   * @param other another sign
   * @return the conjunction
   */
  public ThreeValued and(ThreeValued other) {
    if (isAbsent() || other.isPresent()) {
      return this;
    }
    return other.isAbsent() || isPresent() ? other : bothOpen(other);
  }

  /**
   * Returns the sign that is there if this one is not.
   *
   * @return the negation
   */
  public ThreeValued not() {
    return isOpen() ? this : decided(isAbsent());
  }

  private ThreeValued bothOpen(ThreeValued other) {
    EnumSet<FindingField> columns = EnumSet.copyOf(open);
    columns.addAll(other.open);
    return new ThreeValued(Presence.NOT_ASSESSED, Collections.unmodifiableSet(columns));
  }
}
