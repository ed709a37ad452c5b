// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/drafttext.h"
#include "core/import/sampledraft.h"
#include "core/text/answerparser.h"
#include "core/text/goldreader.h"

namespace winnow {

namespace {

/// How the answer keys of the first records look.
struct GoldCounts {
    int total = 0;
    int integers = 0;
    int texts = 0;
    int otherTexts = 0;
    int fromZero = 0;
    int fromOne = 0;
    int zeros = 0;
    int lasts = 0;
    int inQuestion = 0;
    int questions = 0;
};

void count(GoldCounts& counts, const SampleDraft& draft)
{
    if (!draft.question.empty()) {
        ++counts.questions;
        const QString question = QString::fromUtf8(draft.question.data(), qsizetype(draft.question.size()));
        counts.inQuestion += draft.options.empty() && optionsInText(question).options.size() >= 2;
    }
    if (draft.options.empty() || draft.rawGold.empty()) {
        return;
    }
    ++counts.total;
    const QString gold = QString::fromUtf8(draft.rawGold.data(), qsizetype(draft.rawGold.size()));
    QStringList options;
    for (const std::string_view option : draft.options) {
        options.append(QString::fromUtf8(option.data(), qsizetype(option.size())));
    }
    bool ok = false;
    const int number = gold.toInt(&ok);
    if (!ok) {
        counts.otherTexts += readGold(gold, options).form == AnswerForm::OptionText;
        return;
    }
    const int n = int(options.size());
    ++counts.integers;
    counts.texts += readGold(gold, options).form == AnswerForm::OptionText;
    counts.fromZero += number >= 0 && number < n;
    counts.fromOne += number >= 1 && number <= n;
    counts.zeros += number == 0;
    counts.lasts += number == n;
}

} // namespace

void settleForms(const QString& path, FieldMapping& mapping, const ReadLimits& limits)
{
    auto source = RecordSource::open(path, limits);
    if (!source) {
        return;
    }
    constexpr int kRecords = 500;
    constexpr qint64 kEnoughBytes = 32 << 20;
    SampleReader reader(mapping);
    RawRecord record;
    RecordProblem problem;
    SampleDraft draft;
    std::vector<DraftIssue> issues;
    GoldCounts counts;
    for (int i = 0; i < kRecords && (*source)->bytesRead() < kEnoughBytes; ++i) {
        const auto step = (*source)->next(record, problem);
        if (!step || *step == RecordSource::Step::End) {
            break;
        }
        issues.clear();
        if (*step == RecordSource::Step::Record && reader.read(record, (*source)->columns(), draft, issues)) {
            count(counts, draft);
        }
    }
    if (!mapping.has(QStringLiteral("options")) && counts.questions > 0
        && counts.inQuestion * 10 >= counts.questions * 8) {
        mapping.optionsInQuestion = true;
        mapping.notes.append(QStringLiteral("The options are read from the lines \"A. …\" of the question"));
    }
    if (mapping.goldForm != GoldForm::Automatic || counts.total == 0) {
        return;
    }
    if (counts.otherTexts > 0 && (counts.otherTexts + counts.texts) * 10 >= counts.total * 9) {
        mapping.goldForm = GoldForm::Text;
        return;
    }
    if (counts.integers < counts.total) {
        return;
    }
    const QString name = plainColumnName(mapping.column(QStringLiteral("answer")));
    const bool named = name.contains(QLatin1String("idx")) || name.contains(QLatin1String("index"));
    constexpr int kEnough = 20;
    if (counts.texts == counts.total && !named) {
        mapping.goldForm = GoldForm::Text;
    } else if (counts.fromZero == counts.total && (counts.zeros > 0 || counts.lasts == 0 || named)) {
        mapping.goldForm = GoldForm::IndexFromZero;
    } else if (counts.fromOne == counts.total && counts.total >= kEnough && counts.zeros == 0) {
        mapping.goldForm = GoldForm::IndexFromOne;
    } else {
        return;
    }
    static const char* const kTexts[]
        = {"", "", "the text of an option", "an index that counts from 0", "an index that counts from 1"};
    mapping.notes.append(
        QStringLiteral("The answers are read as %1").arg(QLatin1String(kTexts[int(mapping.goldForm)])));
}

} // namespace winnow
