// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tessera.store.RunEdits;
import org.tessera.store.Store;
import picocli.CommandLine.Mixin;

/** A command that changes what is said of runs: all of them, or none. */
abstract class EditCommand implements Callable<Integer> {
    private final String done;

    @Mixin
    private CommonOptions common;

    /** @param done what has been done, such as {@code Tagged} */
    EditCommand(String done) {
        this.done = done;
    }

    /** The runs as typed: numbers, lists with commas, ranges. */
    abstract List<String> runs();

    /** Makes the change. */
    abstract int edit(RunEdits edits, List<Long> runs);

    @Override
    public final Integer call() {
        List<Long> ids = common.runNumbers(runs());
        int count;
        try (Store store = common.openStoreToRead()) {
            count = edit(store.edits(), ids);
        }
        if (common.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("runs", ids);
            common.printJson(json);
        } else {
            common.out().println(done + " " + (count == 1 ? "run " + ids.get(0) : count + " runs") + ".");
        }
        return 0;
    }
}
