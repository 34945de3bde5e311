// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.explorer;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.ui.testing.Bench;

/** An explorer on an empty store. */
abstract class ExplorerBench {
    @TempDir
    Path folder;

    final ExplorerScreen screen = new ExplorerScreen();
    Bench bench;
    ExplorerPresenter presenter;

    @BeforeEach
    void open() {
        bench = new Bench(folder).open();
        presenter = new ExplorerPresenter(bench.workbench(), screen);
    }

    @AfterEach
    void close() {
        bench.close();
    }
}
