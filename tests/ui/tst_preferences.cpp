// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/privatesettings.h"
#include "ui/models/preferences.h"
#include "ui/models/settings.h"

#include <QSettings>
#include <QTest>

using namespace winnow;

/// What the window keeps beside projects, as it lies on the disk.
class TestPreferences : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

private slots:
    void init()
    {
        test::usePrivateSettings(m_folder);
        configSettings()->clear();
        stateSettings()->clear();
    }

    void theTableIsWhole()
    {
        QSet<QString> keys;
        for (const PreferenceInfo& info : preferenceInfos()) {
            QCOMPARE(&preferenceInfo(info.id), &info);
            keys.insert(QLatin1String(info.key));
        }
        QCOMPARE(keys.size(), preferenceInfos().size());
    }

    void theDefaultHoldsUntilItIsSet()
    {
        QVERIFY(Preferences().flag(Preference::SamplesFacets));
        QVERIFY(!Preferences().flag(Preference::SamplesAsTable));
        QCOMPARE(Preferences().number(Preference::ExportImages), -1);
        QVERIFY(Preferences().text(Preference::Language).isEmpty());
        QVERIFY(Preferences().object(Preference::AuditsSettings).isEmpty());
        {
            Preferences preferences;
            preferences.set(Preference::SamplesFacets, false);
            preferences.set(Preference::Theme, 2);
            preferences.setObject(Preference::AuditsSettings, {{QStringLiteral("a.b"), 3}});
        }
        QVERIFY(!Preferences().flag(Preference::SamplesFacets));
        QCOMPARE(Preferences().number(Preference::Theme), 2);
        QCOMPARE(Preferences().object(Preference::AuditsSettings)[QLatin1String("a.b")].toInt(), 3);
        // Where earlier versions kept them.
        const auto state = stateSettings();
        state->beginGroup(QStringLiteral("samples"));
        QCOMPARE(state->value(QStringLiteral("facets")).toBool(), false);
        QCOMPARE(configSettings()->value(QStringLiteral("theme")).toInt(), 2);
    }

    void whatAnEarlierVersionKeptIsRead()
    {
        {
            const auto state = stateSettings();
            state->beginGroup(QStringLiteral("review"));
            state->setValue(QStringLiteral("columns"), QByteArray("\x00\x01wide", 6));
            state->endGroup();
            state->setValue(QStringLiteral("window/page"), QStringLiteral("audits"));
        }
        QCOMPARE(Preferences().bytes(Preference::ReviewColumns), QByteArray("\x00\x01wide", 6));
        QCOMPARE(Preferences().text(Preference::LastPage), QStringLiteral("audits"));
    }

    void whatDoesNotFitIsTheDefault()
    {
        stateSettings()->setValue(QStringLiteral("samples/cell"), QStringLiteral("wide"));
        QCOMPARE(Preferences().number(Preference::SamplesCellWidth), 184);
    }
};

QTEST_GUILESS_MAIN(TestPreferences)
#include "tst_preferences.moc"
