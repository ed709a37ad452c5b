// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/fieldmapping.h"
#include "core/import/recordsource.h"
#include "core/import/sampledraft.h"

namespace winnow {

/// A benchmark's file as an import would read it: what its columns are and how its answers are written.
struct SampleFile {
    QString path;
    SourceProfile profile;
    FieldMapping mapping;

    /// `map` = "field, column" where the guess is to be another. WrongKind and InvalidInput as of an import.
    static Result<SampleFile> look(
        const QString& path, const QVector<std::pair<QString, QString>>& map, const ReadLimits& limits);
};

/// What a record says of a sample, where errata may say otherwise.
struct SampleText {
    QString question;
    QString hint;
    QStringList options;
    QString gold;
    QStringList accepted;

    static SampleText of(const SampleDraft& draft);
    friend bool operator==(const SampleText&, const SampleText&) = default;
};

/// Whether two texts say the same but for blanks.
bool saySame(const QString& a, const QString& b);

} // namespace winnow
