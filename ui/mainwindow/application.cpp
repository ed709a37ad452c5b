// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/application.h"

#include "core/sqlite/connection.h"

#include <QIcon>
#include <QThread>

namespace winnow {

Application::Application(int& argc, char** argv)
    : QApplication(argc, argv)
{
    setApplicationName(QStringLiteral("winnow"));
    setApplicationVersion(QStringLiteral(WINNOW_VERSION));
    setApplicationDisplayName(QStringLiteral("Winnow"));
    setDesktopFileName(QString::fromLatin1(kApplicationId));
    setWindowIcon(QIcon(QStringLiteral(":/icons/%1.svg").arg(QLatin1String(kApplicationId))));
}

bool Application::notify(QObject* receiver, QEvent* event)
{
    const Result<bool> handled = sqlite::guarded([&] { return QApplication::notify(receiver, event); });
    if (!handled) {
        tell(handled.error());
    }
    return handled.value_or(false);
}

void Application::tell(const Error& error)
{
    qWarning("%s", qPrintable(error.text()));
    // Once until it was said: what throws while the message is painted must not call for the next one.
    if (m_telling || QThread::currentThread() != thread()) {
        return;
    }
    m_telling = true;
    QMetaObject::invokeMethod(
        this,
        [this, error] {
            emit failed(error);
            m_telling = false;
        },
        Qt::QueuedConnection);
}

} // namespace winnow
