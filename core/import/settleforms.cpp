// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/drafttext.h"
#include "core/import/recordloop.h"
#include "core/import/sampledraft.h"
#include "core/import/utf8.h"
#include "core/text/answerparser.h"
#include "core/text/goldreader.h"

#include <QHash>

namespace winnow {

namespace {

/// How the answer keys of a column look. A key counts in every way in which it can be read.
struct GoldCounts {
    int total = 0;
    int integers = 0;
    /// Whole numbers that an option says, and those that only an option says.
    int numberTexts = 0;
    int onlyNumberTexts = 0;
    /// Whole numbers that no option says, but that count one.
    int onlyIndexes = 0;
    int fromZero = 0;
    int fromOne = 0;
    int zeros = 0;
    int lasts = 0;
    /// Letters that no option says; texts of options that are no letter; both, and not the same option.
    int letters = 0;
    int texts = 0;
    int disputed = 0;
    int inQuestion = 0;
    int questions = 0;
    int open = 0;
    QHash<QString, int> hidden;
};

void countNumber(GoldCounts& counts, int number, bool said, int options)
{
    const bool zero = number >= 0 && number < options;
    const bool one = number >= 1 && number <= options;
    ++counts.integers;
    counts.numberTexts += said;
    counts.onlyNumberTexts += said && !zero && !one;
    counts.onlyIndexes += !said && (zero || one);
    counts.fromZero += zero;
    counts.fromOne += one;
    counts.zeros += number == 0;
    counts.lasts += number == options;
}

void countKey(GoldCounts& counts, const QString& gold, const QStringList& options)
{
    const int like = optionLike(gold, options);
    if (like < 0 && isNoKey(gold)) {
        return;
    }
    ++counts.total;
    if (const auto number = wholeNumber(gold)) {
        countNumber(counts, *number, like >= 0, int(options.size()));
        return;
    }
    const int letter = letterKey(gold, options.size());
    counts.letters += letter >= 0 && like < 0;
    counts.texts += like >= 0 && letter < 0;
    counts.disputed += like >= 0 && letter >= 0 && like != letter;
}

void count(GoldCounts& counts, const SampleDraft& draft)
{
    if (!draft.question.empty()) {
        ++counts.questions;
        const QString question = QString::fromUtf8(draft.question.data(), qsizetype(draft.question.size()));
        counts.inQuestion += draft.options.empty() && optionsInText(question).options.size() >= 2;
    }
    if (draft.rawGold.empty()) {
        return;
    }
    const QString gold = QString::fromUtf8(draft.rawGold.data(), qsizetype(draft.rawGold.size()));
    if (draft.options.empty()) {
        ++counts.open;
        if (isNoKey(gold)) {
            ++counts.hidden[gold];
        }
        return;
    }
    QStringList options;
    for (const std::string_view option : draft.options) {
        options.append(QString::fromUtf8(option.data(), qsizetype(option.size())));
    }
    for (const std::string_view key : draft.keyTexts) {
        countKey(counts, QString::fromUtf8(key.data(), qsizetype(key.size())), options);
    }
}

/// Whether whole numbers are options' texts rather than counts of options.
bool numbersAreTexts(const GoldCounts& counts, bool named)
{
    if (counts.numberTexts == counts.integers) {
        return !named;
    }
    return counts.numberTexts * 10 >= counts.integers * 9 && counts.onlyIndexes * 10 < counts.integers
        && counts.onlyNumberTexts > 0;
}

/// From 1 when 0 never occurs and the number of options does; where both occur, what leaves fewer keys over.
GoldForm indexForm(const GoldCounts& counts, bool named)
{
    if (counts.zeros == 0) {
        return counts.lasts > 0 && !(named && counts.lasts * 20 < counts.integers) ? GoldForm::IndexFromOne
                                                                                   : GoldForm::IndexFromZero;
    }
    return counts.fromOne > counts.fromZero ? GoldForm::IndexFromOne : GoldForm::IndexFromZero;
}

/// How the column is read; Automatic when nothing speaks for one way.
GoldForm formOf(const GoldCounts& counts, const QString& column)
{
    const bool named = column.contains(QLatin1String("idx")) || column.contains(QLatin1String("index"));
    const int texts = counts.texts + counts.numberTexts;
    if (counts.texts > 0 && texts * 10 >= counts.total * 9) {
        return GoldForm::Text;
    }
    if (counts.integers * 10 >= counts.total * 9) {
        return numbersAreTexts(counts, named) ? GoldForm::Text : indexForm(counts, named);
    }
    if (counts.letters > 0 && counts.letters > counts.texts * 9) {
        return counts.integers * 10 < counts.total ? GoldForm::Letter : GoldForm::Automatic;
    }
    return GoldForm::Automatic;
}

void tell(const GoldCounts& counts, FieldMapping& mapping)
{
    if (mapping.goldForm == GoldForm::Letter && counts.disputed > 0) {
        mapping.notes.append(
            Sentence::of(QT_TRANSLATE_NOOP("Import",
                             "The answers are letters: so are the %1 that are also the text of "
                             "another option"))
                .arg(counts.disputed));
        return;
    }
    if (counts.integers == 0 || mapping.goldForm == GoldForm::Letter
        || mapping.goldForm == GoldForm::Automatic) {
        return;
    }
    if (mapping.goldForm == GoldForm::Text) {
        mapping.notes.append(
            Sentence::of(QT_TRANSLATE_NOOP("Import", "The answers are read as the text of an option")));
        return;
    }
    const bool one = mapping.goldForm == GoldForm::IndexFromOne;
    Sentence why = one
        ? Sentence::of(QT_TRANSLATE_NOOP("Import", "0 never occurs, the number of options does"))
        : Sentence::of(QT_TRANSLATE_NOOP("Import", "0 occurs, the number of options does not"));
    if (counts.zeros == 0 && !one) {
        why = Sentence::of(QT_TRANSLATE_NOOP("Import", "neither 0 nor the number of options occurs"));
    } else if (counts.zeros > 0 && counts.lasts > 0) {
        why = Sentence::of(QT_TRANSLATE_NOOP("Import", "it leaves the fewest keys over"));
    }
    const int fitting = one ? counts.fromOne : counts.fromZero;
    Sentence note = Sentence::of(
        QT_TRANSLATE_NOOP("Import", "The answers are read as an index that counts from %1 (%2): %3 samples"))
                        .arg(one ? 1 : 0)
                        .arg(why)
                        .arg(fitting);
    if (const int rest = counts.total - fitting; rest > 0) {
        note += Sentence::of(QT_TRANSLATE_NOOP("Import", "; %1 keys are none")).arg(rest);
    }
    mapping.notes.append(note);
}

} // namespace

void settleForms(const QString& path, FieldMapping& mapping, const ReadLimits& limits, ScorerChoice* choice)
{
    constexpr int kRecords = 500;
    constexpr qint64 kEnoughBytes = 32 << 20;
    // Read as if nothing were known: what the keys are is what is looked for.
    FieldMapping plain = mapping;
    plain.goldForm = GoldForm::Automatic;
    SampleReader reader(plain);
    SampleDraft draft;
    std::vector<DraftIssue> issues;
    GoldCounts counts;
    KeyForms forms;
    int looked = 0;
    RecordLoop loop;
    loop.take = [&](const RawRecord& record, const RecordSource& source) -> Result<bool> {
        issues.clear();
        if (reader.readForKey(record, source.columns(), draft, issues)) {
            count(counts, draft);
            if (draft.options.empty() && looked < kRecords) {
                QStringList accepted;
                for (const std::string_view each : draft.accepted) {
                    accepted.append(toQString(each));
                }
                forms.add(toQString(draft.question), toQString(draft.rawGold), accepted);
            }
        }
        // A number is read by all others of its column; letters and texts show what they are at once.
        const bool numbers = counts.integers > 0 && counts.integers * 10 >= counts.total * 9;
        ++looked;
        return numbers || (looked < kRecords && source.bytesRead() < kEnoughBytes);
    };
    // A file that cannot be read is told by those who have to read it.
    (void)loop.run(path, limits);
    if (choice) {
        *choice = forms.choice();
    }
    if (!mapping.has(Field::Options) && counts.questions > 0
        && counts.inQuestion * 10 >= counts.questions * 8) {
        mapping.optionsInQuestion = true;
        mapping.notes.append(Sentence::of(
            QT_TRANSLATE_NOOP("Import", "The options are read from the lines \"A. …\" of the question")));
        settleForms(path, mapping, limits, choice);
        return;
    }
    if (counts.open > 1 && counts.hidden.size() == 1 && counts.hidden.cbegin().value() == counts.open) {
        mapping.hiddenKey = counts.hidden.cbegin().key();
    }
    if (mapping.goldForm != GoldForm::Automatic || counts.total == 0) {
        return;
    }
    mapping.goldForm = formOf(counts, plainColumnName(mapping.column(Field::Answer)));
    tell(counts, mapping);
}

} // namespace winnow
