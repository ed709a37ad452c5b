// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/optionspanel.h"

#include "core/text/normalise.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/wrappedtext.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace winnow {

namespace {

constexpr int kLetterWidth = 4 * kUnit;
constexpr int kBarWidth = 15 * kUnit;
constexpr int kCountWidth = 4 * kUnit;
constexpr int kMarkWidth = 11 * kUnit;
constexpr int kRowPadding = 6;
constexpr int kWidest = 110 * kUnit;
constexpr int kAnswersShown = 8;
constexpr int kStepsShown = 12;

QString markTitle(OptionLine::Mark mark)
{
    switch (mark) {
    case OptionLine::Mark::None:
        return {};
    case OptionLine::Mark::Gold:
        return OptionsPanel::tr("gold");
    case OptionLine::Mark::NewGold:
        return OptionsPanel::tr("new gold");
    case OptionLine::Mark::FormerGold:
        return OptionsPanel::tr("was gold");
    case OptionLine::Mark::Accepted:
        return OptionsPanel::tr("accepted");
    case OptionLine::Mark::Right:
        return OptionsPanel::tr("right");
    }
    return {};
}

QVector<OptionLine> choiceLines(const SampleBundle& bundle, bool hidden)
{
    const VoteTally standard = bundle.votes(Condition::Standard);
    const VoteTally blind = bundle.votes(Condition::Blind);
    const int gold = bundle.sample.goldIndex();
    const int current = optionPosition(bundle.currentGold(), bundle.sample.options.size());
    QVector<OptionLine> lines;
    for (int i = 0; i < bundle.sample.options.size(); ++i) {
        OptionLine line;
        line.letter = optionLetter(i);
        line.text = bundle.sample.options.at(i);
        if (!hidden) {
            if (i == current) {
                line.mark = current == gold ? OptionLine::Mark::Gold : OptionLine::Mark::NewGold;
            } else if (i == gold) {
                line.mark = OptionLine::Mark::FormerGold;
            }
            line.standard = standard.models() > 0 ? standard.perOption.at(i) : -1;
            line.blind = blind.models() > 0 ? blind.perOption.at(i) : -1;
            line.standardOf = standard.models();
            line.blindOf = blind.models();
        }
        lines.append(line);
    }
    return lines;
}

bool sameAnswer(const QString& a, const QString& b)
{
    return normaliseText(a) == normaliseText(b);
}

QVector<OptionLine> answerLines(const SampleBundle& bundle)
{
    QVector<OptionLine> lines;
    const QString current = bundle.currentGold();
    const bool fixed = current != bundle.sample.gold;
    const auto add = [&lines](const QString& text, OptionLine::Mark mark) {
        if (!text.isEmpty()) {
            OptionLine line;
            line.text = text;
            line.mark = mark;
            lines.append(line);
        }
    };
    add(current, fixed ? OptionLine::Mark::NewGold : OptionLine::Mark::Gold);
    if (fixed) {
        add(bundle.sample.gold, OptionLine::Mark::FormerGold);
    }
    for (const QString& accepted : bundle.sample.acceptedAnswers) {
        if (accepted != bundle.sample.gold && accepted != current) {
            add(accepted, OptionLine::Mark::Accepted);
        }
    }
    const VoteTally standard = bundle.votes(Condition::Standard);
    for (OptionLine& line : lines) {
        line.standard = standard.models() > 0 ? 0 : -1;
        line.standardOf = standard.models();
    }
    const VoteTally blind = bundle.votes(Condition::Blind);
    int shown = 0;
    for (const VoteTally::Answer& answer : standard.others) {
        const auto known = std::find_if(lines.begin(), lines.end(),
            [&](const OptionLine& line) { return sameAnswer(line.text, answer.text); });
        if (known != lines.end()) {
            known->standard = answer.count;
            continue;
        }
        if (++shown > kAnswersShown) {
            break;
        }
        OptionLine line;
        line.text = answer.text;
        line.mark = answer.right ? OptionLine::Mark::Right : OptionLine::Mark::None;
        line.standard = answer.count;
        line.standardOf = standard.models();
        lines.append(line);
    }
    if (blind.models() > 0) {
        for (OptionLine& line : lines) {
            const auto given = std::find_if(blind.others.cbegin(), blind.others.cend(),
                [&](const VoteTally::Answer& answer) { return sameAnswer(line.text, answer.text); });
            line.blind = given != blind.others.cend() ? given->count : 0;
            line.blindOf = blind.models();
        }
    }
    return lines;
}

} // namespace

QString votesText(const QString& condition, const VoteTally& votes)
{
    const QString models = OptionsPanel::tr("%1: %n models", nullptr, votes.models()).arg(condition);
    if (votes.askedAgain == 0) {
        return models;
    }
    const QString again = votes.mostAsked == 2
        ? OptionsPanel::tr("%n asked twice", nullptr, votes.askedAgain)
        : OptionsPanel::tr("%n asked several times", nullptr, votes.askedAgain);
    return OptionsPanel::tr("%1, one vote each; %2").arg(models, again);
}

QVector<OptionLine> optionLinesOf(const SampleBundle& bundle, bool hidden)
{
    if (bundle.sample.isMcq()) {
        return choiceLines(bundle, hidden);
    }
    return hidden ? QVector<OptionLine>() : answerLines(bundle);
}

OptionLines::OptionLines(QWidget* parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void OptionLines::setLines(const QVector<OptionLine>& lines)
{
    m_lines = lines;
    QStringList spoken;
    for (const OptionLine& line : lines) {
        QStringList parts{line.letter, line.text, markTitle(line.mark)};
        if (line.standard >= 0) {
            parts.append(tr("%n votes", nullptr, line.standard));
        }
        if (line.blind >= 0) {
            parts.append(tr("%n blind votes", nullptr, line.blind));
        }
        parts.removeAll(QString());
        spoken.append(parts.join(QStringLiteral(", ")));
    }
    setAccessibleName(tr("Options"));
    setAccessibleDescription(spoken.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

OptionLines::Geometry OptionLines::measure(int width) const
{
    Geometry geometry;
    const bool letters = std::any_of(
        m_lines.cbegin(), m_lines.cend(), [](const OptionLine& line) { return !line.letter.isEmpty(); });
    const bool bars = std::any_of(m_lines.cbegin(), m_lines.cend(),
        [](const OptionLine& line) { return line.standard >= 0 || line.blind >= 0; });
    const bool marks = std::any_of(m_lines.cbegin(), m_lines.cend(),
        [](const OptionLine& line) { return line.mark != OptionLine::Mark::None; });
    const int left = letters ? kLetterWidth : 0;
    const bool blind = std::any_of(
        m_lines.cbegin(), m_lines.cend(), [](const OptionLine& line) { return line.blind >= 0; });
    const int right = bars ? kBarWidth + (blind ? 2 : 1) * kCountWidth + 2 * kUnit : 0;
    const int textRight = width - right - (marks ? kMarkWidth : 0) - kUnit;
    geometry.text = QRect(left, 0, qMax(8 * kUnit, textRight - left), 0);
    geometry.bars = bars ? QRect(width - right + kUnit, 0, kBarWidth, 0) : QRect();
    const QFontMetrics metrics(Theme::instance().font(TextSize::Body), this);
    int y = 0;
    for (const OptionLine& line : m_lines) {
        const bool marked = line.mark != OptionLine::Mark::None;
        const int room = geometry.text.width() - (line.letter.isEmpty() ? kUnit : 0) - 1;
        const int text = wrappedHeight(line.text, Theme::instance().font(TextSize::Body, marked), room);
        const int height = qMax(text, metrics.height()) + 2 * kRowPadding;
        geometry.rows.append(QRect(0, y, width, height));
        y += height;
    }
    geometry.height = y;
    return geometry;
}

int OptionLines::heightForWidth(int width) const
{
    return measure(width).height;
}

QSize OptionLines::sizeHint() const
{
    return {60 * kUnit, measure(qMax(width(), 40 * kUnit)).height};
}

void OptionLines::paintMark(QPainter& painter, const QRect& row, const OptionLine& line) const
{
    const Tokens& t = tokens();
    const bool good = line.mark == OptionLine::Mark::Gold || line.mark == OptionLine::Mark::Right
        || line.mark == OptionLine::Mark::Accepted;
    const QColor color = line.mark == OptionLine::Mark::NewGold ? t.accent : good ? t.positive : t.textFaint;
    const QFontMetrics metrics(Theme::instance().font(TextSize::Small, true), this);
    const int top = row.top() + kRowPadding;
    const int lineHeight = QFontMetrics(Theme::instance().font(TextSize::Body), this).height();
    const QRect icon(row.left(), top + (lineHeight - 14) / 2, 14, 14);
    paintLineIcon(&painter,
        line.mark == OptionLine::Mark::NewGold          ? QStringLiteral("fix")
            : line.mark == OptionLine::Mark::FormerGold ? QStringLiteral("undo")
                                                        : QStringLiteral("check"),
        icon, color);
    painter.setFont(Theme::instance().font(TextSize::Small, true));
    painter.setPen(color);
    const QRect text(icon.right() + 5, top, row.width() - 20, lineHeight);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
        metrics.elidedText(markTitle(line.mark), Qt::ElideRight, text.width()));
}

void OptionLines::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Geometry geometry = measure(width());
    const int lineHeight = QFontMetrics(Theme::instance().font(TextSize::Body), this).height();
    for (int i = 0; i < m_lines.size(); ++i) {
        const OptionLine& line = m_lines.at(i);
        const QRect row = geometry.rows.at(i);
        paintText(painter, row, geometry.text, lineHeight, line);
        if (line.mark != OptionLine::Mark::None) {
            const int left = geometry.text.right() + kUnit;
            paintMark(painter, QRect(left, row.top(), kMarkWidth - kUnit, row.height()), line);
        }
        if (!geometry.bars.isNull()) {
            paintVotes(painter,
                QRect(geometry.bars.left(), row.top() + kRowPadding, geometry.bars.width(), lineHeight),
                line);
        }
    }
}

void OptionLines::paintText(
    QPainter& painter, const QRect& row, const QRect& across, int lineHeight, const OptionLine& line) const
{
    const Tokens& t = tokens();
    const QFont strong = Theme::instance().font(TextSize::Body, true);
    const int top = row.top() + kRowPadding;
    const bool marked = line.mark == OptionLine::Mark::Gold || line.mark == OptionLine::Mark::NewGold;
    if (marked) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.hover);
        painter.drawRoundedRect(QRectF(row).adjusted(0, 1, 0, -1), kRadius, kRadius);
    }
    painter.setFont(strong);
    painter.setPen(marked ? t.text : t.textMuted);
    painter.drawText(
        QRect(kUnit, top, kLetterWidth - kUnit, lineHeight), Qt::AlignLeft | Qt::AlignVCenter, line.letter);
    painter.setFont(marked ? strong : Theme::instance().font(TextSize::Body));
    painter.setPen(t.text);
    const int left = line.letter.isEmpty() ? across.left() + kUnit : across.left();
    paintWrapped(painter, QRect(left, top, across.right() - left, row.height() - 2 * kRowPadding), line.text);
}

void OptionLines::paintVotes(QPainter& painter, const QRect& bars, const OptionLine& line) const
{
    const Tokens& t = tokens();
    const QColor blindHue = Theme::instance().flagGroupColor(FlagGroup::BlindlySolvable);
    const auto bar = [&](int count, int of, double y, double height, const QColor& color) {
        const QRectF track(bars.left(), y, bars.width(), height);
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.pressed);
        painter.drawRoundedRect(track, height / 2, height / 2);
        if (count > 0 && of > 0) {
            painter.setBrush(color);
            const double length = qMax(height, track.width() * count / of);
            painter.drawRoundedRect(QRectF(track.left(), y, length, height), height / 2, height / 2);
        }
    };
    const double middle = bars.top() + bars.height() / 2.0;
    const QRect countBox(bars.right() + 1, bars.top(), kCountWidth, bars.height());
    painter.setFont(Theme::instance().numberFont(TextSize::Small));
    if (line.standard >= 0) {
        bar(line.standard, line.standardOf, middle - (line.blind >= 0 ? 6 : 4), 8, t.textMuted);
        painter.setPen(t.text);
        painter.drawText(countBox, Qt::AlignRight | Qt::AlignVCenter, QLocale().toString(line.standard));
    }
    if (line.blind >= 0) {
        bar(line.blind, line.blindOf, middle + 5, 4, blindHue);
        painter.setPen(blindHue);
        painter.drawText(countBox.translated(kCountWidth, 0), Qt::AlignRight | Qt::AlignVCenter,
            QLocale().toString(line.blind));
    }
}

void OptionLines::mouseDoubleClickEvent(QMouseEvent* event)
{
    const Geometry geometry = measure(width());
    for (int i = 0; i < geometry.rows.size(); ++i) {
        if (geometry.rows.at(i).contains(event->pos()) && !m_lines.at(i).letter.isEmpty()) {
            emit activated(i);
        }
    }
}

QString stepsText(const SampleBundle& bundle)
{
    QStringList lines;
    if (const auto& step = bundle.step) {
        lines.append(step->step.isEmpty()
                ? OptionsPanel::tr("A step of %1").arg(step->parent)
                : OptionsPanel::tr("Step “%1” of %2").arg(step->step, step->parent));
        if (!step->parentSample) {
            lines.last() += u' ' + OptionsPanel::tr("(not in the project)");
        }
    }
    QStringList steps;
    for (const SampleStep& step : bundle.steps.mid(0, kStepsShown)) {
        steps.append(step.step.isEmpty() ? step.sourceIndex
                                         : OptionsPanel::tr("%1 (%2)").arg(step.step, step.sourceIndex));
    }
    if (bundle.steps.size() > kStepsShown) {
        steps.append(OptionsPanel::tr("%n more", nullptr, int(bundle.steps.size()) - kStepsShown));
    }
    if (!steps.isEmpty()) {
        lines.append(OptionsPanel::tr("Steps: %1").arg(steps.join(QStringLiteral(", "))));
    }
    return lines.join(u'\n');
}

OptionsPanel::OptionsPanel(QWidget* parent)
    : QScrollArea(parent)
    , m_question(new PlainLabel)
    , m_steps(new Text({}, TextSize::Small, Text::Tone::Muted))
    , m_hint(new Text({}, TextSize::Small, Text::Tone::Muted))
    , m_legend(new Text({}, TextSize::Small, Text::Tone::Muted))
    , m_options(new OptionLines)
    , m_note(new Text({}, TextSize::Small, Text::Tone::Muted))
{
    setObjectName(QStringLiteral("optionsPanel"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget;
    auto* across = new QHBoxLayout(content);
    across->setContentsMargins(2 * kUnit, kUnit + kUnit / 2, 2 * kUnit, kUnit);
    // On a wide screen the votes stay near the options that they are for.
    auto* column = new QWidget;
    column->setMaximumWidth(kWidest);
    across->addWidget(column, 1000);
    across->addStretch(1);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kUnit);
    m_question->setObjectName(QStringLiteral("question"));
    m_question->setWordWrap(true);
    m_question->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    // The keyboard belongs to the decisions; text is selected with the mouse or with Tab.
    m_question->setFocusPolicy(Qt::TabFocus);
    m_steps->setObjectName(QStringLiteral("steps"));
    m_steps->setWordWrap(true);
    m_steps->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_hint->setWordWrap(true);
    m_hint->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_legend->setAlignment(Qt::AlignRight);
    m_legend->setWordWrap(true);
    m_legend->setObjectName(QStringLiteral("votesLegend"));
    m_note->setWordWrap(true);
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(m_question);
    layout->addWidget(m_steps);
    layout->addWidget(m_hint);
    layout->addWidget(m_legend);
    layout->addWidget(m_options);
    layout->addWidget(m_note);
    layout->addStretch(1);
    setWidget(content);
    content->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    connect(m_options, &OptionLines::activated, this, &OptionsPanel::optionActivated);
    connect(&Theme::instance(), &Theme::changed, this, &OptionsPanel::restyle);
    restyle();
}

void OptionsPanel::restyle()
{
    m_question->setFont(
        m_alone ? Theme::instance().font(TextSize::Heading) : Theme::instance().font(TextSize::Body, true));
}

void OptionsPanel::setAlone(bool alone)
{
    if (m_alone != alone) {
        m_alone = alone;
        restyle();
    }
}

Markup OptionsPanel::legendOf(const SampleBundle& bundle) const
{
    const auto part = [](const QString& name, const VoteTally& votes, const QColor& color) {
        QString text = votesText(name, votes);
        if (votes.missing > 0) {
            text += tr(", %n missing", nullptr, votes.missing);
        }
        int other = 0;
        for (const VoteTally::Answer& answer : votes.others) {
            other += answer.count;
        }
        if (!votes.perOption.isEmpty() && other > 0) {
            text += tr(", %n other", nullptr, other);
        }
        Markup legend = Markup::coloured(QStringLiteral("■"), color);
        legend += Markup::text(u' ' + text);
        return legend;
    };
    Markup legend;
    const VoteTally standard = bundle.votes(Condition::Standard);
    if (standard.models() > 0) {
        legend += part(tr("Standard"), standard, tokens().textMuted);
    }
    const VoteTally blind = bundle.votes(Condition::Blind);
    if (blind.models() > 0) {
        if (!legend.isEmpty()) {
            legend += Markup::gap();
        }
        legend += part(tr("Blind"), blind, Theme::instance().flagGroupColor(FlagGroup::BlindlySolvable));
    }
    return legend;
}

void OptionsPanel::setBundle(std::shared_ptr<const SampleBundle> bundle, bool hidden)
{
    if (!bundle) {
        return;
    }
    m_question->setText(bundle->sample.question);
    const QString steps = stepsText(*bundle);
    m_steps->setText(steps);
    m_steps->setVisible(!steps.isEmpty());
    m_hint->setText(bundle->sample.hint.isEmpty() ? QString() : tr("Hint: %1").arg(bundle->sample.hint));
    m_hint->setVisible(!bundle->sample.hint.isEmpty());
    const Markup legend = hidden ? Markup() : legendOf(*bundle);
    m_legend->setMarkup(legend);
    m_legend->setVisible(!legend.isEmpty());
    m_options->setLines(optionLinesOf(*bundle, hidden));
    const QString note = hidden ? QString() : bundle->note();
    m_note->setText(note.isEmpty() ? QString() : tr("Note: %1").arg(note));
    m_note->setVisible(!note.isEmpty());
}

} // namespace winnow
