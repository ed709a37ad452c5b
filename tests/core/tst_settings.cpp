// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/migrations.h"
#include "core/store/settingsstore.h"
#include "tests/support/testproject.h"

using namespace winnow;

/// What is set in a project file.
class TestSettings : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    static qint64 rows(Project& project)
    {
        return project
            .read([](sqlite::Connection& c) {
                return c.integer(QStringLiteral("SELECT count(*) FROM settings"));
            })
            .value_or(-1);
    }

private slots:
    void theTableIsWhole()
    {
        QSet<QString> names;
        for (const SettingInfo& info : settingInfos()) {
            QCOMPARE(&settingInfo(info.id), &info);
            QCOMPARE(settingByName(info.name), &info);
            QVERIFY2(checkSetting(info, info.defaultValue), qPrintable(info.name));
            QVERIFY2(*info.help, qPrintable(info.name));
            names.insert(info.name);
        }
        QCOMPARE(names.size(), settingInfos().size());
        QVERIFY(!settingByName(u"colour"));
    }

    void theDefaultHoldsUntilItIsSet()
    {
        auto project = Project::create(m_folder.filePath(QStringLiteral("a.winnow")));
        QVERIFY_RESULT(project);
        QVERIFY_RESULT(test::addSamples(**project, QStringLiteral("set"), 2));
        const auto done = (*project)->write({}, [&](sqlite::Connection& c) -> Result<> {
            const DatasetId set = DatasetStore(c).byName(QStringLiteral("set"))->id;
            SettingsStore store(c);
            [&] {
                QCOMPARE(store.text(Setting::ChosenPolicy), kDefaultPolicy);
                QCOMPARE(store.number(Setting::BlindHits, set), 0);
                QVERIFY(!store.isSet(Setting::BlindHits, set));
                store.set(Setting::BlindHits, QStringLiteral("5"), set);
                QCOMPARE(store.number(Setting::BlindHits, set), 5);
                QVERIFY(store.isSet(Setting::BlindHits, set));
                QCOMPARE(store.number(Setting::BlindHitsOfChoices, set), 0);
                store.set(Setting::ChosenPolicy, QStringLiteral("strict"));
                QCOMPARE(store.text(Setting::ChosenPolicy), QStringLiteral("strict"));
            }();
            // A newer program's, and one that no longer fits.
            c.execute(
                QStringLiteral("INSERT INTO settings(dataset_id, name, value) VALUES(0, 'colour', 'green');"
                               " INSERT INTO settings(dataset_id, name, value) VALUES(77, 'tau', 'many')"));
            return {};
        });
        QVERIFY_RESULT(done);
        QCOMPARE(rows(**project), 4);
        const auto back = (*project)->write({}, [&](sqlite::Connection& c) -> Result<> {
            const DatasetId set = DatasetStore(c).byName(QStringLiteral("set"))->id;
            SettingsStore store(c);
            [&] {
                QCOMPARE(store.number(Setting::BlindHits, DatasetId{77}), 0);
                QVERIFY(!store.isSet(Setting::BlindHits, DatasetId{77}));
            }();
            store.set(Setting::BlindHits, QStringLiteral("0"), set);
            store.set(Setting::ChosenPolicy, kDefaultPolicy);
            return {};
        });
        QVERIFY_RESULT(back);
        QCOMPARE(rows(**project), 2);
        const auto refused = (*project)->write({}, [&](sqlite::Connection& c) -> Result<> {
            SettingsStore(c).set(Setting::BlindHits, QStringLiteral("-1"), DatasetId{1});
            return {};
        });
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
        QCOMPARE(rows(**project), 2);
    }

    void aChoiceOfAnOlderFileStays()
    {
        auto connection = sqlite::Connection::open(
            m_folder.filePath(QStringLiteral("old.winnow")), sqlite::OpenMode::Create);
        QVERIFY_RESULT(connection);
        const QVector<Migration> all = projectMigrations();
        constexpr int kBefore = 5;
        QVERIFY_RESULT(migrate(**connection, all.mid(0, kBefore)));
        (*connection)
            ->execute(QStringLiteral("INSERT INTO meta(key, value) VALUES('policy', 'strict');"
                                     " INSERT INTO meta(key, value) VALUES('other', 'stays')"));
        QVERIFY_RESULT(migrate(**connection, all));
        QCOMPARE(PolicyStore(**connection).chosen().name, QStringLiteral("strict"));
        QCOMPARE(DatasetStore(**connection).meta(QStringLiteral("other")), QStringLiteral("stays"));
        QVERIFY(DatasetStore(**connection).meta(QStringLiteral("policy")).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
