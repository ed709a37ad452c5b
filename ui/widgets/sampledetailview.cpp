// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sampledetailview.h"

#include "ui/models/terms.h"
#include "ui/models/thumbnailprovider.h"
#include "ui/util/format.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/optionspanel.h"
#include "ui/widgets/optionvotes.h"
#include "ui/widgets/soundverdicts.h"

#include <QDateTime>
#include <QEvent>
#include <QLocale>
#include <QVBoxLayout>

namespace winnow {

namespace {

void clear(QLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

QString evidenceSummary(const Flag& flag)
{
    return summaryText(flag.evidence);
}

} // namespace

SampleDetailView::SampleDetailView(ThumbnailProvider* thumbnails, QWidget* parent)
    : QScrollArea(parent)
    , m_thumbnails(thumbnails)
    , m_content(new QWidget)
    , m_image(new PlainLabel)
    , m_imageNote(new Text({}, TextSize::Small, Text::Tone::Faint))
    , m_key(new Text({}, TextSize::Small, Text::Tone::Muted))
    , m_steps(new Text({}, TextSize::Small, Text::Tone::Muted))
    , m_question(new Text({}))
    , m_votes(new OptionVotes)
    , m_gold(new Text({}))
    , m_tally(new Text({}, TextSize::Small, Text::Tone::Muted))
    , m_flags(new QVBoxLayout)
    , m_sound(new SoundVerdicts(SoundVerdicts::Lines::All))
    , m_decisions(new QVBoxLayout)
    , m_flagTitle(new Text(tr("Flags"), TextSize::Small, Text::Tone::Muted))
    , m_decisionTitle(new Text(tr("Decisions"), TextSize::Small, Text::Tone::Muted))
    , m_empty(new EmptyState(this))
{
    setObjectName(QStringLiteral("sampleDetail"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(2 * kUnit, 2 * kUnit, 2 * kUnit, 2 * kUnit);
    layout->setSpacing(kUnit);
    m_image->setAlignment(Qt::AlignCenter);
    m_image->setCursor(Qt::PointingHandCursor);
    m_image->setObjectName(QStringLiteral("detailImage"));
    m_image->installEventFilter(this);
    m_question->setWordWrap(true);
    m_question->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_gold->setWordWrap(true);
    m_gold->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_tally->setWordWrap(true);
    m_tally->setObjectName(QStringLiteral("tally"));
    m_key->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_key->setWordWrap(true);
    m_steps->setObjectName(QStringLiteral("steps"));
    m_steps->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_steps->setWordWrap(true);
    m_flags->setSpacing(kUnit);
    m_decisions->setSpacing(kUnit / 2);
    m_flagTitle->setStrong(true);
    m_decisionTitle->setStrong(true);
    layout->addWidget(m_image);
    layout->addWidget(m_imageNote);
    layout->addWidget(m_key);
    layout->addWidget(m_steps);
    layout->addWidget(m_question);
    layout->addWidget(m_votes);
    layout->addWidget(m_gold);
    layout->addWidget(m_tally);
    layout->addSpacing(kUnit);
    layout->addWidget(m_flagTitle);
    layout->addLayout(m_flags);
    layout->addWidget(m_sound);
    layout->addSpacing(kUnit);
    layout->addWidget(m_decisionTitle);
    layout->addLayout(m_decisions);
    layout->addStretch(1);
    setWidget(m_content);
    m_content->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    connect(m_thumbnails, &ThumbnailProvider::ready, this, [this](const QByteArray& hash) {
        if (m_detail && !m_detail->sample.images.isEmpty()
            && m_detail->sample.images.first().sha256 == hash) {
            showImage();
        }
    });
    showNothing({}, {});
}

void SampleDetailView::showNothing(const QString& title, const QString& text)
{
    m_detail.reset();
    m_content->hide();
    m_empty->set(title.isEmpty() ? QString() : QStringLiteral("samples"), title, text);
    m_empty->setGeometry(rect());
    m_empty->setVisible(!title.isEmpty());
}

void SampleDetailView::show(std::shared_ptr<const SampleBundle> detail)
{
    const bool same = m_detail && m_detail->sample.id == detail->sample.id;
    m_detail = std::move(detail);
    const Sample& sample = m_detail->sample;
    m_empty->hide();
    m_key->setText(sample.capability.isEmpty() ? sample.key()
                                               : sample.key() + QStringLiteral("  ·  ") + sample.capability);
    const QString steps = stepsText(*m_detail);
    m_steps->setText(steps);
    m_steps->setVisible(!steps.isEmpty());
    m_question->setText(sample.hint.isEmpty() ? sample.question : sample.hint + u'\n' + sample.question);
    m_votes->setVisible(sample.isMcq());
    if (sample.isMcq()) {
        m_votes->set(*m_detail);
    }
    const bool goldShown = sample.isMcq() && sample.goldIndex() >= 0;
    m_gold->setVisible(!goldShown);
    m_gold->setText(sample.gold.isEmpty()
            ? tr("No gold answer is known")
            : tr("Gold: %1")
                  .arg(sample.acceptedAnswers.isEmpty() ? sample.gold
                                                        : sample.acceptedAnswers.join(QLatin1String(" | "))));
    showImage();
    fillResponses();
    fillFlags();
    fillDecisions();
    m_content->show();
    if (!same) {
        ensureVisible(0, 0);
    }
}

void SampleDetailView::showImage()
{
    const Sample& sample = m_detail->sample;
    m_image->setVisible(!sample.images.isEmpty());
    m_imageNote->setVisible(!sample.images.isEmpty());
    if (sample.images.isEmpty()) {
        return;
    }
    const ImageRef& image = sample.images.first();
    const QImage thumbnail = m_thumbnails->thumbnail(image);
    const int room = qMax(120, viewport()->width() - 4 * kUnit);
    if (thumbnail.isNull()) {
        m_image->setPixmap({});
        m_image->setFixedHeight(room * 3 / 5);
        m_image->setText(image.state == ImageState::Ok && !m_thumbnails->hasFailed(image.sha256)
                ? QString()
                : tr("The image cannot be shown"));
    } else {
        QSize size = thumbnail.size();
        if (size.width() > room || size.height() > room) {
            size.scale(room, room, Qt::KeepAspectRatio);
        }
        const qreal ratio = devicePixelRatioF();
        QPixmap pixmap = QPixmap::fromImage(
            thumbnail.scaled(size * ratio, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
        pixmap.setDevicePixelRatio(ratio);
        m_image->setFixedHeight(qMax(size.height(), 8 * kUnit));
        m_image->setPixmap(pixmap);
    }
    QString note;
    if (image.width > 0) {
        note = tr("%1 × %2 px").arg(image.width).arg(image.height);
    }
    if (sample.images.size() > 1) {
        note += (note.isEmpty() ? QString() : QStringLiteral("  ·  "))
            + tr("%n images", nullptr, int(sample.images.size()));
    }
    m_imageNote->setText(note);
}

void SampleDetailView::fillResponses()
{
    QStringList parts;
    for (const Condition condition : kConditions) {
        if (!m_detail->hasCondition(condition)) {
            continue;
        }
        const VoteTally votes = m_detail->votes(condition);
        if (votes.answered > 0) {
            parts.append(
                tr("%1; %2 right").arg(votesText(conditionTitle(condition), votes)).arg(votes.right));
        }
    }
    m_tally->setText(parts.join(u'\n'));
    m_tally->setVisible(!parts.isEmpty());
}

void SampleDetailView::fillFlags()
{
    clear(m_flags);
    m_sound->set(m_detail->judgements);
    m_flagTitle->setVisible(!m_detail->flags.isEmpty() || !m_sound->lines().isEmpty());
    for (const Flag& flag : m_detail->flags) {
        auto* row = new QWidget;
        auto* rows = new QVBoxLayout(row);
        rows->setContentsMargins(0, 0, 0, 0);
        rows->setSpacing(2);
        auto* line = new QHBoxLayout;
        line->setSpacing(kUnit);
        auto* chip = new Chip(flagKindTitle(flag.kind), Chip::Use::Label);
        chip->setGroup(flagGroupOfKind(flag.kind));
        chip->setFaded(flag.state != FlagState::Open);
        line->addWidget(chip);
        line->addStretch(1);
        const QString state
            = flag.state == FlagState::Open ? formatNumber(flag.score) : flagStateTitle(flag.state);
        line->addWidget(new Text(state, TextSize::Small, Text::Tone::Muted));
        rows->addLayout(line);
        const QString summary = evidenceSummary(flag);
        if (!summary.isEmpty()) {
            auto* text = new Text(summary, TextSize::Small, Text::Tone::Muted);
            text->setWordWrap(true);
            text->setTextInteractionFlags(Qt::TextSelectableByMouse);
            rows->addWidget(text);
        }
        m_flags->addWidget(row);
    }
}

void SampleDetailView::fillDecisions()
{
    clear(m_decisions);
    const QVector<Decision> standing = m_detail->effectiveDecisions();
    m_decisionTitle->setVisible(!standing.isEmpty());
    for (const Decision& decision : standing) {
        QStringList words;
        if (!decision.kind.isEmpty()) {
            words.append(flagKindTitle(decision.kind));
        }
        if (decision.verdict != Verdict::None) {
            words.append(verdictTitle(decision.verdict));
        }
        if (decision.action != Action::None && decision.newGold.isEmpty()) {
            words.append(actionTitle(decision.action));
        }
        if (!decision.newGold.isEmpty()) {
            words.append(tr("New gold %1").arg(decision.newGold));
        }
        if (words.isEmpty()) {
            words.append(tr("Note"));
        }
        const QDateTime at = QDateTime::fromString(decision.at, Qt::ISODateWithMs).toLocalTime();
        auto* text = new Text(tr("%1 – %2, %3")
                                  .arg(words.join(QLatin1String(", ")), decision.annotator,
                                      QLocale().toString(at, QLocale::ShortFormat)),
            TextSize::Small, Text::Tone::Muted);
        text->setWordWrap(true);
        m_decisions->addWidget(text);
        if (!decision.note.isEmpty()) {
            auto* note = new Text(decision.note, TextSize::Small);
            note->setWordWrap(true);
            m_decisions->addWidget(note);
        }
    }
}

bool SampleDetailView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_image && event->type() == QEvent::MouseButtonRelease) {
        emit imageClicked();
    }
    return QScrollArea::eventFilter(watched, event);
}

void SampleDetailView::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    m_empty->setGeometry(rect());
    if (m_detail) {
        showImage();
    }
}

} // namespace winnow
