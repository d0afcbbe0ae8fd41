package io.github.avnfh.examples.evidence;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Comparator;
import java.util.List;

/** Every class of the modules that others use, hidden and generated ones included. */
public final class Library {
  static final String ROOT = "io.github.avnfh.";

  private static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      .importPackages(ROOT + "core", ROOT + "scoring", ROOT + "staging", ROOT + "survival");

  private Library() {}

  public static JavaClasses classes() {
    return CLASSES;
  }

  /** The classes themselves, by name. */
  public static List<Class<?>> types() {
    return CLASSES.stream()
        .filter(type -> !type.getSimpleName().equals("package-info"))
        .sorted(Comparator.comparing(JavaClass::getName))
        .<Class<?>>map(JavaClass::reflect)
        .toList();
  }
}
