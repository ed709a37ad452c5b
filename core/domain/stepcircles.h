// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSet>
#include <QString>

namespace winnow {

/// Samples that are, over others or at once, steps of themselves. `parentOf`: what each is a step of.
QSet<QString> stepsInCircles(const QHash<QString, QString>& parentOf);

} // namespace winnow
