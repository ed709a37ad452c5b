// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/replycells.h"

#include "core/import/drafttext.h"
#include "core/import/nestedreply.h"
#include "core/import/sourceprofile.h"
#include "core/import/utf8.h"

#include <QStringList>

#include <algorithm>

namespace winnow {

std::string_view ReplyCells::keep(const QString& text)
{
    return m_texts.emplace_back(text.toStdString());
}

std::vector<std::string_view> ReplyCells::textsIn(
    const RawRecord& record, const Cell& cell, const QString& column, bool parsed)
{
    if (!cell.present()) {
        return {};
    }
    const auto items = cell.kind == CellKind::List ? record.itemsOf(cell) : std::span<const Cell>();
    const bool plain = !items.empty() && items.front().kind < CellKind::List;
    if (cell.kind == CellKind::Object || (!items.empty() && !plain)) {
        std::vector<std::string_view> texts;
        for (const QString& text : nestedReplies(cell.text).texts) {
            texts.push_back(keep(text));
        }
        if (texts.empty() && cell.kind == CellKind::List) {
            texts.push_back(keep(textOfNested(cell.text)));
        }
        return texts;
    }
    if (cell.kind != CellKind::List) {
        return {cell.text};
    }
    std::vector<std::string_view> texts;
    for (const Cell& item : items) {
        texts.push_back(item.text);
    }
    // "predictions": […] are attempts, "prediction": ["A", "C"] is one answer of several parts.
    const QString name = plainColumnName(column);
    const bool many = name.endsWith(u's') || name == QLatin1String("(value)");
    const bool numbers = plain && items.front().kind == CellKind::Number;
    if (texts.size() > 1 && !many && (parsed || numbers)) {
        QStringList parts;
        for (const std::string_view text : texts) {
            parts.append(toQString(text));
        }
        const QString whole = parts.join(QStringLiteral(", "));
        return {keep(numbers ? QString(u'[' + whole + u']') : whole)};
    }
    return texts;
}

namespace {

/// The cell of one of `count` replies: of their list, or the one that stands for a single reply. What belongs
/// to none of them comes once, as a list, so that it is refused and not lost without a word.
Cell cellOf(const RawRecord& record, int column, size_t reply, size_t count)
{
    Cell cell = record.cell(column);
    const auto items = cell.kind == CellKind::List ? record.itemsOf(cell) : std::span<const Cell>();
    if (cell.kind == CellKind::List && items.size() == count) {
        return items[reply];
    }
    if (cell.kind != CellKind::List && count == 1) {
        return cell;
    }
    const bool empty = !cell.present() || (cell.kind == CellKind::List && items.empty());
    if (empty || reply > 0) {
        return {};
    }
    cell.kind = CellKind::List;
    return cell;
}

} // namespace

std::vector<Reply> ReplyCells::read(const RawRecord& record, const Columns& columns)
{
    m_texts.clear();
    const Cell& score = record.cell(columns.score);
    const auto texts = textsIn(record, record.cell(columns.response), columns.responseName, false);
    const auto predictions = textsIn(record, record.cell(columns.prediction), columns.predictionName, true);
    const size_t count = std::max(texts.size(), predictions.size());
    const auto scores = score.kind == CellKind::List ? record.itemsOf(score) : std::span<const Cell>();
    // One score or one parsed answer for all of them belongs to none of them.
    const bool together = (texts.size() > 1 && predictions.size() == 1)
        || (predictions.size() > 1 && texts.size() == 1) || (score.present() && scores.size() != count);
    if (count <= 1 || together) {
        return {{texts.empty() ? std::string_view() : texts.front(),
            predictions.empty() ? std::string_view() : trimmed(predictions.front()),
            scores.size() == 1 ? scores.front() : score, cellOf(record, columns.verifier, 0, 1),
            cellOf(record, columns.logProbability, 0, 1)}};
    }
    std::vector<Reply> replies;
    for (size_t i = 0; i < count; ++i) {
        replies.push_back({i < texts.size() ? texts[i] : std::string_view(),
            i < predictions.size() ? trimmed(predictions[i]) : std::string_view(),
            scores.empty() ? Cell() : scores[i], cellOf(record, columns.verifier, i, count),
            cellOf(record, columns.logProbability, i, count)});
    }
    ++m_listed;
    return replies;
}

} // namespace winnow
