// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.image.ImageInfo;
import org.tessera.engine.image.ImageScanner;
import org.tessera.engine.image.ImageSet;
import org.tessera.engine.image.PictureFiles;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.slice.Preparation;
import org.tessera.engine.slice.Slicing;
import org.tessera.engine.statistic.FeatureExtractor;
import org.tessera.engine.statistic.FeatureTable;
import org.tessera.engine.statistic.FeatureTableCsv;
import org.tessera.engine.statistic.StatisticSet;
import org.tessera.engine.task.Workers;
import org.tessera.tracking.ImageSets;
import org.tessera.tracking.Tracker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "features",
        mixinStandardHelpOptions = true,
        description = "Write the statistics of every slice as CSV; nothing is recorded.")
final class FeaturesCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Option(
            names = "--images",
            arity = "1..*",
            required = true,
            paramLabel = "DIR",
            description = "Folders of images, or image files.")
    private List<Path> images = List.of();

    @Mixin
    private final PatternOption pattern = new PatternOption();

    @Option(
            names = "--grid",
            defaultValue = "4",
            paramLabel = "G",
            description = "16, or 12x16 for rows x columns (default: 4).")
    private String grid = "4";

    @Option(
            names = "--statistics",
            defaultValue = "notebook",
            paramLabel = "IDS",
            description = "Statistics and presets, with commas, or all (default: ${DEFAULT-VALUE}).")
    private String statistics = "notebook";

    @Mixin
    private PreparationOptions preparationOptions;

    @Option(names = "--page", paramLabel = "N", description = "Page of files that have several (default: 1).")
    private @Nullable Integer page;

    @Option(names = "--out", required = true, paramLabel = "F.csv", description = "The file to write.")
    private Path out;

    @Override
    public Integer call() {
        Grid cut = common.parsed(() -> Grid.parse(grid));
        StatisticSet known = common.statistics();
        List<String> ids = common.parsed(() -> known.parse(statistics));
        List<Preparation> preparations = common.parsed(preparationOptions::preparations);
        if (preparations.size() != 1) {
            throw common.wrong("A feature table has one --bin and one --stride; give one value each.");
        }
        Slicing slicing = new Slicing(cut, preparations.get(0));
        ImageSet set = ImageScanner.scan(common.images(images), pattern.glob(), "auto", common.page(page));
        FeatureExtractor.Extraction extraction;
        try (Workers workers = common.workers();
                Progress progress = common.progress("features")) {
            extraction = Tracker.features(set, slicing, ids, known, workers, progress);
        }
        FeatureTable table = extraction.table(slicing);
        List<String> warnings = ImageSets.warnings(extraction.images());
        PictureFiles.write(FeatureTableCsv.write(table).getBytes(StandardCharsets.UTF_8), out);
        if (common.json()) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("out", out.toAbsolutePath().toString());
            map.put("images", table.images().size());
            map.put("slices", table.slices().size());
            map.put("statistics", table.statistics());
            map.put("undefined", table.undefined());
            map.put("warnings", warnings);
            map.put(
                    "pixel_sizes_um",
                    extraction.images().stream()
                            .map(ImageInfo::pixelSize)
                            .map(size -> size == null ? null : List.of(size.width(), size.height()))
                            .toList());
            common.printJson(map);
        } else {
            common.out()
                    .println(table.slices().size() + " slices x "
                            + table.statistics().size() + " statistics written to " + out);
            warnings.forEach(warning -> common.out().println("note: " + warning));
        }
        return 0;
    }
}
