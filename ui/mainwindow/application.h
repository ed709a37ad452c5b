// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QApplication>

namespace winnow {

/// The one id of the application: of its desktop entry, its metainfo and its icons.
inline constexpr const char* kApplicationId = "org.winnow.Winnow";

/// The application of the window, with its names and its icon. An exception that gets as far as the event
/// loop does not end the program, and the work in it: it is told, and the loop goes on.
class Application : public QApplication {
    Q_OBJECT
public:
    Application(int& argc, char** argv);

    bool notify(QObject* receiver, QEvent* event) override;

signals:
    /// From the event loop, after what threw was left.
    void failed(const winnow::Error& error);

private:
    void tell(const Error& error);

    bool m_telling = false;
};

} // namespace winnow
