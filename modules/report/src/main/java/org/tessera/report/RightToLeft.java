// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.report;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.text.Bidi;

/** Text that runs from right to left on pages, by the Unicode algorithm as Java has it. */
final class RightToLeft implements BidiReorderer {
    @Override
    public String reorderRTLTextToLTR(String text) {
        StringBuilder mirrored = new StringBuilder(text.length());
        new StringBuilder(text)
                .reverse()
                .codePoints()
                .map(RightToLeft::mirrored)
                .forEach(mirrored::appendCodePoint);
        return mirrored.toString();
    }

    private static int mirrored(int c) {
        return switch (c) {
            case '(' -> ')';
            case ')' -> '(';
            case '[' -> ']';
            case ']' -> '[';
            case '<' -> '>';
            case '>' -> '<';
            case '{' -> '}';
            case '}' -> '{';
            default -> c;
        };
    }

    @Override
    public String shapeText(String text) {
        return text;
    }

    @Override
    public String deshapeText(String text) {
        return text;
    }

    @Override
    public boolean isLiveImplementation() {
        return true;
    }

    /** Cuts a paragraph into pieces of one direction, from left to right as they are seen. */
    static final class Splitter implements BidiSplitter {
        private Bidi bidi = new Bidi("", Bidi.DIRECTION_LEFT_TO_RIGHT);
        private Integer[] order = new Integer[0];

        @Override
        public void setParagraph(String paragraph, byte direction) {
            bidi = new Bidi(paragraph, direction == RTL ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
            int runs = bidi.getRunCount();
            byte[] levels = new byte[runs];
            order = new Integer[runs];
            for (int i = 0; i < runs; i++) {
                levels[i] = (byte) bidi.getRunLevel(i);
                order[i] = i;
            }
            if (runs > 0) {
                Bidi.reorderVisually(levels, 0, order, 0, runs);
            }
        }

        @Override
        public int countTextRuns() {
            return bidi.getRunCount();
        }

        @Override
        public BidiTextRun getVisualRun(int place) {
            int run = order[place];
            int start = bidi.getRunStart(run);
            return new BidiTextRun(start, bidi.getRunLimit(run) - start, (bidi.getRunLevel(run) & 1) == 1 ? RTL : LTR);
        }

        @Override
        public byte getBaseDirection(String paragraph) {
            return Bidi.requiresBidi(paragraph.toCharArray(), 0, paragraph.length())
                            && !new Bidi(paragraph, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight()
                    ? RTL
                    : LTR;
        }
    }
}
