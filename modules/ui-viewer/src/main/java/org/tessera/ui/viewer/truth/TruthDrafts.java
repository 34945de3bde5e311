// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer.truth;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.tessera.engine.cluster.Labels;
import org.tessera.engine.image.PictureFiles;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.truth.TruthLayer;
import org.tessera.store.ImageSetRecord;
import org.tessera.store.StoreLocation;
import org.tessera.store.TruthRecord;

/** What is painted and not recorded yet, in files of the user's own, so that it outlives a crash. Any thread. */
final class TruthDrafts {
    private static final Logger LOG = Logger.getLogger(TruthDrafts.class.getName());
    private static final String NAME = "name";
    private static final String GRID = "grid";
    private static final String LABELS = "labels";
    private static final String CLASS = "class.";

    private final Path folder;

    /** @param folder that holds nothing else */
    TruthDrafts(Path folder) {
        this.folder = folder;
    }

    static TruthDrafts ofUser() {
        return new TruthDrafts(StoreLocation.userFolder().resolve("drafts"));
    }

    /**
     * A layer that is not recorded.
     *
     * @param name of the layer
     */
    record Draft(String name, TruthLayer layer) {
        boolean isFor(ImageSetRecord set) {
            return layer.images() == set.images().size();
        }

        /** Whether it has been recorded. */
        boolean isIn(List<TruthRecord> layers) {
            return layers.stream()
                    .anyMatch(recorded ->
                            recorded.name().equals(name) && recorded.layer().equals(layer));
        }
    }

    /**
     * Of which images a draft is.
     *
     * @param store where they are recorded
     * @param images what they are known by there
     */
    record Key(String store, String images) {}

    private Path file(Key key) {
        String text = key.store + "\n" + key.images;
        return folder.resolve(UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)) + ".properties");
    }

    /**
     * Keeps a draft in place of the one before.
     *
     * @throws ProblemException if it cannot be written
     */
    void keep(Key key, Draft draft) {
        Properties properties = new Properties();
        properties.setProperty(NAME, draft.name);
        properties.setProperty(GRID, draft.layer.grid().toString());
        List<String> classes = draft.layer.classes();
        for (int i = 0; i < classes.size(); i++) {
            properties.setProperty(CLASS + i, classes.get(i));
        }
        properties.setProperty(
                LABELS,
                Arrays.stream(draft.layer.labels().toArray())
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(",")));
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            properties.store(text, "Ground truth that is not recorded yet, kept by Tessera");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        PictureFiles.write(text.toByteArray(), file(key));
    }

    /** The draft that was left behind; empty if there is none that can be read. */
    Optional<Draft> find(Key key) {
        Path file = file(key);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
            List<String> classes = new ArrayList<>();
            for (String name = properties.getProperty(CLASS + 0);
                    name != null;
                    name = properties.getProperty(CLASS + classes.size())) {
                classes.add(name);
            }
            int[] labels = Arrays.stream(properties.getProperty(LABELS, "").split(",", -1))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            return Optional.of(new Draft(
                    properties.getProperty(NAME, ""),
                    new TruthLayer(
                            Grid.parse(properties.getProperty(GRID, "")),
                            classes,
                            Labels.numbered(labels, classes.size()))));
        } catch (IOException | IllegalArgumentException | ProblemException e) {
            LOG.log(Level.WARNING, file + " is no draft that can be read", e);
            return Optional.empty();
        }
    }

    /** There is no draft any more: what it was is recorded. */
    void forget(Key key) {
        try {
            Files.deleteIfExists(file(key));
        } catch (IOException e) {
            LOG.log(Level.INFO, file(key) + " cannot be removed", e);
        }
    }
}
