// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer.mosaic;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Area;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tessera.charts.GreyMosaic;
import org.tessera.charts.GreyRange;
import org.tessera.engine.image.GrayImage;
import org.tessera.engine.image.MosaicLayout;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;

/**
 * A mosaic at every zoom. The whole is in memory in a resolution that bounds it, and in coarser ones; where that is not fine
 * enough, images are read again in the resolution that is looked at, and those looked at last are kept. Beside the whole
 * mosaic (at most {@link #MOST_VALUES} grey values of 3 bytes, and a third of it more) at most {@link #MOST_BYTES} are held, or
 * the levels of one image if they are more. Any thread.
 */
public final class Pyramid {
    /** The most grey values of the resolution in which the whole mosaic is held. */
    public static final long MOST_VALUES = 24_000_000;

    /** The most bytes of finer levels. */
    public static final long MOST_BYTES = 192L << 20;

    /** Reads an image again. */
    public interface Reader {
        /** @throws ProblemException if it is not there, or another */
        GrayImage read(int image, Monitor monitor);
    }

    private final MosaicLayout layout;
    private final Set<Integer> missing;
    private final GreyRange range;
    private final long[] histogram;
    private final List<Level> levels;
    private final Details details;
    private final Reader reader;
    private final boolean filled;
    private volatile @Nullable Shades shades;

    /** What is to be known again and again of the range that was shown last. */
    private static final class Shades {
        final GreyRange range;
        final byte[] each;

        Shades(GreyRange range, byte[] each) {
            this.range = range;
            this.each = each;
        }
    }

    /** @param mosaic of a factor that is a power of two */
    public Pyramid(GreyMosaic mosaic, Reader reader) {
        this(mosaic, reader, MOST_BYTES);
    }

    Pyramid(GreyMosaic mosaic, Reader reader, long most) {
        this.layout = mosaic.layout();
        this.missing = mosaic.missing();
        this.range = mosaic.range();
        this.histogram = mosaic.histogram();
        this.levels = Level.of(mosaic);
        this.details = new Details(most);
        this.reader = reader;
        this.filled = layout.places().stream()
                        .mapToLong(place -> (long) place.width() * place.height())
                        .sum()
                == (long) layout.width() * layout.height();
    }

    /** The factor, a power of two, in which a whole mosaic is held. */
    public static int factor(MosaicLayout layout) {
        int factor = 1;
        while ((long) (layout.width() / factor) * (layout.height() / factor) > MOST_VALUES) {
            factor *= 2;
        }
        return factor;
    }

    public MosaicLayout layout() {
        return layout;
    }

    /** The images, by their place in the layout, that could not be read. */
    public Set<Integer> missing() {
        return missing;
    }

    /** The range that clips 0.2 % of all pixels at either end. */
    public GreyRange range() {
        return range;
    }

    /** How many pixels of all images have each of the grey values 0..65535. */
    public long[] histogram() {
        return histogram.clone();
    }

    /** Bytes of finer levels that are held now. */
    public long heldBytes() {
        return details.bytes();
    }

    /**
     * Paints what is in memory.
     *
     * @param pixels of the device for one of the graphics, each way
     * @param smooth whether values are interpolated where they are reduced: slower
     */
    public void paint(Graphics2D g, GreyRange shown, Viewport viewport, double pixels, boolean smooth) {
        Shape clip = g.getClip();
        if (!filled) {
            g.clip(places(viewport));
        }
        byte[] shades = shades(shown);
        boolean reduces = viewport.scale() * pixels < 1;
        g.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION,
                smooth && reduces
                        ? RenderingHints.VALUE_INTERPOLATION_BILINEAR
                        : RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        int wanted = factorFor(viewport, pixels);
        level(wanted).paint(g, shown, shades, viewport);
        if (wanted < finest()) {
            for (int image = 0; image < layout.places().size(); image++) {
                Rectangle area = area(image, viewport);
                if (g.hitClip(area.x, area.y, area.width, area.height)) {
                    details.level(image, wanted).ifPresent(level -> level.paint(g, shown, shades, viewport));
                }
            }
        }
        g.setClip(clip);
    }

    private byte[] shades(GreyRange of) {
        Shades known = shades;
        if (known == null || !known.range.equals(of)) {
            known = new Shades(of, of.shades());
            shades = known;
        }
        return known.each;
    }

    /**
     * How the grey values of an area lie in a range, of its pixels where they are in memory, else of means.
     *
     * @param area pixels of the mosaic
     * @param bins of equal width; the first and last have what is beyond the range too
     */
    public long[] histogram(Rectangle area, GreyRange of, int bins) {
        long[] counts = new long[bins];
        if (finest() > 1) {
            for (int image = 0; image < layout.places().size(); image++) {
                MosaicLayout.Place place = layout.places().get(image);
                if (area.intersects(place.x(), place.y(), place.width(), place.height())) {
                    details.level(image, 1).ifPresent(level -> level.count(area, of, counts));
                }
            }
        }
        if (Arrays.stream(counts).sum() == 0) {
            levels.get(0).count(area, of, counts);
        }
        return counts;
    }

    private Area places(Viewport viewport) {
        Area area = new Area();
        IntStream.range(0, layout.places().size()).forEach(image -> area.add(new Area(area(image, viewport))));
        return area;
    }

    private Rectangle area(int image, Viewport viewport) {
        MosaicLayout.Place place = layout.places().get(image);
        return viewport.onScreen(place.x(), place.y(), place.width(), place.height());
    }

    private int finest() {
        return levels.get(0).factor();
    }

    /** The coarsest level of the whole whose values are no larger than a pixel of the device, or else its finest. */
    private Level level(int factor) {
        Level found = levels.get(0);
        for (Level level : levels) {
            found = level.factor() <= factor ? level : found;
        }
        return found;
    }

    private static int factorFor(Viewport viewport, double pixels) {
        return Integer.highestOneBit(Math.max(1, (int) (1 / (viewport.scale() * pixels))));
    }

    /**
     * The images that should be read to show a window as finely as they are, the one nearest to its middle first.
     *
     * @param pixels of the device for one of the window, each way
     */
    public List<Integer> lacking(Viewport viewport, Dimension window, double pixels) {
        int wanted = factorFor(viewport, pixels);
        if (wanted >= finest()) {
            return List.of();
        }
        Rectangle seen = new Rectangle(window);
        Point middle = new Point(window.width / 2, window.height / 2);
        return IntStream.range(0, layout.places().size())
                .filter(image -> !missing.contains(image)
                        && area(image, viewport).intersects(seen)
                        && details.lacks(image, wanted))
                .boxed()
                .sorted(Comparator.comparingDouble(image -> {
                    Rectangle area = area(image, viewport);
                    return middle.distanceSq(area.getCenterX(), area.getCenterY());
                }))
                .toList();
    }

    /** Reads an image for a window; one that is gone or has changed stays as coarse as it is. Not on the event thread. */
    public void load(int image, Viewport viewport, double pixels, Monitor monitor) {
        MosaicLayout.Place place = layout.places().get(image);
        List<Level> its;
        try {
            GrayImage read = reader.read(image, monitor);
            boolean same = read.width() == place.width() && read.height() == place.height();
            its = same ? Level.of(read, place.x(), place.y(), factorFor(viewport, pixels), finest()) : List.of();
        } catch (ProblemException e) {
            its = List.of();
        }
        details.put(image, its);
    }
}
