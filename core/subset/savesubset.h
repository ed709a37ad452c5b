// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/subset/choosesubset.h"

namespace winnow {

/// Stores a chosen set under a name, with each sample's weight and why it is in; it takes the place of one of
/// that name. `report` is what was measured (SubsetReport::toJson()). InvalidInput for a name of spaces; the
/// project's errors otherwise. Not on the GUI thread.
Result<SubsetId> saveSubset(Project& project, const SubsetInput& input, const SelectionProblem& problem,
    const ChosenSubset& chosen, const QString& name, const QJsonObject& report);

/// Request and scope of a stored set, and the policy it was chosen under; the other way round of what
/// saveSubset() writes. What is not there is as in a new request.
struct StoredRequest {
    SubsetRequest request;
    SubsetScope scope;
    QString policy;

    static StoredRequest of(const QJsonObject& stored);
};

} // namespace winnow
