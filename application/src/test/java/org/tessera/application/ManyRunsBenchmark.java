// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.application;

import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.event.MouseEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.swing.JComponent;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.JTree;
import javax.swing.table.JTableHeader;
import junit.framework.Test;
import org.netbeans.junit.NbTestCase;
import org.openide.windows.WindowManager;
import org.tessera.store.StoreLocation;
import org.tessera.workbench.WorkbenchService;

/**
 * How long a person waits with 10,000 runs in the store, and for how long at most the event thread is taken: explorer and run
 * table in the assembled application. A program, no test: {@code tessera benchmark --window} runs it.
 */
public class ManyRunsBenchmark extends NbTestCase {
    private static final int RUNS = 10_000;
    private static final int TIMES = 5;
    private static final List<String> LINES = new ArrayList<>();
    private static Screen screen;

    public ManyRunsBenchmark(String name) {
        super(name);
    }

    public static Test suite() throws Exception {
        Path folder = Distribution.folder("many");
        Distribution.run("benchmark", "--runs", Integer.toString(RUNS), "--keep", folder.toString());
        return Distribution.window(ManyRunsBenchmark.class, folder.resolve("empty.mv.db"), "light", "testWaits");
    }

    public void testWaits() throws Exception {
        screen = Screen.open();
        JTree tree = screen.find("explorer.tree", JTree.class);
        untilCalm();
        measure("open the store until the explorer shows its runs", 1, i -> {
            Path store = Distribution.TARGET.resolve("windows/many/store-" + RUNS + ".mv.db");
            WorkbenchService.workbench().open(StoreLocation.parse(store.toString()));
            return () -> tree.getRowCount() > 1000;
        });
        measure("expand all 10,000 runs and paint", 1, i -> {
            for (int row = 0; row < tree.getRowCount(); row++) {
                tree.expandRow(row);
            }
            paint(tree);
            return () -> tree.getRowCount() > RUNS;
        });
        measure("scroll through the explorer, a paint", 50, i -> {
            tree.scrollRowToVisible((i * 997) % RUNS);
            paint(tree);
            return () -> true;
        });
        JTextField filter = screen.find("explorer.filter", JTextField.class);
        String[] typed = {"9", "99", "999", "run 999", ""};
        measure("type a letter into the explorer's filter", TIMES, i -> {
            filter.setText(typed[i]);
            paint(tree);
            return () -> true;
        });
        measure("select a run in the explorer", TIMES, i -> {
            tree.setSelectionRow(50 + 1700 * i);
            return () -> true;
        });
        measure("show a run that was starred", TIMES, i -> {
            WorkbenchService.workbench().changes().star(List.of(5000L), i % 2 == 0);
            return () -> WorkbenchService.workbench()
                            .session()
                            .state()
                            .snapshot()
                            .run(5000)
                            .orElseThrow()
                            .starred()
                    == (i % 2 == 0);
        });
        table();
    }

    /** The platform makes windows that are not in front some time after the others. */
    private static void untilCalm() throws Exception {
        double taken;
        do {
            Longest longest = new Longest();
            Thread.sleep(2000);
            taken = longest.stop();
        } while (taken > 20);
    }

    private static void table() throws Exception {
        JTable table = screen.find("runs.table", JTable.class);
        measure("open the run table", 1, i -> {
            WindowManager.getDefault().findTopComponent("RunsTopComponent").requestActive();
            return () -> table.isShowing() && table.getRowCount() >= RUNS;
        });
        Rectangle head = Screen.onEventThread(() -> table.getTableHeader().getHeaderRect(4));
        AtomicInteger changes = new AtomicInteger();
        Screen.onEventThread(() -> {
            table.getModel().addTableModelListener(e -> changes.incrementAndGet());
            return null;
        });
        measure("sort the run table", TIMES, i -> {
            int before = changes.get();
            JTableHeader header = table.getTableHeader();
            header.dispatchEvent(new MouseEvent(
                    header,
                    MouseEvent.MOUSE_CLICKED,
                    System.currentTimeMillis(),
                    0,
                    head.x + head.width / 2,
                    head.y + 10,
                    1,
                    false,
                    MouseEvent.BUTTON1));
            return () -> changes.get() > before;
        });
        JTextField query = screen.find("runs.query", JTextField.class);
        String[] conditions = {
            "clusters = 3", "clusters = 3 and silhouette > 0.5", "tag = good", "davies_bouldin < 0.1", ""
        };
        measure("ask the run table", TIMES, i -> {
            int before = table.getRowCount();
            query.setText(conditions[i]);
            return () -> table.getRowCount() != before;
        });
        measure("scroll through the run table, a paint", 50, i -> {
            table.scrollRectToVisible(table.getCellRect((i * 997) % RUNS, 0, true));
            paint(table);
            return () -> true;
        });
    }

    private static void paint(JComponent component) {
        Rectangle seen = component.getVisibleRect();
        component.paintImmediately(seen.x, seen.y, seen.width, seen.height);
    }

    /** Starts something on the event thread; returns when it has come to its end. */
    private interface Step {
        Callable<Boolean> start(int i) throws Exception;
    }

    private static void measure(String what, int times, Step step) throws Exception {
        List<Double> waits = new ArrayList<>();
        double taken = 0;
        for (int i = 0; i < times; i++) {
            int now = i;
            Longest longest = new Longest();
            long start = System.nanoTime();
            Callable<Boolean> ended =
                    what.startsWith("sort") ? step.start(now) : Screen.onEventThread(() -> step.start(now));
            while (!Screen.onEventThread(ended)) {
                if (System.nanoTime() - start > 60e9) {
                    throw new AssertionError("never: " + what);
                }
                LockSupport.parkNanos(1_000_000);
            }
            waits.add((System.nanoTime() - start) / 1e6);
            LockSupport.parkNanos(300_000_000);
            taken = Math.max(taken, longest.stop());
        }
        waits.sort(null);
        LINES.add(String.format(
                Locale.ROOT,
                "%-52s %8.1f ms median, %.1f ms worst of %d; event thread taken %.0f ms at most",
                what,
                waits.get(waits.size() / 2),
                waits.get(waits.size() - 1),
                times,
                taken));
        Files.write(Distribution.TARGET.resolve("many-runs-benchmark.txt"), LINES, StandardCharsets.UTF_8);
    }

    /** For how long the event thread answers nothing. */
    private static final class Longest {
        private final Thread thread = new Thread(this::watch, "longest");
        private volatile boolean watching = true;
        private volatile double millis;

        Longest() {
            thread.setDaemon(true);
            thread.start();
        }

        private void watch() {
            try {
                while (watching) {
                    long asked = System.nanoTime();
                    EventQueue.invokeAndWait(() -> {});
                    millis = Math.max(millis, (System.nanoTime() - asked) / 1e6);
                    Thread.sleep(2);
                }
            } catch (InterruptedException | java.lang.reflect.InvocationTargetException e) {
                watching = false;
            }
        }

        double stop() throws InterruptedException {
            watching = false;
            thread.join();
            return millis;
        }
    }
}
