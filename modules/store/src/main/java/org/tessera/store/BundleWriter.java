// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.image.ImageInfo;
import org.tessera.engine.image.PixelSize;
import org.tessera.engine.score.SliceScores;
import org.tessera.engine.slice.ImageSlices;
import org.tessera.engine.slice.SliceRef;
import org.tessera.engine.task.Monitor;

/** Writes a bundle; see {@link BundleFile} for what is in it. */
final class BundleWriter {
    private static final String README = """
            Runs of Tessera, to be read by people and by "tessera import".

            bundle.json          image sets (with fingerprints of their images), sweeps, saved queries
            truth/N.json         ground-truth layer N of an image set: the class of each slice by its place in "classes"
            runs/N/run.json      run N: parameters, scores, tags, note, versions, summary of its statistics and PCA
            runs/N/slices.csv    its slices: label (empty: none) and scores of each
            """;

    private final Store store;

    BundleWriter(Store store) {
        this.store = store;
    }

    /** @param queries whether the saved queries are written too */
    List<Long> write(List<Long> numbers, boolean queries, Path file, Instant now, Monitor monitor) {
        Map<Long, RunRecord> runs = withAncestors(numbers);
        Map<Long, TruthRecord> layers = layers(runs);
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(part);
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                entry(zip, BundleFile.README, README);
                entry(zip, BundleFile.INDEX, JsonText.write(index(runs, layers, queries, now)));
                for (TruthRecord layer : layers.values()) {
                    entry(zip, BundleFile.truth(layer.id()), JsonText.write(truth(layer)));
                }
                int done = 0;
                for (RunRecord run : runs.values()) {
                    monitor.check();
                    entry(zip, BundleFile.run(run.id()), JsonText.write(run(run)));
                    entry(zip, BundleFile.slices(run.id()), slices(run));
                    monitor.progress(++done / (double) runs.size(), "run " + run.id());
                }
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StoreException(
                    "Cannot write the bundle " + file + "; check the folder, its permissions and the disk's space.", e);
        } finally {
            try {
                Files.deleteIfExists(part);
            } catch (IOException e) {
                System.getLogger(BundleWriter.class.getName())
                        .log(System.Logger.Level.INFO, part + " is half a bundle and cannot be removed", e);
            }
        }
        return List.copyOf(runs.keySet());
    }

    private Map<Long, RunRecord> withAncestors(List<Long> numbers) {
        Map<Long, RunRecord> runs = new TreeMap<>();
        TreeSet<Long> wanted = new TreeSet<>(numbers);
        for (Long next = wanted.pollLast(); next != null; next = wanted.pollLast()) {
            RunRecord run = store.requireRun(next);
            runs.put(next, run);
            BundleFile.madeFrom(run.parameters()).stream()
                    .filter(ancestor -> !runs.containsKey(ancestor))
                    .forEach(wanted::add);
        }
        return runs;
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** Every version of every layer of the images of runs. */
    private Map<Long, TruthRecord> layers(Map<Long, RunRecord> runs) {
        Map<Long, TruthRecord> layers = new TreeMap<>();
        runs.values().stream()
                .map(RunRecord::imageSet)
                .distinct()
                .flatMap(set -> store.truth().versions(set).stream())
                .forEach(layer -> layers.put(layer.id(), layer));
        return layers;
    }

    private Map<String, @Nullable Object> truth(TruthRecord layer) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put(
                "project",
                store.imageSets().stream()
                        .filter(entry -> entry.id() == layer.imageSet())
                        .map(StoreSnapshot.ImageSetEntry::project)
                        .findFirst()
                        .orElseThrow());
        map.put("image_set", layer.imageSet());
        map.put("name", layer.name());
        map.put("version", layer.version());
        map.put("created", layer.created().toString());
        map.put("grid", layer.layer().grid().toString());
        map.put("classes", layer.layer().classes());
        map.put("labels", layer.layer().labels().toArray());
        return map;
    }

    private Map<String, @Nullable Object> index(
            Map<Long, RunRecord> runs, Map<Long, TruthRecord> layers, boolean queries, Instant now) {
        Map<String, @Nullable Object> index = new LinkedHashMap<>();
        index.put("format", BundleFile.FORMAT);
        index.put("version", BundleFile.VERSION);
        index.put("created", now.toString());
        index.put("runs", List.copyOf(runs.keySet()));
        index.put("truth", List.copyOf(layers.keySet()));
        Map<String, Object> sweeps = new LinkedHashMap<>();
        TreeSet<Long> sets = new TreeSet<>();
        runs.values().forEach(run -> sets.add(run.imageSet()));
        layers.values().forEach(layer -> sets.add(layer.imageSet()));
        for (SweepRecord sweep : store.sweepRecords()) {
            List<Long> members =
                    runs.values().stream().filter(sweep::has).map(RunRecord::id).toList();
            if (!members.isEmpty()) {
                sets.add(sweep.imageSet());
                sweeps.put(Long.toString(sweep.id()), sweep(sweep, members));
            }
        }
        Map<String, Object> described = new LinkedHashMap<>();
        sets.forEach(id -> described.put(Long.toString(id), imageSet(store.imageSet(id))));
        index.put("image_sets", described);
        index.put("sweeps", sweeps);
        index.put("queries", queries ? store.queries().all() : Map.of());
        return index;
    }

    private static Map<String, @Nullable Object> imageSet(ImageSetRecord set) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("kind", set.kind().name());
        map.put("name", set.name());
        map.put("content_key", set.contentKey());
        map.put("mosaic_rows", set.mosaicRows());
        map.put("mosaic_columns", set.mosaicColumns());
        List<Object> images = new ArrayList<>();
        for (StoredImage stored : set.images()) {
            ImageInfo info = stored.info();
            PixelSize size = info.pixelSize();
            Map<String, @Nullable Object> image = new LinkedHashMap<>();
            image.put("name", info.file().name());
            image.put("path", info.file().path().toString());
            image.put("page", info.file().page());
            image.put("pages", info.pages());
            image.put("mosaic_cell", stored.mosaicCell());
            image.put("width", info.width());
            image.put("height", info.height());
            image.put("bit_depth", info.bitDepth());
            image.put("bytes", info.bytes());
            image.put("file_sha256", info.fileSha256());
            image.put("pixel_sha256", info.pixelSha256());
            image.put("pixel_width", size == null ? null : (Double) size.width());
            image.put("pixel_height", size == null ? null : (Double) size.height());
            images.add(image);
        }
        map.put("images", images);
        return map;
    }

    private Map<String, @Nullable Object> sweep(SweepRecord sweep, List<Long> members) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("uuid", store.sweepUuid(sweep.id()));
        map.put("project", sweep.project());
        map.put("experiment", sweep.experiment());
        map.put("image_set", sweep.imageSet());
        map.put("status", sweep.status().id());
        map.put("planned", sweep.planned());
        map.put("runs", members);
        map.put("started", sweep.started().toString());
        map.put("finished", sweep.finished() == null ? null : sweep.finished().toString());
        return map;
    }

    private Map<String, @Nullable Object> run(RunRecord run) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("uuid", run.uuid().toString());
        map.put("project", run.project());
        map.put("experiment", run.experiment());
        map.put("image_set", run.imageSet());
        map.put("sweep", run.sweep());
        map.put("name", run.name());
        map.put("note", run.note());
        map.put("tags", run.tags());
        map.put("starred", run.starred());
        if (!run.clusters().equals(ClusterStyles.NONE)) {
            map.put("clusters", run.clusters().json());
        }
        map.put("deleted", run.deleted() == null ? null : run.deleted().toString());
        map.put("started", run.started().toString());
        map.put("finished", run.finished().toString());
        map.put("slices", run.slices());
        map.put("parameters", run.parameters());
        map.put("scores", run.scores());
        map.put("cluster_sizes", run.clusterSizes());
        map.put("explained_variance_ratio", run.explainedVarianceRatio());
        map.put("warnings", run.warnings());
        map.put("timings_ms", run.timingsMillis());
        store.summary(run.id()).ifPresent(summary -> {
            map.put("features", SummaryText.features(summary));
            map.put("pca_loadings", summary.loadings());
        });
        List<Repetition> repetitions = store.repetitions().of(run.id());
        if (!repetitions.isEmpty()) {
            map.put(
                    "repetitions",
                    repetitions.stream().map(BundleWriter::repetition).toList());
        }
        map.put("identity_key", run.keys().identity());
        map.put("feature_key", run.keys().features());
        map.put("label_key", run.keys().labels());
        map.put("engine_version", run.provenance().engineVersion());
        map.put("program_version", run.provenance().programVersion());
        map.put("java_version", run.provenance().javaVersion());
        map.put("machine", run.provenance().machine());
        return map;
    }

    private static Map<String, Object> repetition(Repetition repetition) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("how", repetition.how());
        map.put("seed", repetition.seed());
        map.put("adjusted_rand", repetition.adjustedRand());
        return map;
    }

    private String slices(RunRecord run) {
        ImageSetRecord set = store.imageSet(run.imageSet());
        int[] labels = store.labels(run.id());
        List<SliceRef> refs = store.slices(run.id())
                .orElseGet(() -> ImageSlices.refs(ImageSlices.of(run.slicing().orElseThrow(), set.layout())));
        Map<String, SliceScores> scores = store.sliceScores(run.id());
        StringBuilder csv = new StringBuilder(40 * labels.length);
        csv.append("image_number,row,column,label");
        scores.keySet().forEach(name -> csv.append(',').append(name));
        csv.append('\n');
        for (int i = 0; i < labels.length; i++) {
            SliceRef ref = refs.get(i);
            csv.append(ref.image()).append(',').append(ref.row()).append(',').append(ref.column());
            csv.append(',').append(labels[i] < 0 ? "" : Integer.toString(labels[i]));
            for (SliceScores score : scores.values()) {
                double value = score.get(i);
                csv.append(',').append(Double.isNaN(value) ? "" : Float.toString((float) value));
            }
            csv.append('\n');
        }
        return csv.toString();
    }
}
