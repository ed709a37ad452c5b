// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/gapstiles.h"

#include "ui/models/terms.h"
#include "ui/pages/gapscells.h"
#include "ui/pages/gapslatency.h"
#include "ui/pages/gapssection.h"
#include "ui/pages/gapsvalidation.h"
#include "ui/util/format.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/style.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

namespace winnow {

namespace {

constexpr int kLeastTile = 27 * kUnit;

QString arrow(const QString& from, const QString& to)
{
    return from + QStringLiteral(" → ") + to;
}

} // namespace

/// One gap in a number and a few words.
class GapTile : public Card {
public:
    explicit GapTile(Gap gap)
        : m_value(new Text({}, TextSize::Display))
        , m_text(new Text({}, TextSize::Body, Text::Tone::Muted))
        , m_more(new QPushButton(GapsTiles::tr("Details")))
    {
        const QString title = sentenceText(titleOf(gap));
        setObjectName(gapId(gap) + QStringLiteral("Tile"));
        auto* head = new QHBoxLayout;
        head->setSpacing(kUnit);
        auto* name = new Text(title, TextSize::Body, Text::Tone::Muted);
        name->setStrong(true);
        head->addWidget(name, 1);
        m_more->setObjectName(gapId(gap) + QStringLiteral("Details"));
        m_more->setAccessibleName(GapsTiles::tr("Details: %1").arg(title));
        setButtonTone(m_more, ButtonTone::Quiet);
        head->addWidget(m_more);
        body()->addLayout(head);
        m_value->setObjectName(gapId(gap) + QStringLiteral("Value"));
        m_text->setObjectName(gapId(gap) + QStringLiteral("Text"));
        m_value->setWordWrap(true);
        m_text->setWordWrap(true);
        body()->addWidget(m_value);
        body()->addWidget(m_text);
        body()->addStretch(1);
    }

    QPushButton* more() const { return m_more; }
    void show(const QString& value, const QString& text)
    {
        m_value->setText(value);
        m_value->setVisible(!value.isEmpty());
        m_text->setText(text);
    }

private:
    Text* m_value;
    Text* m_text;
    QPushButton* m_more;
};

GapsTiles::GapsTiles(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(2 * kUnit);
    for (const Gap gap : {Gap::Validation, Gap::Contextualization, Gap::Latency, Gap::Decomposition}) {
        auto* tile = new GapTile(gap);
        m_tiles.append(tile);
        connect(tile->more(), &QPushButton::clicked, this, [this, gap] { emit asked(gap); });
    }
}

void GapsTiles::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const int room = (width() + 2 * kUnit) / (kLeastTile + 2 * kUnit);
    const int columns = room >= 4 ? 4 : 2;
    if (columns == m_columns) {
        return;
    }
    m_columns = columns;
    for (int i = 0; i < m_tiles.size(); ++i) {
        m_grid->addWidget(m_tiles.at(i), i / columns, i % columns);
    }
    for (int column = 0; column < int(m_tiles.size()); ++column) {
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
    }
}

void GapsTiles::show(const GapsView& view)
{
    const Said said[]
        = {ofValidation(view), ofContextualization(view), ofLatency(view), ofDecomposition(view)};
    for (int i = 0; i < m_tiles.size(); ++i) {
        m_tiles.at(i)->show(said[i].value, said[i].text);
    }
}

GapsTiles::Said GapsTiles::needOf(const GapsView& view, Gap gap)
{
    for (const GapNeed& need : view.gaps.needs) {
        if (need.gap == gap) {
            return {{}, needText(need)};
        }
    }
    return {{}, tr("Nothing was recorded for this")};
}

GapsTiles::Said GapsTiles::ofValidation(const GapsView& view)
{
    const qsizetype at = bestRepeated(view.gaps.validation);
    if (at < 0) {
        return needOf(view, Gap::Validation);
    }
    const ContenderValidation& of = view.gaps.validation.at(at);
    QString text
        = tr("%1: one try → any of %2 right.").arg(view.nameOf(of.contender), formatCount(of.attempts));
    const VerifierFigures* best = bestVerifier(of);
    if (best && std::isfinite(best->recovered)) {
        text += u' '
            + tr("Choosing by %1 recovers %2 of that.")
                  .arg(sentenceText(titleOf(best->verifier)), formatPercent(best->recovered, 0));
    } else {
        text += u' ' + tr("Nothing that was recorded tells the right tries from the wrong ones.");
    }
    return {arrow(formatPercent(of.successAt1.mean), formatPercent(of.successAtK.mean)), text};
}

GapsTiles::Said GapsTiles::ofContextualization(const GapsView& view)
{
    const Contextualization& of = view.gaps.contextualization;
    if (of.isEmpty()) {
        return needOf(view, Gap::Contextualization);
    }
    QString text = tr("%1 alone → an oracle among %Ln models.", nullptr, int(of.points.size()))
                       .arg(view.nameOf(of.best().contender));
    if (std::isfinite(of.saving)) {
        text += u' ' + tr("Only as good as alone, it saves %1 of the cost.").arg(formatPercent(of.saving));
    }
    const auto best = std::max_element(of.routers.cbegin(), of.routers.cend(),
        [](const Router& a, const Router& b) { return a.best.accuracy.mean < b.best.accuracy.mean; });
    if (best != of.routers.cend()) {
        text += u' '
            + tr("A router %1 gets %2.")
                  .arg(sentenceText(titleOf(view.table(), *best)), formatPercent(best->best.accuracy.mean));
    }
    return {arrow(formatPercent(of.best().accuracy.mean), formatPercent(of.oracle.mean)), text};
}

GapsTiles::Said GapsTiles::ofLatency(const GapsView& view)
{
    const ContenderLatency* of = bestTimed(view.gaps.latency);
    if (!of) {
        return needOf(view, Gap::Latency);
    }
    const auto share = [&](LatencyRow::Way way) {
        const LatencyRow* row = wayOf(of->rows, way);
        return row ? formatPercent(row->figures.inTime.mean) : QString();
    };
    const QString name = view.nameOf(of->contender);
    const QString patience = formatScore(view.question.patience);
    const QString one = share(LatencyRow::Way::OneTry);
    const QString accepted = share(LatencyRow::Way::AtOnce);
    const QString oracle = share(LatencyRow::Way::Oracle);
    if (!std::isfinite(of->gap) || oracle.isEmpty()) {
        const Said need = needOf(view, Gap::Latency);
        return {one, tr("%1: right within %2 s with one try.").arg(name, patience) + u' ' + need.text};
    }
    return {tr("%1 s").arg(formatNumber(of->gap)),
        accepted.isEmpty()
            ? tr("%1: so much sooner comes the first right try. Right within %2 s: one try %3, oracle %4.")
                  .arg(name, patience, one, oracle)
            : tr(
                "%1: so much sooner comes the first right try. Right within %2 s: one try %3, first accepted "
                "%4, oracle %5.")
                  .arg(name, patience, one, accepted, oracle)};
}

GapsTiles::Said GapsTiles::ofDecomposition(const GapsView& view)
{
    const Decomposition& of = view.gaps.decomposition;
    if (of.isEmpty()) {
        return needOf(view, Gap::Decomposition);
    }
    if (of.chains.isEmpty()) {
        return {{}, tr("No model answered every step of a question.")};
    }
    const ChainFigures& best = of.chains.first();
    const bool verified = std::isfinite(best.verified.mean);
    QString text = verified
        ? tr("%1: chains right on one path → with verified steps.").arg(view.nameOf(best.contender))
        : tr("%1: chains right on one path.").arg(view.nameOf(best.contender));
    if (best.endToEnd.n > 0) {
        text += u' ' + tr("Asked at once: %1.").arg(formatPercent(best.endToEnd.mean));
    }
    const QString path = formatPercent(best.onePath.mean);
    return {verified ? arrow(path, formatPercent(best.verified.mean)) : path, text};
}

} // namespace winnow
