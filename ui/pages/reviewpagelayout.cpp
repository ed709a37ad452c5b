// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reviewpagelayout.h"

#include "ui/pages/reviewpage.h"
#include "ui/pages/reviewpagekeys.h"
#include "ui/pages/reviewpagequeues.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/decisionbar.h"
#include "ui/widgets/evidencecard.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/imageview.h"
#include "ui/widgets/optionspanel.h"
#include "ui/widgets/responsepanel.h"
#include "ui/widgets/soundverdicts.h"

#include <QPainter>
#include <QSplitter>
#include <QSplitterHandle>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace winnow {

namespace {

QToolButton* quietButton(const QString& text)
{
    auto* button = new QToolButton;
    button->setText(text);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

/// The gap between two parts; shows what it is only under the mouse.
class QuietHandle : public QSplitterHandle {
public:
    using QSplitterHandle::QSplitterHandle;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), tokens().window);
        if (underMouse()) {
            const QPointF middle = QRectF(rect()).center();
            const bool across = orientation() == Qt::Horizontal;
            const QSizeF grip = across ? QSizeF(3, 4 * kUnit) : QSizeF(4 * kUnit, 3);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(Qt::NoPen);
            painter.setBrush(tokens().borderStrong);
            painter.drawRoundedRect(
                QRectF(middle - QPointF(grip.width() / 2, grip.height() / 2), grip), 1.5, 1.5);
        }
    }
    void enterEvent(QEnterEvent*) override { update(); }
    void leaveEvent(QEvent*) override { update(); }
};

class QuietSplitter : public QSplitter {
public:
    using QSplitter::QSplitter;

protected:
    QSplitterHandle* createHandle() override { return new QuietHandle(orientation(), this); }
};

QSplitter* quietSplitter(Qt::Orientation orientation)
{
    auto* splitter = new QuietSplitter(orientation);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(kUnit);
    return splitter;
}

} // namespace

ProgressLine::ProgressLine(QWidget* parent)
    : QWidget(parent)
{
    setFixedHeight(3);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ProgressLine::setShare(double share)
{
    m_share = share;
    update();
}

void ProgressLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().pressed);
    painter.fillRect(QRectF(0, 0, width() * m_share, height()), tokens().accent);
}

ReviewLayout::ReviewLayout(QWidget* page)
    : stack(new QStackedWidget)
{
    auto* outer = new QVBoxLayout(page);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(stack);

    auto* review = new QWidget;
    auto* rows = new QVBoxLayout(review);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(makeHeader());
    rows->addWidget(makeSample(), 1);
    bar = new DecisionBar;
    bar->setButtons(reviewButtons());
    rows->addWidget(bar);
    rows->addWidget(makeFooter());
    stack->addWidget(review);

    queues = new QueueChooser;
    stack->addWidget(queues);
    notice = new EmptyState;
    notice->setObjectName(QStringLiteral("reviewNotice"));
    stack->addWidget(notice);
}

QWidget* ReviewLayout::makeHeader()
{
    auto* header = new QWidget;
    header->setFixedHeight(6 * kUnit);
    auto* layout = new QHBoxLayout(header);
    layout->setContentsMargins(2 * kUnit, 0, 2 * kUnit, 0);
    layout->setSpacing(2 * kUnit);
    sampleKey = new Text({}, TextSize::Body);
    sampleKey->setStrong(true);
    sampleKey->setObjectName(QStringLiteral("sampleKey"));
    sampleKey->setTextInteractionFlags(Qt::TextSelectableByMouse);
    sampleKey->setFocusPolicy(Qt::NoFocus);
    place = new Text({}, TextSize::Body, Text::Tone::Muted);
    place->setObjectName(QStringLiteral("place"));
    queue = quietButton({});
    queue->setObjectName(QStringLiteral("queueTitle"));
    queue->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    queue->setIcon(lineIcon(QStringLiteral("chevron-down")));
    queue->setIconSize(QSize(14, 14));
    queue->setLayoutDirection(Qt::RightToLeft);
    setTip(queue, ReviewPage::tr("Choose another queue (Q)"));
    state = new Text({}, TextSize::Small, Text::Tone::Muted);
    state->setStrong(true);
    state->setObjectName(QStringLiteral("sampleState"));
    blind = quietButton(ReviewPage::tr("Blind review"));
    blind->setCheckable(true);
    blind->setObjectName(QStringLiteral("blindReview"));
    setTip(blind, ReviewPage::tr("Hide flags, gold and votes until you have answered (B)"));
    layout->addWidget(sampleKey);
    layout->addWidget(place);
    layout->addWidget(queue);
    layout->addStretch(1);
    layout->addWidget(state);
    adjudicate = quietButton(ReviewPage::tr("Adjudicate"));
    adjudicate->setCheckable(true);
    adjudicate->setObjectName(QStringLiteral("adjudicate"));
    setTip(adjudicate, ReviewPage::tr("Your decisions settle what annotators disagree on"));
    layout->addWidget(blind);
    layout->addWidget(adjudicate);
    return header;
}

QWidget* ReviewLayout::makeSample()
{
    columns = quietSplitter(Qt::Horizontal);
    columns->setContentsMargins(2 * kUnit, 0, kUnit, 0);
    left = quietSplitter(Qt::Vertical);
    image = new ImageView;
    left->addWidget(image);
    auto* card = new Card;
    card->body()->setContentsMargins(1, 1, 1, 1);
    options = new OptionsPanel;
    card->body()->addWidget(options);
    left->addWidget(card);
    left->setStretchFactor(0, 3);
    left->setStretchFactor(1, 2);
    left->setSizes({42 * kUnit, 28 * kUnit});
    columns->addWidget(left);

    right = quietSplitter(Qt::Vertical);
    auto* upper = new QWidget;
    auto* upperLayout = new QVBoxLayout(upper);
    upperLayout->setContentsMargins(0, 0, 0, 0);
    upperLayout->setSpacing(kUnit);
    evidenceTitle = new Text(ReviewPage::tr("Evidence"), TextSize::Body);
    evidenceTitle->setStrong(true);
    judges = new SoundVerdicts(SoundVerdicts::Lines::One);
    evidence = new EvidenceList;
    upperLayout->addWidget(evidenceTitle);
    upperLayout->addWidget(judges);
    upperLayout->addWidget(evidence, 1);
    right->addWidget(upper);
    responses = new ResponsePanel;
    right->addWidget(responses);
    right->setStretchFactor(0, 3);
    right->setStretchFactor(1, 2);
    right->setSizes({40 * kUnit, 30 * kUnit});
    // A splitter sets its own limits; its frame keeps the column narrow on a wide screen.
    auto* frame = new QWidget;
    frame->setMaximumWidth(76 * kUnit);
    auto* framed = new QVBoxLayout(frame);
    framed->setContentsMargins(0, 0, 0, 0);
    framed->addWidget(right);
    columns->addWidget(frame);
    columns->setStretchFactor(0, 5);
    columns->setStretchFactor(1, 1);
    columns->setSizes({96 * kUnit, 54 * kUnit});
    upper->setMinimumWidth(36 * kUnit);
    return columns;
}

QWidget* ReviewLayout::makeFooter()
{
    auto* footer = new QWidget;
    auto* rows = new QVBoxLayout(footer);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    progressLine = new ProgressLine;
    rows->addWidget(progressLine);
    auto* line = new QHBoxLayout;
    line->setContentsMargins(2 * kUnit, kUnit / 2, 2 * kUnit, kUnit / 2);
    line->setSpacing(kUnit);
    hint = new Text({}, TextSize::Small);
    hint->setObjectName(QStringLiteral("hint"));
    progress = new Text({}, TextSize::Small, Text::Tone::Muted);
    progress->setObjectName(QStringLiteral("progress"));
    progress->setAlignment(Qt::AlignCenter);
    auto* keys = new Text(ReviewPage::tr("? keys"), TextSize::Small, Text::Tone::Muted);
    keys->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    // Equal thirds, so that the progress stays in the middle whatever stands beside it.
    auto* third = new QWidget;
    auto* thirdLayout = new QHBoxLayout(third);
    thirdLayout->setContentsMargins(0, 0, 0, 0);
    thirdLayout->addWidget(hint);
    thirdLayout->addStretch(1);
    line->addWidget(third, 1);
    line->addWidget(progress, 1);
    line->addWidget(keys, 1);
    third->setMinimumWidth(1);
    keys->setMinimumWidth(1);
    rows->addLayout(line);
    footer->setFixedHeight(4 * kUnit + 3);
    return footer;
}

void ReviewLayout::showImages(bool images)
{
    // Without a picture there is no place for one: the question and the options have all of it.
    image->setVisible(images);
    options->setAlone(!images);
}

void ReviewLayout::show(Screen screen)
{
    stack->setCurrentIndex(screen);
}

ReviewLayout::Screen ReviewLayout::screen() const
{
    return Screen(stack->currentIndex());
}

} // namespace winnow
