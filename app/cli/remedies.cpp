// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/remedies.h"

#include "core/base/remedy.h"

namespace winnow::cli {

namespace {

QString commandFor(Remedy remedy)
{
    switch (remedy) {
    case Remedy::YourName:
        return QStringLiteral("--annotator NAME");
    case Remedy::FlagKinds:
        return QStringLiteral("winnow-cli detectors");
    case Remedy::FlagsOfSample:
        return QStringLiteral("winnow-cli show");
    case Remedy::NewProject:
        return QStringLiteral("winnow-cli new");
    case Remedy::KnownDataset:
        return QStringLiteral("winnow-cli stats");
    case Remedy::OtherBackup:
        return QStringLiteral("--from FILE");
    }
    return {};
}

} // namespace

Error withCommand(Error error)
{
    if (const auto remedy = remedyOf(error)) {
        error.remedy += QStringLiteral(" (%1)").arg(commandFor(*remedy));
    }
    return error;
}

} // namespace winnow::cli
