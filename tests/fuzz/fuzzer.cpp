// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// winnow_fuzz under libFuzzer: the target's name stands in the variable WINNOW_FUZZ_TARGET, everything else
// is libFuzzer's (packaging/fuzz calls it).

#include "tests/fuzz/corpora.h"
#include "tests/fuzz/fuzztargets.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerInitialize(int* count, char*** arguments);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

const winnow::fuzz::Target* chosen = nullptr;

} // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***)
{
    if (const char* folder = std::getenv("WINNOW_FUZZ_SEEDS")) {
        std::exit(winnow::fuzz::writeSeeds(QString::fromLocal8Bit(folder)) ? 0 : 1);
    }
    const char* name = std::getenv("WINNOW_FUZZ_TARGET");
    chosen = winnow::fuzz::targetByName(name ? name : "");
    if (!chosen) {
        std::fputs("WINNOW_FUZZ_TARGET is to name one of:", stderr);
        for (const winnow::fuzz::Target& target : winnow::fuzz::targets()) {
            std::fprintf(stderr, " %.*s", int(target.name.size()), target.name.data());
        }
        std::fputs("\n", stderr);
        std::exit(2);
    }
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    chosen->run(QByteArrayView(data, qsizetype(size)));
    return 0;
}
