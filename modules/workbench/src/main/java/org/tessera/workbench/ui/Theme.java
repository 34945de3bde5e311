// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.workbench.ui;

import com.formdev.flatlaf.FlatLaf;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Type and colours of the windows, set before the look and feel starts. */
public final class Theme {
    private static final Logger LOG = Logger.getLogger(Theme.class.getName());
    private static final String FONTS = "/com/formdev/flatlaf/fonts/roboto/Roboto-";

    private Theme() {}

    /** Sets Roboto, the measures of {@code theme.properties} and Tessera's colours as defaults of the look and feel. */
    public static void install(boolean dark) {
        List.of("Regular", "SemiBold", "Italic").forEach(Theme::register);
        Map<String, String> defaults = new HashMap<>();
        Properties measures = new Properties();
        try (InputStream in = Theme.class.getResourceAsStream("theme.properties")) {
            measures.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        measures.stringPropertyNames().forEach(key -> defaults.put(key, measures.getProperty(key)));
        for (Colours colour : Colours.values()) {
            defaults.put("@" + colour.name().toLowerCase(Locale.ROOT), Colours.hex(colour.get(dark)));
        }
        FlatLaf.setGlobalExtraDefaults(defaults);
    }

    private static void register(String style) {
        try (InputStream in = Theme.class.getResourceAsStream(FONTS + style + ".ttf")) {
            if (in != null) {
                GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(Font.createFont(Font.TRUETYPE_FONT, in));
            }
        } catch (IOException | FontFormatException e) {
            LOG.log(Level.WARNING, "Roboto " + style + " cannot be loaded; going on with the system's font", e);
        }
    }
}
