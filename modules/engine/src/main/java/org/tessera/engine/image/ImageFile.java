// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.image;

import java.nio.file.Path;

/**
 * One image file of a set, not yet read.
 *
 * @param path absolute
 * @param name as shown and as written to tables: the file's name, with its folder before it where two share a name
 */
public record ImageFile(Path path, String name) {
    public ImageFile {
        if (!path.isAbsolute() || name.isBlank()) {
            throw new IllegalArgumentException(path + ", " + name);
        }
    }
}
