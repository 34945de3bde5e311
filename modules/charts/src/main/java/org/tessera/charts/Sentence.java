// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.charts;

import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/** A sentence in the middle of an empty area, broken into lines. */
public final class Sentence {
    private static final int LINE = 18;
    private static final int LEAST_WIDTH = 100;
    private static final int MARGIN = 30;

    private Sentence() {}

    /** Paints in the colour and font of the graphics. */
    public static void paint(Graphics2D g, String sentence, Dimension area) {
        FontMetrics metrics = g.getFontMetrics();
        int room = Math.max(LEAST_WIDTH, area.width - 2 * MARGIN);
        StringBuilder line = new StringBuilder();
        int y = area.height / 2 - LINE / 2;
        for (String word : words(sentence, metrics, room)) {
            if (metrics.stringWidth(line + word) > room && !line.isEmpty()) {
                centred(g, line.toString(), y, area);
                y += LINE;
                line.setLength(0);
            }
            line.append(word).append(' ');
        }
        centred(g, line.toString(), y, area);
    }

    /** The words; one that is too wide for a line, as a path may be, in pieces. */
    private static List<String> words(String sentence, FontMetrics metrics, int room) {
        List<String> words = new ArrayList<>();
        for (String word : sentence.split(" ", -1)) {
            String rest = word;
            while (metrics.stringWidth(rest) > room) {
                int end = rest.length() - 1;
                while (end > 1 && metrics.stringWidth(rest.substring(0, end)) > room) {
                    end--;
                }
                words.add(rest.substring(0, end));
                rest = rest.substring(end);
            }
            words.add(rest);
        }
        return words;
    }

    private static void centred(Graphics2D g, String text, int y, Dimension area) {
        g.drawString(text, (area.width - g.getFontMetrics().stringWidth(text)) / 2, y);
    }
}
