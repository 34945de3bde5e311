// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer.compare;

import java.awt.BorderLayout;
import java.awt.Dimension;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import org.tessera.charts.ColourMap;
import org.tessera.ui.viewer.ColourBar;
import org.tessera.workbench.ui.Colours;
import org.tessera.workbench.ui.SecondaryLabel;

/**
 * How alike many runs are: a matrix of adjusted Rand indices, and the families of runs that are nearly the same. A family that is
 * pointed out in the list is framed in the matrix. Event thread only.
 */
final class AlikePanel extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int GAP = 16;
    private static final int LEAST_FOR_FAMILIES = 300;

    private final JLabel title = new JLabel(" ");
    private final SimilarityMatrix matrix = new SimilarityMatrix();
    private final FamiliesTable families = new FamiliesTable();
    private final JPanel beside = new JPanel(new BorderLayout(0, 8));

    AlikePanel() {
        super(new BorderLayout(0, 8));
        setBorder(BorderFactory.createEmptyBorder(8, 12, 12, 12));
        title.setName("compare.alike");
        JScrollPane scroll = new JScrollPane(families);
        scroll.setBorder(BorderFactory.createLineBorder(Colours.LINE.get()));
        beside.add(scroll);
        beside.add(scale(), BorderLayout.SOUTH);
        add(title, BorderLayout.NORTH);
        add(new Sides());
        families.onPoint(matrix::frame);
    }

    private static JPanel scale() {
        JPanel scale = new JPanel(new BorderLayout(8, 0));
        scale.add(new SecondaryLabel("Adjusted Rand index  0"), BorderLayout.WEST);
        scale.add(new ColourBar(ColourMap.VIRIDIS));
        scale.add(new SecondaryLabel("1"), BorderLayout.EAST);
        scale.setToolTipText("1: the same partition; 0 and less: no more alike than by chance");
        return scale;
    }

    void present(ComparePresenter presenter) {
        matrix.present(presenter);
        families.present(presenter);
    }

    void show(CompareState.Alike shown) {
        title.setText(shown.sentence());
        title.setToolTipText(title.getText());
        matrix.show(shown);
        families.show(shown.several());
    }

    /** The matrix as large as it can be, the families in the rest of the width. */
    private final class Sides extends JPanel {
        private static final long serialVersionUID = 1L;

        Sides() {
            super(null);
            add(matrix);
            add(beside);
        }

        @Override
        public void doLayout() {
            int side = matrix.fitting(new Dimension(getWidth() - GAP - LEAST_FOR_FAMILIES, getHeight()));
            matrix.setBounds(0, 0, side, getHeight());
            beside.setBounds(side + GAP, 0, Math.max(0, getWidth() - side - GAP), getHeight());
        }
    }
}
