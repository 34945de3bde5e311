// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.cluster.Labels;
import org.tessera.engine.image.ImageFile;
import org.tessera.engine.image.ImageInfo;
import org.tessera.engine.image.PixelSize;
import org.tessera.engine.score.SliceScores;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.slice.SliceRef;
import org.tessera.engine.truth.TruthLayer;

/** A bundle that is read: a zip of JSON and CSV. */
final class BundleFile implements AutoCloseable {
    static final String FORMAT = "tessera-bundle";
    static final int VERSION = 1;
    static final String README = "README.txt";
    static final String INDEX = "bundle.json";

    /** The parameters that name another run. */
    private static final List<String> MADE_FROM = List.of("parent", "applied");

    /** The parameter that lists other runs. */
    private static final String MEMBERS = "members";

    /** No part of a bundle is larger; a file that says so is not one. */
    private static final int MOST_BYTES = 1 << 29;

    private final Path file;
    private final ZipFile zip;
    private final Map<String, @Nullable Object> index;

    /** The numbers of the runs that one was made from. */
    static List<Long> madeFrom(Map<String, @Nullable Object> parameters) {
        List<Long> runs = new ArrayList<>();
        for (String from : MADE_FROM) {
            if (parameters.get(from) instanceof Long run) {
                runs.add(run);
            }
        }
        if (parameters.get(MEMBERS) instanceof List<?> members) {
            members.forEach(member -> runs.add(Long.valueOf(member.toString())));
        }
        return runs;
    }

    /**
     * Parameters that name the runs one was made from by their numbers here.
     *
     * @param local numbers in the bundle to numbers here
     */
    static Map<String, @Nullable Object> renumbered(
            Map<String, @Nullable Object> parameters, Function<Long, Long> local) {
        Map<String, @Nullable Object> other = new LinkedHashMap<>(parameters);
        for (String from : MADE_FROM) {
            if (parameters.get(from) instanceof Long run) {
                other.put(from, local.apply(run));
            }
        }
        if (parameters.get(MEMBERS) instanceof List<?> members) {
            other.put(
                    MEMBERS,
                    members.stream()
                            .map(member -> local.apply(Long.valueOf(member.toString())))
                            .sorted()
                            .map(String::valueOf)
                            .toList());
        }
        return other;
    }

    private BundleFile(Path file, ZipFile zip) {
        this.file = file;
        this.zip = zip;
        this.index = json(INDEX);
    }

    static String run(long number) {
        return "runs/" + number + "/run.json";
    }

    static String slices(long number) {
        return "runs/" + number + "/slices.csv";
    }

    static String truth(long number) {
        return "truth/" + number + ".json";
    }

    /** @throws StoreException if it is no bundle, or of a newer Tessera */
    static BundleFile open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new StoreException("There is no bundle at " + file + "; check the path.");
        }
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new StoreException(file + " is not a bundle of Tessera, or is damaged.", e);
        }
        try {
            BundleFile bundle = new BundleFile(file, zip);
            bundle.check();
            return bundle;
        } catch (StoreException e) {
            close(zip);
            throw e;
        }
    }

    private void check() {
        if (!FORMAT.equals(index.get("format"))) {
            throw new StoreException(file + " is not a bundle of Tessera.");
        }
        if (whole(index, "version") > VERSION) {
            throw new StoreException("The bundle " + file + " was made by a newer Tessera; update Tessera.");
        }
    }

    StoreException damaged(@Nullable Throwable cause) {
        return new StoreException(
                "The bundle " + file + " is damaged; nothing is imported. Write it again where it came from.",
                cause == null ? new IOException("damaged") : cause);
    }

    private String text(String name) {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw damaged(new IOException("without " + name));
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(MOST_BYTES);
            if (bytes.length == MOST_BYTES) {
                throw damaged(new IOException(name + " is too large"));
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    private Map<String, @Nullable Object> json(String name) {
        try {
            return JsonText.read(text(name));
        } catch (UncheckedIOException e) {
            throw damaged(e);
        }
    }

    /** The numbers of its runs, ascending: a run comes after those it was made from. */
    List<Long> runs() {
        List<Long> runs = new ArrayList<>();
        for (Object number : list(index, "runs")) {
            runs.add(((Number) number).longValue());
        }
        return runs.stream().sorted().toList();
    }

    /** The numbers of its sweeps; none in bundles of a time when only a run's own sweep was named, see {@link #runJson}. */
    List<Long> sweeps() {
        return map(index, "sweeps").keySet().stream().map(Long::valueOf).toList();
    }

    /** The numbers of its ground-truth layers, in the order of their versions; bundles from before there were any have none. */
    List<Long> truth() {
        return index.get("truth") instanceof List<?> numbers
                ? numbers.stream()
                        .map(number -> ((Number) number).longValue())
                        .sorted()
                        .toList()
                : List.of();
    }

    /** A ground-truth layer, but for what it says. */
    Map<String, @Nullable Object> truthJson(long number) {
        return json(truth(number));
    }

    static TruthLayer truthLayer(Map<String, @Nullable Object> json) {
        List<String> classes =
                list(json, "classes").stream().map(Object::toString).toList();
        int[] labels = list(json, "labels").stream()
                .mapToInt(label -> ((Number) label).intValue())
                .toArray();
        return new TruthLayer(Grid.parse(string(json, "grid")), classes, Labels.numbered(labels, classes.size()));
    }

    /** Name to condition. */
    Map<String, @Nullable Object> queries() {
        return index.get("queries") == null ? Map.of() : map(index, "queries");
    }

    /** A run, but for what is in its document. */
    Map<String, @Nullable Object> runJson(long number) {
        return json(run(number));
    }

    /** The repetitions of a run, by how they were made. */
    static Map<String, List<Repetition>> repetitions(Map<String, @Nullable Object> run) {
        Map<String, List<Repetition>> byHow = new LinkedHashMap<>();
        for (Object each : run.get("repetitions") == null ? List.of() : list(run, "repetitions")) {
            Map<String, @Nullable Object> json = cast(each);
            Repetition repetition =
                    new Repetition(string(json, "how"), whole(json, "seed"), real(json, "adjusted_rand"));
            byHow.computeIfAbsent(repetition.how(), how -> new ArrayList<>()).add(repetition);
        }
        return byHow;
    }

    RunDocument document(long number) {
        return RunDocument.read(text(run(number)));
    }

    Map<String, @Nullable Object> sweep(long number) {
        return map(map(index, "sweeps"), Long.toString(number));
    }

    ImageSetRecord imageSet(long number) {
        Map<String, @Nullable Object> set = map(map(index, "image_sets"), Long.toString(number));
        List<StoredImage> images = new ArrayList<>();
        for (Object each : list(set, "images")) {
            Map<String, @Nullable Object> image = cast(each);
            boolean sized = image.get("pixel_width") instanceof Number && image.get("pixel_height") instanceof Number;
            images.add(new StoredImage(
                    new ImageInfo(
                            new ImageFile(
                                    Path.of(string(image, "path")), string(image, "name"), (int) whole(image, "page")),
                            (int) whole(image, "width"),
                            (int) whole(image, "height"),
                            (int) whole(image, "bit_depth"),
                            whole(image, "bytes"),
                            string(image, "file_sha256"),
                            string(image, "pixel_sha256"),
                            (int) whole(image, "pages"),
                            sized ? new PixelSize(real(image, "pixel_width"), real(image, "pixel_height")) : null),
                    (int) whole(image, "mosaic_cell")));
        }
        return new ImageSetRecord(
                ImageSetRecord.Kind.valueOf(string(set, "kind")),
                string(set, "name"),
                string(set, "content_key"),
                (int) whole(set, "mosaic_rows"),
                (int) whole(set, "mosaic_columns"),
                images);
    }

    /**
     * The slices of a run.
     *
     * @param refs where they lie
     * @param labels of each
     * @param scores of each, by name
     */
    record Slices(List<SliceRef> refs, List<Integer> labels, Map<String, SliceScores> scores) {}

    Slices sliceTable(long number, int expected) {
        List<String> lines = text(slices(number)).lines().toList();
        if (lines.size() != expected + 1) {
            throw damaged(new IOException(slices(number) + " has " + (lines.size() - 1) + " slices"));
        }
        String[] names = lines.get(0).split(",", -1);
        double[][] scores = new double[names.length - 4][expected];
        List<SliceRef> refs = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (int i = 0; i < expected; i++) {
            String[] cells = lines.get(i + 1).split(",", -1);
            refs.add(new SliceRef(Integer.parseInt(cells[0]), Integer.parseInt(cells[1]), Integer.parseInt(cells[2])));
            labels.add(cells[3].isEmpty() ? -1 : Integer.parseInt(cells[3]));
            for (int j = 0; j < scores.length; j++) {
                scores[j][i] = cells[4 + j].isEmpty() ? Double.NaN : Float.parseFloat(cells[4 + j]);
            }
        }
        Map<String, SliceScores> byName = new LinkedHashMap<>();
        for (int j = 0; j < scores.length; j++) {
            byName.put(names[4 + j], SliceScores.of(scores[j]));
        }
        return new Slices(refs, labels, byName);
    }

    static String string(Map<String, @Nullable Object> map, String key) {
        if (map.get(key) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("no " + key);
    }

    static long whole(Map<String, @Nullable Object> map, String key) {
        if (map.get(key) instanceof Number number) {
            return number.longValue();
        }
        throw new IllegalArgumentException("no " + key);
    }

    private static double real(Map<String, @Nullable Object> map, String key) {
        return map.get(key) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    static List<?> list(Map<String, @Nullable Object> map, String key) {
        if (map.get(key) instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("no " + key);
    }

    static Map<String, @Nullable Object> map(Map<String, @Nullable Object> map, String key) {
        return cast(map.get(key));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> cast(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }
        throw new IllegalArgumentException("no object");
    }

    @Override
    public void close() {
        close(zip);
    }

    private static void close(ZipFile zip) {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
