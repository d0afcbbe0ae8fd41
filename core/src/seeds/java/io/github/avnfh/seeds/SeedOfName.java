package io.github.avnfh.seeds;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * The seed of a property: its name with the number in the system property {@code avnfh.seed}, 0
 * where there is none. The same build draws the same cases on every machine, and another number
 * draws others. A seed that stands at a property is kept.
 */
public final class SeedOfName implements AroundPropertyHook {
  @Override
  public PropagationMode propagateTo() {
    return PropagationMode.ALL_DESCENDANTS;
  }

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    if (context.attributes().seed().isEmpty()) {
      String name = context.containerClass().getName() + '.' + context.label();
      long seed = 31L * name.hashCode() + Long.getLong("avnfh.seed", 0);
      context.attributes().setSeed(Long.toString(seed));
    }
    return property.execute();
  }
}
