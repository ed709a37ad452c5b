// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/evidencecard.h"

#include "ui/models/terms.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/icons.h"

#include <QJsonArray>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QResizeEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace winnow {

namespace {

constexpr int kPadding = 12;
constexpr int kBarsShown = 6;
constexpr int kBarHeight = 8;
constexpr int kLabelWidth = 7 * kUnit;
constexpr int kNumberWidth = 5 * kUnit;
constexpr int kStateWidth = 12 * kUnit;
constexpr int kRelatedShown = 6;

QFont bodyFont(bool strong = false)
{
    return Theme::instance().font(TextSize::Body, strong);
}

QFont smallFont(bool strong = false)
{
    return Theme::instance().font(TextSize::Small, strong);
}

int lineHeightOf(const QFont& font)
{
    return QFontMetrics(font).height();
}

QString number(double value, int decimals)
{
    return QLocale().toString(value, 'f', decimals);
}

/// "p = 0.003", "p < 0.001": nobody needs more.
QString probability(const QString& name, double value)
{
    return value < 0.001 ? EvidenceCard::tr("%1 < 0.001").arg(name)
                         : EvidenceCard::tr("%1 = %2").arg(name, number(value, 3));
}

/// What a flag's score rests on, in few words each.
QStringList factsOf(const Flag& flag)
{
    const QJsonObject& evidence = flag.evidence;
    QStringList facts;
    const auto fact = [&](const char* key, auto&& text) {
        const QJsonValue value = evidence.value(QLatin1String(key));
        if (value.isDouble()) {
            facts.append(text(value.toDouble()));
        }
    };
    fact("effective_models",
        [](double v) { return EvidenceCard::tr("%1 independent models").arg(number(v, 1)); });
    fact("p_value", [](double v) { return probability(QStringLiteral("p"), v); });
    fact("q_value", [](double v) { return probability(QStringLiteral("q"), v); });
    fact("agreement", [](double v) { return EvidenceCard::tr("%1% agree").arg(number(v * 100, 0)); });
    // A score is called a probability only where people have checked enough to learn it from.
    if (evidence.value(QLatin1String("scale")).toString() == u"probability") {
        facts.append(EvidenceCard::tr("%1% likely faulty, learnt from %Ln checked answers", nullptr,
            evidence.value(QLatin1String("checked")).toInt())
                         .arg(number(flag.score * 100, 0)));
    }
    fact("place", [&](double v) {
        return EvidenceCard::tr("rank %1 of %2 by doubt, not a probability")
            .arg(number(v, 0), number(evidence.value(QLatin1String("judged")).toDouble(), 0));
    });
    fact("r", [](double v) { return EvidenceCard::tr("item-rest r = %1").arg(number(v, 2)); });
    fact("distance", [](double v) { return EvidenceCard::tr("distance %1").arg(number(v, 0)); });
    fact("similarity", [](double v) { return EvidenceCard::tr("similarity %1").arg(number(v, 2)); });
    return facts;
}

QString stateIcon(FlagState state)
{
    switch (state) {
    case FlagState::Open:
        return {};
    case FlagState::Confirmed:
        return QStringLiteral("confirm");
    case FlagState::Overridden:
        return QStringLiteral("override");
    case FlagState::Unsure:
        return QStringLiteral("unsure");
    case FlagState::Disputed:
        return QStringLiteral("people");
    }
    return {};
}

} // namespace

EvidenceCard::EvidenceCard(QWidget* parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void EvidenceCard::setFlag(const Flag& flag)
{
    m_flag = flag;
    readEvidence();
    setAccessibleName(tr("%1, score %2, %3")
                          .arg(flagKindTitle(flag.kind), number(flag.score, 2), flagStateTitle(flag.state)));
    setAccessibleDescription(m_summary + u' ' + m_facts);
    if (testAttribute(Qt::WA_WState_Created)) {
        // A card that showed a longer flag before gives its room back.
        setMinimumHeight(heightForWidth(width()));
    }
    updateGeometry();
    update();
}

void EvidenceCard::setCurrent(bool current)
{
    if (m_current != current) {
        m_current = current;
        update();
    }
}

void EvidenceCard::readEvidence()
{
    m_summary = summaryText(m_flag.evidence);
    const QJsonArray accepted = m_flag.evidence.value(QLatin1String("accepted")).toArray();
    if (!accepted.isEmpty()) {
        QStringList answers;
        for (const QJsonValue& answer : accepted) {
            answers.append(answer.toString());
        }
        m_summary += u'\n'
            + tr("Asked as: %1").arg(m_flag.evidence.value(QLatin1String("question")).toString()) + u'\n'
            + tr("Accepted: %1").arg(answers.join(QStringLiteral(" · ")));
    }
    m_facts = factsOf(m_flag).join(QStringLiteral(" · "));
    readVotes();
    readRelated();
}

void EvidenceCard::readVotes()
{
    const QJsonObject& evidence = m_flag.evidence;
    m_bars.clear();
    m_chance = -1;
    m_chanceText.clear();
    m_barsTop = 0;
    const double models = evidence.value(QLatin1String("models")).toDouble();
    const double expected = evidence.value(QLatin1String("expected")).toDouble(-1);
    const QJsonArray votes = evidence.value(QLatin1String("votes")).toArray();
    for (const QJsonValue& value : votes) {
        const QJsonObject vote = value.toObject();
        const double count = vote.value(QLatin1String("count")).toDouble();
        m_bars.append({vote.value(QLatin1String("answer")).toString().simplified(), count,
            QLocale().toString(qint64(count)), vote.value(QLatin1String("gold")).toBool()});
        m_barsTop = std::max(m_barsTop, count);
    }
    if (m_bars.size() > kBarsShown) {
        m_bars.resize(kBarsShown);
    }
    if (!m_bars.isEmpty() && models > 0) {
        m_barsTop = std::max(m_barsTop, models);
    }
    if (!m_bars.isEmpty() && expected >= 0 && expected <= m_barsTop) {
        m_chance = expected;
        m_chanceText = tr("chance %1").arg(number(expected, 1));
    }
}

void EvidenceCard::readRelated()
{
    m_related.clear();
    const QJsonArray group = m_flag.evidence.value(QLatin1String("group")).toArray();
    for (const QJsonValue& value : group) {
        const QString key
            = value.isObject() ? value.toObject().value(QLatin1String("key")).toString() : value.toString();
        if (!key.isEmpty() && key != m_flag.sampleKey && m_related.size() < kRelatedShown) {
            m_related.append(key);
        }
    }
}

int EvidenceCard::summaryHeight(int width) const
{
    return m_summary.isEmpty()
        ? 0
        : QFontMetrics(bodyFont(), this)
              .boundingRect(QRect(0, 0, width - 2 * kPadding - 4, 1 << 16), Qt::TextWordWrap, m_summary)
              .height();
}

int EvidenceCard::chartHeight() const
{
    if (m_bars.isEmpty()) {
        return 0;
    }
    const int row = std::max(lineHeightOf(smallFont()), kBarHeight) + 2;
    return int(m_bars.size()) * row + (m_chance >= 0 ? lineHeightOf(smallFont()) : 0);
}

int EvidenceCard::heightForWidth(int width) const
{
    int height = 2 * kPadding + lineHeightOf(bodyFont(true));
    if (!m_summary.isEmpty()) {
        height += kUnit / 2 + summaryHeight(width);
    }
    if (!m_bars.isEmpty()) {
        height += kUnit + chartHeight();
    }
    if (!m_facts.isEmpty()) {
        height += kUnit / 2 + lineHeightOf(smallFont());
    }
    if (!m_related.isEmpty()) {
        height += kUnit / 2 + lineHeightOf(bodyFont()) + 4;
    }
    return height;
}

QVector<QRect> EvidenceCard::relatedRects() const
{
    QVector<QRect> rects;
    const QFontMetrics metrics(bodyFont(), this);
    const int top = height() - kPadding - metrics.height() - 2;
    int x = kPadding + 4;
    for (const QString& key : m_related) {
        const int wide = metrics.horizontalAdvance(key) + 2 * kUnit;
        if (x + wide > width() - kPadding && !rects.isEmpty()) {
            break;
        }
        rects.append(QRect(x, top, std::min(wide, width() - kPadding - x), metrics.height() + 4));
        x += wide + kUnit / 2;
    }
    return rects;
}

QSize EvidenceCard::sizeHint() const
{
    return {40 * kUnit, heightForWidth(std::max(width(), 40 * kUnit))};
}

void EvidenceCard::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    // The first layout asks before the width is known: a summary that then wraps needs more than it gave.
    setMinimumHeight(heightForWidth(event->size().width()));
}

void EvidenceCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens& t = tokens();
    const QColor hue = Theme::instance().flagGroupColor(flagGroupOfKind(m_flag.kind));
    paintFrame(painter, hue);
    const int left = kPadding + 4;
    const int across = width() - kPadding - left;
    int y = kPadding;
    const QRect head(left, y, across, lineHeightOf(bodyFont(true)));
    paintHead(painter, head, hue);
    y += head.height();
    if (!m_summary.isEmpty()) {
        y += kUnit / 2;
        const int textHeight = summaryHeight(width());
        painter.setFont(bodyFont());
        painter.setPen(t.text);
        painter.drawText(QRect(left, y, across, textHeight), Qt::TextWordWrap, m_summary);
        y += textHeight;
    }
    if (!m_bars.isEmpty()) {
        y += kUnit;
        paintChart(painter, QRect(left, y, across, chartHeight()), hue);
        y += chartHeight();
    }
    if (!m_facts.isEmpty()) {
        y += kUnit / 2;
        painter.setFont(smallFont());
        painter.setPen(t.textMuted);
        painter.drawText(QRect(left, y, across, lineHeightOf(smallFont())), Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetrics(smallFont(), this).elidedText(m_facts, Qt::ElideRight, across));
    }
    paintRelated(painter);
}

void EvidenceCard::paintFrame(QPainter& painter, const QColor& hue) const
{
    const Tokens& t = tokens();
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(m_current ? t.accent : t.border, m_current ? 2 : 1));
    painter.setBrush(t.surface);
    painter.drawRoundedRect(m_current ? frame.adjusted(0.5, 0.5, -0.5, -0.5) : frame, kRadius, kRadius);
    painter.setPen(Qt::NoPen);
    painter.setBrush(hue);
    painter.drawRoundedRect(QRectF(5, kPadding, 3, height() - 2 * kPadding), 1.5, 1.5);
}

void EvidenceCard::paintHead(QPainter& painter, const QRect& where, const QColor& hue) const
{
    const int right = where.left() + where.width();
    const QRectF icon(where.left(), where.top() + (where.height() - 16) / 2.0, 16, 16);
    paintLineIcon(&painter, QStringLiteral("group-") + flagGroupId(flagGroupOfKind(m_flag.kind)), icon, hue);
    painter.setFont(Theme::instance().numberFont());
    painter.setPen(tokens().textMuted);
    const QString score = number(m_flag.score, 2);
    const int scoreWidth = QFontMetrics(painter.font(), this).horizontalAdvance(score);
    painter.drawText(QRect(right - scoreWidth, where.top(), scoreWidth, where.height()),
        Qt::AlignRight | Qt::AlignVCenter, score);
    const int stateWidth = m_flag.state == FlagState::Open ? 0 : kStateWidth;
    const int titleLeft = where.left() + 3 * kUnit;
    const QRect title(
        titleLeft, where.top(), right - scoreWidth - kUnit - stateWidth - titleLeft, where.height());
    painter.setFont(bodyFont(true));
    painter.setPen(tokens().text);
    painter.drawText(title, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetrics(painter.font(), this)
            .elidedText(flagKindTitle(m_flag.kind), Qt::ElideRight, title.width()));
    paintState(painter, QRect(title.right() + 1, where.top(), stateWidth, where.height()));
}

void EvidenceCard::paintRelated(QPainter& painter) const
{
    const QVector<QRect> links = relatedRects();
    for (int i = 0; i < links.size(); ++i) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens().hover);
        painter.drawRoundedRect(links.at(i), kRadius, kRadius);
        painter.setFont(bodyFont());
        painter.setPen(tokens().accent);
        painter.drawText(links.at(i), Qt::AlignCenter,
            QFontMetrics(bodyFont(), this)
                .elidedText(m_related.at(i), Qt::ElideMiddle, links.at(i).width() - kUnit));
    }
}

void EvidenceCard::paintState(QPainter& painter, const QRect& where) const
{
    if (where.width() <= 0) {
        return;
    }
    const QString text = flagStateTitle(m_flag.state);
    painter.setFont(smallFont(true));
    painter.setPen(tokens().textMuted);
    const int textWidth
        = std::min(QFontMetrics(painter.font(), this).horizontalAdvance(text), where.width() - 20);
    painter.drawText(QRect(where.right() - textWidth, where.top(), textWidth, where.height()),
        Qt::AlignLeft | Qt::AlignVCenter, text);
    paintLineIcon(&painter, stateIcon(m_flag.state),
        QRectF(where.right() - textWidth - 19, where.top() + (where.height() - 14) / 2.0, 14, 14),
        tokens().textMuted);
}

void EvidenceCard::paintChart(QPainter& painter, const QRect& where, const QColor& hue) const
{
    const Tokens& t = tokens();
    const int row = std::max(lineHeightOf(smallFont()), kBarHeight) + 2;
    const QFontMetrics metrics(smallFont(), this);
    int labelWidth = 0;
    for (const Bar& bar : m_bars) {
        labelWidth
            = std::max(labelWidth, QFontMetrics(smallFont(true), this).horizontalAdvance(bar.label) + 1);
    }
    labelWidth = std::min(labelWidth, kLabelWidth) + kUnit;
    const QRectF scale(
        where.left() + labelWidth, where.top(), where.width() - labelWidth - kNumberWidth, where.height());
    for (int i = 0; i < m_bars.size(); ++i) {
        const Bar& bar = m_bars.at(i);
        const int y = where.top() + i * row;
        painter.setFont(smallFont(bar.gold));
        painter.setPen(bar.gold ? t.text : t.textMuted);
        painter.drawText(QRect(where.left(), y, labelWidth - kUnit, row), Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetrics(painter.font(), this).elidedText(bar.label, Qt::ElideRight, labelWidth - kUnit));
        const QRectF track(scale.left(), y + (row - kBarHeight) / 2.0, scale.width(), kBarHeight);
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.hover);
        painter.drawRoundedRect(track, kBarHeight / 2.0, kBarHeight / 2.0);
        const double length = m_barsTop > 0 ? track.width() * bar.value / m_barsTop : 0;
        if (length > 0) {
            painter.setBrush(bar.gold ? hue : t.textFaint);
            painter.drawRoundedRect(
                QRectF(track.left(), track.top(), std::max<double>(kBarHeight, length), kBarHeight),
                kBarHeight / 2.0, kBarHeight / 2.0);
        }
        painter.setFont(Theme::instance().numberFont(TextSize::Small));
        painter.setPen(t.text);
        const QRect numberBox(int(scale.right()), y, kNumberWidth, row);
        painter.drawText(numberBox, Qt::AlignRight | Qt::AlignVCenter, bar.number);
        if (bar.gold) {
            paintLineIcon(&painter, QStringLiteral("check"),
                QRectF(numberBox.left() + 4, y + (row - 12) / 2.0, 12, 12), t.textMuted);
        }
    }
    if (m_chance >= 0 && m_barsTop > 0) {
        const double x = scale.left() + scale.width() * m_chance / m_barsTop;
        const double bottom = where.top() + double(m_bars.size()) * row;
        painter.setPen(QPen(t.text, 1, Qt::DashLine));
        painter.drawLine(QPointF(x, where.top()), QPointF(x, bottom));
        painter.setFont(smallFont());
        painter.setPen(t.textMuted);
        const int textWidth = metrics.horizontalAdvance(m_chanceText);
        const double textLeft
            = std::clamp(x - textWidth / 2.0, double(where.left()), double(where.right() - textWidth));
        painter.drawText(QRectF(textLeft, bottom, textWidth + 2, lineHeightOf(smallFont())),
            Qt::AlignLeft | Qt::AlignVCenter, m_chanceText);
    }
}

void EvidenceCard::mousePressEvent(QMouseEvent* event)
{
    const QVector<QRect> links = relatedRects();
    for (int i = 0; i < links.size(); ++i) {
        if (links.at(i).contains(event->pos())) {
            emit relatedChosen(m_related.at(i));
            return;
        }
    }
    emit chosen();
}

void EvidenceCard::mouseMoveEvent(QMouseEvent* event)
{
    const QVector<QRect> links = relatedRects();
    const bool link = std::any_of(
        links.cbegin(), links.cend(), [event](const QRect& rect) { return rect.contains(event->pos()); });
    setCursor(link ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void EvidenceCard::focusInEvent(QFocusEvent* event)
{
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason) {
        emit chosen();
    }
    QWidget::focusInEvent(event);
}

EvidenceList::EvidenceList(QWidget* parent)
    : QScrollArea(parent)
    , m_layout(nullptr)
    , m_noticeTitle(new Text({}, TextSize::Body))
    , m_noticeText(new Text({}, TextSize::Small, Text::Tone::Muted))
{
    setObjectName(QStringLiteral("evidence"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget;
    m_layout = new QVBoxLayout(content);
    m_layout->setContentsMargins(0, 0, kUnit, kUnit);
    m_layout->setSpacing(kUnit);
    m_noticeTitle->setStrong(true);
    m_noticeTitle->setWordWrap(true);
    m_noticeText->setWordWrap(true);
    m_layout->addWidget(m_noticeTitle);
    m_layout->addWidget(m_noticeText);
    m_layout->addStretch(1);
    setWidget(content);
    content->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    m_noticeTitle->hide();
    m_noticeText->hide();
    m_reveal.setSingleShot(true);
    connect(&m_reveal, &QTimer::timeout, this, &EvidenceList::reveal);
}

EvidenceCard* EvidenceList::cardAt(int index)
{
    while (m_cards.size() <= index) {
        auto* card = new EvidenceCard;
        const int place = int(m_cards.size());
        connect(card, &EvidenceCard::relatedChosen, this, &EvidenceList::relatedChosen);
        connect(card, &EvidenceCard::chosen, this, [this, place] { emit currentChosen(place); });
        m_layout->insertWidget(2 + place, card);
        m_cards.append(card);
    }
    return m_cards.at(index);
}

void EvidenceList::setFlags(const QVector<Flag>& flags, int current)
{
    m_noticeTitle->hide();
    m_noticeText->hide();
    m_count = int(flags.size());
    for (int i = 0; i < flags.size(); ++i) {
        cardAt(i)->setFlag(flags.at(i));
        cardAt(i)->show();
    }
    for (int i = m_count; i < m_cards.size(); ++i) {
        m_cards.at(i)->hide();
    }
    setCurrent(current);
}

QString EvidenceList::relatedOfCurrent() const
{
    return m_current >= 0 && m_current < m_count ? m_cards.at(m_current)->related().value(0) : QString();
}

void EvidenceList::setNotice(const QString& title, const QString& text)
{
    m_count = 0;
    m_current = -1;
    for (EvidenceCard* card : std::as_const(m_cards)) {
        card->hide();
    }
    m_noticeTitle->setText(title);
    m_noticeText->setText(text);
    m_noticeTitle->show();
    m_noticeText->setVisible(!text.isEmpty());
}

void EvidenceList::setCurrent(int index)
{
    m_current = index;
    for (int i = 0; i < m_cards.size(); ++i) {
        m_cards.at(i)->setCurrent(i == index);
    }
    // Now for a card that stands where it stood, and once the cards have their places.
    reveal();
    m_reveal.start();
}

void EvidenceList::reveal()
{
    if (m_current >= 0 && m_current < m_count) {
        ensureWidgetVisible(m_cards.at(m_current), 0, kUnit);
    }
}

void EvidenceList::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    m_reveal.start();
}

} // namespace winnow
