// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/recordformat.h"

namespace winnow {

/// Column that holds the key of a record kept as {key: record}.
inline constexpr std::string_view kKeyColumn = "(key)";
/// Column that holds the name of the list a record stands in, for {"val": [record, …], "test": […]}.
inline constexpr std::string_view kMemberColumn = "(list)";
/// Column that holds the value of {key: value} where values are plain.
inline constexpr std::string_view kValueColumn = "(value)";

/// JSON Lines, a JSON array of objects, an object of objects (or plain values) by key, or an object with one
/// array of objects in it ({"questions": […]}). Records are cut by us and parsed one by one, so that one bad
/// record does not take the others with it.
class JsonFormat : public RecordFormat {
public:
    QString id() const override { return QStringLiteral("json"); }
    QString title() const override { return QStringLiteral("JSON Lines, JSON"); }
    QStringList suffixes() const override
    {
        return {QStringLiteral("jsonl"), QStringLiteral("json"), QStringLiteral("ndjson")};
    }
    std::vector<RecordLayout> layouts() const override;
    double sniff(QByteArrayView head) const override;
    Result<std::unique_ptr<RecordSource>> open(const QString& path, const ReadLimits& limits) const override;
};

/// The records of one list in a JSON object, by its name. WrongKind when there is no such list.
Result<std::unique_ptr<RecordSource>> openJsonList(
    const QString& path, const std::string& name, const ReadLimits& limits);

} // namespace winnow
