// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.slice;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tessera.engine.task.Numbers;
import org.tessera.engine.task.ProblemException;

/**
 * Rows x columns of slices an image is cut into. A slice is {@code height / rows} by {@code width / columns} pixels, whole
 * numbers; the remainder at the bottom and right is dropped.
 *
 * @param rows 1 to 4096
 * @param columns 1 to 4096
 */
public record Grid(int rows, int columns) implements Comparable<Grid> {
    /** The most rows or columns. */
    public static final int MOST = 4096;

    private static final Pattern FORM = Pattern.compile("(-?\\d+)(?:\\s*[xX×]\\s*(-?\\d+))?");

    public Grid {
        if (rows < 1 || columns < 1 || rows > MOST || columns > MOST) {
            throw new ProblemException(
                    "The grid is " + rows + "x" + columns + "; give 1 to " + MOST + " rows and columns.");
        }
    }

    /** {@code 16} or {@code 12x16} (rows x columns). */
    public static Grid parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new ProblemException("The grid is \"" + text + "\"; write it as 16 or 12x16 (rows x columns).");
        }
        int rows = Numbers.whole("The grid", form.group(1), 1, MOST);
        return new Grid(rows, form.group(2) == null ? rows : Numbers.whole("The grid", form.group(2), 1, MOST));
    }

    /** Slices an image is cut into. */
    public int slices() {
        return rows * columns;
    }

    /** Height of a slice in pixels, of an image {@code imageHeight} pixels high; 0 if the grid is finer than the image. */
    public int sliceHeight(int imageHeight) {
        return imageHeight / rows;
    }

    /** Width of a slice in pixels, of an image {@code imageWidth} pixels wide; 0 if the grid is finer than the image. */
    public int sliceWidth(int imageWidth) {
        return imageWidth / columns;
    }

    /** Slices first, then rows. */
    @Override
    public int compareTo(Grid other) {
        return slices() != other.slices()
                ? Integer.compare(slices(), other.slices())
                : Integer.compare(rows, other.rows);
    }

    /** {@code 12x16}, as the command line takes it. */
    @Override
    public String toString() {
        return rows + "x" + columns;
    }
}
