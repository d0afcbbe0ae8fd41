package user

import io.github.avnfh.core.PatientId
import io.github.avnfh.core.cohort.Visit
import io.github.avnfh.core.imaging.Findings
import io.github.avnfh.core.table.PlainData
import io.github.avnfh.scoring.harris.HarrisForm
import io.github.avnfh.scoring.harris.HarrisScore
import io.github.avnfh.staging.steinberg.Steinberg
import io.github.avnfh.survival.KaplanMeier

fun nulls() {
    PatientId.of(null) // refused
    HarrisForm.ofCodes(null) // refused
    HarrisForm.ofCodes(mapOf<String?, Any>(null to 1)) // refused
    HarrisScore.of(HarrisForm.builder().build(), null) // refused
    Findings.builder().mriLesion(null) // refused
    Steinberg.PENNSYLVANIA_1995.read(null) // refused
    KaplanMeier.withDefaults().estimate(null) // refused
    PlainData.asMap(null) // refused
    PlainData.asRows(null) // refused
    Visit.ofCodes(mapOf("visit" to "BL"), listOf(null)) // refused
}
