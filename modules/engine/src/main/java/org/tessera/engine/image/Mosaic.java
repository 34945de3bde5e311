// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.image;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.tessera.engine.task.Numbers;
import org.tessera.engine.task.ProblemException;

/**
 * Images in rows x columns, abutting.
 *
 * @param rows 1 or more
 * @param columns 1 or more
 * @param cells for each image in order its cell, {@code row * columns + column}, all different
 */
public record Mosaic(int rows, int columns, List<Integer> cells) {
    private static final Pattern ROW_AND_COLUMN = Pattern.compile("(\\d+)[-_](\\d+)");
    private static final Pattern FORM = Pattern.compile("(\\d+)[xX×](\\d+)");

    public Mosaic {
        cells = List.copyOf(cells);
        int most = rows * columns;
        if (rows < 1 || columns < 1 || cells.stream().anyMatch(cell -> cell < 0 || cell >= most)) {
            throw new ProblemException("The mosaic " + rows + "x" + columns + " has no place for " + cells.size()
                    + " images; give rows x columns with room for all, or auto.");
        }
        if (new HashSet<>(cells).size() != cells.size()) {
            throw new IllegalArgumentException("two images in one cell: " + cells);
        }
    }

    /** Row of an image in the mosaic, from 0. */
    public int row(int image) {
        return cells.get(image) / columns;
    }

    /** Column of an image in the mosaic, from 0. */
    public int column(int image) {
        return cells.get(image) % columns;
    }

    /**
     * {@code RxC} fills rows in the given order; {@code auto} reads row and column from names such as
     * {@code Tile_002-003-000.tif}, and where names say nothing makes the mosaic as square as it goes, wider than high.
     */
    public static Mosaic of(String text, List<String> names) {
        if (text.equalsIgnoreCase("auto")) {
            return fromNames(names);
        }
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new ProblemException("The mosaic is \"" + text + "\"; write it as 2x3 (rows x columns) or auto.");
        }
        int rows = Numbers.whole("The mosaic's rows", form.group(1), 1, 10_000);
        int columns = Numbers.whole("The mosaic's columns", form.group(2), 1, 10_000);
        return inOrder(rows, columns, names.size());
    }

    private static Mosaic inOrder(int rows, int columns, int images) {
        return new Mosaic(rows, columns, IntStream.range(0, images).boxed().toList());
    }

    private static Mosaic fromNames(List<String> names) {
        List<int[]> places = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (String name : names) {
            Matcher found = ROW_AND_COLUMN.matcher(name);
            if (found.find() && found.group(1).length() < 7 && found.group(2).length() < 7) {
                int[] place = {Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2))};
                if (seen.add(((long) place[0] << 32) | place[1])) {
                    places.add(place);
                }
            }
        }
        int images = names.size();
        if (places.size() == images && images > 0) {
            int top = places.stream().mapToInt(p -> p[0]).min().orElseThrow();
            int left = places.stream().mapToInt(p -> p[1]).min().orElseThrow();
            int rows = places.stream().mapToInt(p -> p[0]).max().orElseThrow() - top + 1;
            int columns = places.stream().mapToInt(p -> p[1]).max().orElseThrow() - left + 1;
            if ((long) rows * columns <= 4L * images) {
                return new Mosaic(
                        rows,
                        columns,
                        places.stream()
                                .map(p -> (p[0] - top) * columns + p[1] - left)
                                .toList());
            }
        }
        int columns = (int) Math.ceil(Math.sqrt(images));
        return inOrder((images + columns - 1) / columns, columns, images);
    }
}
