// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/keycolumns.h"

#include "core/import/recordloop.h"
#include "core/import/sampledraft.h"

#include <QRegularExpression>

#include <unordered_map>
#include <unordered_set>

namespace winnow {

namespace {

void mix(size_t& seed, std::string_view text)
{
    seed ^= std::hash<std::string_view>{}(text) + 0x9e3779b97f4a7c15ULL + (seed << 6) + (seed >> 2);
}

/// What a record asks, as far as its key goes.
size_t contentOf(const SampleDraft& draft, const RawRecord& record, const std::vector<int>& images)
{
    size_t seed = 29;
    mix(seed, draft.question);
    mix(seed, draft.rawGold);
    for (const std::string_view option : draft.options) {
        mix(seed, option);
    }
    for (const int column : images) {
        mix(seed, record.cell(column).text);
    }
    return seed;
}

std::vector<int> positionsOf(const QStringList& names, const ColumnNames& columns)
{
    std::vector<int> positions;
    for (const QString& name : names) {
        positions.push_back(columns.find(name.toStdString()));
    }
    return positions;
}

/// Calls `look(record, columns)` for each record that can be read; false when the file cannot be.
template <typename Look> bool eachRecord(const QString& path, const ReadLimits& limits, const Look& look)
{
    RecordLoop loop;
    loop.take = [&](const RawRecord& record, const RecordSource& source) -> Result<bool> {
        look(record, source.columns());
        return true;
    };
    return loop.run(path, limits).has_value();
}

struct Repeats {
    qint64 records = 0;
    /// Records whose key another one with other contents has.
    qint64 conflicts = 0;
};

Repeats countRepeats(const QString& path, const FieldMapping& mapping, const ReadLimits& limits)
{
    Repeats repeats;
    SampleReader reader(mapping);
    SampleDraft draft;
    std::vector<DraftIssue> issues;
    std::unordered_map<std::string, size_t> seen;
    const QStringList images = mapping.columns(Field::Image);
    const bool whole = eachRecord(path, limits, [&](const RawRecord& record, const ColumnNames& columns) {
        issues.clear();
        if (!reader.readForKey(record, columns, draft, issues)) {
            return;
        }
        const std::string_view key = reader.key(record, columns, draft);
        if (key.empty()) {
            return;
        }
        ++repeats.records;
        const size_t content = contentOf(draft, record, positionsOf(images, columns));
        const auto [at, added] = seen.try_emplace(std::string(key), content);
        repeats.conflicts += !added && at->second != content;
    });
    return whole ? repeats : Repeats();
}

/// The first combination that no two records share; empty when there is none.
QStringList uniqueTogether(
    const QString& path, const QVector<QStringList>& combinations, const ReadLimits& limits)
{
    std::vector<std::unordered_set<size_t>> seen(size_t(combinations.size()));
    std::vector<bool> unique(size_t(combinations.size()), true);
    eachRecord(path, limits, [&](const RawRecord& record, const ColumnNames& columns) {
        for (qsizetype i = 0; i < combinations.size(); ++i) {
            if (!unique[size_t(i)]) {
                continue;
            }
            size_t seed = 7;
            bool present = false;
            for (const int column : positionsOf(combinations.at(i), columns)) {
                const Cell& cell = record.cell(column);
                mix(seed, cell.text);
                present = present || cell.present();
            }
            unique[size_t(i)] = present && seen[size_t(i)].insert(seed).second;
        }
    });
    for (qsizetype i = 0; i < combinations.size(); ++i) {
        if (unique[size_t(i)] && !seen[size_t(i)].empty()) {
            return combinations.at(i);
        }
    }
    return {};
}

} // namespace

QString keyValue(const QString& text)
{
    QString value = text.trimmed();
    if (value.endsWith(QLatin1String(".0"))) {
        bool ok = false;
        value.chopped(2).toLongLong(&ok);
        if (ok) {
            value.chop(2);
        }
    }
    return value;
}

QStringList columnsThatTell(const SourceProfile& profile, const QString& key)
{
    static const QRegularExpression id(
        QStringLiteral("(^|_)(id|ids|idx|index|no|nr|num|number|key|uid|uuid|sn|pos|position|order|seq)$"));
    static const QRegularExpression label(QStringLiteral(
        "(^|[_.])(split|subset|category|subject|task|source|domain|topic|language|lang|file|"
        "filename|image|image_path|img|part|section|level|year|dataset|name|type|\\(list\\))$"));
    constexpr int kLongest = 512;
    constexpr qsizetype kMost = 12;
    QStringList ids;
    QStringList labels;
    for (const ColumnProfile& column : profile.columns) {
        if (column.name == key || column.present == 0 || column.lists > 0 || column.objects > 0
            || column.base64 > 0 || column.longest > kLongest || column.distinct < 2) {
            continue;
        }
        if (id.match(column.plainName).hasMatch()) {
            ids.append(column.name);
        } else if (label.match(column.plainName).hasMatch()) {
            labels.append(column.name);
        }
    }
    QStringList all = key.isEmpty() ? QStringList() : QStringList{key};
    all += ids.mid(0, kMost);
    all += labels.mid(0, kMost);
    return all;
}

QVector<QStringList> keyCombinations(const QStringList& columns)
{
    QVector<QStringList> all;
    for (const QString& column : columns) {
        all.append(QStringList{column});
    }
    for (qsizetype i = 1; i < columns.size(); ++i) {
        all.append({columns.front(), columns.at(i)});
    }
    for (qsizetype i = 1; i < columns.size(); ++i) {
        for (qsizetype j = i + 1; j < columns.size(); ++j) {
            all.append({columns.front(), columns.at(i), columns.at(j)});
        }
    }
    if (columns.size() > 3) {
        all.append(columns);
    }
    return all;
}

void settleKey(
    const QString& path, const SourceProfile& profile, FieldMapping& mapping, const ReadLimits& limits)
{
    const Field field = Field::Index;
    const QString key = mapping.column(field);
    const ColumnProfile* column = profile.column(key);
    if (!column || mapping.fields.value(field).confidence >= 1.0 || mapping.has(Field::Base)
        || mapping.has(Field::Rotation) || mapping.columns(Field::Image).contains(key)) {
        return;
    }
    const Repeats repeats = countRepeats(path, mapping, limits);
    if (repeats.conflicts == 0) {
        return;
    }
    const QStringList telling = columnsThatTell(profile, key);
    QVector<QStringList> combinations = keyCombinations(telling);
    combinations.removeOne(QStringList{key});
    const QStringList together = uniqueTogether(path, combinations, limits);
    // A few slips are rejected one by one; what repeats throughout is no key.
    constexpr qint64 kOften = 10;
    if (together.isEmpty() && (repeats.conflicts * kOften < repeats.records || repeats.conflicts < 2)) {
        return;
    }
    if (!together.isEmpty() && repeats.conflicts * 100 < repeats.records) {
        return;
    }
    mapping.fields.remove(field);
    Sentence note
        = Sentence::of(QT_TRANSLATE_NOOP("Import",
                           "\"%1\" repeats (%2 of %3 records have the key of another one): it is no key, "
                           "the samples go by their position from 0"))
              .arg(key)
              .arg(repeats.conflicts)
              .arg(repeats.records);
    if (!together.isEmpty()) {
        note += Sentence::of(QT_TRANSLATE_NOOP("Import", "; unique is %1, which joins responses"))
                    .arg(together.join(QStringLiteral(" + ")));
    }
    mapping.notes.append(note);
}

} // namespace winnow
