// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/migrations.h"
#include "core/store/pricestore.h"
#include "core/store/projectnames.h"
#include "core/store/removal.h"
#include "core/store/samplestore.h"
#include "core/store/settingsstore.h"
#include "tests/support/testproject.h"

#include <cmath>

using namespace winnow;

Q_DECLARE_METATYPE(winnow::ModelPrice)

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

    void aResponseCostsWhatIsKnown_data()
    {
        QTest::addColumn<ModelPrice>("price");
        QTest::addColumn<QVariantList>(
            "amounts"); // prompt tokens, output tokens, images, seconds; null = not known
        QTest::addColumn<double>("cost"); // NaN = not known
        const auto priced = [](std::optional<double> input, std::optional<double> output,
                                std::optional<double> image, std::optional<double> gpuHour) {
            ModelPrice price;
            price.input = input;
            price.output = output;
            price.image = image;
            price.gpuHour = gpuHour;
            return price;
        };
        const QVariant no;
        const auto none = std::nullopt;
        QTest::newRow("tokens") << priced(2.5, 10, none, none) << QVariantList{1000, 200, 3, no} << 0.0045;
        QTest::newRow("an image") << priced(none, none, .001, none) << QVariantList{no, no, 3, no} << 0.003;
        QTest::newRow("the machine") << priced(none, none, none, 1.8) << QVariantList{no, no, 0, 2.0}
                                     << 0.001;
        QTest::newRow("all of it") << priced(1, 1, 1, 3600) << QVariantList{1e6, 2e6, 3, 4.0} << 10.0;
        QTest::newRow("free") << priced(0, 0, none, none) << QVariantList{1000, 200, 3, no} << 0.0;
        QTest::newRow("tokens that were not counted")
            << priced(2.5, 10, none, none) << QVariantList{1000, no, 3, 1.0} << qQNaN();
        QTest::newRow("free, but not counted")
            << priced(0, none, none, none) << QVariantList{no, 5, 3, 1.0} << qQNaN();
        QTest::newRow("no time") << priced(none, none, none, 2) << QVariantList{1000, 5, 3, no} << qQNaN();
        QTest::newRow("no price") << priced(none, none, none, none) << QVariantList{1000, 5, 3, 1.0}
                                  << qQNaN();
    }
    void aResponseCostsWhatIsKnown()
    {
        QFETCH(ModelPrice, price);
        QFETCH(QVariantList, amounts);
        QFETCH(double, cost);
        const auto amount = [&](int i) {
            return amounts[i].isNull() ? std::nullopt : std::optional(amounts[i].toDouble());
        };
        const auto found = price.costOf(amount(0), amount(1), amounts[2].toInt(), amount(3));
        QCOMPARE(found.has_value(), !std::isnan(cost));
        QVERIFY(!found || std::abs(*found - cost) < 1e-12);
    }

    void pricesAreRefused_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<double>("price");
        QTest::addColumn<QString>("date");
        QTest::addColumn<int>("code"); // -1 = none
        QTest::addColumn<QString>("said");
        const int invalid = int(ErrorCode::InvalidInput);
        const QString m = QStringLiteral("m1");
        const QString day = QStringLiteral("2026-11-30");
        QTest::newRow("a price") << m << 2.5 << day << -1 << QString();
        QTest::newRow("free") << m << 0.0 << day << -1 << QString();
        QTest::newRow("below 0") << m << -1.0 << day << invalid << QStringLiteral("-1");
        QTest::newRow("not finite") << m << double(INFINITY) << day << invalid << QStringLiteral("inf");
        QTest::newRow("no number") << m << double(NAN) << day << invalid << QStringLiteral("nan");
        QTest::newRow("unknown model")
            << QStringLiteral("gpt") << 2.5 << day << int(ErrorCode::NotFound) << QStringLiteral("gpt");
        for (const char* date : {"", "yesterday", "2026-02-30", "30.11.2026", "2026-11-30T12:00:00"}) {
            QTest::addRow("date %s", date)
                << m << 2.5 << QString::fromLatin1(date) << invalid << QString::fromLatin1(date);
        }
    }
    void pricesAreRefused()
    {
        QFETCH(QString, model);
        QFETCH(double, price);
        QFETCH(QString, date);
        QFETCH(int, code);
        QFETCH(QString, said);
        auto connection = sqlite::Connection::open(QStringLiteral(":memory:"), sqlite::OpenMode::Create);
        QVERIFY_RESULT(connection);
        QVERIFY_RESULT(migrate(**connection, projectMigrations()));
        (*connection)->execute(QStringLiteral("INSERT INTO models(name) VALUES('m1')"));
        ModelPrice set;
        set.model = model;
        set.output = price;
        set.asOf = date;
        PriceStore store(**connection);
        const Result<> done = store.put(set);
        QCOMPARE(done ? -1 : int(done.error().code), code);
        QVERIFY2(done || done.error().text().contains(said), done ? "" : qPrintable(done.error().text()));
        QCOMPARE(store.all(), done ? QVector<ModelPrice>{set} : QVector<ModelPrice>());
    }

    // Prices go where their model goes.
    void pricesFollowTheirModel()
    {
        auto connection = sqlite::Connection::open(
            m_folder.filePath(QStringLiteral("prices.winnow")), sqlite::OpenMode::Create);
        QVERIFY_RESULT(connection);
        const QVector<Migration> all = projectMigrations();
        constexpr int kBefore = 7;
        QVERIFY_RESULT(migrate(**connection, all.mid(0, kBefore)));
        (*connection)
            ->execute(QStringLiteral(
                "INSERT INTO datasets(name, created_at) VALUES('set', '');"
                " INSERT INTO models(name) VALUES('m2'), ('m1');"
                " INSERT INTO samples(dataset_id, source_index, position, question, content_hash)"
                " VALUES(1, 'a', 0, '', x''), (1, 'b', 1, '', x'')"));
        // A file of before takes prices and steps.
        QVERIFY_RESULT(migrate(**connection, all));
        SampleWriter(**connection).addStep({2}, "a", "read");
        QCOMPARE(SampleStore(**connection).byId({2})->parent, QStringLiteral("a"));
        QVERIFY(SampleStore(**connection).byId({1})->parent.isEmpty());

        PriceStore store(**connection);
        ModelPrice first;
        first.model = QStringLiteral("m1");
        first.input = 2.5;
        first.gpuHour = .1;
        first.asOf = QStringLiteral("2026-11-30");
        first.note = QStringLiteral("list price");
        ModelPrice second;
        second.model = QStringLiteral("m2");
        second.image = .001;
        second.asOf = first.asOf;
        QVERIFY_RESULT(store.put(second));
        QVERIFY_RESULT(store.put(first));
        QCOMPARE(store.all(), (QVector<ModelPrice>{first, second}));
        first.input = std::nullopt;
        QVERIFY_RESULT(store.put(first));
        QCOMPARE(store.of(first.model), std::optional(first));

        QVERIFY_RESULT(ProjectNames(**connection)
                           .rename(ProjectNames::Kind::Model, first.model, QStringLiteral("Model One")));
        const auto renamed = store.of(first.model);
        QVERIFY(renamed);
        QCOMPARE(renamed->model, QStringLiteral("Model One"));
        QCOMPARE(renamed->note, first.note);
        first.note.clear();
        QVERIFY_RESULT(store.put(first));
        QCOMPARE(store.all().size(), 2);
        QVERIFY(store.of(QStringLiteral("Model One"))->note.isEmpty());

        Removal(**connection).model({2});
        QCOMPARE(store.all(), QVector<ModelPrice>{second});
        QVERIFY(!store.of(first.model));
        QCOMPARE(store.remove(first.model).error().code, ErrorCode::NotFound);
        QVERIFY_RESULT(store.remove(second.model));
        QCOMPARE(store.remove(second.model).error().code, ErrorCode::NotFound);
        QVERIFY(store.all().isEmpty());
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
