// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.report;

import java.util.List;
import java.util.function.IntFunction;
import org.tessera.engine.slice.SliceRef;
import org.tessera.engine.statistic.FeatureTable;
import org.tessera.engine.task.CsvText;

/** Something of every slice as CSV, after its image, row and column. */
public final class SliceCsv {
    private SliceCsv() {}

    /**
     * The table.
     *
     * @param slices which slices, and the names of their images
     * @param columns names of what follows
     * @param cells what follows, by the place of the slice
     */
    public static String of(FeatureTable slices, List<String> columns, IntFunction<List<String>> cells) {
        return of(slices.images(), slices.slices(), columns, cells);
    }

    static String of(
            List<String> images, List<SliceRef> slices, List<String> columns, IntFunction<List<String>> cells) {
        StringBuilder csv = new StringBuilder("image,row,column,")
                .append(String.join(",", columns))
                .append('\n');
        for (int i = 0; i < slices.size(); i++) {
            SliceRef slice = slices.get(i);
            csv.append(CsvText.field(images.get(slice.image())))
                    .append(',')
                    .append(slice.row())
                    .append(',')
                    .append(slice.column())
                    .append(',')
                    .append(String.join(",", cells.apply(i)))
                    .append('\n');
        }
        return csv.toString();
    }
}
