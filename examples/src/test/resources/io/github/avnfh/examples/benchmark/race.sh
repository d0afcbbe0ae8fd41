#!/bin/sh
# sh race.sh [HIPS]
# From the root of the checkout, after `mvn -DskipTests package`. Races the command line against R
# (packages survival and data.table) on the same machine: a table of HIPS rows to curves, in time
# and memory, and a tenth of them to curves with robust standard errors.
set -eu
hips=${1:-10000000}
tenth=$((hips / 10))
here=$(dirname "$0")
jar=examples/target/avnfh.jar
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bench="java -cp $jar:examples/target/test-classes io.github.avnfh.examples.benchmark"

measured() {
  name=$1
  shift
  /usr/bin/time -f '%e %U %S %M' -o "$work/time" "$@" > "$work/$name.log" 2>&1 ||
    { cat "$work/$name.log"; exit 1; }
  awk -v name="$name" '{
    printf "%-10s %8.2f s on the clock, %8.2f s of processors, %6.0f MB\n", name, $1, $2 + $3, $4 / 1024
  }' "$work/time"
}

echo "$hips rows from CSV to curves"
$bench.FollowUpFile "$work/hips.csv" "$hips"
cat "$work/hips.csv" > /dev/null
measured avnfh java -Xmx128m -jar $jar survival --input "$work/hips.csv" --time day \
  --event revised --group stage --out "$work/out"
measured R Rscript "$here/curves.R" "$work/hips.csv" "$work/r.csv"
awk -F, 'FNR == 1 { next }
  NR == FNR { survival[$1 "," $2] = $6; next }
  {
    d = $6 - survival[$1 "," $2]
    d = d < 0 ? -d : d
    worst = d > worst ? d : worst
    n++
  }
  END { printf "%d times agree, worst difference of survival %.1e\n", n, worst }' \
  "$work/out/curve.csv" "$work/r.csv"

echo "$tenth hips, columns in memory, to curves with robust standard errors"
$bench.FollowUpFile "$work/tenth.csv" "$tenth"
$bench.ClusterRace "$tenth" | sed 's/^/avnfh /' | tee "$work/ours"
Rscript "$here/clustered.R" "$work/tenth.csv" | sed 's/^/R /' | tee "$work/theirs"
cat "$work/ours" "$work/theirs" | awk '
  $2 == "seconds" { time[$1] = $3 }
  END { printf "R takes %.0f times as long\n", time["R"] / time["avnfh"] }'
