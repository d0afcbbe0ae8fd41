package user

import io.github.avnfh.core.imaging.Findings
import io.github.avnfh.core.table.PlainData
import io.github.avnfh.scoring.harris.HarrisForm
import io.github.avnfh.scoring.harris.HarrisScore
import io.github.avnfh.scoring.harris.RangeOfMotionMethod
import io.github.avnfh.staging.steinberg.Steinberg
import io.github.avnfh.survival.FollowUp
import io.github.avnfh.survival.KaplanMeier
import io.github.avnfh.survival.KaplanMeierEstimate

/** A hip as a registry has it. */
data class RegistryHip(val days: Int, val replaced: Boolean, val stage: String, val patient: String)

/** What a form lacks for a score; null in it, as a parser of JSON gives it, is missing. */
fun missing(form: Map<String, Any?>): Int =
    HarrisScore.of(HarrisForm.ofCodes(form), RangeOfMotionMethod.INDEX_1969).missing().size

/** The stage that follows from findings on images. */
fun stage(findings: Map<String, Any?>): String =
    Steinberg.PENNSYLVANIA_1995.read(Findings.ofCodes(findings)).stage().text()

/** The findings of a later visit. */
fun later(findings: Map<String, Any?>): Map<String, String> =
    Findings.ofCodes(findings).withCrescentPercent(40.0).codes()

/** Survival by stage, with the patient as cluster. */
fun curves(hips: List<RegistryHip>): KaplanMeierEstimate =
    KaplanMeier.withDefaults().estimate(
        FollowUp.ofDays(hips, RegistryHip::days, RegistryHip::replaced)
            .groups(hips, RegistryHip::stage)
            .clusters(hips, RegistryHip::patient)
            .build())

/** The rows of a data frame. */
fun rows(curves: KaplanMeierEstimate): List<Map<String, Any>> =
    curves.curves().flatMap { curve -> PlainData.asRows(curve.steps()) }

/** What the library says to null that Kotlin was made to take for a map. */
fun refusalOfNull(): String? =
    try {
        HarrisForm.ofCodes(forced())
        "nothing"
    } catch (refused: NullPointerException) {
        refused.message
    }

@Suppress("UNCHECKED_CAST")
private fun <T> forced(): T = null as T

fun answers(): Map<String, Any?> {
    val hips = listOf(
        RegistryHip(731, false, "II", "a"), RegistryHip(300, true, "III", "a"),
        RegistryHip(500, true, "II", "b"), RegistryHip(731, false, "III", "c"))
    return mapOf(
        "missing" to missing(mapOf("pain" to "slight", "limp" to null, "flexion_deg" to 110)),
        "stage" to stage(mapOf(
            "crescent" to true, "crescent_percent" to 22, "flattening" to false,
            "joint_space_narrowing" to false)),
        "later" to later(mapOf("crescent" to 1, "crescent_percent" to 22)),
        "rows" to rows(curves(hips)).map { it["survival"] },
        "null" to refusalOfNull())
}
