package io.github.avnfh.examples.synthetic;

import io.github.avnfh.core.Etiology;
import io.github.avnfh.core.Sex;
import io.github.avnfh.core.Timepoint;
import java.util.ArrayList;
import java.util.List;

/** A made-up patient in the making; each step of the generator fills in its part. */
final class Subject {
  final String id;
  final Etiology cause;
  final List<SubjectHip> hips = new ArrayList<>();

  /** What the two hips of the patient have in common, as a standard normal variate. */
  final double constitution;

  Sex sex = Sex.MALE;
  int ageYears;
  int heightCm;
  int weightKg;
  int platelets;
  int[] visitDays = {};

  /** Readings of the laboratory; hemoglobin, INR and creatinine in tenths of their unit. */
  int hemoglobin;

  int leukocytes;
  int inr;
  int aptt;
  int creatinine;
  int alt;
  int ast;

  /** The days of injections, in their order. */
  final List<Session> sessions = new ArrayList<>();

  Subject(String id, Etiology cause, double constitution) {
    this.id = id;
    this.cause = cause;
    this.constitution = constitution;
  }

  int day(Timepoint visit) {
    return visitDays[Schedule.VISITS.indexOf(visit)];
  }
}
