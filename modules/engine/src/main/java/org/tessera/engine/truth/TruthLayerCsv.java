// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.truth;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.cluster.Labels;
import org.tessera.engine.image.NaturalOrder;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.slice.SliceLines;
import org.tessera.engine.slice.SliceRef;
import org.tessera.engine.task.ProblemException;

/** Ground truth as CSV: header {@code image,row,column,class}, a line a slice, an empty class where it is not known. */
public final class TruthLayerCsv {
    private static final String CLASS = "class";

    private TruthLayerCsv() {}

    /**
     * Reads a file.
     *
     * @throws ProblemException if it cannot be read or has no classes, with the line
     */
    public static SliceLines read(Path file) {
        SliceLines lines = SliceLines.read(file, "a table of classes", CLASS);
        if (!lines.columns().contains(CLASS)) {
            throw new ProblemException(file + " has no column " + CLASS + "; name it so in the first line.");
        }
        return lines;
    }

    /**
     * The layer that a file gives for images.
     *
     * @param lines as {@link #read} gives them
     * @param images names of all images of the set, in order
     * @param grid that the file counts rows and columns in; null takes the smallest in which all its slices lie
     * @throws ProblemException if an image is not of the set or a slice not of the grid, with the line
     */
    public static TruthLayer layer(SliceLines lines, List<String> images, @Nullable Grid grid) {
        Grid cut = grid == null ? smallest(lines.slices()) : grid;
        List<String> classes = IntStream.range(0, lines.size())
                .mapToObj(i -> lines.field(i, CLASS).strip())
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted(new NaturalOrder())
                .toList();
        int[] labels = new int[images.size() * cut.slices()];
        Arrays.fill(labels, Labels.NONE);
        for (int i = 0; i < lines.size(); i++) {
            SliceRef slice = lines.slices().get(i);
            String name = lines.images().get(slice.image());
            int image = images.indexOf(name);
            if (image < 0) {
                throw new ProblemException(lines.where(i) + "the image set has no image \"" + name
                        + "\"; correct the name, or choose the set it is of.");
            }
            if (slice.row() >= cut.rows() || slice.column() >= cut.columns()) {
                throw new ProblemException(lines.where(i) + "row " + slice.row() + ", column " + slice.column()
                        + " is not in the grid " + cut + "; rows and columns count from 0.");
            }
            labels[image * cut.slices() + slice.row() * cut.columns() + slice.column()] =
                    classes.indexOf(lines.field(i, CLASS).strip());
        }
        return new TruthLayer(cut, classes, Labels.numbered(labels, classes.size()));
    }

    private static Grid smallest(List<SliceRef> slices) {
        return new Grid(
                slices.stream().mapToInt(SliceRef::row).max().orElse(0) + 1,
                slices.stream().mapToInt(SliceRef::column).max().orElse(0) + 1);
    }

    /**
     * The layer as text, every slice in it.
     *
     * @param images names of the images, in order
     */
    public static String write(TruthLayer layer, List<String> images) {
        StringWriter out = new StringWriter();
        int columns = layer.grid().columns();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
            List<String> header = new ArrayList<>(SliceLines.KEYS);
            header.add(CLASS);
            csv.writeRecord(header);
            for (int i = 0; i < layer.labels().size(); i++) {
                int cell = i % layer.grid().slices();
                int label = layer.labels().get(i);
                csv.writeRecord(
                        images.get(i / layer.grid().slices()),
                        Integer.toString(cell / columns),
                        Integer.toString(cell % columns),
                        label == Labels.NONE ? "" : layer.classes().get(label));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
