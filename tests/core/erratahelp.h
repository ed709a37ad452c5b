// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hash.h"
#include "core/errata/applyerrata.h"
#include "core/errata/errataversions.h"
#include "tests/core/importhelp.h"
#include "tests/support/shareddata.h"
#include "tests/support/testproject.h"

namespace winnow::test {

inline QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A file with places "{{old|new}}": as it is (0) and as it should become (1). What stands outside of them is
/// the same in both by that.
inline QByteArray side(const QByteArray& marked, int which)
{
    QByteArray bytes;
    qsizetype from = 0;
    for (qsizetype open = marked.indexOf("{{"); open >= 0; open = marked.indexOf("{{", from)) {
        const qsizetype close = marked.indexOf("}}", open);
        Q_ASSERT(close > open);
        const QByteArray both = marked.mid(open + 2, close - open - 2);
        bytes += marked.mid(from, open - from)
            + both.mid(which ? both.indexOf('|') + 1 : 0, which ? -1 : both.indexOf('|'));
        from = close + 2;
    }
    return bytes + marked.mid(from);
}

inline ErrataChange change(
    const QString& index, const QString& field, const QStringList& before, const QStringList& after)
{
    ErrataChange made;
    made.index = index;
    made.field = field;
    made.before = before;
    made.after = after;
    return made;
}

/// "index field: before -> after"; of accepted answers "a / b", "-" = none.
inline ErrataChange changeOf(const QString& text)
{
    const qsizetype colon = text.indexOf(QStringLiteral(": "));
    const QString place = text.left(colon);
    const QStringList sides = text.mid(colon + 2).split(QStringLiteral(" -> "));
    const QString field = place.section(u' ', 1);
    const auto value = [&](int at) {
        const QString said = sides.value(at) == u"-" ? QString() : sides.value(at);
        return field != kErrataAccepted ? QStringList{said}
            : said.isEmpty()            ? QStringList()
                                        : said.split(QStringLiteral(" / "));
    };
    return change(place.section(u' ', 0, 0), field, value(0), value(1));
}

inline Errata errataOf(const QStringList& changes)
{
    Errata errata;
    errata.dataset = QStringLiteral("trees");
    for (const QString& each : changes) {
        errata.changes.append(changeOf(each));
    }
    return errata;
}

inline Errata reversed(Errata errata)
{
    for (ErrataChange& each : errata.changes) {
        std::swap(each.before, each.after);
        std::swap(each.beforeOption, each.afterOption);
    }
    return errata;
}

inline QString outcomesOf(const ApplyReport& report)
{
    QStringList ids;
    for (const ErrataOutcome& outcome : report.outcomes) {
        ids.append(errataOutcomeId(outcome.kind));
    }
    return ids.join(u' ');
}

inline Result<ApplyReport> apply(
    const QString& file, const Errata& errata, const QString& out, bool remove = false)
{
    SilentProgress progress;
    ApplyOptions options;
    options.out = out;
    options.remove = remove;
    QFile::remove(out);
    return applyErrata(file, errata, options, progress);
}

/// A table of four questions with their options in columns; `keys` are the answers.
inline QByteArray table(
    const QList<QByteArray>& keys, const QByteArray& between = "\t", const QByteArray& end = "\n")
{
    QByteArrayList rows{
        QByteArrayList{"index", "question", "A", "B", "C", "D", "answer", "note"}.join(between)};
    for (int i = 0; i < keys.size(); ++i) {
        rows.append(QByteArrayList{QByteArray::number(i + 1), "Which tree " + QByteArray::number(i + 1) + "?",
            "oak", "elm", "ash", "fir", keys.at(i), " kept  as it is"}
                        .join(between));
    }
    return rows.join(end) + end;
}

/// The same as JSON Lines; options and keys are JSON.
inline QByteArray lines(const QList<QByteArray>& keys,
    const QByteArray& options = R"(["oak","elm" , "ash", "fir"])", const QByteArray& before = {},
    const QByteArray& between = {}, const QByteArray& behind = {})
{
    QByteArray text = before;
    for (int i = 0; i < keys.size(); ++i) {
        const QByteArray number = QByteArray::number(i + 1);
        text += (i > 0 ? between : QByteArray()) + "{\"id\": " + number + ", \"question\":\"Which tree "
            + number + "?\",  \"choices\": " + options + ", \"answer\": " + keys.at(i)
            + ", \"x\": 1.50e0 }\n";
    }
    return text + behind;
}

inline QByteArray byKey(const QList<QByteArray>& keys)
{
    QByteArray text = "{\n";
    for (int i = 0; i < keys.size(); ++i) {
        const QByteArray number = QByteArray::number(i + 1);
        text += (i > 0 ? ",\n" : "") + QByteArray("  \"") + number + "\" : {\"question\": \"Which tree "
            + number + "?\", \"choices\": [\"oak\", \"elm\", \"ash\", \"fir\"], \"answer\": " + keys.at(i)
            + "}";
    }
    return text + "\n}";
}

inline QByteArray open(const QList<QByteArray>& keys)
{
    QByteArray text;
    for (int i = 0; i < keys.size(); ++i) {
        const QByteArray number = QByteArray::number(i + 1);
        text += "{\"id\": \"" + number + "\", \"question\": \"What is " + number
            + "?\", \"answer\": " + keys.at(i) + "}\n";
    }
    return text;
}

} // namespace winnow::test
