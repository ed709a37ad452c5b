// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/kitverdicts.h"

#include "core/import/utf8.h"
#include "core/text/normalise.h"

namespace winnow {

namespace {

int firstOf(const ColumnNames& columns, std::initializer_list<const char*> names)
{
    for (const char* name : names) {
        if (const int column = columns.find(name); column >= 0) {
            return column;
        }
    }
    return -1;
}

bool isShare(std::string_view text)
{
    const QString word = toQString(trimmed(text)).toLower();
    bool number = false;
    const double value = word.toDouble(&number);
    return word.isEmpty() || word == QLatin1String("true") || word == QLatin1String("false")
        || word == QLatin1String("nan") || (number && value >= 0 && value <= 1);
}

tl::unexpected<Error> noVerdicts(const QString& path)
{
    return fail(ErrorCode::WrongKind,
        Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 holds no verdict for each sample")).arg(path));
}

} // namespace

int kitScoreColumn(const ColumnNames& columns)
{
    return firstOf(columns, {"hit", "verifier_score", "eval_score", "score", "verifier_match", "eval_match"});
}

int kitAnswerColumn(const ColumnNames& columns)
{
    return firstOf(columns, {"eval_pred", "extracted", "extracted_answer", "extract_answer"});
}

std::string kitIndex(const Cell& cell)
{
    std::string_view text = trimmed(cell.text);
    if (text.ends_with(".0")) {
        text.remove_suffix(2);
    }
    return std::string(text);
}

Result<KitVerdicts> readKitVerdicts(const QString& path, const ReadLimits& limits)
{
    auto source = openRecordFile(path, limits);
    if (!source) {
        return tl::unexpected<Error>(source.error());
    }
    KitVerdicts verdicts;
    RawRecord record;
    for (;;) {
        RecordProblem problem;
        const auto step = (*source)->next(record, problem);
        if (!step) {
            return tl::unexpected<Error>(step.error());
        }
        if (*step == RecordSource::Step::End) {
            break;
        }
        if (*step == RecordSource::Step::Bad) {
            continue;
        }
        const ColumnNames& columns = (*source)->columns();
        const int score = kitScoreColumn(columns);
        const int answer = kitAnswerColumn(columns);
        const Cell& index = record.cell(columns.find("index"));
        if (score < 0 || !index.present() || !isShare(record.cell(score).text)) {
            return noVerdicts(path);
        }
        verdicts.score = columns.name(score);
        verdicts.answer = answer < 0 ? std::string() : columns.name(answer);
        KitVerdict& verdict = verdicts.byIndex[kitIndex(index)];
        verdict.score = record.cell(score).text;
        verdict.answer = record.cell(answer).present() ? record.cell(answer).text : std::string_view();
        if (limits.progress && limits.progress->isCancelled()) {
            return fail(ErrorCode::Cancelled, Sentence::of(QT_TRANSLATE_NOOP("Error", "Cancelled")));
        }
    }
    return verdicts.byIndex.empty() ? Result<KitVerdicts>(noVerdicts(path)) : std::move(verdicts);
}

} // namespace winnow
