// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace winnow {

/// A program text of core/export/tasks that is written beside samples.
QByteArray taskFile(const QString& name);

/// Names of a program for texts, in their order: letters of English, digits and "_", no two equal.
QStringList programNames(const QStringList& texts);

} // namespace winnow
