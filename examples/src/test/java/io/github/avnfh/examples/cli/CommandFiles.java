package io.github.avnfh.examples.cli;

import io.github.avnfh.examples.Main;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Files that the commands read, by the names that {@link CommandOptions} uses. */
final class CommandFiles {
  private static final Map<String, String> COHORT = new TreeMap<>(Map.of(
      "patients.csv",
      """
      patient_id,sex,age_years,height_cm,weight_kg,platelets_per_uL,lost_day,death_day
      P1,F,41,164,70.5,210000,,
      P2,M,50,,,80000,400,511
      P3,F,33,170,60,,,
      """,
      "hips.csv",
      """
      patient_id,side,etiology,steinberg_stage,prior_surgery,index_date,arthroplasty_day,last_seen_day
      P1,L,corticosteroid,II,0,2021-03-17,,731
      P1,R,alcohol,III,0,2021-03-17,305,
      P2,L,idiopathic,I,,,,400
      P3,R,trauma,II,,,,730
      """,
      "visits.csv",
      """
      patient_id,side,visit,day,status,vas,hhs
      P1,L,BL,0,,7.8,54
      P1,L,M24,731,done,3.1,72.5
      P1,R,BL,0,,8,50
      P2,L,BL,0,,6,60
      P3,R,BL,0,,5,61
      P3,R,M24,730,,1,90
      """,
      "imaging.csv",
      """
      patient_id,side,visit,day,modality,reader,mri_lesion,crescent,lesion_percent
      P1,L,BL,0,mri,R1,1,0,24
      P1,L,M24,731,mri,R1,1,0,20
      P3,R,BL,0,mri,R2,1,0,12
      """,
      "procedures.csv",
      """
      patient_id,side,procedure,day,number,volume_mL,drill_mm
      P1,,aspiration,0,,96,
      P1,L,decompression,0,,,3
      P1,L,injection,0,1,5,
      """,
      "events.csv",
      "patient_id,term,day,severity\nP1,pain,1,mild\nP2,death,511,severe\n",
      "satisfaction.csv",
      "patient_id,satisfaction\nP1,satisfied\nP3,neutral\n"));

  private static final Map<String, String> FILES = new TreeMap<>(Map.of(
      "follow_up.csv",
      """
      time,event,entry,weight,group,stratum,patient,age,lesion
      12,1,0,1,I,a,P1,41,12.5
      24.5,0,0.25,1.5,II,a,P1,41,30
      30,1,3,1,I,b,P2,55,
      0.3,1,0.1,0.5,II,b,P3,29,8
      36,0,0,2,I,a,P4,60,22
      36,1,12,1,II,b,P5,38,45
      18,2,1,1,I,b,P6,47,17.5
      """,
      "items.csv",
      """
      patient_id,side,visit,pain,limp,support,distance,stairs,shoes_socks,sitting,transport,fixed_flexion_deg,fixed_adduction_deg,fixed_internal_rotation_deg,leg_length_difference_cm,flexion_deg,abduction_deg,adduction_deg,external_rotation_deg,internal_rotation_deg
      P1,L,BL,slight,slight,none,unlimited,normal,ease,any_chair_1h,able,0,0,0,0.5,110,20,15,15,0
      P1,L,M6,none,none,none,unlimited,normal,ease,any_chair_1h,able,0,0,0,0,120,30,20,25,10
      P2,R,BL,marked,,cane_most,indoors,railing,difficulty,unable,unable,30,10,,3.2,90,,,,
      """,
      "points.csv",
      """
      patient_id,side,visit,pain,limp,support,distance,stairs,shoes_socks,sitting,transport,fixed_flexion_deg,fixed_adduction_deg,fixed_internal_rotation_deg,leg_length_difference_cm,flexion_deg,abduction_deg,adduction_deg,external_rotation_deg,internal_rotation_deg
      P1,L,BL,44,11,11,11,4,4,5,1,0,0,0,0,110,20,15,15,0
      P2,R,BL,10,0,3,2,2,2,0,0,30,10,,3.2,90,,,,
      """,
      "findings.csv",
      """
      patient_id,side,visit,mri_lesion,radiograph_abnormal,sclerosis_or_cysts,lesion_percent,crescent,crescent_percent,flattening,collapsed_surface_percent,depression_mm,joint_space_narrowing,acetabular_changes,joint_space_obliterated,necrotic_angle_coronal_deg,necrotic_angle_sagittal_deg,lesion_location,weight_bearing_percent,beyond_acetabular_edge
      P1,L,BL,1,0,0,12.5,0,,0,,,0,0,0,80,70,medial,20,0
      P1,L,M6,1,1,1,30,1,20,0,,,0,0,0,100,90,central,60,0
      P2,R,BL,1,1,1,45,1,,1,31,2.5,1,0,0,,,lateral,80,1
      """,
      "claims.csv",
      """
      id,section,quantity,kind,printed,sd,count,of,unit,low,high,step,basis
      improved,MRI,hips improved,percent,32.7,,19,58,hips,,,,
      improved-2,Text,hips improved,percent,33,,,58|46,hips,,,,
      stable,MRI,hips stable,percent,46.5,,27,58,hips,,,,
      sum,MRI,improved or stable,relation,,,,,,,,,improved + stable = 46
      before,Scores,VAS before,mean,7.83,1.02,,46,patients,0,10,0.1,
      after,Scores,VAS after,mean,2.1,0.9,,46,patients,0,10,0.1,
      p,Scores,p,p,<0.001,,,,,,,,paired before after
      q,MRI,p of MRI,p,0.12,,,,,,,,compare improved stable
      """,
      "predicted.csv",
      """
      row,age,group,lesion,stratum
      1,40,I,20,a
      2,55.5,II,10,b
      """,
      "margins.csv",
      margins()));

  static {
    FILES.put("export.csv", """
        Nr;Geschlecht;Alter;Seite;Stadium;Datum;HHS 0;HHS 12;TEP
        1;m;41;L;2;17.02.2021;54,5;81;
        1;m;41;R;3;17.02.2021;61;;03.05.2023
        2;w;38;R;2;09.11.2020;47,5;-99;
        """);
    FILES.put("protocol.csv", """
        item,name,from,to,note
        protocol,mine,,,
        include,age_years,18,60,
        exclude,pregnant,,,
        visit,BL,-30,0,
        visit,M12,330,400,
        instrument,hhs,,,
        images,M12,,,
        injection,BL,0,0,with decompression
        horizon,12,,,
        """);
    FILES.put("dictionary.csv", """
        source,column,means,visit,side,codes,missing,unit,dates,rows,several,note
        export.csv,,source,,,"decimal=,",,,,,,
        export.csv,Nr,patient,,,,,,,,,
        export.csv,Geschlecht,sex,,,m=M;w=F,,,,,,
        export.csv,Alter,age_years,,,,,,,,,
        export.csv,Seite,side,,,,,,,,,
        export.csv,Stadium,steinberg_stage,,,2=II;3=III,,,,,,
        export.csv,Datum,index_date,,,,,,dd.MM.yyyy,,,
        export.csv,HHS 0,score:hhs,BL,,,,,,,,
        export.csv,HHS 12,score:hhs,M12,,,-99,,,,,
        export.csv,TEP,arthroplasty_date,,,,,,dd.MM.yyyy,,,
        """);
    FILES.put("intervals.csv", """
        hip,patient,group,before,found,age
        1,1,II,0,90,45
        2,1,I,90,180,40
        3,2,II,,180,35
        4,3,I,180,365,20
        5,4,I,365,,15
        6,5,II,180,,30
        7,6,II,0,90,
        8,7,I,90,365,25
        9,8,I,180,,22
        10,9,II,180,180,38
        """);
    FILES.put("clicks.csv", """
        time,survival
        0.546,1
        2.05,0.906
        12,0.286
        5.03,0.67
        15,0.191
        23,0.05
        """);
    FILES.put("at_risk.csv", """
        time,at_risk
        0,21
        4,16
        12,6
        20,2
        """);
    FILES.put("visits.csv", """
        hip,patient,visit,score,group,age
        1,1,0,50,I,41
        1,1,6,61.5,I,41
        2,1,0,54,II,41
        2,1,6,67,II,41
        3,2,0,63,I,55
        3,2,6,,I,55
        4,3,0,52,II,38
        4,3,6,56,II,38
        5,4,0,47,I,
        5,4,6,70,I,
        6,5,0,58,II,60
        6,5,6,66,II,60
        """);
  }

  private CommandFiles() {}

  private static String margins() {
    try (InputStream file =
        Objects.requireNonNull(Main.class.getResourceAsStream("synthetic/margins.csv"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new LinkageError("margins.csv cannot be read", e);
    }
  }

  static String text(String name) {
    return Objects.requireNonNull(FILES.get(name), name);
  }

  static Set<String> ofCohort() {
    return COHORT.keySet();
  }

  static String textOfCohort(String name) {
    return Objects.requireNonNull(COHORT.get(name), name);
  }
}
