// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.tessera.cli.benchmark.BenchmarkCommand;
import org.tessera.cli.benchmark.LargeCommand;
import org.tessera.engine.task.ProblemException;
import org.tessera.store.Leaving;
import org.tessera.store.StoreLocation;
import org.tessera.tracking.Provenances;
import org.tessera.tracking.SweepStopped;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** Starts the command line. Exit status: 0 done, 1 failed, 2 the command line is wrong, 130 interrupted. */
@Command(
        name = "tessera",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "Slices, clusters and records mosaics of microscope images.",
        footer = {
            "",
            "Without a command the workbench opens. \"tessera test\" runs the project's tests.",
            "\"tessera COMMAND --help\" explains a command."
        },
        subcommands = {
            DemoCommand.class,
            FeaturesCommand.class,
            RunCommand.class,
            SweepCommand.class,
            LocateCommand.class,
            ResumeCommand.class,
            ApplyCommand.class,
            ListCommand.class,
            ShowCommand.class,
            CompareCommand.class,
            ConsensusCommand.class,
            StabilityCommand.class,
            DiffCommand.class,
            ReproduceCommand.class,
            EditCommands.Tag.class,
            EditCommands.Untag.class,
            EditCommands.Note.class,
            EditCommands.Star.class,
            EditCommands.Rename.class,
            EditCommands.Move.class,
            EditCommands.Delete.class,
            EditCommands.Restore.class,
            EditCommands.Purge.class,
            QueryCommand.class,
            TruthCommand.class,
            BundleCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            LikeCommand.class,
            EmbedCommand.class,
            ReportCommand.class,
            StoreCommand.class,
            BenchmarkCommand.class,
            LargeCommand.class
        })
public final class Main implements Runnable {
    private static final int FAILED = 1;
    private static final int WRONG = 2;
    private static final int INTERRUPTED = 130;
    private static final Logger LOG = Logger.getLogger("org.tessera");

    @Spec
    private CommandSpec spec;

    private Main() {}

    /** The program's version. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Tessera " + Provenances.programVersion()};
        }
    }

    /** Runs one command and ends the process with its status. */
    public static void main(String[] args) {
        Path log = logToFile();
        CountDownLatch ended = new CountDownLatch(1);
        Leaving.after(() -> stop(ended));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(ended)));
        int status;
        try {
            status = run(log, args);
        } finally {
            ended.countDown();
        }
        System.out.flush();
        System.exit(status);
    }

    /** What runs is cancelled, and ends as such. */
    private static void stop(CountDownLatch ended) {
        Progress.cancelAll();
        try {
            ended.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs one command and returns its status; {@code log} is named where a defect shows. */
    static int run(Path log, String... args) {
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        CommandLine line = new CommandLine(new Main())
                .setErr(err)
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(Main::wrong)
                .setExecutionExceptionHandler((e, command, parsed) -> failed(e, command, log));
        return line.execute(args);
    }

    private static int wrong(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        String message = oneLine(e.getMessage());
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            message += " Did you mean \"" + unmatched.getSuggestions().get(0) + "\"?";
        } else if (!message.endsWith("?") && !message.endsWith(".")) {
            message += "; see \"" + command.getCommandSpec().qualifiedName() + " --help\".";
        }
        command.getErr().println("tessera: " + message);
        return WRONG;
    }

    private static int failed(Exception e, CommandLine command, Path log) {
        if (e instanceof CancellationException) {
            command.getErr()
                    .println("tessera: interrupted"
                            + (e instanceof SweepStopped stopped
                                    ? "; go on with: tessera resume " + stopped.sweep()
                                    : ""));
            return INTERRUPTED;
        }
        if (e instanceof ProblemException) {
            LOG.log(Level.INFO, "a problem the user was told of", e);
            command.getErr().println("tessera: " + oneLine(e.getMessage()));
        } else {
            LOG.log(Level.SEVERE, "a defect", e);
            command.getErr()
                    .println("tessera: An unexpected error: " + oneLine(e.toString()) + "; the log has the details: "
                            + log);
        }
        return FAILED;
    }

    private static String oneLine(@org.jspecify.annotations.Nullable String message) {
        return message == null ? "" : message.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    private static Path logToFile() {
        Path log = StoreLocation.userFolder().resolve("tessera.log");
        LogManager.getLogManager().reset();
        try {
            Files.createDirectories(log.getParent());
            FileHandler handler = new FileHandler(log.toString(), 1_000_000, 1, true);
            handler.setFormatter(new SimpleFormatter());
            Logger.getLogger("").addHandler(handler);
        } catch (IOException e) {
            System.err.println("tessera: cannot write the log " + log + "; going on without it");
        }
        return log;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
