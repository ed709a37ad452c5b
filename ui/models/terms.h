// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/domain/condition.h"
#include "core/domain/decision.h"
#include "core/domain/flagkind.h"

#include <QJsonObject>
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
/// A text that a detector marks with QT_TRANSLATE_NOOP("Detector", …): titles, units, parameters.
QString detectorText(const QString& text);
/// The same for any text that core marks: of detectors and formats, errors and steps of work.
QString coreText(const QString& text);
QString sentenceText(const Sentence& sentence);
/// A step of work as Progress::report() names it; "dataset: step" keeps the name of the dataset.
QString stepText(const QString& step);
/// What went wrong, what to do about it, and both, in the language of the window.
QString errorMessage(const Error& error);
QString errorRemedy(const Error& error);
QString errorText(const Error& error);
/// The sentence of a flag's evidence or of a finding; what was stored in English only stays so.
QString summaryText(const QJsonObject& holder);
QString capitalised(QString text);
/// The group of a kind; ImportDamage for an unknown one.
FlagGroup flagGroupOfKind(const QString& kindId);

} // namespace winnow
