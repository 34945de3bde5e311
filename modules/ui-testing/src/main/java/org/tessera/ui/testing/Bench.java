// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.testing;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.tessera.engine.cluster.ClusteringSpec;
import org.tessera.engine.image.GrayImage;
import org.tessera.engine.image.ImageSet;
import org.tessera.engine.image.PictureFiles;
import org.tessera.engine.run.RunSpec;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.slice.Preparation;
import org.tessera.engine.statistic.StatisticSet;
import org.tessera.engine.sweep.SweepSpec;
import org.tessera.store.Placement;
import org.tessera.store.StoreLocation;
import org.tessera.workbench.Sweeping;
import org.tessera.workbench.Workbench;
import org.tessera.workbench.session.SessionState;
import org.tessera.workbench.task.Tasks;

/**
 * A workbench on a real store and real image files, whose background and user interface run when the test says so, on the
 * test's thread.
 */
public final class Bench implements AutoCloseable {
    /** The width and height of a tile, pixels. */
    public static final int TILE = 48;

    private final Deque<Runnable> background = new ArrayDeque<>();
    private final Deque<Runnable> ui = new ArrayDeque<>();
    private final List<String> problems = new ArrayList<>();
    private final Path folder;
    private final Workbench workbench;
    private boolean ending;

    /** @param folder for the store and the images */
    public Bench(Path folder) {
        this.folder = folder;
        this.workbench = new Workbench(new Tasks(this::start, ui::add), ui::add, problems::add, StatisticSet.BUILT_IN);
    }

    private void start(Runnable work) {
        if (ending) {
            work.run();
        } else {
            background.add(work);
        }
    }

    public Workbench workbench() {
        return workbench;
    }

    /** What is open and selected. */
    public SessionState state() {
        return workbench.session().state();
    }

    /** What the user has been told. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** Where the store is. */
    public StoreLocation store() {
        return StoreLocation.parse(folder.resolve("store.mv.db").toString());
    }

    /** Opens the store. */
    public Bench open() {
        workbench.open(store());
        settle();
        return this;
    }

    /** Writes tiles in one row and adds them to the project "Crystals". */
    public Bench withTiles(String name, int count) {
        writeTiles(folder.resolve(name), count);
        workbench.images().add(List.of(folder.resolve(name)), "*.tif", "auto", "Crystals");
        settle();
        return this;
    }

    /** Tiles with dark, rough corners on a bright ground. */
    public static void writeTiles(Path folder, int count) {
        SplittableRandom random = new SplittableRandom(count);
        for (int tile = 1; tile <= count; tile++) {
            short[] pixels = new short[TILE * TILE];
            for (int i = 0; i < pixels.length; i++) {
                boolean dark = i % TILE < TILE / 4 && i / TILE < TILE / 4;
                pixels[i] = (short) ((dark ? 2000 : 9000 + 20 * tile) + random.nextInt(dark ? 900 : 300));
            }
            PictureFiles.writeTiff(
                    new GrayImage(TILE, TILE, 16, pixels), folder.resolve("Tile_001-00" + tile + ".tif"));
        }
    }

    /** Runs one piece of background work, if there is one. */
    public void runBackground() {
        Runnable next = background.poll();
        if (next != null) {
            next.run();
        }
    }

    /** Lets the next piece of background work wait behind the others, as on a slow thread. */
    public void postponeBackground() {
        background.add(background.remove());
    }

    /** Runs what waits for the user interface's thread. */
    public void runUi() {
        for (Runnable next = ui.poll(); next != null; next = ui.poll()) {
            next.run();
        }
    }

    /** Runs everything, until nothing is left. */
    public void settle() {
        runUi();
        while (!background.isEmpty()) {
            runBackground();
            runUi();
        }
    }

    /** The selected image set. */
    public ImageSet images() {
        return state().selectedImageSet().orElseThrow().set().toImageSet();
    }

    /** Makes a run and waits for it. */
    public Bench withRun(int grid, int clusters) {
        workbench.run(images(), spec(grid, clusters), placement(), false, outcome -> {});
        settle();
        return this;
    }

    /** Makes a sweep over grids and waits for it. */
    public Bench withSweep(List<Integer> grids, int clusters) {
        workbench
                .sweeping()
                .start(images(), sweepSpec(grids, clusters), placement(), Sweeping.End.of(outcome -> {}, sweep -> {}));
        settle();
        return this;
    }

    /** Where runs are recorded. */
    public static Placement placement() {
        return new Placement("Crystals", "First look", null, null, List.of());
    }

    /** The notebook's run but for grid and clusters. */
    public static RunSpec spec(int grid, int clusters) {
        return new RunSpec(
                new Grid(grid, grid),
                StatisticSet.NOTEBOOK,
                true,
                true,
                OptionalInt.empty(),
                new ClusteringSpec.KMeans(clusters, 5, 42));
    }

    /** A sweep of such runs. */
    public static SweepSpec sweepSpec(List<Integer> grids, int clusters) {
        return new SweepSpec(
                grids.stream().map(g -> new Grid(g, g)).toList(),
                List.of(StatisticSet.NOTEBOOK),
                List.of(true),
                List.of(new SweepSpec.Pca(true, OptionalInt.empty())),
                List.of(new ClusteringSpec.KMeans(clusters, 5, 42)),
                List.of(Preparation.NONE),
                null,
                null,
                0);
    }

    /** Ends as the program does; what is begun then is done at once. */
    @Override
    public void close() {
        settle();
        ending = true;
        workbench.end();
        settle();
    }
}
