// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.landscape;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.ButtonGroup;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import org.tessera.charts.FrontPlot;
import org.tessera.charts.LinePlot;
import org.tessera.charts.ParallelComponent;
import org.tessera.charts.PlotComponent;
import org.tessera.charts.PlotTheme;
import org.tessera.engine.score.ScoreName;
import org.tessera.store.RunRecord;
import org.tessera.tracking.landscape.ParameterEffect;
import org.tessera.tracking.landscape.ParetoFront;
import org.tessera.workbench.ui.Colours;
import org.tessera.workbench.ui.SecondaryLabel;

/** Two scores against each other, all parameters beside each other, or what each does. Event thread only. */
final class TradeOffsView extends JPanel implements TradeOffsPresenter.View {
    private static final long serialVersionUID = 1L;
    private static final String FRONT = "Front";
    private static final String PARALLEL = "Parallel";
    private static final String EFFECTS = "Effects";

    private final JComboBox<String> first = new JComboBox<>();
    private final JComboBox<String> second = new JComboBox<>();
    private final JLabel note = new SecondaryLabel(" ");
    private final JButton choose = new JButton("Choose");
    private final PlotComponent front = new PlotComponent();
    private final ParallelComponent parallel = new ParallelComponent();
    private final EffectsTable effects = new EffectsTable();
    private final CardLayout cards = new CardLayout();
    private final JPanel body = new JPanel(cards);
    private final ButtonGroup kinds = new ButtonGroup();
    private final JPanel bar = new JPanel();
    private transient TradeOffsState state = TradeOffsState.EMPTY;
    private transient List<Long> brushed = List.of();
    private String kind = FRONT;
    private boolean telling = true;

    TradeOffsView() {
        super(new BorderLayout());
        front.setName("tradeoffs.front");
        parallel.setName("tradeoffs.parallel");
        for (JComponent plot : new JComponent[] {front, parallel}) {
            plot.setBackground(Colours.PANEL.get());
            plot.setForeground(Colours.SECONDARY.get());
        }
        box(first, "tradeoffs.first", "A score, here and everywhere");
        box(second, "tradeoffs.second", "Another score");
        note.setName("tradeoffs.note");
        note.setMinimumSize(new Dimension(10, 10));
        choose.setName("tradeoffs.choose");
        choose.setToolTipText("Choose these runs, such as to compare, tag or report them");
        bar.setLayout(new BoxLayout(bar, BoxLayout.X_AXIS));
        bar.setBorder(BorderFactory.createEmptyBorder(6, 12, 2, 12));
        for (JComponent part : new JComponent[] {first, second}) {
            bar.add(part);
            bar.add(Box.createHorizontalStrut(6));
        }
        bar.add(Box.createHorizontalGlue());
        JPanel foot = new JPanel(new BorderLayout(8, 0));
        foot.setBorder(BorderFactory.createEmptyBorder(0, 12, 4, 12));
        foot.add(note);
        foot.add(choose, BorderLayout.EAST);
        JPanel head = new JPanel(new BorderLayout());
        head.add(bar);
        head.add(foot, BorderLayout.SOUTH);
        body.add(front, FRONT);
        body.add(parallel, PARALLEL);
        body.add(effects, EFFECTS);
        add(head, BorderLayout.NORTH);
        add(body);
        setPreferredSize(new Dimension(420, 240));
    }

    private static void box(JComboBox<String> box, String name, String tip) {
        box.setName(name);
        box.setToolTipText(tip);
        ScoreName.withSampled().forEach(score -> box.addItem(score.label()));
        box.setPreferredSize(new Dimension(170, 24));
        box.setMinimumSize(new Dimension(60, 24));
        box.setMaximumSize(new Dimension(190, 24));
    }

    void present(TradeOffsPresenter presenter) {
        first.addActionListener(e -> {
            if (telling) {
                presenter.chooseFirst(ScoreName.withSampled().get(first.getSelectedIndex()));
            }
        });
        second.addActionListener(e -> {
            if (telling) {
                presenter.chooseSecond(ScoreName.withSampled().get(second.getSelectedIndex()));
            }
        });
        for (String name : List.of(FRONT, PARALLEL, EFFECTS)) {
            JToggleButton button = new JToggleButton(name, name.equals(FRONT));
            button.setName("tradeoffs." + name.toLowerCase(Locale.ROOT) + ".show");
            button.addActionListener(e -> {
                kind = name;
                cards.show(body, name);
                presenter.setWantsEffects(name.equals(EFFECTS));
                showNote();
            });
            kinds.add(button);
            bar.add(button);
        }
        front.onRun(presenter::open);
        parallel.onRun(presenter::open);
        parallel.onBrush(runs -> {
            brushed = runs;
            showNote();
        });
        choose.addActionListener(e -> presenter.choose(chosen()));
    }

    /** Those that the button chooses: of the front, or those that are brushed. */
    private List<Long> chosen() {
        return kind.equals(PARALLEL)
                ? brushed
                : state.front().front().stream().map(RunRecord::id).toList();
    }

    @Override
    public void show(TradeOffsState other) {
        state = other;
        telling = false;
        try {
            first.setSelectedIndex(ScoreName.withSampled().indexOf(state.front().one()));
            second.setSelectedIndex(
                    ScoreName.withSampled().indexOf(state.front().other()));
        } finally {
            telling = true;
        }
        PlotTheme theme = Colours.isDark() ? PlotTheme.DARK : PlotTheme.LIGHT;
        ParetoFront of = state.front();
        if (of.front().isEmpty()) {
            front.showNothing("Runs that have both scores make a front.");
        } else {
            front.show(plotOf(state), theme);
        }
        if (state.varying().isEmpty()) {
            parallel.showNothing("Runs that differ in a parameter stand beside each other; sweep over it.");
        } else {
            parallel.show(ParallelRuns.of(state), theme);
        }
        showNote();
    }

    @Override
    public void showEffects(List<ParameterEffect> shown, String instead) {
        effects.show(shown, instead, state.front().one());
    }

    private void showNote() {
        choose.setVisible(!kind.equals(EFFECTS));
        choose.setEnabled(!chosen().isEmpty());
        String text =
                switch (kind) {
                    case PARALLEL ->
                        brushed.isEmpty()
                                ? "drag along an axis to brush it, click a line to open its run"
                                : brushed.size() + " of " + state.runs().size() + " runs through the brushes";
                    case EFFECTS -> "between runs that differ in one parameter alone; 1: it changes no partition";
                    default -> frontText();
                };
        note.setText(state.of().isEmpty() ? " " : state.of() + " · " + text);
        note.setToolTipText(note.getText());
    }

    private String frontText() {
        ParetoFront of = state.front();
        Optional<RunRecord> inHand = inHand();
        List<RunRecord> dominating = inHand.map(of::dominating).orElse(List.of());
        return of.front().size() + " of " + of.runs().size() + " runs are dominated by none"
                + (dominating.isEmpty()
                        ? inHand.filter(of.front()::contains)
                                .map(run -> "; run " + run.id() + " is one")
                                .orElse("")
                        : "; run " + inHand.orElseThrow().id() + " is dominated by "
                                + dominating.stream()
                                        .limit(6)
                                        .map(run -> Long.toString(run.id()))
                                        .collect(Collectors.joining(", "))
                                + (dominating.size() > 6 ? " and " + (dominating.size() - 6) + " more" : ""));
    }

    private Optional<RunRecord> inHand() {
        return state.front().runs().stream()
                .filter(run -> Objects.equals(run.id(), state.selected()))
                .findFirst();
    }

    private FrontPlot plotOf(TradeOffsState shown) {
        ParetoFront of = shown.front();
        List<LinePlot.Point> others = new ArrayList<>();
        of.runs().stream().filter(run -> !of.front().contains(run)).forEach(run -> others.add(point(run, of)));
        Optional<RunRecord> inHand = inHand();
        return new FrontPlot(
                of.one().label(),
                of.other().label(),
                others,
                of.front().stream().map(run -> point(run, of)).toList(),
                inHand.map(of::dominating).orElse(List.of()).stream()
                        .map(run -> point(run, of))
                        .toList(),
                inHand.map(run -> point(run, of)));
    }

    private static LinePlot.Point point(RunRecord run, ParetoFront of) {
        return new LinePlot.Point(
                run.score(of.one()).orElseThrow(), run.score(of.other()).orElseThrow(), run.id(), run.degenerate());
    }
}
