// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.workbench;

import java.awt.EventQueue;
import java.awt.Frame;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.logging.Logger;
import javax.swing.Timer;
import org.openide.DialogDisplayer;
import org.openide.NotifyDescriptor;
import org.openide.util.Lookup;
import org.openide.util.lookup.ServiceProvider;
import org.openide.windows.WindowManager;
import org.tessera.engine.statistic.Statistic;
import org.tessera.engine.statistic.StatisticSet;
import org.tessera.engine.task.ProblemException;
import org.tessera.store.StoreLocation;
import org.tessera.workbench.session.SessionState;
import org.tessera.workbench.settings.FirstStart;
import org.tessera.workbench.task.Tasks;

/** The workbench of this process, for the objects that the platform makes; everything else is given it. */
@ServiceProvider(service = WorkbenchService.class)
public final class WorkbenchService {
    private static final Logger LOG = Logger.getLogger(WorkbenchService.class.getName());
    private static final int LOOK_MILLIS = 1000;

    private final Workbench workbench = new Workbench(
            Tasks.ofPlatform(EventQueue::invokeLater), EventQueue::invokeLater, WorkbenchService::tell, statistics());

    /** The workbench. Call in the constructor of a TopComponent or action only. */
    public static Workbench workbench() {
        return Lookup.getDefault().lookup(WorkbenchService.class).workbench;
    }

    /** Opens the store that the launcher named, or the user's own, and begins to follow it. Event thread. */
    static void start() {
        long millis = sinceStart();
        LOG.info("window after " + millis + " ms");
        FirstStart.once(() -> {
            Frame window = WindowManager.getDefault().getMainWindow();
            window.setExtendedState(window.getExtendedState() | Frame.MAXIMIZED_BOTH);
        });
        String named = System.getProperty("tessera.store", "");
        Workbench workbench = workbench();
        workbench.session().addListener((before, after) -> showTitle(after));
        workbench.session().addListener((before, after) -> {
            if (before.store().isEmpty() && !after.store().isEmpty()) {
                EventQueue.invokeLater(() -> LOG.info("usable after " + sinceStart() + " ms: the store is shown"));
            }
        });
        workbench.open(named.isBlank() ? StoreLocation.ofUser() : StoreLocation.parse(named));
        new Timer(LOOK_MILLIS, e -> workbench.look()).start();
    }

    private static void showTitle(SessionState state) {
        String project = state.selectedImageSet()
                .map(entry -> entry.project() + " — Tessera")
                .orElse("Tessera");
        WindowManager.getDefault().getMainWindow().setTitle(project);
    }

    /** The statistics built in and those of plug-ins; one that cannot be taken is told, and leaves the rest. */
    private static StatisticSet statistics() {
        try {
            return new StatisticSet(List.copyOf(Lookup.getDefault().lookupAll(Statistic.class)));
        } catch (ProblemException e) {
            tell(String.valueOf(e.getMessage()));
            return StatisticSet.BUILT_IN;
        }
    }

    private static long sinceStart() {
        return System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
    }

    private static void tell(String problem) {
        DialogDisplayer.getDefault().notifyLater(new NotifyDescriptor.Message(problem, NotifyDescriptor.ERROR_MESSAGE));
    }
}
