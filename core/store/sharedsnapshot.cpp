// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sharedsnapshot.h"

#include <QThread>

#include <algorithm>

namespace winnow {

namespace {

constexpr int kMostReaders = 8;
constexpr int kTries = 100;

} // namespace

SharedSnapshot::SharedSnapshot(const Project& project)
    : m_project(&project)
{
}

SharedSnapshot::~SharedSnapshot()
{
    end();
}

Result<SharedSnapshot> SharedSnapshot::open(const Project& project)
{
    SharedSnapshot snapshot(project);
    const int count = std::clamp(QThread::idealThreadCount(), 1, kMostReaders);
    while (int(snapshot.m_readers.size()) < count) {
        auto reader = sqlite::Connection::open(project.path(), sqlite::OpenMode::ReadOnly);
        if (!reader) {
            return tl::unexpected<Error>(reader.error());
        }
        snapshot.m_readers.push_back(std::move(*reader));
    }
    const Result<> begun = sqlite::guarded([&] {
        for (int i = 0; i < kTries; ++i) {
            if (snapshot.begin()) {
                return;
            }
        }
        while (snapshot.m_readers.size() > 1) {
            snapshot.m_readers.pop_back();
        }
        snapshot.begin();
    });
    if (!begun) {
        return tl::unexpected<Error>(begun.error());
    }
    return snapshot;
}

// SQLite names no snapshot, but a connection notices whether others have committed since it last looked. So
// the first reader looks, the others begin, the first begins and looks again: what it did not miss, none of
// those that began between saw differently.
bool SharedSnapshot::begin()
{
    end();
    const QString version = QStringLiteral("PRAGMA data_version");
    const auto start = [&](sqlite::Connection& reader) {
        m_transactions.push_back(
            std::make_unique<sqlite::Transaction>(reader, sqlite::Transaction::Kind::Read));
        // A transaction sees what was there when it first read.
        return reader.integer(version);
    };
    const qint64 before = m_readers.front()->integer(version);
    for (std::size_t i = 1; i < m_readers.size(); ++i) {
        start(*m_readers[i]);
    }
    const bool alike = start(*m_readers.front()) == before || m_readers.size() == 1;
    if (!alike) {
        end();
    }
    return alike;
}

void SharedSnapshot::end()
{
    m_transactions.clear();
}

} // namespace winnow
