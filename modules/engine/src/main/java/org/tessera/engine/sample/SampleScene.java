// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.tessera.engine.sample.SampleTile.PixelClass;

/** The whole specimen before the microscope's light and noise: a film with round holes, and crystals at their rims. */
final class SampleScene {
    private static final float FILM = 11_350;
    private static final float HOLE = 11_960;

    private record Hole(double x, double y, double radius) {}

    private final int width;
    private final int height;
    private final float[] values;
    private final byte[] classes;
    private final SplittableRandom random;
    private final List<Hole> holes = new ArrayList<>();

    private SampleScene(int width, int height, long seed) {
        this.width = width;
        this.height = height;
        this.values = new float[width * height];
        this.classes = new byte[width * height];
        this.random = new SplittableRandom(seed);
    }

    static SampleScene draw(int width, int height, long seed) {
        SampleScene scene = new SampleScene(width, height, seed);
        scene.film();
        scene.holes();
        scene.crystals();
        return scene;
    }

    int width() {
        return width;
    }

    double value(int at) {
        return values[at];
    }

    byte classCode(int at) {
        return classes[at];
    }

    private void film() {
        double a = random.nextDouble() * 6;
        double b = random.nextDouble() * 6;
        for (int y = 0; y < height; y++) {
            double wave = 60 * StrictMath.sin(y / 310.0 + a);
            for (int x = 0; x < width; x++) {
                values[y * width + x] = FILM + (float) (wave + 70 * StrictMath.sin(x / 420.0 + y / 900.0 + b));
            }
        }
    }

    /** Holes crowd around a few centres, as they do where a film dried; none overlap. */
    private void holes() {
        double[][] centres = new double[5][2];
        for (double[] centre : centres) {
            centre[0] = random.nextDouble() * width;
            centre[1] = random.nextDouble() * height;
        }
        for (int trial = 0; trial < 9000; trial++) {
            double[] centre = centres[random.nextInt(centres.length)];
            boolean loose = random.nextDouble() < 0.22;
            double x = loose ? random.nextDouble() * width : centre[0] + 250 * SampleMosaic.noise(random);
            double y = loose ? random.nextDouble() * height : centre[1] + 230 * SampleMosaic.noise(random);
            double u = random.nextDouble();
            double radius = 8 + 88 * u * u;
            boolean free =
                    holes.stream().allMatch(h -> StrictMath.hypot(h.x - x, h.y - y) > 1.06 * (h.radius + radius) + 3);
            if (free && holes.size() < 260) {
                holes.add(new Hole(x, y, radius));
                hole(x, y, radius);
            }
        }
    }

    private void hole(double x0, double y0, double radius) {
        double stretch = 1 + 0.46 * (random.nextDouble() - 0.5);
        double turn = random.nextDouble() * Math.PI;
        double cos = StrictMath.cos(turn);
        double sin = StrictMath.sin(turn);
        double phase = random.nextDouble() * 6;
        int reach = (int) (1.35 * radius) + 4;
        for (int y = (int) y0 - reach; y <= y0 + reach; y++) {
            for (int x = (int) x0 - reach; x <= x0 + reach; x++) {
                if (x >= 0 && y >= 0 && x < width && y < height) {
                    double u = ((x - x0) * cos + (y - y0) * sin) * stretch;
                    double v = ((y - y0) * cos - (x - x0) * sin) / stretch;
                    double angle = StrictMath.atan2(v, u);
                    double edge =
                            radius * (1 + 0.05 * StrictMath.sin(2 * angle + phase) + 0.03 * StrictMath.sin(3 * angle));
                    rim(y * width + x, edge - StrictMath.hypot(u, v));
                }
            }
        }
    }

    private void rim(int at, double inside) {
        if (inside > 0) {
            classes[at] = PixelClass.HOLE.code();
            values[at] = HOLE + (inside < 5 ? (float) (240 * (1 - inside / 5)) : 0);
        }
        if (inside > -2.6 && inside < 1.2) {
            values[at] -= (float) (1150 * (1 - StrictMath.abs(inside + 0.7) / 1.95));
        }
    }

    /** Clumps of small dark grains; most sit on the rim of a hole. */
    private void crystals() {
        for (int clump = 0; clump < 62; clump++) {
            double x = random.nextDouble() * width;
            double y = random.nextDouble() * height;
            if (random.nextDouble() < 0.75) {
                Hole hole = holes.get(random.nextInt(holes.size()));
                double angle = random.nextDouble() * 2 * Math.PI;
                x = hole.x + hole.radius * StrictMath.cos(angle);
                y = hole.y + hole.radius * StrictMath.sin(angle);
            }
            double u = random.nextDouble();
            clump(x, y, 14 + (int) (900 * u * u * u * u * u));
        }
    }

    private void clump(double x0, double y0, int grains) {
        double[] xs = new double[grains];
        double[] ys = new double[grains];
        for (int g = 0; g < grains; g++) {
            int parent = g == 0 ? 0 : random.nextInt(g) / (1 + random.nextInt(2));
            double angle = random.nextDouble() * 2 * Math.PI;
            double step = g == 0 ? 0 : 2.4 + 3.4 * random.nextDouble();
            xs[g] = (g == 0 ? x0 : xs[parent]) + step * StrictMath.cos(angle);
            ys[g] = (g == 0 ? y0 : ys[parent]) + step * StrictMath.sin(angle);
            grain(xs[g], ys[g], 0.8 + 1.5 * random.nextDouble(), 2_300 + 5_200 * random.nextDouble());
        }
    }

    private void grain(double x0, double y0, double radius, double depth) {
        int reach = (int) radius + 2;
        for (int y = (int) y0 - reach; y <= y0 + reach; y++) {
            for (int x = (int) x0 - reach; x <= x0 + reach; x++) {
                double outside = StrictMath.hypot(x - x0, y - y0) - radius;
                if (x >= 0 && y >= 0 && x < width && y < height && outside < 1) {
                    int at = y * width + x;
                    float darker = (float) (FILM - depth * Math.min(1, 1 - outside));
                    values[at] = Math.max(4_200, Math.min(values[at] - 250, darker));
                    if (outside <= 0) {
                        classes[at] = PixelClass.CRYSTAL.code();
                    }
                }
            }
        }
    }
}
