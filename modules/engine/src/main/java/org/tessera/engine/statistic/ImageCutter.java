// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.statistic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.image.ImageFile;
import org.tessera.engine.image.PixelSink;
import org.tessera.engine.slice.ImageSlices;
import org.tessera.engine.slice.Preparation;
import org.tessera.engine.slice.Slicing;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;

/** Hands the rows of one image to every slicing; each preparation of the pixels is done once. */
final class ImageCutter implements PixelSink {
    private static final int MOST_SLICES = 1 << 24;

    private final ImageFile file;
    private final List<Slicing> slicings;
    private final List<Statistic> statistics;
    private final CounterPool pool;
    private final @Nullable FlatField background;
    private final Monitor monitor;
    private final Map<Slicing, SliceBands> bands = new LinkedHashMap<>();
    private final List<PixelSink> preparations = new ArrayList<>();
    private long nanos;

    /** @param background of the set, where a slicing has a flat field */
    ImageCutter(
            ImageFile file,
            List<Slicing> slicings,
            List<Statistic> statistics,
            CounterPool pool,
            @Nullable FlatField background,
            Monitor monitor) {
        this.file = file;
        this.slicings = slicings;
        this.statistics = statistics;
        this.pool = pool;
        this.background = background;
        this.monitor = monitor;
    }

    /** For each slicing, in order, its values: rows of slices, then columns, then statistics. */
    List<double[]> values() {
        return slicings.stream()
                .map(slicing -> Objects.requireNonNull(bands.get(slicing)).values())
                .toList();
    }

    /** Time spent on preparing and counting. */
    long nanos() {
        return nanos;
    }

    @Override
    public void begin(int width, int height, int bitDepth) {
        Map<Preparation, List<Slicing>> together = new LinkedHashMap<>();
        for (Slicing slicing : slicings) {
            together.computeIfAbsent(slicing.preparation().ofPixels(), preparation -> new ArrayList<>())
                    .add(slicing);
        }
        together.forEach((preparation, some) -> {
            PixelSink all = bands(some, width, height);
            preparations.add(
                    preparation.equals(Preparation.NONE)
                            ? all
                            : new PreparedPixels(preparation, preparation.flatField() ? background : null, all));
        });
        preparations.forEach(preparation -> preparation.begin(width, height, bitDepth));
    }

    /** The slices of slicings that share their pixels. */
    private PixelSink bands(List<Slicing> some, int width, int height) {
        List<ImageSlices> slices =
                some.stream().map(slicing -> checked(slicing, width, height)).toList();
        int prepared = width / some.get(0).preparation().bin();
        Optional<PowerSums> sums = PowerSums.of(
                slices.stream()
                        .filter(one -> !one.overlap() && SliceBands.pixels(one) <= SliceCounter.MOST_KEPT)
                        .toList(),
                prepared);
        List<SliceBands> all = new ArrayList<>();
        for (int i = 0; i < slices.size(); i++) {
            SliceBands one = SliceBands.of(slices.get(i), prepared, statistics, pool, sums);
            bands.put(some.get(i), one);
            all.add(one);
        }
        return new Bands(all, sums);
    }

    private ImageSlices checked(Slicing slicing, int width, int height) {
        ImageSlices slices = ImageSlices.of(slicing, width, height);
        String image = "the image " + file.path() + " (" + width + " x " + height + " pixels, width x height"
                + (slices.bin() > 1 ? ", binned by " + slices.bin() : "") + ")";
        if (slices.count() == 0) {
            throw new ProblemException(
                    "The grid " + slicing.grid() + " is finer than " + image + "; choose a coarser grid.");
        }
        if (slices.down() > slices.height() || slices.across() > slices.width()) {
            throw new ProblemException("The stride " + slices.down() + " is larger than the slices of "
                    + slices.height() + " x " + slices.width() + " pixels (height x width) of " + image
                    + "; choose a smaller one.");
        }
        if ((long) slices.rows() * slices.columns() > MOST_SLICES) {
            throw new ProblemException("The stride " + slices.down() + " makes " + slices.rows() + " x "
                    + slices.columns() + " slices of " + image + "; choose a larger one.");
        }
        return slices;
    }

    @Override
    public void rows(int top, int count, short[] pixels) {
        long start = System.nanoTime();
        preparations.forEach(preparation -> preparation.rows(top, count, pixels));
        nanos += System.nanoTime() - start;
    }

    /** Passes prepared rows to slices. */
    private final class Bands implements PixelSink {
        private final List<SliceBands> all;
        private final Optional<PowerSums> sums;

        Bands(List<SliceBands> all, Optional<PowerSums> sums) {
            this.all = all;
            this.sums = sums;
        }

        @Override
        public void begin(int width, int height, int bitDepth) {}

        @Override
        public void rows(int top, int count, short[] pixels) {
            sums.ifPresent(refined -> refined.rows(top, count, pixels));
            for (SliceBands one : all) {
                one.rows(top, count, pixels, monitor);
            }
        }
    }
}
