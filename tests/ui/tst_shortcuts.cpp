// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/privatesettings.h"
#include "tests/support/reviewproject.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/models/settings.h"
#include "ui/pages/pageregistry.h"
#include "ui/util/dialogs.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QShortcut>
#include <QShortcutEvent>
#include <QTimer>

using namespace winnow;

namespace {

/// Catches what the keys would do, so that a walk over all of them opens, undoes and closes nothing.
class Catcher : public QObject {
public:
    Catcher() { qApp->installEventFilter(this); }
    ~Catcher() override { qApp->removeEventFilter(this); }

    int caught = 0;
    bool ambiguous = false;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() != QEvent::Shortcut) {
            return QObject::eventFilter(watched, event);
        }
        ++caught;
        ambiguous = ambiguous || static_cast<QShortcutEvent*>(event)->isAmbiguous();
        return true;
    }
};

} // namespace

/// Every key of the window does one thing, before and after its menus were open.
class TestShortcuts : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_path;
    std::unique_ptr<MainWindow> m_window;

    /// The keys that work on the page that is shown, each once for every place that binds it.
    QList<QKeySequence> boundKeys() const
    {
        QList<QKeySequence> keys;
        for (const QShortcut* shortcut : m_window->findChildren<QShortcut*>()) {
            const auto* owner = qobject_cast<QWidget*>(shortcut->parent());
            if (owner && owner->isVisible() && shortcut->isEnabled()) {
                keys.append(shortcut->key());
            }
        }
        for (const QAction* action : m_window->findChildren<QAction*>()) {
            keys += action->isEnabled() ? action->shortcuts() : QList<QKeySequence>();
        }
        return keys;
    }

    /// What is wrong with the keys of the page that is shown; empty when nothing is.
    QString faults()
    {
        QStringList found;
        const QList<QKeySequence> keys = boundKeys();
        for (const QKeySequence& key : keys) {
            const Qt::Key plain = key[0].key();
            if (plain >= Qt::Key_Back && plain != Qt::Key_unknown) {
                continue; // "Open" and "New" of a keyboard with such keys
            }
            Catcher catcher;
            QWidget* focus = m_window->focusWidget();
            QTest::keyClick(focus ? focus : m_window.get(), plain, key[0].keyboardModifiers());
            if (catcher.ambiguous) {
                found.append(key.toString() + QStringLiteral(" is bound twice"));
            } else if (catcher.caught != 1) {
                found.append(key.toString() + QStringLiteral(" does nothing"));
            }
        }
        return found.join(QStringLiteral(", "));
    }

    /// Opens the window's menu with the mouse, each of its own menus with the keyboard, and leaves.
    void openMenus()
    {
        auto* button = m_window->findChild<QWidget*>(QStringLiteral("menuButton"));
        int opened = 0;
        QTimer::singleShot(0, m_window.get(), [&opened] {
            auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            if (!menu) {
                return;
            }
            const QList<QAction*> actions = menu->actions();
            for (QAction* action : actions) {
                ++opened;
                if (action->menu() && action->isEnabled()) {
                    menu->setActiveAction(action);
                    QTest::keyClick(menu, Qt::Key_Right);
                    ++opened;
                    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
                }
            }
            while (QWidget* popup = QApplication::activePopupWidget()) {
                QTest::keyClick(popup, Qt::Key_Escape);
            }
        });
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(opened > 8);
        QVERIFY(!QApplication::activePopupWidget());
        // The window comes back as under a window manager.
        QCoreApplication::processEvents();
        m_window->activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), m_window.get());
    }

private slots:
    void initTestCase()
    {
        test::usePrivateSettings(m_folder);
        setAnnotatorName(QStringLiteral("ann"));
        Theme::instance().apply(ThemeMode::Light);
        m_path = m_folder.filePath(QStringLiteral("p.winnow"));
        auto project = Project::create(m_path);
        QVERIFY_RESULT(project);
        QVERIFY_RESULT(test::addReviewSamples(**project, 5));
    }

    void init()
    {
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1280, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->openProject(m_path);
        QTRY_VERIFY(m_window->context().project());
    }
    void cleanup() { m_window.reset(); }

    void everyKeyDoesOneThing_data()
    {
        QTest::addColumn<QString>("page");
        for (const PageEntry& entry : pageRegistry()) {
            QTest::newRow(qPrintable(entry.id)) << entry.id;
        }
    }
    void everyKeyDoesOneThing()
    {
        QFETCH(QString, page);
        QVERIFY(m_window->showPage(page));
        QVERIFY(boundKeys().size() > 15);
        QCOMPARE(faults(), QString());
        for (int round = 0; round < 2; ++round) {
            openMenus();
            QCOMPARE(faults(), QString());
        }
    }

    void aPageHasTheFocusAlsoWhileItStillReads_data() { everyKeyDoesOneThing_data(); }
    void aPageHasTheFocusAlsoWhileItStillReads()
    {
        QFETCH(QString, page);
        QVERIFY(m_window->showPage(page));
        const auto* shown = m_window->findChild<QWidget*>(QStringLiteral("page-") + page);
        const QWidget* focus = m_window->focusWidget();
        QVERIFY(focus && (focus == shown || shown->isAncestorOf(focus)) && focus->isVisible());
    }

    void theKeysOfTheMenuWorkAfterItWasOpen()
    {
        openMenus();
        QTest::keyClick(m_window.get(), Qt::Key_F1);
        auto* overlay = m_window->findChild<QWidget*>(QStringLiteral("keyOverlay"));
        QVERIFY(overlay->isVisible());
        QTest::keyClick(overlay, Qt::Key_Escape);
        QTest::keyClick(m_window.get(), Qt::Key_F11);
        QVERIFY(m_window->isFullScreen());
        QTest::keyClick(m_window.get(), Qt::Key_F11);
        QTest::keyClick(m_window.get(), Qt::Key_W, Qt::ControlModifier);
        QVERIFY(!m_window->context().project());
        dialogs::setNextFileName(m_path);
        QTest::keyClick(m_window.get(), Qt::Key_O, Qt::ControlModifier);
        QTRY_VERIFY(m_window->context().project());
    }
};

QTEST_MAIN(TestShortcuts)
#include "tst_shortcuts.moc"
