// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/testproject.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/models/settings.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QMenu>
#include <QScrollArea>
#include <QTimer>

namespace winnow::test {

/// Drives the real window with the mouse and the keys, with settings of its own.
class WindowDriver {
public:
    WindowDriver()
    {
        for (const char* place : {"STATE", "CONFIG", "CACHE", "DATA"}) {
            qputenv(qPrintable(QStringLiteral("XDG_%1_HOME").arg(QLatin1String(place))),
                path(QString::fromLatin1(place).toLower()).toUtf8());
        }
        setAnnotatorName(QStringLiteral("ann"));
        Theme::instance().apply(ThemeMode::Light);
    }

    QString path(const QString& name) const { return m_folder.filePath(name); }
    MainWindow& window() { return *m_window; }
    AppContext& context() { return m_window->context(); }

    /// A window of its own, on a project when one is named.
    [[nodiscard]] bool open(
        const QString& project = {}, const QString& page = {}, const QSize& size = {1600, 1000})
    {
        m_window = std::make_unique<MainWindow>();
        m_window->resize(size);
        m_window->show();
        if (!QTest::qWaitForWindowActive(m_window.get())) {
            return false;
        }
        if (project.isEmpty()) {
            return true;
        }
        m_window->openProject(project, page);
        return QTest::qWaitFor([&] { return context().project() && m_window->currentPage() == page; })
            && settle();
    }
    void close() { m_window.reset(); }

    /// Waits until no work is left.
    [[nodiscard]] bool settle()
    {
        QTest::qWait(60);
        const bool idle = QTest::qWaitFor([&] { return context().jobs()->rowCount() == 0; }, 60000);
        QTest::qWait(60);
        return idle;
    }

    template <typename T = QWidget> T* find(const char* name)
    {
        for (T* each : m_window->findChildren<T*>(QString::fromLatin1(name))) {
            if (each->isVisible()) {
                return each;
            }
        }
        return nullptr;
    }
    /// A button in view that says this, or is named so for screen readers.
    QAbstractButton* button(const QString& text)
    {
        for (auto* each : m_window->findChildren<QAbstractButton*>()) {
            if (each->isVisible() && (each->text() == text || each->accessibleName() == text)) {
                return each;
            }
        }
        return nullptr;
    }

    /// False when there is nothing to press.
    [[nodiscard]] bool press(QWidget* widget)
    {
        if (!widget || !widget->isVisible() || !widget->isEnabled()) {
            return false;
        }
        for (QWidget* up = widget->parentWidget(); up; up = up->parentWidget()) {
            if (auto* area = qobject_cast<QScrollArea*>(up)) {
                area->ensureWidgetVisible(widget);
            }
        }
        QCoreApplication::processEvents();
        QTest::mouseMove(widget);
        // A check box listens on its mark and its text, and may be wider than both.
        const QPoint where = qobject_cast<QCheckBox*>(widget)
            ? QPoint(widget->height() / 2, widget->height() / 2)
            : QPoint();
        QTest::mouseClick(widget, Qt::LeftButton, {}, where);
        return true;
    }
    [[nodiscard]] bool press(const QString& text) { return press(button(text)); }

    /// A key goes where the keyboard is.
    void key(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget* focus = m_window->focusWidget();
        QTest::keyClick(focus ? focus : m_window.get(), Qt::Key(key), modifiers);
    }

    static QPoint place(const QAbstractItemView* view, int row, int column = 0)
    {
        return view->visualRect(view->model()->index(row, column)).center();
    }
    static void clickRow(QAbstractItemView* view, int row, int column = 0)
    {
        view->scrollTo(view->model()->index(row, column));
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, place(view, row, column));
    }

    /// Opens a menu and clicks the entry at the end of `path`, which starts with these words. False when
    /// there is no such menu or entry.
    [[nodiscard]] bool choose(const std::function<void()>& opening, const QStringList& path)
    {
        bool chosen = false;
        // Again and again: what opens the menu may let other events through first.
        QTimer timer;
        timer.setInterval(10);
        const auto pick = [&] {
            auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            if (!menu) {
                return;
            }
            timer.stop();
            for (qsizetype depth = 0; menu && depth < path.size(); ++depth) {
                QAction* entry = nullptr;
                for (QAction* action : menu->actions()) {
                    entry = !entry && action->text().startsWith(path.at(depth)) ? action : entry;
                }
                if (!entry || !entry->isEnabled()) {
                    break;
                }
                QMenu* next = entry->menu();
                if (next) {
                    menu->setActiveAction(entry);
                    QTest::keyClick(menu, Qt::Key_Right);
                } else {
                    chosen = true;
                    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(entry).center());
                }
                menu = next;
            }
            while (QWidget* popup = QApplication::activePopupWidget()) {
                popup->close();
            }
        };
        QObject::connect(&timer, &QTimer::timeout, m_window.get(), pick);
        timer.start();
        opening();
        QTest::qWait(50);
        QCoreApplication::processEvents();
        if (m_window->isVisible()) {
            // The window comes back as under a window manager.
            m_window->activateWindow();
            chosen = QTest::qWaitFor([this] { return QApplication::activeWindow() == m_window.get(); })
                && chosen;
        }
        return chosen;
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace winnow::test
