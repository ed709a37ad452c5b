// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ledgerkill.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <cstdio>

/// kill_ledger [RANDOM]: kills deciding, importing and merging at every call that changes a file, and RANDOM
/// times (300) each at random moments. Prints the counts; exits 1 when an acknowledged event was lost, or
/// anything but all or nothing of the rest was found.
int main(int argc, char** argv)
{
    using winnow::test::LedgerKill;
    const QCoreApplication application(argc, argv);
    const int random = argc > 1 ? QByteArray(argv[1]).toInt() : 300;
    struct {
        LedgerKill::Work work;
        const char* name;
        int longest;
    } const works[]{{LedgerKill::Work::Decide, "decide and undo", 40'000},
        {LedgerKill::Work::Import, "import", 300'000}, {LedgerKill::Work::Merge, "merge", 20'000}};
    int failures = 0;
    int kills = 0;
    for (const auto& [work, name, longest] : works) {
        const QTemporaryDir folder;
        LedgerKill victim(folder.path(), work);
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
        for (int i = 0; i < random; ++i) {
            count(victim.killAfter(int(QRandomGenerator::global()->bounded(longest))));
        }
        kills += victim.kills();
        std::printf("%-16s %5d kills (%d calls): %lld events acknowledged before them, %lld found\n", name,
            victim.kills(), victim.calls(), static_cast<long long>(victim.acknowledged()),
            static_cast<long long>(victim.found()));
        std::fflush(stdout);
    }
    std::printf("%d kills, %d failures\n", kills, failures);
    return failures == 0 ? 0 : 1;
}
