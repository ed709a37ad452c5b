// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/condition.h"
#include "core/domain/decision.h"
#include "core/domain/flagkind.h"

#include <QString>

namespace winnow {

/// The words of the vocabulary in the user's language. Ids that are not known come back as they are.
QString flagKindTitle(const QString& kindId);
QString flagGroupName(FlagGroup group);
QString conditionTitle(Condition condition);
QString dispositionTitle(Disposition disposition);
QString verdictTitle(Verdict verdict);
QString actionTitle(Action action);
QString flagStateTitle(FlagState state);
/// The group of a kind; ImportDamage for an unknown one.
FlagGroup flagGroupOfKind(const QString& kindId);

} // namespace winnow
