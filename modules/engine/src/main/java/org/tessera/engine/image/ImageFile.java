// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.image;

import java.nio.file.Path;

/**
 * One image of a set, not yet read.
 *
 * @param path of its file, absolute
 * @param name as shown and as written to tables: the file's name, with its folder before it where two share a name, and its
 *     page after it where that is not the first
 * @param page of the file, from 1; most files have one only
 */
public record ImageFile(Path path, String name, int page) {
    public ImageFile {
        if (!path.isAbsolute() || name.isBlank() || page < 1) {
            throw new IllegalArgumentException(path + ", " + name + ", " + page);
        }
    }

    /** The first page of a file. */
    public ImageFile(Path path, String name) {
        this(path, name, 1);
    }

    /** Another page of the same file. */
    ImageFile onPage(int other) {
        return other == 1 ? this : new ImageFile(path, name + " page " + other, other);
    }
}
