// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SharedTest {
    private static final Path PROJECT = Path.of("home", "project");

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void whereTheEnvironmentNamesNoFolderItIsBesideTheProject(String named) {
        assertThat(Shared.folder(named, PROJECT))
                .isEqualTo(Path.of("home", "shared").toAbsolutePath());
    }

    @Test
    void aRelativeNameIsRelativeToTheProjectWhereverATestRuns() {
        assertThat(Shared.folder("data/real", PROJECT))
                .isEqualTo(Path.of("home", "project", "data", "real").toAbsolutePath());
    }

    @Test
    void anAbsoluteNameIsTakenAsItIs() {
        Path named = Path.of("elsewhere").toAbsolutePath();
        assertThat(Shared.folder(named.toString(), PROJECT)).isEqualTo(named);
    }
}
