// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/recordformat.h"

namespace winnow {

/// A zip that begins as inspect writes its logs.
bool isInspectArchive(QByteArrayView head);

/// Logs of inspect (inspect_ai): .eval, a zip with a member for each sample and epoch or several where it is
/// stored in chunks, and .json. What a log lacks (a run that did not end, samples that only have a summary)
/// is said in the notes.
class InspectLogFormat : public RecordFormat {
public:
    QString id() const override { return QStringLiteral("inspect"); }
    QString title() const override { return QStringLiteral("inspect log"); }
    QStringList suffixes() const override { return {QStringLiteral("eval")}; }
    std::vector<RecordLayout> layouts() const override;
    double sniff(QByteArrayView head) const override;
    /// Unsupported for a log without samples.
    Result<std::unique_ptr<RecordSource>> open(const QString& path, const ReadLimits& limits) const override;
};

} // namespace winnow
