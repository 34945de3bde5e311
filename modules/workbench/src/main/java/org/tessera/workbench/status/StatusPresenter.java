// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.workbench.status;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.image.ImageInfo;
import org.tessera.engine.image.MosaicLayout;
import org.tessera.engine.image.PixelSize;
import org.tessera.store.ImageSetRecord;
import org.tessera.store.StoreSnapshot.ImageSetEntry;
import org.tessera.workbench.session.Session;
import org.tessera.workbench.session.SessionState;
import org.tessera.workbench.task.Task;
import org.tessera.workbench.task.Tasks;

/** What the status line says. */
public final class StatusPresenter {
    /** Shows the status line. */
    public interface View {
        /** What is selected, and how much is recorded. */
        void showSelection(String images, String runs);

        /** What runs, or null. */
        void showTask(Task.@Nullable Progress progress);
    }

    private final Tasks tasks;
    private final View view;

    /** Follows a session and its tasks. */
    public StatusPresenter(Session session, Tasks tasks, View view) {
        this.tasks = tasks;
        this.view = view;
        session.addListener((before, after) -> show(after));
        tasks.addListener(this::showTask);
    }

    private void show(SessionState state) {
        String images = state.selectedImageSet().map(StatusPresenter::text).orElse("");
        String project = state.selectedImageSet().map(ImageSetEntry::project).orElse("");
        long runs = state.snapshot().runs().stream()
                .filter(run -> run.project().equals(project))
                .count();
        view.showSelection(images, project.isEmpty() ? "" : project + ": " + (runs == 1 ? "1 run" : runs + " runs"));
    }

    private static String text(ImageSetEntry entry) {
        ImageSetRecord set = entry.set();
        if (set.kind() == ImageSetRecord.Kind.TABLE) {
            return set.name() + "   feature table";
        }
        MosaicLayout layout = set.layout();
        ImageInfo first = set.images().get(0).info();
        PixelSize pixelSize = first.pixelSize();
        String pixel = pixelSize == null ? "" : ", " + pixelSize.text() + " a pixel";
        return String.format(
                        Locale.ROOT,
                        "%s   %d %s, %,d × %,d px, %d bit",
                        set.name(),
                        set.images().size(),
                        set.images().size() == 1 ? "image" : "images",
                        layout.width(),
                        layout.height(),
                        first.bitDepth())
                + pixel;
    }

    private void showTask() {
        List<Task> running = tasks.running();
        view.showTask(running.isEmpty() ? null : running.get(0).progress());
    }

    /** The user wants what runs to stop. */
    public void cancel() {
        List<Task> running = tasks.running();
        if (!running.isEmpty()) {
            running.get(0).cancel();
        }
    }
}
