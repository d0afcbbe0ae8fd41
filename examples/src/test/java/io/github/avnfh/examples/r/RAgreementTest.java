package io.github.avnfh.examples.r;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.examples.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R computes the same numbers, where it is installed. */
class RAgreementTest {
  /** Late entry, weights and hips that share a patient; the group d has no event. */
  private static final String HIPS = """
      time,event,entry,weight,group,stratum,patient
      210,1,0,1,a,x,P01
      340,1,30,2,a,x,P01
      500,0,0,1,a,y,P02
      731,1,100,3,a,y,P03
      731,0,0,1,a,x,P04
      120,1,0,1,b,x,P02
      340,1,0,2,b,x,P05
      360,0,200,1,b,y,P05
      500,1,0,1,b,y,P06
      600,0,0,2,b,x,P07
      90,1,0,1,c,y,P08
      340,1,0,1,c,x,P08
      400,1,10,1,c,y,P09
      700,1,0,1,c,x,P10
      640,0,0,1,d,x,P11
      731,0,0,1,d,y,P04
      """;

  @TempDir
  private Path folder;

  private Path survival() throws IOException {
    Path hips = Files.writeString(folder.resolve("hips.csv"), HIPS);
    Path r = folder.resolve("r");
    String[] typed = ("survival --time time --event event --entry entry --weight weight"
            + " --group group --strata stratum --cluster patient --at 0,340,5000"
            + " --rmst 300,5000 --pairwise holm --test logrank gehan tarone-ware peto-peto fh:1,0.5")
        .split(" ", -1);
    String[] places = {"--input", hips.toString(), "--out", folder + "/out", "--r", r.toString()};
    String[] all = new String[typed.length + places.length];
    System.arraycopy(typed, 0, all, 0, typed.length);
    System.arraycopy(places, 0, all, typed.length, places.length);
    assertThat(Run.of(all).code()).isZero();
    return r;
  }

  @Test
  void itsSurvivalTablesAreThoseWritten() throws IOException, InterruptedException {
    R.Ended ended = R.run(survival().resolve("survival.R"));
    assertThat(ended.said()).contains("R agrees: ").doesNotContain("not compared:");
    assertThat(ended.status()).isZero();
  }

  @Test
  void aNumberThatDiffersIsTold() throws IOException, InterruptedException {
    Path r = survival();
    Path table = r.resolve("at.csv");
    Files.writeString(table, Files.readString(table).replace("d,340,2,1,", "d,340,2,0.99999,"));
    R.Ended ended = R.run(r.resolve("survival.R"));
    assertThat(ended.said())
        .contains("at.csv: row 11, column survival: 0.99999 was written, R has 1")
        .contains("R does not agree.");
    assertThat(ended.status()).isEqualTo(1);
  }
}
