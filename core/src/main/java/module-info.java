/** The domain of outcome research on avascular necrosis of the femoral head. */
@org.jspecify.annotations.NullMarked
module io.github.avnfh.core {
  requires static org.immutables.value.annotations;
  requires static org.jspecify;
  requires static transitive java.sql;
  requires org.slf4j;
  requires de.siegmar.fastcsv;

  exports io.github.avnfh.core;
  exports io.github.avnfh.core.audit;
  exports io.github.avnfh.core.csv;
  exports io.github.avnfh.core.dictionary;
  exports io.github.avnfh.core.evidence;
  exports io.github.avnfh.core.imaging;
  exports io.github.avnfh.core.statistics;
  exports io.github.avnfh.core.cohort;
  exports io.github.avnfh.core.study.adherence;
  exports io.github.avnfh.core.study.protocol;
  exports io.github.avnfh.core.table;
  exports io.github.avnfh.core.treatment;
}
