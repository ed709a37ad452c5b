// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/replyscorer.h"

#include "core/import/utf8.h"

namespace winnow {

ReplyScorer::Scored ReplyScorer::score(
    const Reply& reply, SampleKeys::Found sample, Condition condition, const Verdict& verdict) const
{
    const std::string_view text = reply.text.empty() ? reply.prediction : reply.text;
    Scored scored;
    scored.score = verdict.score;
    const SampleKeys::Entry& entry = m_keys.entry(sample.entry);
    const bool choice = entry.optionCount > 0 && condition != Condition::OpenEnded;

    // The bare letter of a choice needs no parsing, and it is what most tables hold.
    const char first = reply.prediction.size() == 1 ? char(reply.prediction.front() & ~0x20) : '\0';
    bool plain = choice && first >= 'A' && first - 'A' < entry.optionCount;
    if (plain) {
        scored.answer.assign(1, first);
        if (!verdict.given) {
            const int gold = m_keys.gold(sample.entry, sample.shift);
            plain = gold >= 0;
            scored.score = first - 'A' == gold ? 1.0 : 0.0;
        }
    }
    if (!plain) {
        ReplyToScore told = m_keys.replyTo(sample, condition);
        told.text = text;
        told.prediction = reply.prediction;
        if (verdict.given) {
            scored.answer = m_rule.scorerFor(told).read(told).toStdString();
        } else {
            const ScoredReply read = m_rule.apply(told);
            scored.answer = read.answer.toStdString();
            scored.score = read.score;
        }
    }
    // As VLMEvalKit writes a reply that never came.
    if (scored.score && text.find("Failed to obtain answer") != std::string_view::npos) {
        return Scored();
    }
    return scored;
}

bool ReplyScorer::readVerdict(const Cell& cell, Verdict& verdict) const
{
    std::optional<double>& score = verdict.score;
    // Where nothing stands, nobody judged; a blank says that there is no verdict.
    verdict = {cell.kind != CellKind::Absent, std::nullopt};
    const std::string_view text = trimmed(cell.text);
    if (cell.kind <= CellKind::Null || text.empty()) {
        return true;
    }
    if (auto number = toNumber(text)) {
        *number /= m_scale;
        if (*number < 0 || *number > 1) {
            return false;
        }
        score = number;
        return true;
    }
    if (cell.kind == CellKind::Object || cell.kind == CellKind::List) {
        return true;
    }
    const QString word = toQString(text).toLower();
    static const QStringList right{QStringLiteral("true"), QStringLiteral("correct"), QStringLiteral("right"),
        QStringLiteral("c"), QStringLiteral("yes"), QStringLiteral("t"), QStringLiteral("pass")};
    static const QStringList wrong{QStringLiteral("false"), QStringLiteral("incorrect"),
        QStringLiteral("wrong"), QStringLiteral("i"), QStringLiteral("no"), QStringLiteral("f"),
        QStringLiteral("fail")};
    if (right.contains(word)) {
        score = 1;
    } else if (wrong.contains(word)) {
        score = 0;
    } else if (word == QLatin1String("p")) {
        score = 0.5;
    } else {
        return word == QLatin1String("nan") || word.endsWith(QLatin1String("infinity"))
            || word == QLatin1String("inf") || word == QLatin1String("-inf") || word == QLatin1String("n")
            || word == QLatin1String("none");
    }
    return true;
}

} // namespace winnow
