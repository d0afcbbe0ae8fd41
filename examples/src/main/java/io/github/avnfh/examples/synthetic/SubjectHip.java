package io.github.avnfh.examples.synthetic;

import io.github.avnfh.core.Side;
import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.Timepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** A made-up hip in the making; each step of the generator fills in its part. */
final class SubjectHip {
  final Subject subject;
  final Side side;

  /** How bad the hip is, as a standard normal variate that half belongs to the patient. */
  final double severity;

  SteinbergStage stage = SteinbergStage.STAGE_I;
  Course course = Course.STABLE;
  boolean gainsOverTwenty;
  int conservativeMonths;
  OptionalInt replacedOn = OptionalInt.empty();

  /** The visit whose images first show the progression. */
  Timepoint onset = Schedule.MONTH_24;

  /** Pain in millimeters, and the Harris Hip Score in tenths of a point. */
  final Trace pain = new Trace();

  final Trace harris = new Trace();

  /** One image per visit with images, up to the day of the arthroplasty. */
  final List<Image> images = new ArrayList<>();

  /** What each reader saw at baseline, in the order of the readers. */
  final List<BlindedReading> blindedReadings = new ArrayList<>();

  SubjectHip(Subject subject, Side side, double severity) {
    this.subject = subject;
    this.side = side;
    this.severity = severity;
  }

  boolean isReplaced() {
    return replacedOn.isPresent();
  }

  boolean isReplacedBy(Timepoint visit) {
    return isReplaced() && replacedOn.getAsInt() <= subject.day(visit);
  }

  boolean hasProgressedBy(Timepoint visit) {
    return course == Course.PROGRESSED && onset.compareTo(visit) <= 0;
  }

  Image firstImage() {
    return images.get(0);
  }

  Image lastImage() {
    return images.get(images.size() - 1);
  }
}
