// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

#include <functional>

namespace winnow {

/// A page as the rail shows it. Adding a page is one file pair and one line in pageregistry.cpp.
struct PageEntry {
    /// Stable id, also of `winnow --page`; its icon has the same name.
    QString id;
    /// English title, translated in the context "PageRegistry".
    const char* title;
    std::function<Page*(AppContext&)> create;
};

/// The pages in the order of the rail; Ctrl+1 to Ctrl+9 and Ctrl+0 open them.
const QVector<PageEntry>& pageRegistry();
QString pageTitle(const PageEntry& entry);

} // namespace winnow
