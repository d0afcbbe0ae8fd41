package io.github.avnfh.examples.cli;

import io.github.avnfh.examples.Main;
import java.io.BufferedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** A run of the command line inside the test, with what it said and how it ended. */
public record Run(int code, String out, String err) {

  /** Runs a command as a user would type it; what it does not flush is not heard. */
  public static Run of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Main.commandLine(arguments);
    line.setOut(new PrintWriter(new BufferedWriter(out)));
    line.setErr(new PrintWriter(new BufferedWriter(err)));
    int code = line.execute(arguments);
    return new Run(code, out.toString(), err.toString());
  }
}
