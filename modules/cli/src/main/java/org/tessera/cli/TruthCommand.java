// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.image.ImageScanner;
import org.tessera.engine.image.PictureFiles;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.slice.SliceLines;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.truth.TruthLayerCsv;
import org.tessera.store.ImageSetRecord;
import org.tessera.store.Store;
import org.tessera.store.StoreSnapshot.ImageSetEntry;
import org.tessera.store.TruthLayers;
import org.tessera.store.TruthRecord;
import org.tessera.tracking.ImageSets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "truth",
        mixinStandardHelpOptions = true,
        description = "Ground truth: the classes of slices as a person knows them, in layers with versions.",
        subcommands = {
            TruthCommand.Import.class,
            TruthCommand.All.class,
            TruthCommand.Export.class,
            TruthCommand.Delete.class,
            TruthCommand.Restore.class,
            TruthScoreCommand.class,
            TruthImportanceCommand.class
        })
final class TruthCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Say what to do with ground truth: import, list, score, importance, export, delete or restore.");
    }

    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description =
                    "Record a layer from a CSV file with the columns image, row, column and class; under a name that is"
                            + " there it becomes the next version.")
    static final class Import implements Callable<Integer> {
        @Mixin
        private CommonOptions common;

        @Parameters(paramLabel = "F.csv", description = "The file; an empty class, or no line: not known.")
        private Path file = Path.of("");

        @Option(
                names = "--images",
                arity = "1..*",
                paramLabel = "DIR",
                description = "The images it is of, if no run was made of them yet.")
        private @Nullable List<Path> images;

        @Mixin
        private final PatternOption pattern = new PatternOption();

        @Option(names = "--image-set", paramLabel = "N", description = "Number of the recorded image set it is of.")
        private @Nullable Long imageSet;

        @Option(
                names = "--grid",
                paramLabel = "G",
                description = "The grid it is of (default: the smallest that holds its rows and columns).")
        private @Nullable String grid;

        @Option(names = "--name", paramLabel = "NAME", description = "The layer's name (default: the file's).")
        private @Nullable String name;

        @Option(names = "--project", paramLabel = "P", description = "The project of images that are new.")
        private String project = org.tessera.store.Placement.DEFAULT_PROJECT;

        @Override
        public Integer call() {
            String typed = grid;
            Grid cut = typed == null ? null : common.parsed(() -> Grid.parse(typed));
            if (images != null && imageSet != null) {
                throw common.wrong("Give --images or --image-set, not both.");
            }
            SliceLines lines = TruthLayerCsv.read(file);
            try (Store store = common.openStore()) {
                long set = set(store, lines);
                List<String> names = names(store.imageSet(set));
                TruthRecord saved =
                        store.truth().save(set, named(), TruthLayerCsv.layer(lines, names, cut), Instant.now());
                if (common.json()) {
                    common.printJson(json(saved));
                } else {
                    common.out().println(sentence(saved));
                }
            }
            return 0;
        }

        private String named() {
            String given = name;
            return given == null ? file.getFileName().toString().replaceFirst("\\.[^.]*$", "") : given;
        }

        private long set(Store store, SliceLines lines) {
            List<Path> folders = images;
            if (folders != null) {
                try (Progress progress = common.progress("images")) {
                    ImageSetRecord read = ImageSets.read(
                            ImageScanner.scan(common.images(folders), pattern.glob(), "auto", 1),
                            common.workers(),
                            progress);
                    return store.addImageSet(project, read, Instant.now());
                }
            }
            Long number = imageSet;
            if (number != null) {
                return number;
            }
            List<ImageSetEntry> fitting = store.imageSets().stream()
                    .filter(entry -> names(entry.set()).containsAll(lines.images()))
                    .toList();
            if (fitting.isEmpty()) {
                throw new ProblemException(
                        "No recorded image set has an image \"" + lines.images().get(0) + "\" and the others of " + file
                                + "; give --images with their folder.");
            }
            boolean same = fitting.stream()
                            .map(entry -> pixels(entry.set()))
                            .distinct()
                            .count()
                    == 1;
            if (!same) {
                throw new ProblemException("Several recorded image sets have these images: "
                        + fitting.stream()
                                .map(entry -> entry.id() + " (" + entry.set().name() + " in " + entry.project() + ")")
                                .collect(Collectors.joining(", "))
                        + "; choose one with --image-set.");
            }
            return fitting.get(0).id();
        }

        private static List<String> pixels(ImageSetRecord set) {
            return set.images().stream()
                    .map(image -> image.info().pixelSha256())
                    .toList();
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "List the layers, every version.")
    static final class All implements Callable<Integer> {
        @Mixin
        private CommonOptions common;

        @Override
        public Integer call() {
            try (Store store = common.openStoreToRead()) {
                List<TruthRecord> layers = store.truth().all();
                if (common.json()) {
                    common.printJson(Map.of(
                            "layers", layers.stream().map(TruthCommand::json).toList()));
                } else if (layers.isEmpty()) {
                    common.out()
                            .println("No ground truth in " + common.location()
                                    + "; \"tessera truth import\" records some.");
                } else {
                    layers.forEach(layer -> common.out().println(sentence(layer)));
                }
            }
            return 0;
        }
    }

    @Command(name = "export", mixinStandardHelpOptions = true, description = "Write a layer to a CSV file.")
    static final class Export implements Callable<Integer> {
        @Mixin
        private CommonOptions common;

        @Parameters(paramLabel = "LAYER", description = "Its number, as in \"tessera truth list\".")
        private long id;

        @Option(names = "--out", required = true, paramLabel = "F.csv", description = "The file.")
        private Path out = Path.of("");

        @Override
        public Integer call() {
            try (Store store = common.openStoreToRead()) {
                TruthRecord layer = store.truth().require(id);
                String csv = TruthLayerCsv.write(layer.layer(), names(store.imageSet(layer.imageSet())));
                PictureFiles.write(csv.getBytes(StandardCharsets.UTF_8), out);
                if (common.json()) {
                    Map<String, @Nullable Object> json = json(layer);
                    json.put("file", out.toString());
                    common.printJson(json);
                } else {
                    common.out().println(sentence(layer) + ", written to " + out);
                }
                return 0;
            }
        }
    }

    /** Does something to a layer and shows it. */
    abstract static class Change implements Callable<Integer> {
        @Mixin
        private CommonOptions common;

        @Parameters(paramLabel = "LAYER", description = "Its number.")
        private long id;

        abstract void change(TruthLayers layers, long layer);

        @Override
        public Integer call() {
            try (Store store = common.openStoreToRead()) {
                change(store.truth(), id);
                return print(common, store.truth().require(id));
            }
        }
    }

    @Command(name = "delete", mixinStandardHelpOptions = true, description = "Delete a version of a layer.")
    static final class Delete extends Change {
        @Override
        void change(TruthLayers layers, long layer) {
            layers.delete(layer, Instant.now());
        }
    }

    @Command(name = "restore", mixinStandardHelpOptions = true, description = "Bring a deleted version back.")
    static final class Restore extends Change {
        @Override
        void change(TruthLayers layers, long layer) {
            layers.restore(layer);
        }
    }

    private static int print(CommonOptions common, TruthRecord layer) {
        if (common.json()) {
            common.printJson(json(layer));
        } else {
            common.out().println(sentence(layer));
        }
        return 0;
    }

    private static List<String> names(ImageSetRecord set) {
        return set.images().stream().map(image -> image.info().file().name()).toList();
    }

    private static String sentence(TruthRecord layer) {
        return layer.id() + ": " + layer.name() + ", version " + layer.version() + ", image set " + layer.imageSet()
                + ", grid " + layer.layer().grid() + ", " + layer.layer().known() + " of "
                + layer.layer().labels().size() + " slices in "
                + String.join(", ", layer.layer().classes()) + (layer.deleted() == null ? "" : ", deleted");
    }

    private static Map<String, @Nullable Object> json(TruthRecord layer) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", layer.id());
        json.put("name", layer.name());
        json.put("version", layer.version());
        json.put("image_set", layer.imageSet());
        json.put("grid", layer.layer().grid().toString());
        json.put("classes", layer.layer().classes());
        json.put("sizes", layer.layer().labels().sizes());
        json.put("known", layer.layer().known());
        json.put("slices", layer.layer().labels().size());
        json.put("created", layer.created().toString());
        json.put("deleted", layer.deleted() == null ? null : layer.deleted().toString());
        return json;
    }
}
