// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/comparedsample.h"
#include "core/compare/comparison.h"
#include "ui/models/jobtracker.h"
#include "ui/models/shownimage.h"
#include "ui/widgets/basics.h"

#include <array>

class QComboBox;
class QPlainTextEdit;
class QPushButton;

namespace winnow {

class AppContext;
class ImageView;
class OptionLines;

/// One sample of a comparison after the other: the image and the question, what each run replied with the
/// words that differ marked, and whether the second improved or regressed.
class CompareSamples : public Card {
    Q_OBJECT
public:
    explicit CompareSamples(AppContext& context, QWidget* parent = nullptr);

    /// The parts of a comparison; begins with the first sample that got worse.
    void show(const Comparison& comparison, const ComparisonRequest& request);
    void forget();
    void step(int by);
    /// The next part that has samples.
    void nextPart();

private:
    /// One reply with its heading.
    struct Side {
        Text* title = nullptr;
        Text* outcome = nullptr;
        QPlainTextEdit* text = nullptr;
    };
    struct Loaded {
        ComparedSample sample;
        QVector<ShownImage> images;
    };
    static constexpr std::array kParts{&ComparedSamples::onlyFirst, &ComparedSamples::onlySecond,
        &ComparedSamples::bothRight, &ComparedSamples::bothWrong};

    QWidget* buildBar();
    QWidget* buildSample();
    Side buildSide(const QString& name);
    const QVector<SampleId>& samples() const;
    void offerParts();
    void choosePart(int part);
    void load();
    void take(const Loaded& loaded);
    void showReplies(const ComparedSample& sample);
    void showReply(const Side& side, const Response* reply, const QString& label);
    void mark();

    AppContext& m_context;
    JobTracker m_tracker{nullptr};
    Comparison m_comparison;
    ComparisonRequest m_request;
    int m_part = 0;
    qsizetype m_at = 0;
    QComboBox* m_parts;
    QPushButton* m_previous;
    QPushButton* m_next;
    QPushButton* m_review;
    Text* m_place;
    Text* m_mark;
    QWidget* m_sample;
    Text* m_key;
    Text* m_question;
    OptionLines* m_options;
    Text* m_gold;
    ImageView* m_image;
    Side m_first;
    Side m_second;
};

} // namespace winnow
