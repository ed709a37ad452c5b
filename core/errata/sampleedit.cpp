// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/errata/sampleedit.h"

#include "core/domain/sample.h"
#include "core/errata/cellspelling.h"
#include "core/import/jsonpick.h"
#include "core/import/utf8.h"
#include "core/text/goldreader.h"
#include "core/text/pythonliteral.h"

#include <algorithm>
#include <tuple>

namespace winnow {

SampleEdit::SampleEdit(PlacedRecords& records, SampleReader& reader)
    : m_records(records)
    , m_reader(reader)
{
}

void SampleEdit::begin(const SampleText& text)
{
    m_text = text;
    m_bytes = std::string(m_records.bytes());
    m_edited.clear();
    m_cells.clear();
    for (const Cell& cell : m_records.record().cells) {
        m_cells.emplace_back(cell.kind, std::string(cell.text));
    }
    m_labels.clear();
    m_issues.clear();
    m_reader.read(m_records.record(), m_records.columns(), m_draft, m_issues);
    for (const std::string_view label : m_draft.labels) {
        m_labels.append(toQString(label));
    }
    keepKey();
}

void SampleEdit::keepKey()
{
    m_key = m_draft.keyTexts.empty() ? QString() : toQString(m_draft.keyTexts.front());
}

int SampleEdit::column(Field field) const
{
    return m_records.columns().find(m_reader.mapping().column(field).toStdString());
}

std::string_view SampleEdit::cell(int column) const
{
    const auto place = m_records.find(m_bytes, column);
    return place ? std::string_view(m_bytes).substr(place->at, place->length) : std::string_view();
}

QString SampleEdit::textIn(int column) const
{
    return column >= 0 && size_t(column) < m_cells.size()
        ? QString::fromStdString(m_cells[size_t(column)].second)
        : QString();
}

bool SampleEdit::isListText(int column) const
{
    return !m_records.isStructure(cell(column)) && looksLikePythonList(textIn(column).trimmed());
}

SampleEdit::CellEdit SampleEdit::written(int column, const QString& text) const
{
    return {column, m_records.spell(cell(column), text.toStdString())};
}

std::optional<SampleEdit::CellEdit> SampleEdit::listed(int column, const QStringList& elements) const
{
    const std::string_view there = cell(column);
    if (m_records.isStructure(there)) {
        const auto list = listWith(there, elements, jsonElements(m_records));
        return list ? std::optional(CellEdit{column, *list}) : std::nullopt;
    }
    const std::string text = textIn(column).toStdString();
    const std::string_view list = trimmed(text);
    const auto changed = listWith(list, elements, literalElements(list));
    return changed ? std::optional(written(column, QString::fromStdString(*changed))) : std::nullopt;
}

std::optional<SampleEdit::CellEdit> SampleEdit::replaced(
    int column, const QString& before, const QString& after) const
{
    const std::string_view there = cell(column);
    if (m_records.isStructure(there)) {
        const auto changed = stringReplaced(there, before, after, jsonElements(m_records));
        return changed ? std::optional(CellEdit{column, *changed}) : std::nullopt;
    }
    const QString text = textIn(column);
    const std::string literal = text.toStdString();
    if (literal.starts_with('{')) {
        if (const auto changed = stringReplaced(literal, before, after, literalElements(literal))) {
            return written(column, QString::fromStdString(*changed));
        }
    }
    const auto changed = onceReplaced(text, before, after);
    return changed ? std::optional(written(column, *changed)) : std::nullopt;
}

bool SampleEdit::setText(int column, const QString& before, const SampleText& wanted, const QString& after)
{
    if (!m_records.find(m_bytes, column)) {
        return false;
    }
    if (const bool whole = !m_records.isStructure(cell(column)) && textIn(column) == before;
        whole && commit({written(column, after)}, wanted)) {
        return true;
    }
    const auto part = replaced(column, before, after);
    return part && commit({*part}, wanted);
}

bool SampleEdit::setQuestion(const QString& question)
{
    SampleText wanted = m_text;
    wanted.question = question;
    return setText(column(Field::Question), m_text.question, wanted, question);
}

bool SampleEdit::setHint(const QString& hint)
{
    SampleText wanted = m_text;
    wanted.hint = hint;
    return setText(column(Field::Hint), m_text.hint, wanted, hint);
}

std::optional<SampleEdit::Edits> SampleEdit::optionEdits(const QStringList& options) const
{
    const QStringList names = m_reader.mapping().columns(Field::Options);
    const qsizetype count = std::max(options.size(), m_text.options.size());
    Edits edits;
    if (names.size() > 1) {
        for (qsizetype i = 0; i < count; ++i) {
            const int column = m_records.columns().find(names.value(i).toStdString());
            if (!m_records.find(m_bytes, column)) {
                return std::nullopt;
            }
            if (options.value(i) != m_text.options.value(i)) {
                edits.push_back(written(column, options.value(i)));
            }
        }
        return edits;
    }
    const int column = names.isEmpty() ? this->column(Field::Question)
                                       : m_records.columns().find(names.first().toStdString());
    if (!names.isEmpty() && (isJsonList(cell(column)) || isListText(column))) {
        const auto list = listed(column, options);
        return list ? std::optional(Edits{*list}) : std::nullopt;
    }
    // An object, or lines of text: one option at a time.
    for (qsizetype i = 0; i < count && options.size() == m_text.options.size(); ++i) {
        if (options.at(i) != m_text.options.at(i)) {
            const auto part = replaced(column, m_text.options.at(i), options.at(i));
            return part ? std::optional(Edits{*part}) : std::nullopt;
        }
    }
    return std::nullopt;
}

bool SampleEdit::setOptions(const QStringList& options)
{
    if (setOptionsAtOnce(options)) {
        return true;
    }
    const auto before = std::tuple(m_text, m_key, m_bytes, m_cells, m_edited);
    QStringList some = m_text.options;
    for (qsizetype i = 0; i < options.size() && options.size() == some.size(); ++i) {
        if (some.at(i) != options.at(i)) {
            some[i] = options.at(i);
            if (!setOptionsAtOnce(some)) {
                break;
            }
        }
    }
    if (m_text.options != options) {
        std::tie(m_text, m_key, m_bytes, m_cells, m_edited) = before;
        return false;
    }
    return true;
}

bool SampleEdit::setOptionsAtOnce(const QStringList& options)
{
    SampleText wanted = m_text;
    wanted.options = options;
    const auto edits = optionEdits(options);
    if (!edits) {
        return false;
    }
    if (commit(*edits, wanted)) {
        return true;
    }
    // Where the answer is the text of an option, it goes along.
    const int answer = column(Field::Answer);
    for (const QString& spelling : spellings(wanted)) {
        Edits both = *edits;
        both.push_back(written(answer, spelling));
        if (commit(both, wanted)) {
            return true;
        }
    }
    return false;
}

QStringList SampleEdit::spellings(const SampleText& wanted) const
{
    const int answer = column(Field::Answer);
    if (!m_records.find(m_bytes, answer)) {
        return {};
    }
    if (wanted.options.isEmpty()) {
        return {wanted.gold};
    }
    GoldSpelling spelling{m_key, optionPosition(m_text.gold, m_text.options.size()),
        optionPosition(wanted.gold, wanted.options.size()), m_text.options, wanted.options, m_labels,
        m_reader.mapping().goldForm};
    if (spelling.to >= 0) {
        return spelling.candidates();
    }
    // Several letters, as the several before were joined.
    const QString there = textIn(answer);
    QStringList joined;
    for (const char* between : {", ", ",", "; ", ";", " and ", " ", ""}) {
        const QString text = QString(wanted.gold).replace(QStringLiteral(", "), QLatin1String(between));
        if (there.contains(QLatin1String(between))) {
            joined.append(text);
        }
    }
    return joined << wanted.gold;
}

std::vector<SampleEdit::CellEdit> SampleEdit::goldEdits(const SampleText& wanted) const
{
    std::vector<CellEdit> edits;
    const int answer = column(Field::Answer);
    if (!m_records.find(m_bytes, answer)) {
        return edits;
    }
    const QVector<int> several = goldSet(wanted.gold, wanted.options.size());
    QStringList elements = wanted.accepted;
    for (const int position : several) {
        SampleText one = wanted;
        one.gold = optionLetter(position);
        elements.append(spellings(one).value(0));
    }
    if (m_records.isStructure(cell(answer)) || isListText(answer)) {
        if (!m_records.isStructure(cell(answer)) && textIn(answer).trimmed() == m_text.gold) {
            edits.push_back(written(answer, wanted.gold));
        }
        // A list that is one answer: "[1, 2]" of numbers, "a, b" of texts.
        if (wanted.options.isEmpty() && wanted.accepted.isEmpty() && m_text.accepted.isEmpty()) {
            const auto numbers = parsePythonStringList(wanted.gold);
            const auto whole = listed(answer, numbers ? *numbers : wanted.gold.split(QStringLiteral(", ")));
            if (whole) {
                edits.push_back(*whole);
            }
        }
        if (elements.isEmpty()) {
            elements = QStringList{wanted.gold};
        }
        if (const auto list = listed(answer, elements)) {
            edits.push_back(*list);
        }
        // A list of one, whose element is spelled as answers are.
        for (const QString& spelling : spellings(wanted)) {
            if (const auto list = listed(answer, {spelling})) {
                edits.push_back(*list);
            }
        }
        if (m_records.isStructure(cell(answer))) {
            return edits;
        }
    }
    for (const QString& spelling : spellings(wanted)) {
        edits.push_back(written(answer, spelling));
    }
    return edits;
}

bool SampleEdit::setGold(const QString& gold, const QStringList& accepted)
{
    SampleText wanted = m_text;
    wanted.gold = gold;
    wanted.accepted = accepted;
    const int others = column(Field::Accepted);
    Edits alternatives;
    if (others >= 0 && others != column(Field::Answer) && !cell(others).empty()) {
        if (const auto list = listed(others, accepted.isEmpty() ? QStringList{gold} : accepted)) {
            alternatives.push_back(*list);
        }
        if (!m_records.isStructure(cell(others)) && !isListText(others)) {
            alternatives.push_back(written(others, gold));
        }
    }
    const std::vector<CellEdit> edits = goldEdits(wanted);
    for (const CellEdit& edit : edits) {
        if (commit({edit}, wanted)) {
            return true;
        }
    }
    for (const CellEdit& other : alternatives) {
        if (commit({other}, wanted)) {
            return true;
        }
        for (const CellEdit& edit : edits) {
            if (commit({edit, other}, wanted)) {
                return true;
            }
        }
    }
    // What a conversation answers.
    const int asked = column(Field::Question);
    if (column(Field::Answer) < 0 && m_records.isStructure(cell(asked))) {
        const auto part = replaced(asked, m_text.gold, gold);
        return part && commit({*part}, wanted);
    }
    return false;
}

bool SampleEdit::commit(const Edits& edits, const SampleText& wanted)
{
    std::vector<std::pair<CellPlace, const CellEdit*>> placed;
    QSet<int> edited = m_edited;
    for (const CellEdit& edit : edits) {
        const auto place = m_records.find(m_bytes, edit.column);
        if (!place) {
            return false;
        }
        placed.emplace_back(*place, &edit);
        edited.insert(edit.column);
    }
    std::sort(
        placed.begin(), placed.end(), [](const auto& a, const auto& b) { return a.first.at > b.first.at; });
    std::string bytes = m_bytes;
    for (const auto& [place, edit] : placed) {
        bytes.replace(place.at, place.length, edit->cell);
    }
    const RawRecord* const changed = m_records.readAgain(bytes);
    m_issues.clear();
    if (!changed || !othersStay(*changed, edited)
        || !m_reader.read(*changed, m_records.columns(), m_draft, m_issues)
        || SampleText::of(m_draft) != wanted) {
        return false;
    }
    for (const int column : std::as_const(edited)) {
        m_cells[size_t(column)].second = std::string(changed->cell(column).text);
    }
    m_text = wanted;
    m_bytes = std::move(bytes);
    m_edited = edited;
    keepKey();
    return true;
}

bool SampleEdit::othersStay(const RawRecord& changed, const QSet<int>& edited) const
{
    const ColumnNames& names = m_records.columns();
    const auto isEdited = [&](size_t column) {
        // Objects make columns of their own ("outer.inner"), and hold those of others.
        const std::string& name = names.name(int(column));
        return std::any_of(edited.begin(), edited.end(), [&](int each) {
            const std::string& other = names.name(each);
            return int(column) == each || name.starts_with(other + '.') || other.starts_with(name + '.');
        });
    };
    for (size_t i = 0; i < std::max(m_cells.size(), changed.cells.size()); ++i) {
        const Cell& now = changed.cell(int(i));
        const bool was = i < m_cells.size();
        const bool stays = was ? now.kind == m_cells[i].first && now.text == m_cells[i].second
                               : now.kind == CellKind::Absent;
        if (!stays && !isEdited(i)) {
            return false;
        }
    }
    return true;
}

} // namespace winnow
