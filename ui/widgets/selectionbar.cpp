// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/selectionbar.h"

#include "ui/models/keymap.h"
#include "ui/models/terms.h"
#include "ui/util/format.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/style.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace winnow {

namespace {

/// From this width on all buttons are in one line.
constexpr int kOneLine = 128 * kUnit;

/// The command of the samples' keys; `all` for flags of every kind.
QString commandOf(Verdict verdict, bool all)
{
    const QString name = verdict == Verdict::Confirm ? QStringLiteral("samples.confirm")
        : verdict == Verdict::Override               ? QStringLiteral("samples.override")
                                                     : QStringLiteral("samples.unsure");
    return all ? name + QStringLiteral("All") : name;
}

} // namespace

SelectionBar::SelectionBar(QWidget* parent)
    : QWidget(parent)
    , m_lines(new QBoxLayout(QBoxLayout::TopToBottom, this))
    , m_flags(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_selected(new Text({}, TextSize::Body, Text::Tone::Normal, this))
    , m_clear(new QToolButton(this))
{
    setObjectName(QStringLiteral("selectionBar"));
    m_lines->setContentsMargins(kUnit, kUnit / 2, kUnit, kUnit / 2);
    m_lines->setSpacing(0);
    auto* samples = new QHBoxLayout;
    samples->setSpacing(kUnit / 2);
    m_selected->setStrong(true);
    m_selected->setObjectName(QStringLiteral("selected"));
    samples->addSpacing(kUnit);
    samples->addWidget(m_selected);
    m_clear->setIcon(lineIcon(QStringLiteral("close")));
    setTip(m_clear, tr("Clear the selection (Esc)"));
    m_clear->setAccessibleName(tr("Clear the selection (Esc)"));
    m_clear->setFocusPolicy(Qt::TabFocus);
    samples->addWidget(m_clear);
    samples->addStretch(1);
    m_keep = add(samples, QStringLiteral("bulkKeep"), QStringLiteral("keep"));
    m_drop = add(samples, QStringLiteral("bulkDrop"), QStringLiteral("drop"));
    m_flags->setSpacing(kUnit / 2);
    m_confirm = add(m_flags, QStringLiteral("bulkConfirm"), QStringLiteral("confirm"));
    m_override = add(m_flags, QStringLiteral("bulkOverride"), QStringLiteral("override"));
    m_unsure = add(m_flags, QStringLiteral("bulkUnsure"), QStringLiteral("unsure"));
    m_flags->addStretch(1);
    m_all = add(m_flags, QStringLiteral("bulkAll"), QString());
    m_lines->addLayout(samples, 1);
    m_lines->addLayout(m_flags, 2);
    connect(m_clear, &QToolButton::clicked, this, &SelectionBar::clearChosen);
    connect(m_keep, &QPushButton::clicked, this, [this] { emit actionChosen(Action::Keep); });
    connect(m_drop, &QPushButton::clicked, this, [this] { emit actionChosen(Action::Drop); });
    connect(m_all, &QPushButton::clicked, this, &SelectionBar::showAll);
    for (const auto& [button, verdict] : {std::pair(m_confirm, Verdict::Confirm),
             std::pair(m_override, Verdict::Override), std::pair(m_unsure, Verdict::Unsure)}) {
        connect(button, &QPushButton::clicked, this,
            [this, verdict = verdict] { emit verdictChosen(verdict, Scope::FilteredKinds); });
    }
    // Longer numbers must not push the panes beside it.
    setMinimumWidth(1);
    setCounts({});
}

QPushButton* SelectionBar::add(QBoxLayout* layout, const QString& name, const QString& icon)
{
    auto* button = new QPushButton(this);
    button->setObjectName(name);
    if (!icon.isEmpty()) {
        button->setIcon(lineIcon(icon));
    }
    button->setFocusPolicy(Qt::TabFocus);
    setButtonTone(button, ButtonTone::Quiet);
    layout->addWidget(button);
    return button;
}

QString SelectionBar::kindsText(const Counts& counts)
{
    return counts.kinds.isEmpty()  ? QString()
        : counts.kinds.size() == 1 ? flagKindTitle(counts.kinds.first())
                                   : tr("%n kinds", nullptr, int(counts.kinds.size()));
}

QString SelectionBar::flagsText(const Counts& counts, const QString& kinds)
{
    const QString text = tr("%n flags", nullptr, int(counts.open));
    return kinds.isEmpty() ? text : tr("%1 (%2)").arg(text, kinds);
}

QString SelectionBar::allFlagsText(Verdict verdict, const Counts& counts)
{
    const int count = int(counts.allOpen);
    return verdict == Verdict::Confirm ? tr("Confirm all %Ln open flags of these samples", nullptr, count)
        : verdict == Verdict::Override
        ? tr("Override all %Ln open flags of these samples", nullptr, count)
        : tr("Mark all %Ln open flags of these samples as unsure", nullptr, count);
}

void SelectionBar::setCounts(const Counts& counts)
{
    m_counts = counts;
    m_selected->setText(
        counts.selected > 0 ? tr("%1 selected").arg(formatCount(counts.selected)) : tr("The current sample"));
    m_clear->setEnabled(counts.selected > 0);
    const auto set = [](QPushButton* button, const QString& text, const QString& tip, qint64 count) {
        setCaption(button, text);
        setTip(button, tip);
        button->setEnabled(count > 0);
    };
    const QString number = formatCount(counts.open);
    set(m_keep, tr("Keep %1").arg(formatCount(counts.undecided)),
        withKeys(tr("Keep the samples that nobody decided on"), QStringLiteral("samples.keep")),
        counts.undecided);
    set(m_drop, tr("Drop %1").arg(formatCount(counts.undecided)),
        withKeys(tr("Drop the samples that nobody decided on"), QStringLiteral("samples.drop")),
        counts.undecided);
    QStringList titles;
    for (const QString& kind : counts.kinds) {
        titles.append(flagKindTitle(kind));
    }
    const auto tip = [&](Verdict verdict, const QString& all, const QString& some) {
        const QString text = withKeys(titles.isEmpty() ? all : some, commandOf(verdict, false));
        return titles.isEmpty() ? text : text + QStringLiteral(": ") + titles.join(QStringLiteral(", "));
    };
    set(m_confirm, tr("Confirm %1", "so many flags (of a kind)").arg(flagsText(counts, kindsText(counts))),
        tip(Verdict::Confirm, tr("Confirm every open flag of these samples"),
            tr("Confirm their open flags of the kinds that the filter names")),
        counts.open);
    set(m_override, tr("Override %1").arg(number),
        tip(Verdict::Override, tr("Override every open flag of these samples"),
            tr("Override their open flags of the kinds that the filter names")),
        counts.open);
    set(m_unsure, tr("Unsure %1").arg(number),
        tip(Verdict::Unsure, tr("Mark every open flag of these samples as unsure"),
            tr("Mark their open flags of the kinds that the filter names as unsure")),
        counts.open);
    set(m_all, tr("All %1…").arg(formatCount(counts.allOpen)),
        tr("A verdict on all open flags of these samples, of other kinds too"), counts.allOpen);
    m_all->setVisible(!counts.kinds.isEmpty() && counts.allOpen > counts.open);
    nameKinds();
}

void SelectionBar::nameKinds()
{
    const auto caption = [this](const QString& title) {
        setCaption(m_confirm, tr("Confirm %1", "so many flags (of a kind)").arg(flagsText(m_counts, title)));
        m_flags->invalidate();
        return m_flags->minimumSize().width();
    };
    const int room = width() - 2 * kUnit
        - (m_lines->direction() == QBoxLayout::LeftToRight ? m_lines->itemAt(0)->sizeHint().width() : 0);
    const QString title = kindsText(m_counts);
    const auto holdPlace = [this](bool on) {
        QSizePolicy policy = m_all->sizePolicy();
        policy.setRetainSizeWhenHidden(on);
        m_all->setSizePolicy(policy);
    };
    holdPlace(true);
    int needed = caption(title);
    if (needed > room && m_all->isHidden()) {
        // The name of the kind needs the room more than a button that is not there.
        holdPlace(false);
        needed = caption(title);
    }
    if (needed > room && !title.isEmpty()) {
        // The tip has it whole.
        const QFontMetrics metrics(m_confirm->font());
        const int left = metrics.horizontalAdvance(title) - (needed - room);
        caption(metrics.elidedText(title, Qt::ElideRight, qMax(4 * kUnit, left)));
    }
}

void SelectionBar::showAll()
{
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("allFlagsMenu"));
    for (const Verdict verdict : {Verdict::Confirm, Verdict::Override, Verdict::Unsure}) {
        menu.addAction(plainCaption(allFlagsText(verdict, m_counts)) + u'\t'
                + KeyMap::instance().text(commandOf(verdict, true)),
            this, [this, verdict] { emit verdictChosen(verdict, Scope::AllKinds); });
    }
    // Above the button: the bar is at the lower edge of the page.
    const QSize size = menu.sizeHint();
    menu.exec(m_all->mapToGlobal(QPoint(m_all->width() - size.width(), -size.height())));
}

void SelectionBar::resizeEvent(QResizeEvent*)
{
    m_lines->setDirection(width() >= kOneLine ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    nameKinds();
}

void SelectionBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().surface);
    painter.setPen(tokens().border);
    painter.drawLine(rect().topLeft(), rect().topRight());
}

} // namespace winnow
