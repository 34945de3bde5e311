// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.truth.TruthLayer;

/**
 * Ground-truth layers of image sets. A layer is never changed: saved again under its name it gets another version. Image sets
 * of the same pixels, in another project or another folder, share their layers. Any thread.
 */
public final class TruthLayers {
    private final Store store;

    TruthLayers(Store store) {
        this.store = store;
    }

    /**
     * Saves a layer: the next version of its name, or nothing new if the newest version is the same.
     *
     * @param imageSet number of an image set with as many images
     * @throws ProblemException if the name is empty or too long
     */
    public TruthRecord save(long imageSet, String name, TruthLayer layer, Instant now) {
        if (name.isBlank() || name.length() > TruthLayer.LONGEST_NAME) {
            throw new ProblemException(
                    "A layer has a name of 1 to " + TruthLayer.LONGEST_NAME + " characters; shorten it.");
        }
        int images = store.imageSet(imageSet).images().size();
        if (images != layer.images()) {
            throw new IllegalArgumentException(layer.images() + " images for a set of " + images);
        }
        return store.write((handle, change) -> new TruthTable(handle).save(imageSet, name.strip(), layer, now));
    }

    /** Every version of every layer of the images of a set that is not deleted, by name, oldest first. */
    public List<TruthRecord> versions(long imageSet) {
        return store.read((Handle handle) -> new TruthTable(handle).ofSet(imageSet, false));
    }

    /** The newest version of every layer of the images of a set, by name. */
    public List<TruthRecord> newest(long imageSet) {
        return newest(versions(imageSet));
    }

    /** Every version of every layer in the store that is not deleted, by name. */
    public List<TruthRecord> all() {
        return store.read((Handle handle) -> new TruthTable(handle).where("t.deleted IS NULL", null));
    }

    private static List<TruthRecord> newest(List<TruthRecord> versions) {
        Map<String, TruthRecord> last = new LinkedHashMap<>();
        versions.forEach(version -> last.put(version.name(), version));
        return List.copyOf(last.values());
    }

    /** A layer by its number, deleted or not. */
    public TruthRecord require(long id) {
        return store.read((Handle handle) -> new TruthTable(handle).require(id));
    }

    /** Deletes a version of a layer; {@link #restore} brings it back. */
    public void delete(long id, Instant now) {
        store.write((handle, change) -> new TruthTable(handle).setDeleted(id, now));
    }

    /** Brings a deleted version back. */
    public void restore(long id) {
        store.write((handle, change) -> new TruthTable(handle).setDeleted(id, null));
    }
}
