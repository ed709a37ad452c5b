// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/comparesamples.h"

#include "core/text/worddiff.h"
#include "ui/models/sampleimages.h"
#include "ui/pages/appcontext.h"
#include "ui/util/format.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/imageview.h"
#include "ui/widgets/optionspanel.h"
#include "ui/widgets/style.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBlock>
#include <QVBoxLayout>

namespace winnow {

namespace {

const QString kSlot = QStringLiteral("sample");

/// The pieces with those that differ on a ground of their own and underlined: never colour alone. Where
/// nothing is alike there is nothing to mark.
void write(QPlainTextEdit* edit, const QVector<TextPiece>& pieces, const QColor& ground)
{
    edit->clear();
    QTextCursor cursor(edit->document());
    QTextCharFormat plain;
    QTextCharFormat differs;
    differs.setBackground(ground);
    differs.setFontUnderline(true);
    const bool alike
        = std::any_of(pieces.cbegin(), pieces.cend(), [](const TextPiece& piece) { return !piece.differs; });
    for (const TextPiece& piece : pieces) {
        cursor.insertText(piece.text, alike && piece.differs ? differs : plain);
    }
    edit->moveCursor(QTextCursor::Start);
}

QVector<OptionLine> optionsOf(const Sample& sample)
{
    QVector<OptionLine> lines;
    for (int i = 0; i < sample.options.size(); ++i) {
        const bool gold = sample.gold.split(u',').contains(optionLetter(i));
        lines.append(
            {optionLetter(i), sample.options.at(i), gold ? OptionLine::Mark::Gold : OptionLine::Mark::None});
    }
    return lines;
}

} // namespace

CompareSamples::CompareSamples(AppContext& context, QWidget* parent)
    : Card(parent)
    , m_context(context)
{
    setObjectName(QStringLiteral("compareSamples"));
    auto* title = new Text(tr("Sample by sample"), TextSize::Heading);
    title->setStrong(true);
    body()->addWidget(title);
    body()->addWidget(buildBar());
    m_sample = buildSample();
    body()->addWidget(m_sample);
}

QWidget* CompareSamples::buildBar()
{
    m_parts = new QComboBox;
    m_parts->setObjectName(QStringLiteral("comparePart"));
    m_parts->setAccessibleName(tr("Part"));
    m_parts->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_previous = new QPushButton(tr("Previous"));
    m_next = new QPushButton(tr("Next"));
    m_review = new QPushButton(tr("Open in Review"));
    m_place = new Text({}, TextSize::Body, Text::Tone::Muted);
    m_mark = new Text({});
    m_mark->setObjectName(QStringLiteral("compareMark"));
    m_mark->setStrong(true);
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kUnit);
    row->addWidget(m_parts);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addWidget(m_place);
    row->addWidget(m_mark);
    row->addStretch(1);
    row->addWidget(m_review);
    connect(
        m_parts, &QComboBox::activated, this, [this](int at) { choosePart(m_parts->itemData(at).toInt()); });
    connect(m_previous, &QPushButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { step(1); });
    connect(m_review, &QPushButton::clicked, this, [this] {
        if (m_at < samples().size()) {
            m_context.openReview(samples().at(m_at), samples(), m_parts->currentText());
        }
    });
    return bar;
}

CompareSamples::Side CompareSamples::buildSide(const QString& name)
{
    Side side;
    side.title = new Text({});
    side.title->setStrong(true);
    setElidable(side.title);
    side.outcome = new Text({}, TextSize::Small, Text::Tone::Muted);
    side.outcome->setWordWrap(true);
    side.text = new QPlainTextEdit;
    side.text->setObjectName(name);
    side.text->setReadOnly(true);
    side.text->setMinimumHeight(18 * kUnit);
    return side;
}

QWidget* CompareSamples::buildSample()
{
    m_image = new ImageView;
    m_image->setMinimumSize(30 * kUnit, 30 * kUnit);
    m_image->setMaximumHeight(38 * kUnit);
    m_image->setAccessibleName(tr("Image"));
    m_key = new Text({}, TextSize::Small, Text::Tone::Muted);
    m_question = new Text({});
    m_question->setWordWrap(true);
    m_options = new OptionLines;
    m_gold = new Text({}, TextSize::Small, Text::Tone::Muted);
    m_gold->setWordWrap(true);
    auto* words = new QVBoxLayout;
    words->setSpacing(kUnit);
    for (QWidget* each : {static_cast<QWidget*>(m_key), static_cast<QWidget*>(m_question),
             static_cast<QWidget*>(m_options), static_cast<QWidget*>(m_gold)}) {
        words->addWidget(each);
    }
    words->addStretch(1);
    m_first = buildSide(QStringLiteral("compareFirstReply"));
    m_second = buildSide(QStringLiteral("compareSecondReply"));
    auto* content = new QWidget;
    auto* grid = new QGridLayout(content);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(2 * kUnit);
    grid->setVerticalSpacing(kUnit);
    grid->addWidget(m_image, 0, 0);
    grid->addLayout(words, 0, 1);
    int column = 0;
    for (const Side& side : {m_first, m_second}) {
        side.text->setAccessibleName(column ? tr("Reply of the second") : tr("Reply of the first"));
        grid->addWidget(side.title, 1, column);
        grid->addWidget(side.outcome, 2, column);
        grid->addWidget(side.text, 3, column);
        grid->setColumnStretch(column++, 1);
    }
    return content;
}

const QVector<SampleId>& CompareSamples::samples() const
{
    return m_comparison.samples.*kParts[size_t(m_part)];
}

void CompareSamples::show(const Comparison& comparison, const ComparisonRequest& request)
{
    const bool same = request.first == m_request.first && request.second == m_request.second;
    const SampleId before = m_at < samples().size() ? samples().at(m_at) : SampleId{};
    m_comparison = comparison;
    m_request = request;
    if (!same || samples().isEmpty()) {
        m_part = 0;
        for (int part = int(kParts.size()) - 1; part >= 0; --part) {
            m_part = (comparison.samples.*kParts[size_t(part)]).isEmpty() ? m_part : part;
        }
    }
    m_at = same ? qMax<qsizetype>(0, samples().indexOf(before)) : 0;
    offerParts();
    load();
}

void CompareSamples::offerParts()
{
    const QString titles[]{tr("Regressed: only the first right (%1)"),
        tr("Improved: only the second right (%1)"), tr("Both right (%1)"), tr("Both wrong (%1)")};
    m_parts->clear();
    for (size_t part = 0; part < kParts.size(); ++part) {
        const qsizetype count = (m_comparison.samples.*kParts[part]).size();
        if (count > 0) {
            m_parts->addItem(titles[part].arg(formatCount(count)), int(part));
        }
    }
    m_parts->setCurrentIndex(qMax(0, m_parts->findData(m_part)));
    setVisible(m_parts->count() > 0);
}

void CompareSamples::forget()
{
    m_tracker.cancelAll();
    m_comparison = {};
    m_request = {};
    m_image->setImages({});
}

void CompareSamples::choosePart(int part)
{
    m_part = part;
    m_at = 0;
    load();
}

void CompareSamples::nextPart()
{
    if (m_parts->count() > 1) {
        m_parts->setCurrentIndex((m_parts->currentIndex() + 1) % m_parts->count());
        choosePart(m_parts->currentData().toInt());
    }
}

void CompareSamples::step(int by)
{
    const qsizetype to = m_at + by;
    if (to >= 0 && to < samples().size()) {
        m_at = to;
        load();
    }
}

void CompareSamples::load()
{
    const bool any = m_at < samples().size();
    m_previous->setEnabled(any && m_at > 0);
    m_next->setEnabled(any && m_at + 1 < samples().size());
    m_review->setEnabled(any);
    m_place->setText(
        any ? tr("%1 of %2").arg(formatCount(m_at + 1), formatCount(samples().size())) : QString());
    const std::shared_ptr<Project> project = m_context.project();
    if (!any || !project) {
        return;
    }
    m_tracker.start(
        kSlot, {},
        [project, request = m_request, id = samples().at(m_at), size = m_image->size(),
            ratio = m_image->devicePixelRatioF()](Progress&) {
            return compareSample(*project, request, id).map([&](const ComparedSample& sample) {
                return Loaded{sample, loadImages(*project, sample.sample.images, size, ratio)};
            });
        },
        [this](const Result<Loaded>& loaded) {
            if (loaded) {
                take(*loaded);
            } else {
                m_context.notify(loaded.error());
            }
        });
}

void CompareSamples::take(const Loaded& loaded)
{
    const Sample& sample = loaded.sample.sample;
    m_image->setVisible(!loaded.images.isEmpty());
    m_image->setImages(loaded.images);
    m_key->setText(sample.key());
    m_question->setText(sample.question);
    m_options->setLines(optionsOf(sample));
    m_options->setVisible(sample.isMcq());
    m_gold->setText(tr("Gold: %1").arg(sample.gold));
    m_gold->setVisible(!sample.isMcq() && !sample.gold.isEmpty());
    showReplies(loaded.sample);
    mark();
}

void CompareSamples::showReplies(const ComparedSample& sample)
{
    const auto [first, second] = sample.shown();
    const Response* one = first >= 0 ? &sample.first.at(first) : nullptr;
    const Response* other = second >= 0 ? &sample.second.at(second) : nullptr;
    showReply(m_first, one, m_comparison.first.label);
    showReply(m_second, other, m_comparison.second.label);
    const auto textOf = [](const Response* reply) {
        return !reply ? QString() : reply->text.isEmpty() ? reply->answer : reply->text;
    };
    const WordDiff diff = differingWords(textOf(one), textOf(other));
    write(m_first.text, diff.first, tokens().accentSoft);
    write(m_second.text, diff.second, tokens().accentSoft);
}

void CompareSamples::showReply(const Side& side, const Response* reply, const QString& label)
{
    side.title->setText(label);
    if (!reply) {
        side.outcome->setText(tr("No response"));
        return;
    }
    const QString read
        = reply->answer.isEmpty() ? tr("no answer could be read") : tr("read as %1").arg(reply->answer);
    const QString outcome = !reply->score ? tr("Missing") : *reply->score >= 0.5 ? tr("Right") : tr("Wrong");
    QStringList words{outcome, read};
    if (reply->score && *reply->score != 0 && *reply->score != 1) {
        words.append(tr("score %1").arg(formatNumber(*reply->score, 2)));
    }
    if (reply->latency) {
        words.append(tr("%1 s").arg(formatNumber(*reply->latency, 1)));
    }
    side.outcome->setText(words.join(QStringLiteral(" · ")));
}

void CompareSamples::mark()
{
    const QString marks[]{tr("▼ Regressed"), tr("▲ Improved"), tr("= Both right"), tr("= Both wrong")};
    const Text::Tone tones[]{
        Text::Tone::Negative, Text::Tone::Positive, Text::Tone::Muted, Text::Tone::Muted};
    m_mark->setText(marks[m_part]);
    m_mark->setTone(tones[m_part]);
}

} // namespace winnow
