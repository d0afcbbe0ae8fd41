// Startup of JShell for avnfh, from the root of the project after "mvn package":
//   jshell --class-path examples/target/avnfh.jar --startup DEFAULT --startup examples/avnfh.jsh
// Then type help(). Where a line ends in a complete expression JShell runs it, so put the dot of a
// chain at the end of the line and not at the beginning of the next.
import io.github.avnfh.core.*;
import io.github.avnfh.core.audit.*;
import io.github.avnfh.core.csv.*;
import io.github.avnfh.core.dictionary.*;
import io.github.avnfh.core.dictionary.Dictionary;
import io.github.avnfh.core.evidence.*;
import io.github.avnfh.core.imaging.*;
import io.github.avnfh.core.statistics.*;
import io.github.avnfh.core.cohort.*;
import io.github.avnfh.core.table.*;
import io.github.avnfh.scoring.change.*;
import io.github.avnfh.scoring.compare.*;
import io.github.avnfh.scoring.forgotten.*;
import io.github.avnfh.scoring.harris.*;
import io.github.avnfh.scoring.harris.HarrisAnswer.*;
import io.github.avnfh.scoring.harris.HarrisItem.*;
import io.github.avnfh.scoring.hoos.*;
import io.github.avnfh.scoring.longitudinal.*;
import io.github.avnfh.scoring.merle.*;
import io.github.avnfh.scoring.oxford.*;
import io.github.avnfh.scoring.pain.*;
import io.github.avnfh.scoring.proportion.*;
import io.github.avnfh.scoring.satisfaction.*;
import io.github.avnfh.scoring.summary.*;
import io.github.avnfh.scoring.ucla.*;
import io.github.avnfh.scoring.womac.*;
import io.github.avnfh.staging.*;
import io.github.avnfh.staging.arco.*;
import io.github.avnfh.staging.crosswalk.*;
import io.github.avnfh.staging.ficat.*;
import io.github.avnfh.staging.response.*;
import io.github.avnfh.staging.steinberg.*;
import io.github.avnfh.survival.*;
import io.github.avnfh.survival.compare.*;
import io.github.avnfh.survival.competing.*;
import io.github.avnfh.survival.figure.*;
import io.github.avnfh.survival.interval.*;
import io.github.avnfh.survival.regression.*;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.scoring.change.Change;
import io.github.avnfh.scoring.compare.Comparison;
import static io.github.avnfh.core.Instruments.*;
import static io.github.avnfh.examples.shell.ShellCommands.*;
