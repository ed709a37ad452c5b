// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/importstage.h"
#include "core/store/onebehind.h"

#include <QByteArray>
#include <QHash>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace winnow {

/// Where a ResponseWriter puts packed columns and texts. Throws sqlite::Failure; one thread.
class ResponseSink {
public:
    virtual ~ResponseSink() = default;
    /// Both return the row's id.
    virtual qint64 addText(std::string_view text) = 0;
    virtual qint64 addPacked(const QByteArray& bytes) = 0;
    /// What addPacked() was given.
    virtual QByteArray packed(qint64 id) = 0;
    /// A row of `packed` (0 = none) that one block less names.
    virtual void release(qint64 packed) = 0;
    /// Returns when everything is in the project.
    virtual void flush() = 0;
};

/// Inside the caller's write transaction.
std::unique_ptr<ResponseSink> sinkInto(sqlite::Connection& connection);
/// Batch by batch into a stage, written by a second thread.
std::unique_ptr<ResponseSink> sinkInto(ImportStage& stage);

} // namespace winnow
