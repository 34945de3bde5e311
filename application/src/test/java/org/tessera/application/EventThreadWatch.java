// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.application;

import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.swing.JComponent;
import javax.swing.RepaintManager;

/** Notes every touch of Swing off the event thread, and every stop of the event thread over 500 ms, in our code. */
final class EventThreadWatch {
    private static final long LONGEST_MILLIS = 500;

    private final List<String> violations = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean watching = true;

    /** Begins to watch. */
    static EventThreadWatch start() {
        EventThreadWatch watch = new EventThreadWatch();
        RepaintManager.setCurrentManager(watch.new Checking());
        Thread thread = new Thread(watch::watch, "event thread watch");
        thread.setDaemon(true);
        thread.start();
        return watch;
    }

    /** Ends watching; what was noted. */
    List<String> stop() {
        watching = false;
        RepaintManager.setCurrentManager(new RepaintManager());
        return List.copyOf(violations);
    }

    private void watch() {
        while (watching) {
            CountDownLatch answered = new CountDownLatch(1);
            EventQueue.invokeLater(answered::countDown);
            try {
                if (!answered.await(LONGEST_MILLIS, TimeUnit.MILLISECONDS)) {
                    Thread.getAllStackTraces().forEach((thread, frames) -> {
                        if (thread.getName().startsWith("AWT-EventQueue")) {
                            note("stuck for over " + LONGEST_MILLIS + " ms", frames);
                        }
                    });
                    answered.await();
                }
                Thread.sleep(20);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void note(String what, StackTraceElement[] frames) {
        boolean ours = Arrays.stream(frames)
                .anyMatch(frame -> frame.getClassName().startsWith("org.tessera.")
                        && !frame.getClassName().startsWith("org.tessera.application."));
        if (ours) {
            violations.add(what + " at " + Arrays.toString(frames));
        }
    }

    /** Hears every change of a component. */
    private final class Checking extends RepaintManager {
        @Override
        public synchronized void addInvalidComponent(JComponent component) {
            check();
            super.addInvalidComponent(component);
        }

        @Override
        public void addDirtyRegion(JComponent component, int x, int y, int width, int height) {
            check();
            super.addDirtyRegion(component, x, y, width, height);
        }

        private void check() {
            if (!EventQueue.isDispatchThread()) {
                StackTraceElement[] frames = Thread.currentThread().getStackTrace();
                if (!askedForByOurselves(frames)) {
                    note("Swing touched off the event thread", frames);
                }
            }
        }

        /** {@code repaint()} may be called on any thread, but not by a Swing method that itself must not be. */
        private static boolean askedForByOurselves(StackTraceElement[] frames) {
            boolean repaint = false;
            boolean bySwing = false;
            for (StackTraceElement frame : frames) {
                bySwing |= repaint && frame.getClassName().startsWith("javax.swing.");
                if (frame.getMethodName().equals("repaint")) {
                    repaint = true;
                    bySwing = false;
                }
            }
            return repaint && !bySwing;
        }
    }
}
