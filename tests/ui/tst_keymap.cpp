// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/privatesettings.h"
#include "ui/models/keymapmodel.h"
#include "ui/pages/pageregistry.h"
#include "ui/util/boundkeys.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QWidget>

using namespace winnow;

/// The table of keys, and what becomes of it when the user chooses others.
class TestKeyMap : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    static KeyMap& map() { return KeyMap::instance(); }
    static QKeySequence key(const char* name) { return QKeySequence(QLatin1String(name)); }

private slots:
    void initTestCase() { test::usePrivateSettings(m_folder); }
    void init() { map().resetAll(); }

    void theTableIsSound()
    {
        QSet<QString> ids;
        for (const KeyCommand& command : keyCommands()) {
            const QString id = QLatin1String(command.id);
            QVERIFY2(!ids.contains(id), command.id);
            ids.insert(id);
            QVERIFY2(!command.page().isEmpty() && qstrlen(command.what) > 0, command.id);
            const QList<QKeySequence> keys = map().keys(id);
            QCOMPARE(keys.isEmpty(), command.use == KeyCommand::Use::Told);
            for (const QKeySequence& each : keys) {
                QVERIFY2(each.count() == 1, command.id);
                QVERIFY2(!map().conflict(id, each),
                    qPrintable(id + u' ' + each.toString() + QStringLiteral(" is taken")));
            }
        }
        QVERIFY(ids.size() > 80);
    }

    void chosenKeysTakeThePlaceAndAreKept()
    {
        const QString keep = QStringLiteral("samples.keep");
        map().set(keep, {key("Y")});
        QCOMPARE(map().keys(keep), QList<QKeySequence>{key("Y")});
        QCOMPARE(withKeys(QStringLiteral("Keep"), keep), QStringLiteral("Keep (Y)"));
        map().load(); // as another start reads it
        QCOMPARE(map().keys(keep), QList<QKeySequence>{key("Y")});
        QVERIFY(map().isChanged(keep));
        map().reset(keep);
        map().load();
        QCOMPARE(map().keys(keep), QList<QKeySequence>{key("K")});
        // The usual keys are no choice.
        map().set(keep, {key("K")});
        QVERIFY(!map().isAnyChanged());
    }

    void aCommandMayHaveNoKey()
    {
        const QString keep = QStringLiteral("samples.keep");
        map().set(keep, {});
        QVERIFY(map().keys(keep).isEmpty());
        QCOMPARE(withKeys(QStringLiteral("Keep"), keep), QStringLiteral("Keep"));
        const QVector<KeyHelp> help = map().help(QStringLiteral("samples"));
        for (const KeyHelp& line : help) {
            QVERIFY(!line.keys.isEmpty());
        }
    }

    void fixedAndToldKeysStay()
    {
        map().set(QStringLiteral("window.keys"), {key("Y")});
        map().set(QStringLiteral("samples.move"), {key("Y")});
        QVERIFY(!map().isAnyChanged());
    }

    void conflictsAreThoseThatMeet_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("pressed");
        QTest::addColumn<QString>("other");
        QTest::newRow("the same page") << "samples.keep"
                                       << "D"
                                       << "samples.drop";
        QTest::newRow("another page") << "samples.keep"
                                      << "N"
                                      << "";
        QTest::newRow("the window") << "samples.keep"
                                    << "Ctrl+O"
                                    << "window.open";
        QTest::newRow("a page, from the window") << "window.back"
                                                 << "K"
                                                 << "samples.keep";
        QTest::newRow("a fixed one") << "samples.keep"
                                     << "F1"
                                     << "window.keys";
        QTest::newRow("its own") << "samples.keep"
                                 << "K"
                                 << "";
    }
    void conflictsAreThoseThatMeet()
    {
        QFETCH(QString, command);
        QFETCH(QString, pressed);
        QFETCH(QString, other);
        const KeyCommand* found = map().conflict(command, QKeySequence(pressed));
        QCOMPARE(found ? QString::fromLatin1(found->id) : QString(), other);
    }

    void neighboursThatDoTheSameAreOneLine()
    {
        const QVector<KeyHelp> help = map().help(QStringLiteral("samples"));
        const auto line = std::find_if(help.cbegin(), help.cend(),
            [](const KeyHelp& each) { return each.what.contains(QLatin1String("Keep or drop")); });
        QVERIFY(line != help.cend());
        QCOMPARE(line->keys, QStringLiteral("K, D"));
        const QVector<KeyHelp> window = map().help(QStringLiteral("window"));
        QCOMPARE(window.first().keys, QStringLiteral("Ctrl+1 … Ctrl+0"));
    }

    /// The manual page has this between its headings KEYS and FILES.
    static QString keysOfTheManual()
    {
        QString text = QStringLiteral(
            ".SH KEYS\nMost can be changed in the preferences (Ctrl+,); these are the usual ones.\n");
        QVector<QPair<QString, QString>> pages;
        for (const PageEntry& entry : pageRegistry()) {
            pages.append({entry.id, pageTitle(entry)});
        }
        pages.append({QStringLiteral("window"), QStringLiteral("Everywhere")});
        for (const auto& [id, title] : std::as_const(pages)) {
            const QVector<KeyHelp> lines = map().help(id);
            if (lines.isEmpty()) {
                continue;
            }
            text += QStringLiteral(".SS %1\n").arg(title);
            for (const KeyHelp& line : lines) {
                QString keys = line.keys;
                keys.replace(u'-', QStringLiteral("\\-"));
                text += QStringLiteral(".TP\n.B \"%1\"\n%2\n").arg(keys, line.what);
            }
        }
        return text;
    }
    static QString file(const char* path)
    {
        QFile read(QStringLiteral(WINNOW_SOURCE_DIR "/") + QLatin1String(path));
        return read.open(QIODevice::ReadOnly) ? QString::fromUtf8(read.readAll()) : QString();
    }

    void theManualTellsTheseKeys()
    {
        const QString manual = file("packaging/linux/winnow.1");
        const qsizetype from = manual.indexOf(QStringLiteral(".SH KEYS\n"));
        const qsizetype to = manual.indexOf(QStringLiteral(".SH FILES\n"));
        QVERIFY(from >= 0 && to > from);
        const QString wanted = keysOfTheManual();
        if (manual.mid(from, to - from) != wanted) {
            QFile out(QDir::temp().filePath(QStringLiteral("winnow-keys.1")));
            QVERIFY(out.open(QIODevice::WriteOnly) && out.write(wanted.toUtf8()) > 0);
            QFAIL(qPrintable(
                QStringLiteral("The manual has other keys; it should say %1").arg(out.fileName())));
        }
    }

    void theReadmeNamesKeysThatThereAre()
    {
        const QString readme = file("README.md");
        const qsizetype from = readme.indexOf(QStringLiteral("## Keys of Review"));
        const QString section = readme.mid(from, readme.indexOf(QStringLiteral("\n## "), from + 5) - from);
        QSet<QString> bound;
        for (const KeyCommand& command : keyCommands()) {
            if (command.page() == u"review" || command.page() == u"window") {
                for (const QKeySequence& each : map().keys(QLatin1String(command.id))) {
                    bound.insert(each.toString(QKeySequence::PortableText));
                }
            }
        }
        static const QRegularExpression quoted(QStringLiteral("`([^`]+)`"));
        auto found = quoted.globalMatch(section);
        int keys = 0;
        while (found.hasNext()) {
            const QString name = found.next().captured(1);
            QVERIFY2(bound.contains(name) || name == u"man winnow", qPrintable(name));
            ++keys;
        }
        QVERIFY(keys >= 15);
    }

    void boundKeysFollow()
    {
        QWidget widget;
        int kept = 0;
        new BoundKeys(&widget, QStringLiteral("samples.keep"), Qt::WindowShortcut, [&](int) { ++kept; });
        QAction action;
        bindKeys(&action, QStringLiteral("window.open"));
        QCOMPARE(action.shortcut(), key("Ctrl+O"));
        widget.show();
        QVERIFY(QTest::qWaitForWindowActive(&widget));
        QTest::keyClick(&widget, Qt::Key_K);
        QCOMPARE(kept, 1);
        map().set(QStringLiteral("samples.keep"), {key("Y"), key("Ctrl+Y")});
        map().set(QStringLiteral("window.open"), {key("Ctrl+P")});
        QTest::keyClick(&widget, Qt::Key_K);
        QCOMPARE(kept, 1);
        QTest::keyClick(&widget, Qt::Key_Y);
        QTest::keyClick(&widget, Qt::Key_Y, Qt::ControlModifier);
        QCOMPARE(kept, 3);
        QCOMPARE(action.shortcut(), key("Ctrl+P"));
    }

    void theListOfThePreferences()
    {
        KeyMapModel model({{QStringLiteral("samples"), QStringLiteral("Samples")}});
        const QAbstractItemModelTester tester(&model);
        const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        int row = -1;
        for (int i = 0; i < model.rowCount(); ++i) {
            const QString id = model.index(i, 0).data(KeyMapModel::CommandRole).toString();
            QVERIFY(keyCommand(id)->use == KeyCommand::Use::Chosen);
            row = id == u"samples.keep" ? i : row;
        }
        QVERIFY(row >= 0);
        QCOMPARE(model.index(row, KeyMapModel::PageColumn).data().toString(), QStringLiteral("Samples"));
        QCOMPARE(model.index(row, KeyMapModel::KeysColumn).data().toString(), QStringLiteral("K"));
        map().set(QStringLiteral("samples.keep"), {key("Y")});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(model.index(row, KeyMapModel::KeysColumn).data().toString(), QStringLiteral("Y"));
    }
};

QTEST_MAIN(TestKeyMap)
#include "tst_keymap.moc"
