// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javax.swing.JComponent;
import javax.swing.Timer;
import org.jspecify.annotations.Nullable;
import org.tessera.charts.Sentence;
import org.tessera.engine.slice.SliceRect;
import org.tessera.tracking.RunDetails;
import org.tessera.ui.viewer.mosaic.Pyramid;
import org.tessera.ui.viewer.mosaic.Viewport;
import org.tessera.workbench.ui.Colours;

/** The mosaic with its clusters: the wheel zooms at the pointer, dragging pans, a double click fits. Event thread only. */
public final class HeatmapCanvas extends JComponent {
    static final double STEP = 1.2;

    private static final long serialVersionUID = 1L;
    private static final int MARGIN = 8;
    private static final int CALM_MILLIS = 150;
    private static final int BINS = 62;

    private transient ViewerState state = ViewerState.EMPTY;
    private transient Viewport viewport = new Viewport(1, 0, 0);
    private boolean fitted = true;
    private boolean moving;
    private int hovered = -1;
    private boolean told;
    private boolean bare;
    private boolean telling = true;
    private transient long[] histogram = new long[BINS];
    private transient BiConsumer<Integer, Point> menu = (slice, point) -> {};
    private transient BiConsumer<Integer, Boolean> clicked = (slice, more) -> {};
    private transient Consumer<List<Integer>> framed = slices -> {};
    private transient @Nullable Rectangle frame;
    private final transient Backdrop backdrop = new Backdrop();
    private transient DoubleConsumer zoomed = value -> {};
    private transient Consumer<Viewport> moved = part -> {};
    private transient @Nullable Brush brush;
    private transient Consumer<@Nullable Point> pointed = place -> {};
    private transient Looked looked = (part, window, pixels) -> {};
    private final Timer calm = new Timer(CALM_MILLIS, e -> becomeCalm());

    public HeatmapCanvas() {
        setName("viewer.canvas");
        setOpaque(true);
        setFocusable(true);
        setPreferredSize(new Dimension(600, 480));
        setMinimumSize(new Dimension(200, 160));
        calm.setRepeats(false);
        CanvasMouse mouse = new CanvasMouse(this);
        addMouseListener(mouse);
        addMouseMotionListener(mouse);
        addMouseWheelListener(mouse);
        addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent e) {
                if (fitted) {
                    fit();
                }
            }
        });
    }

    void onZoom(DoubleConsumer listener) {
        zoomed = listener;
    }

    /** Hears which part is looked at. */
    public interface Looked {
        /** @param pixels of the device for one of the window, each way */
        void accept(Viewport viewport, Dimension window, double pixels);
    }

    /** Hears which part is looked at, once it stands still. */
    public void onLook(Looked listener) {
        looked = listener;
    }

    /** Hears that a menu is wanted for a slice, or -1 beside all slices, at a point. */
    void onMenu(BiConsumer<Integer, Point> listener) {
        menu = listener;
    }

    /**
     * Hears what is selected.
     *
     * @param click a slice or -1, and whether the others stay selected
     * @param region slices that a frame touches, drawn with the shift key held
     */
    public void onSelect(BiConsumer<Integer, Boolean> click, Consumer<List<Integer>> region) {
        clicked = click;
        framed = region;
    }

    /** Paints slices while it is dragged over them. */
    public interface Brush {
        /** A stroke begins, or goes on, over a point of the mosaic. */
        void over(Point place, boolean begins);
    }

    /** Dragging moves a brush rather than the mosaic, which the middle button still does; null for no brush. */
    public void setBrush(@Nullable Brush other) {
        brush = other;
        setCursor(Cursor.getPredefinedCursor(other == null ? Cursor.DEFAULT_CURSOR : Cursor.CROSSHAIR_CURSOR));
    }

    public void show(ViewerState other, boolean refit) {
        RunDetails details = other.details();
        if (details == null || !details.equals(state.details())) {
            hover(-1);
        }
        state = other;
        if (refit) {
            fit();
        }
        calm.restart();
        repaint();
    }

    /** Frames the slice under the pointer and tells none of its numbers. */
    public void setSilent() {
        telling = false;
    }

    /** Shows the mosaic with nothing over it, as long as that is wanted. */
    void setBare(boolean wanted) {
        if (bare != wanted) {
            bare = wanted;
            repaint();
        }
    }

    public Viewport viewport() {
        return viewport;
    }

    public void fit() {
        Pyramid mosaic = state.mosaic();
        if (mosaic != null && getWidth() > 0) {
            setViewport(
                    Viewport.fit(mosaic.layout().width(), mosaic.layout().height(), getWidth(), getHeight(), MARGIN));
            fitted = true;
        }
    }

    void zoom(double factor) {
        setViewport(viewport.zoomed(factor, getWidth() / 2.0, getHeight() / 2.0));
    }

    /** One pixel of the mosaic is one pixel of the screen. */
    void zoomToPixels() {
        zoom(1 / viewport.scale());
    }

    /** Hears of each move that the user makes. */
    public void onMove(Consumer<Viewport> listener) {
        moved = listener;
    }

    /** Shows the same part as another canvas of its size. */
    public void follow(Viewport other) {
        if (!other.equals(viewport)) {
            take(other);
        }
    }

    /** Hears which point of the mosaic the pointer is at; null once it has left. */
    public void onPoint(Consumer<@Nullable Point> listener) {
        pointed = listener;
    }

    /** Frames the slice at a point of the mosaic, as another canvas does; null for none. */
    public void point(@Nullable Point place) {
        hover(place == null ? -1 : state.sliceAt(place.x, place.y));
    }

    void setViewport(Viewport other) {
        take(other);
        moved.accept(other);
    }

    private void take(Viewport other) {
        viewport = other;
        fitted = false;
        moving = true;
        calm.restart();
        zoomed.accept(viewport.scale());
        repaint();
    }

    void becomeCalm() {
        calm.stop();
        moving = false;
        tell();
        look();
        repaint();
    }

    private void tell() {
        RunDetails details = state.details();
        Pyramid mosaic = state.mosaic();
        told = telling && hovered >= 0 && details != null && mosaic != null;
        if (told && details != null && mosaic != null) {
            SliceRect slice = details.slices().get(hovered);
            histogram = mosaic.histogram(
                    new Rectangle(slice.x(), slice.y(), slice.width(), slice.height()), state.range(), BINS);
        }
    }

    private void look() {
        if (getWidth() > 0) {
            looked.accept(viewport, getSize(), pixels());
        }
    }

    /** More of the mosaic's pixels can be painted. */
    public void showDetails() {
        backdrop.changed();
        look();
        repaint();
    }

    private double pixels() {
        GraphicsConfiguration screen = getGraphicsConfiguration();
        return screen == null ? 1 : screen.getDefaultTransform().getScaleX();
    }

    void hover(int slice) {
        if (slice != hovered) {
            hovered = slice;
            told = false;
            calm.restart();
            repaint();
        }
    }

    /** The slice under a point of the canvas, or -1. */
    int sliceAt(Point point) {
        return state.sliceAt(viewport.mosaicX(point.x), viewport.mosaicY(point.y));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        try {
            g.setColor(Colours.SPLITTER.get());
            g.fillRect(0, 0, getWidth(), getHeight());
            g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g.setFont(getFont());
            if (state.mosaic() == null) {
                g.setColor(Colours.SECONDARY.get());
                Sentence.paint(g, state.sentence(), getSize());
                return;
            }
            backdrop.paint(g, Colours.SPLITTER.get(), bare ? state.bare() : state, viewport, getSize(), moving);
            RunDetails details = state.details();
            if (hovered >= 0 && details != null) {
                hovered(g, details);
            }
            Rectangle drawn = frame;
            if (drawn != null) {
                g.setColor(Color.WHITE);
                g.draw(drawn);
            }
        } finally {
            g.dispose();
        }
    }

    /** What is shown now. */
    Shot shot() {
        return new Shot(state, viewport, getSize(), Colours.SPLITTER.get());
    }

    private void hovered(Graphics2D g, RunDetails details) {
        Rectangle area = viewport.onScreen(details.slices().get(hovered));
        g.setColor(Color.WHITE);
        g.setStroke(new BasicStroke(2f));
        g.draw(area);
        if (told) {
            SliceText text = SliceText.of(details, hovered, state.look().styles(), state.heat());
            Color colour =
                    text.cluster() < 0 ? Colours.BORDER.get() : state.colours().colour(text.cluster());
            int image = details.refs().get(hovered).image();
            SlicePopup.paint(g, text, state.imageName(image), colour, histogram, area, getSize());
        }
    }

    /** The part of the window that is framed while a region is drawn; null for none. */
    void setFrame(@Nullable Rectangle area) {
        frame = area;
        repaint();
    }

    /** The user has drawn a frame around a region. */
    void selectRegion(Rectangle area) {
        framed.accept(state.touched(area, viewport));
    }

    void openMenu(int slice, Point place) {
        if (slice >= 0 || state.mosaic() != null) {
            menu.accept(slice, place);
        }
    }

    void click(int slice, boolean more) {
        clicked.accept(slice, more);
    }

    /** The pointer is at a place of the window; null once it has left. */
    void pointAt(@Nullable Point place) {
        hover(place == null ? -1 : sliceAt(place));
        pointed.accept(place == null ? null : mosaicPlace(place));
    }

    Point mosaicPlace(Point place) {
        return new Point((int) viewport.mosaicX(place.x), (int) viewport.mosaicY(place.y));
    }

    @Nullable
    Brush brush() {
        return brush;
    }
}
