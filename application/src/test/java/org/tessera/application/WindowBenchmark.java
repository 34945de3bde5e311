// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.application;

import java.awt.event.MouseEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JSlider;
import junit.framework.Test;
import org.netbeans.junit.NbTestCase;
import org.tessera.testing.Shared;
import org.tessera.workbench.WorkbenchService;

/**
 * How long a person waits in the assembled application, on the four reference tiles, 20 x 20 slices, 3 clusters: from the move
 * of a slider to the painted heatmap and score, and for a paint while the mosaic is panned. A program, no test: {@code tessera
 * benchmark --window} runs it.
 */
public class WindowBenchmark extends NbTestCase {
    private static final int WARM_UP = 12;
    private static final int STEPS = 60;
    private static final int PANS = 80;
    private static final List<String> LINES = new ArrayList<>();
    private static Screen screen;
    private static JComponent canvas;
    private static JLabel shown;

    public WindowBenchmark(String name) {
        super(name);
    }

    public static Test suite() throws Exception {
        Path folder = Distribution.folder("benchmark");
        Path data = Shared.find(WindowBenchmark.class.getName()).orElseThrow().resolve("data");
        String store = folder.resolve("tessera.mv.db").toString();
        Path cache = Distribution.TARGET.resolve("home/cache");
        if (Files.isDirectory(cache)) {
            try (var files = Files.list(cache)) {
                files.forEach(file -> file.toFile().delete());
            }
        }
        Path four = data.resolve("tileset6");
        make(store, four);
        Distribution.run(
                "sweep",
                "--store",
                store,
                "--images",
                four.toString(),
                "--grid",
                "20",
                "--clusters",
                "3",
                "--seed",
                "1..9",
                "--again");
        make(store, hundred(four, folder.resolve("hundred")));
        return Distribution.window(WindowBenchmark.class, Path.of(store), "light", "testWaits");
    }

    private static void make(String store, Path images) throws Exception {
        Distribution.run("run", "--store", store, "--images", images.toString(), "--grid", "20", "--clusters", "3");
    }

    /** The tiles again and again, ten rows of ten. */
    private static Path hundred(Path four, Path folder) throws Exception {
        Files.createDirectories(folder);
        try (var files = Files.list(four)) {
            List<Path> tiles = files.filter(file -> file.toString().endsWith(".tif"))
                    .sorted()
                    .toList();
            for (int i = 0; i < 100; i++) {
                Files.copy(
                        tiles.get(i % tiles.size()),
                        folder.resolve(String.format(Locale.ROOT, "Tile_%03d-%03d.tif", 1 + i / 10, 1 + i % 10)));
            }
        }
        return folder;
    }

    public void testWaits() throws Exception {
        screen = Screen.open();
        screen.clickLine(line -> line.startsWith("1 · 20 × 20"));
        Screen.await("the run is shown", () -> screen.text("viewer.title").startsWith("Run 1 · 20 × 20"));
        canvas = screen.find("viewer.canvas", JComponent.class);
        shown = screen.find("viewer.title", JLabel.class);
        JSlider clusters = screen.find("parameters.clusters", JSlider.class);
        JSlider grid = screen.find("parameters.grid", JSlider.class);
        for (int i = 0; i < WARM_UP; i++) {
            step(clusters, 4 + i % 4, "Live · 20 × 20 slices an image, " + (4 + i % 4) + " clusters");
        }
        report(
                "a move of the clusters slider",
                IntStream.range(0, STEPS)
                        .mapToObj(i -> List.of(4 + (i + 1) % 5, 20))
                        .map(to ->
                                step(clusters, to.get(0), "Live · 20 × 20 slices an image, " + to.get(0) + " clusters"))
                        .toList());
        step(clusters, 4, "Live · 20 × 20 slices an image, 4 clusters");
        report(
                "a move of the grid slider, first time on a grid",
                IntStream.rangeClosed(8, 19)
                        .mapToObj(g -> step(grid, g, "Live · " + g + " × " + g + " slices an image, 4 clusters"))
                        .toList());
        report(
                "a move of the grid slider, statistics known",
                IntStream.range(0, STEPS)
                        .mapToObj(i -> 16 + i % 4)
                        .map(g -> step(grid, g, "Live · " + g + " × " + g + " slices an image, 4 clusters"))
                        .toList());
        screen.click("parameters.live");
        screen.clickLine(line -> line.startsWith("1 · 20 × 20"));
        Screen.await("four tiles", () -> screen.text("viewer.title").startsWith("Run 1 · 20 × 20"));
        pan("4 tiles");
        screen.clickLine(line -> line.startsWith("11 · 20 × 20"));
        Screen.await("a hundred tiles", () -> screen.text("viewer.title").startsWith("Run 11 · 20 × 20"));
        pan("100 tiles");
        panNine();
        Files.write(Distribution.TARGET.resolve("window-benchmark.txt"), LINES, StandardCharsets.UTF_8);
    }

    /** Milliseconds from the move of a slider until its result stands in the window and is painted. */
    private static double step(JSlider slider, int value, String title) {
        long start = System.nanoTime();
        Screen.onEventThread(() -> {
            slider.setValue(value);
            return null;
        });
        while (!Screen.onEventThread(() -> {
            boolean there = shown.getText().equals(title);
            if (there) {
                canvas.paintImmediately(0, 0, canvas.getWidth(), canvas.getHeight());
                shown.paintImmediately(0, 0, shown.getWidth(), shown.getHeight());
            }
            return there;
        })) {
            if (System.nanoTime() - start > 30e9) {
                throw new AssertionError("never: " + title + ", but " + screen.text("viewer.title"));
            }
            pause();
        }
        return (System.nanoTime() - start) / 1e6;
    }

    /** Long enough to leave the processors to the program. */
    private static void pause() {
        LockSupport.parkNanos(1_000_000);
    }

    private static void pan(String tiles) {
        key("0");
        pan(tiles, "whole");
        key("1");
        pan(tiles, "pixel by pixel");
        zoom(tiles);
    }

    private static void key(String key) {
        Screen.onEventThread(() -> {
            canvas.getActionMap().get(key).actionPerformed(null);
            return null;
        });
        LockSupport.parkNanos(2_000_000_000L);
    }

    private static void pan(String tiles, String zoom) {
        List<Double> paints = new ArrayList<>();
        Screen.onEventThread(() -> {
            int x = canvas.getWidth() / 2;
            int y = canvas.getHeight() / 2;
            mouse(canvas, MouseEvent.MOUSE_PRESSED, x, y);
            for (int i = 1; i <= PANS; i++) {
                mouse(canvas, MouseEvent.MOUSE_DRAGGED, x + 3 * (i % 20), y + 2 * (i % 30));
                paints.add(paint());
            }
            mouse(canvas, MouseEvent.MOUSE_RELEASED, x, y);
            return null;
        });
        report(
                tiles + ", " + zoom + ", a paint while panning " + canvas.getWidth() + " x " + canvas.getHeight(),
                paints);
    }

    /** Nine runs side by side: what one is moved by, all are. */
    private static void panNine() throws Exception {
        Screen.front("CompareTopComponent");
        Screen.onEventThread(() -> {
            WorkbenchService.workbench()
                    .session()
                    .chooseRuns(LongStream.rangeClosed(2, 10).boxed().collect(Collectors.toSet()), 2);
            return null;
        });
        Screen.await("nine are compared", () -> screen.text("compare.title.8").startsWith("Run"));
        List<JComponent> all = IntStream.range(0, 9)
                .mapToObj(i -> screen.find("compare.canvas." + i, JComponent.class))
                .toList();
        LockSupport.parkNanos(2_000_000_000L);
        List<Double> each = new ArrayList<>();
        List<Double> together = new ArrayList<>();
        Screen.onEventThread(() -> {
            JComponent first = all.get(0);
            int x = first.getWidth() / 2;
            int y = first.getHeight() / 2;
            mouse(first, MouseEvent.MOUSE_PRESSED, x, y);
            for (int i = 1; i <= PANS; i++) {
                mouse(first, MouseEvent.MOUSE_DRAGGED, x + 3 * (i % 20), y + 2 * (i % 30));
                double sum = 0;
                for (JComponent one : all) {
                    double millis = paint(one);
                    each.add(millis);
                    sum += millis;
                }
                together.add(sum);
            }
            mouse(first, MouseEvent.MOUSE_RELEASED, x, y);
            return null;
        });
        String size = all.get(0).getWidth() + " x " + all.get(0).getHeight();
        report("9 linked heatmaps of " + size + ", a paint of one", each);
        report("9 linked heatmaps of " + size + ", a paint of all", together);
    }

    private static void zoom(String tiles) {
        List<Double> paints = new ArrayList<>();
        Screen.onEventThread(() -> {
            canvas.getActionMap().get("0").actionPerformed(null);
            paint();
            for (int i = 0; i < 40; i++) {
                canvas.getActionMap().get(i < 20 ? "+" : "-").actionPerformed(null);
                paints.add(paint());
            }
            return null;
        });
        report(tiles + ", a paint while zooming", paints);
    }

    private static double paint() {
        return paint(canvas);
    }

    private static double paint(JComponent shown) {
        long start = System.nanoTime();
        shown.paintImmediately(0, 0, shown.getWidth(), shown.getHeight());
        return (System.nanoTime() - start) / 1e6;
    }

    private static void mouse(JComponent canvas, int kind, int x, int y) {
        canvas.dispatchEvent(new MouseEvent(
                canvas,
                kind,
                System.currentTimeMillis(),
                MouseEvent.BUTTON1_DOWN_MASK,
                x,
                y,
                1,
                false,
                MouseEvent.BUTTON1));
    }

    private static void report(String what, List<Double> millis) {
        List<Double> sorted = millis.stream().sorted().collect(Collectors.toList());
        LINES.add(String.format(
                Locale.ROOT,
                "%-58s %7.1f ms median, %.1f ms 95th percentile, %.1f ms worst of %d",
                what,
                sorted.get(sorted.size() / 2),
                sorted.get((int) (0.95 * (sorted.size() - 1))),
                sorted.get(sorted.size() - 1),
                sorted.size()));
    }
}
