// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer.truth;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Dimension;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JToggleButton;
import javax.swing.KeyStroke;
import javax.swing.SwingConstants;
import javax.swing.filechooser.FileNameExtensionFilter;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.task.ProblemException;
import org.tessera.store.RunRecord;
import org.tessera.store.TruthRecord;
import org.tessera.ui.viewer.HeatmapCanvas;
import org.tessera.workbench.WorkbenchService;
import org.tessera.workbench.ui.Ask;
import org.tessera.workbench.ui.Colours;

/** The mosaic to paint classes on, and below it how well every run finds them. Event thread only. */
final class TruthView extends JPanel implements TruthPresenter.View {
    private static final long serialVersionUID = 1L;
    private static final String ALL = "all";
    private static final String NOTHING = "nothing";

    private final HeatmapCanvas canvas = new HeatmapCanvas();
    private final ClassesPanel classes = new ClassesPanel();
    private final ScoresTable scores = new ScoresTable();
    private final ConfusionPanel confusion = new ConfusionPanel();
    private final JComboBox<String> layers = new JComboBox<>();
    private final JButton begin = new JButton("New layer");
    private final JButton save = new JButton("Save");
    private final JButton undo = new JButton("Undo");
    private final JButton read = new JButton("Import…");
    private final JButton write = new JButton("Export…");
    private final JToggleButton paint = new JToggleButton("Paint", true);
    private final JLabel note = new JLabel(" ");
    private final JLabel sentence = new JLabel(" ", SwingConstants.CENTER);
    private final CardLayout cards = new CardLayout();
    private final JPanel body = new JPanel(cards);
    private transient List<TruthRecord> known = List.of();
    private transient @Nullable TruthPresenter presenter;
    private boolean telling = true;
    private boolean broughtBack;

    TruthView() {
        super(new BorderLayout());
        canvas.setName("truth.canvas");
        canvas.setSilent();
        layers.setName("truth.layers");
        layers.setToolTipText("The newest version of each layer of these images");
        layers.setPreferredSize(new Dimension(170, 24));
        layers.setMaximumSize(new Dimension(220, 24));
        begin.setName("truth.begin");
        save.setName("truth.save");
        save.setToolTipText("Record what is painted as the next version of the layer");
        undo.setName("truth.undo");
        read.setName("truth.import");
        write.setName("truth.export");
        paint.setName("truth.paint");
        paint.setToolTipText("Dragging paints; off, it moves the mosaic, as the middle button always does");
        note.setName("truth.note");
        note.setForeground(Colours.SECONDARY.get());
        note.setMinimumSize(new Dimension(10, 10));
        sentence.setForeground(Colours.SECONDARY.get());
        sentence.setName("truth.sentence");
        JPanel bar = new JPanel();
        bar.setLayout(new BoxLayout(bar, BoxLayout.X_AXIS));
        bar.setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createMatteBorder(0, 0, 1, 0, Colours.LINE.get()),
                BorderFactory.createEmptyBorder(4, 12, 4, 12)));
        for (JComponent part : new JComponent[] {layers, begin, save, paint, undo, note}) {
            bar.add(part);
            bar.add(Box.createHorizontalStrut(6));
        }
        bar.add(Box.createHorizontalGlue());
        bar.add(read);
        bar.add(Box.createHorizontalStrut(6));
        bar.add(write);
        JPanel middle = new JPanel(new BorderLayout());
        middle.add(bar, BorderLayout.NORTH);
        middle.add(canvas);
        middle.add(classes, BorderLayout.EAST);
        middle.setMinimumSize(new Dimension(200, 160));
        middle.setPreferredSize(new Dimension(600, 240));
        JScrollPane runs = new JScrollPane(scores);
        runs.setBorder(BorderFactory.createMatteBorder(0, 0, 0, 1, Colours.LINE.get()));
        runs.setMinimumSize(new Dimension(160, 100));
        runs.setPreferredSize(new Dimension(260, 180));
        confusion.setMinimumSize(new Dimension(160, 100));
        confusion.setPreferredSize(new Dimension(340, 180));
        JSplitPane below = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, runs, confusion);
        below.setBorder(null);
        below.setResizeWeight(0.5);
        below.setPreferredSize(new Dimension(600, 180));
        JSplitPane split = new JSplitPane(JSplitPane.VERTICAL_SPLIT, middle, below);
        split.setBorder(null);
        split.setResizeWeight(1);
        body.add(sentence, NOTHING);
        body.add(split, ALL);
        add(body);
    }

    void present(TruthPresenter with) {
        presenter = with;
        classes.present(with);
        scores.present(with);
        confusion.present(with);
        canvas.onLook(with::look);
        layers.addActionListener(e -> {
            int chosen = layers.getSelectedIndex();
            if (telling && chosen >= 0 && chosen < known.size()) {
                with.open(known.get(chosen));
            }
        });
        begin.addActionListener(e -> begin());
        save.addActionListener(e -> with.save());
        undo.addActionListener(e -> with.undo());
        undo.registerKeyboardAction(
                e -> with.undo(),
                KeyStroke.getKeyStroke(KeyEvent.VK_Z, InputEvent.CTRL_DOWN_MASK),
                JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT);
        paint.addActionListener(e -> holdBrush());
        read.addActionListener(e -> chosen().ifPresent(file -> with.importFrom(file.toPath())));
        write.addActionListener(
                e -> Ask.file("Classes as CSV", with.state().name(), "csv").ifPresent(with::exportTo));
        holdBrush();
    }

    private void holdBrush() {
        canvas.setBrush(
                paint.isSelected()
                        ? (place, begins) -> Objects.requireNonNull(presenter).paint(place, classes.brushSize(), begins)
                        : null);
    }

    private Optional<File> chosen() {
        JFileChooser chooser = new JFileChooser();
        chooser.setDialogTitle("Classes as CSV");
        chooser.setFileFilter(new FileNameExtensionFilter("Table of classes", "csv"));
        return chooser.showOpenDialog(this) == JFileChooser.APPROVE_OPTION
                ? Optional.of(chooser.getSelectedFile())
                : Optional.empty();
    }

    /** Asks for the name and the grid of a new layer; offered is the grid of the run in hand. */
    private void begin() {
        TruthPresenter with = Objects.requireNonNull(presenter);
        String grid = WorkbenchService.workbench()
                .session()
                .state()
                .selectedRun()
                .map((RunRecord run) -> run.parameterText("grid"))
                .filter(text -> !text.isEmpty())
                .orElse("10x10");
        Ask.line("New layer", "Name:", "Ground truth")
                .ifPresent(name -> Ask.line("New layer", "Slices an image, rows x columns:", grid)
                        .ifPresent(text -> {
                            try {
                                with.begin(name, Grid.parse(text), List.of("Crystal", "Background"));
                            } catch (ProblemException wrong) {
                                WorkbenchService.workbench().tell(wrong);
                            }
                        }));
    }

    @Override
    public void show(TruthState state, boolean otherImages) {
        if (state.mosaic() == null) {
            sentence.setText(state.sentence());
            cards.show(body, NOTHING);
            return;
        }
        telling = false;
        try {
            fillLayers(state);
        } finally {
            telling = true;
        }
        boolean any = state.painting() != null;
        save.setEnabled(any && !state.saved());
        undo.setEnabled(presenter != null && presenter.canUndo());
        write.setEnabled(any);
        paint.setEnabled(any);
        broughtBack &= !state.saved();
        note.setText((broughtBack ? "Brought back: " : "") + text(state));
        note.setToolTipText(note.getText());
        canvas.show(state.viewer(), otherImages);
        classes.show(state);
        scores.show(state);
        confusion.show(state);
        cards.show(body, ALL);
    }

    private static String text(TruthState state) {
        Painting painting = state.painting();
        return painting == null
                ? "Begin a layer, or import one, to paint what you know."
                : painting.layer().known() + " of " + painting.layer().labels().size() + " slices, grid "
                        + painting.layer().grid() + (state.saved() ? ", saved" : ", not saved yet");
    }

    private void fillLayers(TruthState state) {
        List<String> names = new ArrayList<>();
        state.layers().forEach(layer -> names.add(layer.name() + ", version " + layer.version()));
        int chosen = -1;
        for (int i = 0; i < state.layers().size(); i++) {
            chosen = state.layers().get(i).name().equals(state.name()) ? i : chosen;
        }
        if (state.painting() != null && chosen < 0) {
            names.add(state.name() + ", new");
            chosen = names.size() - 1;
        }
        known = state.layers();
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < layers.getItemCount(); i++) {
            shown.add(layers.getItemAt(i));
        }
        if (!shown.equals(names)) {
            layers.removeAllItems();
            names.forEach(layers::addItem);
        }
        layers.setSelectedIndex(chosen);
        layers.setEnabled(!names.isEmpty());
    }

    @Override
    public void showBroughtBack() {
        broughtBack = true;
    }

    @Override
    public void showDetails() {
        canvas.showDetails();
    }
}
