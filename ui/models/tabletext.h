// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <QByteArray>
#include <QString>
#include <QVector>

namespace winnow {

// A table of a model as text, with its headings: of every cell its plain value where it has one (PlainRole),
// else what is shown.

/// A field of RFC 4180: in quotes where it has to be.
QString csvField(QString text);

/// Tab-separated, for the clipboard.
QString tableAsTsv(const QAbstractItemModel& model, const QVector<int>& rows, const QVector<int>& columns);
/// RFC 4180, UTF-8, for files.
QByteArray tableAsCsv(const QAbstractItemModel& model, const QVector<int>& rows, const QVector<int>& columns);

} // namespace winnow
