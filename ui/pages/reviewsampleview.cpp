// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reviewsampleview.h"

#include "ui/models/reviewcontroller.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/evidencecard.h"
#include "ui/widgets/imageview.h"
#include "ui/widgets/optionspanel.h"
#include "ui/widgets/responsepanel.h"
#include "ui/widgets/soundverdicts.h"

#include <QVBoxLayout>

namespace winnow {

namespace {

constexpr double kZoomStep = 1.25;
constexpr double kPanStep = 8 * kUnit;

} // namespace

ReviewSampleView::ReviewSampleView(QWidget* parent)
    : QuietSplitter(Qt::Horizontal, parent)
    , m_left(new QuietSplitter(Qt::Vertical))
    , m_right(new QuietSplitter(Qt::Vertical))
    , m_image(new ImageView)
    , m_options(new OptionsPanel)
    , m_evidence(new EvidenceList)
    , m_judges(new SoundVerdicts(SoundVerdicts::Lines::One))
    , m_responses(new ResponsePanel)
{
    setContentsMargins(2 * kUnit, 0, kUnit, 0);
    buildLeft();
    buildRight();
    setStretchFactor(0, 5);
    setStretchFactor(1, 1);
    setSizes({96 * kUnit, 54 * kUnit});
}

void ReviewSampleView::buildLeft()
{
    m_left->addWidget(m_image);
    auto* card = new Card;
    card->body()->setContentsMargins(1, 1, 1, 1);
    card->body()->addWidget(m_options);
    m_left->addWidget(card);
    m_left->setStretchFactor(0, 3);
    m_left->setStretchFactor(1, 2);
    m_left->setSizes({42 * kUnit, 28 * kUnit});
    addWidget(m_left);
}

void ReviewSampleView::buildRight()
{
    auto* upper = new QWidget;
    auto* upperLayout = new QVBoxLayout(upper);
    upperLayout->setContentsMargins(0, 0, 0, 0);
    upperLayout->setSpacing(kUnit);
    auto* title = new Text(tr("Evidence"), TextSize::Body);
    title->setStrong(true);
    upperLayout->addWidget(title);
    upperLayout->addWidget(m_judges);
    upperLayout->addWidget(m_evidence, 1);
    upper->setMinimumWidth(36 * kUnit);
    m_right->addWidget(upper);
    m_right->addWidget(m_responses);
    m_right->setStretchFactor(0, 3);
    m_right->setStretchFactor(1, 2);
    m_right->setSizes({40 * kUnit, 30 * kUnit});
    // A splitter sets its own limits; its frame keeps the column narrow on a wide screen.
    auto* frame = new QWidget;
    frame->setMaximumWidth(76 * kUnit);
    auto* framed = new QVBoxLayout(frame);
    framed->setContentsMargins(0, 0, 0, 0);
    framed->addWidget(m_right);
    addWidget(frame);
}

void ReviewSampleView::showImages(const ShownSample& shown)
{
    const bool readable = shown.bundle() != nullptr;
    const QVector<ShownImage> images = readable ? shown.item()->images : QVector<ShownImage>();
    // Without a picture there is no place for one: the question and the options have all of it.
    m_image->setVisible(!readable || !images.isEmpty());
    m_options->setAlone(readable && images.isEmpty());
    m_image->setImages(images, readable ? shown.id().value : 0);
}

void ReviewSampleView::showStanding(const ReviewController& review)
{
    const ShownSample& shown = review.walk().shown();
    const auto& bundle = shown.bundle();
    const bool hidden = review.decisions().isHidden();
    m_options->setBundle(bundle, hidden);
    m_responses->setBundle(bundle, hidden);
    if (hidden) {
        m_evidence->setNotice(tr("Answer first"),
            bundle->sample.isMcq()
                ? tr("Blind review: press the number of the option that you think is right (1 = A). Flags, "
                     "gold and votes show afterwards.")
                : tr("Blind review: press G and write your answer. Flags, gold and votes show afterwards."));
    } else if (bundle->flags.isEmpty()) {
        m_evidence->setNotice(
            tr("No flag on this sample"), tr("You can still drop, keep or fix it, or write a note."));
    } else {
        m_evidence->setFlags(bundle->flags, shown.flagIndex());
    }
    m_judges->set(hidden ? QVector<Judgement>() : bundle->judgements);
}

void ReviewSampleView::showHistory(const QVector<Decision>& events)
{
    QStringList uuids;
    for (const Decision& event : events) {
        uuids.append(event.uuid);
    }
    if (uuids != m_shownHistory) {
        m_shownHistory = uuids;
        m_responses->setHistory(events);
    }
}

bool ReviewSampleView::look(ReviewCommand command)
{
    switch (command) {
    case ReviewCommand::Fit:
        m_image->fit();
        return true;
    case ReviewCommand::ActualSize:
        m_image->showActualSize();
        return true;
    case ReviewCommand::ZoomIn:
        m_image->zoomBy(kZoomStep);
        return true;
    case ReviewCommand::ZoomOut:
        m_image->zoomBy(1 / kZoomStep);
        return true;
    case ReviewCommand::PanLeft:
        m_image->panBy({kPanStep, 0});
        return true;
    case ReviewCommand::PanRight:
        m_image->panBy({-kPanStep, 0});
        return true;
    case ReviewCommand::PanUp:
        m_image->panBy({0, kPanStep});
        return true;
    case ReviewCommand::PanDown:
        m_image->panBy({0, -kPanStep});
        return true;
    case ReviewCommand::RotateLeft:
        m_image->rotateBy(-1);
        return true;
    case ReviewCommand::RotateRight:
        m_image->rotateBy(1);
        return true;
    case ReviewCommand::Contrast:
        m_image->cycleContrast();
        return true;
    default:
        return false;
    }
}

QString ReviewSampleView::contrastText() const
{
    const Contrast contrast = m_image->contrast();
    return contrast == Contrast::Normal   ? tr("Contrast: as it is")
        : contrast == Contrast::Stretched ? tr("Contrast: stretched")
                                          : tr("Contrast: inverted");
}

} // namespace winnow
