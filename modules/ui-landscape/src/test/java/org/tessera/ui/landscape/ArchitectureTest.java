// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.landscape;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import org.tessera.testing.HouseRules;
import org.tessera.testing.SourceRules;

@AnalyzeClasses(packages = "org.tessera.ui.landscape", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest extends SourceRules {
    @ArchTest
    static final ArchTests HOUSE = ArchTests.in(HouseRules.class);
}
