// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/thumbnailcell.h"

#include "core/domain/flagkind.h"
#include "ui/models/actionicon.h"
#include "ui/models/samplemodel.h"
#include "ui/models/thumbnailprovider.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace winnow {

namespace {

constexpr int kMark = 14;

QFont smallFont()
{
    return Theme::instance().font(TextSize::Small);
}

Action actionOf(const QModelIndex& index)
{
    return Action(index.data(SampleModel::ActionRole).toInt());
}

QRectF markAt(const QRect& line, int right)
{
    return {qreal(line.right() - kMark - right), line.top() + (line.height() - kMark) / 2.0, kMark, kMark};
}

} // namespace

ThumbnailCell::ThumbnailCell(
    QPainter* painter, const QModelIndex& index, const QRect& rect, ThumbnailProvider& pictures)
    : m_painter(painter)
    , m_index(index)
    , m_rect(rect)
    , m_pictures(pictures)
    , m_dropped(actionOf(index) == Action::Drop)
    , m_textOnly(index.data(SampleModel::LoadedRole).toBool()
          && index.data(SampleModel::ImageCountRole).toInt() == 0)
{
    const int textHeight = 3 * QFontMetrics(smallFont()).height() + kUnit + kUnit / 2;
    m_picture = rect.adjusted(kUnit / 2, kUnit / 2, -kUnit / 2, -textHeight - kUnit / 2);
}

void ThumbnailCell::paint(const Look& look)
{
    paintFrame(look);
    if (!m_textOnly) {
        paintPicture();
    }
    paintTexts();
}

void ThumbnailCell::paintFrame(const Look& look)
{
    const Tokens& t = tokens();
    m_painter->setPen(
        look.selected ? QPen(t.accent, 1.5) : QPen(look.hovered ? t.borderStrong : t.border, 1));
    m_painter->setBrush(look.selected ? t.accentSoft : t.surface);
    m_painter->drawRoundedRect(QRectF(m_rect).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    if (look.current) {
        m_painter->setPen(QPen(t.accent, 2));
        m_painter->setBrush(Qt::NoBrush);
        m_painter->drawRoundedRect(QRectF(m_rect).adjusted(1, 1, -1, -1), kRadius, kRadius);
    }
}

void ThumbnailCell::paintPicture()
{
    QPainterPath clip;
    clip.addRoundedRect(QRectF(m_picture), kRadius - 2, kRadius - 2);
    m_painter->fillPath(clip, tokens().canvas);
    const int images = m_index.data(SampleModel::ImageCountRole).toInt();
    if (!m_index.data(SampleModel::LoadedRole).toBool() || images == 0) {
        return;
    }
    const auto image = m_index.data(SampleModel::ImageRole).value<ImageRef>();
    const QImage thumbnail = m_pictures.thumbnail(image);
    if (!thumbnail.isNull()) {
        QSizeF size = thumbnail.size();
        if (size.width() > m_picture.width() || size.height() > m_picture.height()) {
            size.scale(m_picture.size(), Qt::KeepAspectRatio);
        }
        QRectF target(QPointF(), size);
        target.moveCenter(QRectF(m_picture).center());
        m_painter->save();
        m_painter->setClipPath(clip);
        m_painter->setOpacity(m_dropped ? 0.4 : 1);
        m_painter->drawImage(target, thumbnail);
        m_painter->restore();
    } else if (image.state != ImageState::Ok || m_pictures.hasFailed(image.sha256)) {
        QRectF icon(0, 0, 28, 28);
        icon.moveCenter(QRectF(m_picture).center());
        paintLineIcon(m_painter, QStringLiteral("image-missing"), icon, tokens().textFaint);
    }
    if (images > 1) {
        paintBadge(images);
    }
}

void ThumbnailCell::paintBadge(int images)
{
    const QFontMetrics metrics(smallFont());
    const QString count = QStringLiteral("%1").arg(images);
    m_painter->setFont(smallFont());
    const QRectF badge(m_picture.right() - metrics.horizontalAdvance(count) - 2 * kUnit,
        m_picture.bottom() - metrics.height() - 4, metrics.horizontalAdvance(count) + kUnit + 4,
        metrics.height());
    m_painter->setPen(Qt::NoPen);
    QColor ground = tokens().surface;
    ground.setAlphaF(0.85F);
    m_painter->setBrush(ground);
    m_painter->drawRoundedRect(badge, 4, 4);
    m_painter->setPen(tokens().textMuted);
    m_painter->drawText(badge, Qt::AlignCenter, count);
}

int ThumbnailCell::paintMarks(const QRect& line)
{
    int right = 0;
    if (const Action action = actionOf(m_index); action != Action::None) {
        paintLineIcon(m_painter, actionIcon(action), markAt(line, 0), tokens().text);
        right = 18;
    } else if (m_index.data(SampleModel::ReviewedRole).toBool()) {
        paintLineIcon(m_painter, QStringLiteral("check"), markAt(line, 0), tokens().textMuted);
        right = 18;
    }
    return paintGroups(line, right);
}

int ThumbnailCell::paintGroups(const QRect& line, int right)
{
    const quint32 kinds = m_index.data(SampleModel::KindMaskRole).toUInt();
    const quint32 open = m_index.data(SampleModel::OpenMaskRole).toUInt();
    QVector<FlagGroup> groups;
    QVector<bool> stillOpen;
    for (const FlagKind& kind : flagKinds()) {
        if (kinds & (1U << kind.index)) {
            if (!groups.contains(kind.group)) {
                groups.append(kind.group);
                stillOpen.append(false);
            }
            stillOpen[groups.indexOf(kind.group)] |= (open & (1U << kind.index)) != 0;
        }
    }
    for (int i = int(groups.size()) - 1; i >= 0; --i) {
        m_painter->setOpacity(stillOpen.at(i) ? 1 : 0.4);
        paintLineIcon(m_painter, QStringLiteral("group-") + flagGroupId(groups.at(i)), markAt(line, right),
            Theme::instance().flagGroupColor(groups.at(i)));
        m_painter->setOpacity(1);
        right += 17;
    }
    return right;
}

void ThumbnailCell::paintTexts()
{
    const QFontMetrics metrics(smallFont());
    const QRect line(m_rect.left() + kUnit,
        m_textOnly ? m_rect.top() + kUnit : m_picture.bottom() + kUnit / 2 + 1, m_rect.width() - 2 * kUnit,
        metrics.height());
    const int right = paintMarks(line);
    m_painter->setFont(smallFont());
    m_painter->setPen(tokens().textMuted);
    m_painter->drawText(line.adjusted(0, 0, -right - 4, 0), Qt::AlignLeft | Qt::AlignVCenter,
        metrics.elidedText(
            m_index.data(SampleModel::KeyRole).toString(), Qt::ElideMiddle, line.width() - right - 4));
    QRect question = line.translated(0, metrics.height() + (m_textOnly ? kUnit / 2 : 1));
    const QFont words = m_textOnly ? Theme::instance().font(TextSize::Body) : smallFont();
    const int lineHeight = QFontMetrics(words).height();
    // Whole lines only.
    const int lines = m_textOnly ? (m_rect.bottom() - kUnit / 2 - question.top()) / lineHeight : 2;
    question.setHeight(lines * lineHeight + 1);
    m_painter->setFont(words);
    m_painter->setPen(tokens().text);
    m_painter->setOpacity(m_textOnly && m_dropped ? 0.5 : 1);
    const QString asked = m_index.data(SampleModel::QuestionRole).toString().simplified().left(120 * lines);
    m_painter->drawText(question, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, asked);
    m_painter->setOpacity(1);
}

} // namespace winnow
