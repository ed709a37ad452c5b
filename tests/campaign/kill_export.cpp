// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/exportkill.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <cstdio>

/// kill_export [RANDOM]: kills `winnow-cli export` at every call that changes a file, and RANDOM times (150)
/// at random moments, into a new folder, over an earlier export and onto a file. Prints the counts; exits 1
/// when anything but all old or all new was found.
int main(int argc, char** argv)
{
    using winnow::test::ExportKill;
    const QCoreApplication application(argc, argv);
    const int random = argc > 1 ? QByteArray(argv[1]).toInt() : 150;
    struct {
        ExportKill::Place place;
        const char* name;
    } const places[]{{ExportKill::Place::NewFolder, "a new folder"},
        {ExportKill::Place::EarlierExport, "over an earlier export"}, {ExportKill::Place::File, "a file"}};
    int failures = 0;
    int kills = 0;
    for (const auto& [place, name] : places) {
        const QTemporaryDir folder;
        ExportKill victim(folder.path(), place, ExportKill::By::Program);
        if (const QString wrong = victim.prepare(); !wrong.isEmpty()) {
            std::printf("%s: %s\n", name, qPrintable(wrong));
            return 1;
        }
        const auto count = [&](const QString& wrong) {
            if (!wrong.isEmpty()) {
                ++failures;
                std::printf("  %s\n", qPrintable(wrong));
            }
        };
        for (int call = 1; call <= victim.calls(); ++call) {
            count(victim.killAt(call));
        }
        constexpr int kLongest = 250'000;
        for (int i = 0; i < random; ++i) {
            count(victim.killAfter(int(QRandomGenerator::global()->bounded(kLongest))));
        }
        kills += victim.kills();
        std::printf("%-24s %5d kills (%d at calls): %d old, %d new, %d old under the new manifest\n", name,
            victim.kills(), victim.calls(), victim.oldLeft(), victim.newLeft(), victim.betweenLeft());
        std::fflush(stdout);
    }
    std::printf("%d kills, %d failures\n", kills, failures);
    return failures == 0 ? 0 : 1;
}
