// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

/**
 * What made a run.
 *
 * @param engineVersion of the numbers
 * @param programVersion of Tessera
 * @param javaVersion of the virtual machine
 * @param machine operating system and processor kind
 */
public record Provenance(String engineVersion, String programVersion, String javaVersion, String machine) {}
