// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/errata/cellspelling.h"

#include "core/domain/sample.h"
#include "core/import/drafttext.h"
#include "core/import/jsonpick.h"
#include "core/import/utf8.h"
#include "core/text/goldreader.h"
#include "core/text/pythonliteral.h"

namespace winnow {

namespace {

/// Where the string in quotes ends that begins at `at`: behind its quote.
size_t endOfString(std::string_view text, size_t at)
{
    const char quote = text[at];
    for (++at; at < text.size() && text[at] != quote; ++at) {
        at += text[at] == '\\' ? 1 : 0;
    }
    return std::min(at + 1, text.size());
}

/// The elements between the outer brackets, without the blanks around them.
std::optional<std::vector<CellPlace>> elementsOf(std::string_view list)
{
    if (list.size() < 2 || (list.front() != '[' && list.front() != '(')
        || list.back() != (list.front() == '[' ? ']' : ')')) {
        return std::nullopt;
    }
    std::vector<CellPlace> elements;
    size_t begin = 1;
    int depth = 0;
    const auto add = [&](size_t end) {
        const std::string_view element = trimmed(list.substr(begin, end - begin));
        if (!element.empty()) {
            elements.push_back({size_t(element.data() - list.data()), element.size()});
        }
        begin = end + 1;
    };
    for (size_t at = 1; at + 1 < list.size(); ++at) {
        const char c = list[at];
        if (c == '"' || c == '\'') {
            at = endOfString(list, at) - 1;
        } else if (c == '[' || c == '(' || c == '{') {
            ++depth;
        } else if (c == ']' || c == ')' || c == '}') {
            --depth;
        } else if (c == ',' && depth == 0) {
            add(at);
        }
    }
    add(list.size() - 1);
    return elements;
}

std::string pythonString(const QString& text, char quote)
{
    std::string written(1, quote);
    for (const char c : text.toStdString()) {
        switch (c) {
        case '\n':
            written += "\\n";
            break;
        case '\r':
            written += "\\r";
            break;
        case '\t':
            written += "\\t";
            break;
        default:
            if (c == quote || c == '\\') {
                written += '\\';
            }
            written += c;
        }
    }
    return written + quote;
}

QString readPython(std::string_view element)
{
    const auto value = parsePythonLiteral(toQString(element));
    return value && value->items.isEmpty() ? value->text : toQString(element);
}

/// "(B)" with the letter of another option in the same case; empty when it is not written as a letter.
QString withLetter(const QString& written, int to)
{
    QString changed = written;
    qsizetype at = -1;
    for (qsizetype i = 0; i < written.size(); ++i) {
        if (written.at(i).isLetter()) {
            if (at >= 0) {
                return {};
            }
            at = i;
        }
    }
    if (at < 0) {
        return {};
    }
    const QString letter = optionLetter(to);
    return changed.replace(at, 1, written.at(at).isLower() ? letter.toLower() : letter);
}

/// "2.0" counted on; empty when it is no whole number.
QString withNumber(const QString& written, int by)
{
    const auto number = wholeNumber(written);
    if (!number) {
        return {};
    }
    const QString digits = QString::number(*number);
    return QString(written).replace(written.indexOf(digits), digits.size(), QString::number(*number + by));
}

} // namespace

ElementSpelling jsonElements(const PlacedRecords& records)
{
    return {[](std::string_view element) {
                return isJsonText(element)  ? toQString(jsonText(element))
                    : isJsonObject(element) ? textOfObject(element)
                                            : toQString(element);
            },
        [&records](std::string_view element, const QString& text) -> std::string {
            if (isJsonObject(element)) {
                const auto changed
                    = stringReplaced(element, textOfObject(element), text, jsonElements(records));
                return changed.value_or(std::string(element));
            }
            return records.spell(element, text.toStdString());
        }};
}

ElementSpelling literalElements(std::string_view list)
{
    const auto elements = elementsOf(list).value_or(std::vector<CellPlace>());
    const bool single = std::any_of(
        elements.begin(), elements.end(), [&](const CellPlace& element) { return list[element.at] == '\''; });
    const bool anyDouble = list.find('"') != std::string_view::npos;
    return {readPython, [single, anyDouble](std::string_view element, const QString& text) {
                const bool quoted = element.empty() || element.front() == '"' || element.front() == '\'';
                if (!quoted && toNumber(text.toStdString())) {
                    return text.toStdString();
                }
                if (!single && anyDouble) {
                    return pythonString(text, '"');
                }
                // As Python writes it.
                return pythonString(text, text.contains(u'\'') && !text.contains(u'"') ? '"' : '\'');
            }};
}

std::optional<std::string> listWith(
    std::string_view list, const QStringList& elements, const ElementSpelling& spelling)
{
    const auto places = elementsOf(list);
    if (!places) {
        return std::nullopt;
    }
    const auto there = qsizetype(places->size());
    std::string changed;
    size_t copied = 0;
    for (qsizetype i = 0; i < std::min(there, elements.size()); ++i) {
        const CellPlace& place = (*places)[size_t(i)];
        const std::string_view element = list.substr(place.at, place.length);
        changed.append(list.substr(copied, place.at - copied));
        changed.append(spelling.read(element) == elements.at(i) ? std::string(element)
                                                                : spelling.write(element, elements.at(i)));
        copied = place.at + place.length;
    }
    std::string between = ", ";
    if (there > 1) {
        const size_t end = (*places)[0].at + (*places)[0].length;
        between = std::string(list.substr(end, (*places)[1].at - end));
    }
    if (elements.size() < there) {
        // Without the elements that are too many, and what stands before them.
        const CellPlace& last = places->back();
        if (elements.isEmpty()) {
            changed.append(list.substr(0, places->front().at));
        }
        copied = last.at + last.length;
    }
    for (qsizetype i = there; i < elements.size(); ++i) {
        if (i == 0) {
            changed.append(list.substr(0, 1));
            copied = list.size() - 1;
        }
        const std::string_view model
            = there > 0 ? list.substr((*places)[0].at, (*places)[0].length) : std::string_view();
        changed.append(i > 0 ? between : std::string()).append(spelling.write(model, elements.at(i)));
    }
    return changed.append(list.substr(copied));
}

std::optional<std::string> stringReplaced(
    std::string_view text, const QString& before, const QString& after, const ElementSpelling& spelling)
{
    std::optional<CellPlace> found;
    for (size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '"' && text[at] != '\'') {
            continue;
        }
        const size_t end = endOfString(text, at);
        if (spelling.read(text.substr(at, end - at)) == before) {
            if (found) {
                return std::nullopt;
            }
            found = CellPlace{at, end - at};
        }
        at = end - 1;
    }
    if (!found) {
        return std::nullopt;
    }
    return std::string(text.substr(0, found->at))
        .append(spelling.write(text.substr(found->at, found->length), after))
        .append(text.substr(found->at + found->length));
}

std::optional<QString> onceReplaced(const QString& text, const QString& before, const QString& after)
{
    const qsizetype at = before.isEmpty() ? -1 : text.indexOf(before);
    if (at < 0 || text.indexOf(before, at + 1) >= 0) {
        return std::nullopt;
    }
    return text.left(at) + after + text.mid(at + before.size());
}

QStringList GoldSpelling::candidates() const
{
    QStringList list;
    const auto add = [&](const QString& text) {
        if (!text.isEmpty() && !list.contains(text)) {
            list.append(text);
        }
    };
    if (to < 0 || to >= options.size()) {
        return list;
    }
    const bool wasThere = from >= 0 && !written.isEmpty();
    const bool counted = form == GoldForm::IndexFromZero || form == GoldForm::IndexFromOne;
    if (wasThere && labels.contains(written)) {
        add(labels.value(to));
    }
    if (counted) {
        const int first = form == GoldForm::IndexFromOne ? 1 : 0;
        add(wasThere ? withNumber(written, to - from) : QString::number(to + first));
    }
    if (wasThere && form == GoldForm::Letter) {
        add(withLetter(written, to));
    }
    if (wasThere && from < optionsBefore.size() && saySame(written, optionsBefore.at(from))) {
        add(options.at(to));
    }
    if (wasThere) {
        add(withLetter(written, to));
        add(withNumber(written, to - from));
    }
    if (form == GoldForm::Text) {
        add(options.at(to));
    }
    add(optionLetter(to));
    add(options.at(to));
    return list;
}

} // namespace winnow
