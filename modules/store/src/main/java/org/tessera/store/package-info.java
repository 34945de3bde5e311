// SPDX-License-Identifier: GPL-3.0-or-later
/** Every run, in SQL; the only user of JDBC. Threads that use it are never interrupted: H2 would close its file. */
@NullMarked
package org.tessera.store;

import org.jspecify.annotations.NullMarked;
