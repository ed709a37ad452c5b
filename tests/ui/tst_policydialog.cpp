// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/flagkind.h"
#include "tests/support/windowdriver.h"
#include "ui/models/policyrulesmodel.h"
#include "ui/pages/policydialog.h"
#include "ui/util/dialogs.h"
#include "ui/widgets/datatable.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>

using namespace winnow;

/// The editor of policies: its models, and what keys in it store.
class TestPolicyDialog : public QObject {
    Q_OBJECT

    std::unique_ptr<test::WindowDriver> m_driver;
    QString m_path;

    PolicyDialog* dialog() { return m_driver->window().findChild<PolicyDialog*>(); }
    template <typename T> T* part(const char* name)
    {
        return dialog() ? dialog()->findChild<T*>(QLatin1String(name)) : nullptr;
    }
    QVector<Policy> stored()
    {
        return m_driver->context()
            .project()
            ->read([](sqlite::Connection& c) { return PolicyStore(c).all(); })
            .value_or(QVector<Policy>());
    }
    QString chosen()
    {
        return m_driver->context()
            .project()
            ->read([](sqlite::Connection& c) { return PolicyStore(c).chosen().name; })
            .value_or(QString());
    }
    QStringList names()
    {
        QStringList all;
        for (const Policy& policy : stored()) {
            all.append(policy.name);
        }
        return all;
    }
    void openDialog()
    {
        QTest::mouseClick(m_driver->find<QAbstractButton>("editPolicies"), Qt::LeftButton);
        QVERIFY(dialog());
        QVERIFY(QTest::qWaitForWindowActive(dialog()));
        QTRY_COMPARE(part<QComboBox>("policyScope")->count(), 3);
    }
    /// Presses keys where the focus is.
    void keys(std::initializer_list<Qt::Key> all)
    {
        for (const Qt::Key key : all) {
            // The dialog comes back after a menu as under a window manager.
            if (!QApplication::focusWidget()) {
                dialog()->activateWindow();
            }
            QTRY_VERIFY(QApplication::focusWidget());
            QTest::keyClick(QApplication::focusWidget(), key);
        }
    }
    QModelIndex cell(const char* kind, int column)
    {
        auto* model = part<DataTable>("policyRules")->model();
        for (int row = 0; row < flagKinds().size(); ++row) {
            if (flagKinds().at(row).id == QLatin1String(kind)) {
                return model->index(row, column);
            }
        }
        return {};
    }
    /// The list of choices that is open for a cell.
    static QMenu* choices() { return qobject_cast<QMenu*>(QApplication::activePopupWidget()); }
    void goTo(const char* kind, int column)
    {
        part<DataTable>("policyRules")->setFocus();
        part<DataTable>("policyRules")->setCurrentIndex(cell(kind, column));
    }
    void copyStrict(const char* name)
    {
        auto* list = part<QListView>("policyList");
        list->setFocus();
        keys({Qt::Key_Home, Qt::Key_Down});
        QTest::mouseClick(part<QPushButton>("policyCopy"), Qt::LeftButton);
        QTRY_VERIFY(part<QLineEdit>("policyName")->hasFocus());
        QTest::keyClicks(part<QLineEdit>("policyName"), QLatin1String(name));
    }
    void save()
    {
        QTest::mouseClick(part<QPushButton>("policySave"), Qt::LeftButton);
        QTRY_VERIFY(!dialog());
    }

private slots:
    void init()
    {
        m_driver = std::make_unique<test::WindowDriver>();
        m_path = m_driver->path(QStringLiteral("p.winnow"));
        {
            auto project = Project::create(m_path);
            QVERIFY_RESULT(project);
            QVERIFY_RESULT(test::addSamples(**project, QStringLiteral("one"), 20, 2));
            QVERIFY_RESULT(test::addSamples(**project, QStringLiteral("two"), 10, 5));
        }
        QVERIFY(m_driver->open(m_path, QStringLiteral("overview")));
    }
    void cleanup() { m_driver.reset(); }

    void theModelsAreSound()
    {
        PolicyDrafts drafts;
        const QAbstractItemModelTester first(&drafts);
        PolicyRulesModel rules(&drafts);
        const QAbstractItemModelTester second(&rules);
        drafts.set(builtInPolicies(), kDefaultPolicy);
        rules.show(1, {});
        QCOMPARE(rules.rowCount(), int(flagKinds().size()));
        QVERIFY(!(rules.index(0, PolicyRulesModel::ConfirmedColumn).flags() & Qt::ItemIsEditable));
        QVERIFY(!rules.setData(rules.index(0, PolicyRulesModel::ConfirmedColumn), 0));
        drafts.remove(0);
        drafts.rename(0, QStringLiteral("mine"));
        QVERIFY(drafts.changes().isEmpty());

        const int copy = drafts.copy(1);
        QCOMPARE(drafts.copy(1), copy + 1);
        QVERIFY(drafts.isValid());
        rules.show(copy, QStringLiteral("set"));
        const QModelIndex score = rules.index(0, PolicyRulesModel::ScoreColumn);
        QVERIFY(rules.setData(score, 0.5));
        QVERIFY(rules.data(score, PolicyRulesModel::OwnRole).toBool());
        QCOMPARE(drafts.policy(copy).rule(flagKinds().at(0).id, QStringLiteral("set")).minimumScore, 0.5);
        QCOMPARE(drafts.policy(copy).rule(flagKinds().at(0).id, {}).minimumScore, 0.9);
        rules.inherit(0);
        QVERIFY(drafts.policy(copy).datasetRules.isEmpty());
        drafts.rename(copy, QStringLiteral("strict"));
        QVERIFY(!drafts.isValid());
        drafts.rename(copy, QString());
        QVERIFY(!drafts.problem(copy).isEmpty());
        drafts.rename(copy, QStringLiteral("mine"));
        drafts.choose(copy);
        drafts.rename(copy, QStringLiteral("ours"));
        QCOMPARE(drafts.changes().chosen, QStringLiteral("ours"));
        drafts.remove(copy);
        QCOMPARE(drafts.chosen(), kDefaultPolicy);
        rules.show(-1, {});
        QCOMPARE(rules.rowCount(), 0);
    }

    void builtInOnesAreReadOnly()
    {
        openDialog();
        QVERIFY(part<QLineEdit>("policyName")->isReadOnly());
        QVERIFY(!part<QPushButton>("policyRemove")->isEnabled());
        goTo("dark", PolicyRulesModel::UnreviewedColumn);
        keys({Qt::Key_Return});
        QTest::qWait(50);
        QVERIFY(!choices());
        part<QListView>("policyList")->setFocus();
        keys({Qt::Key_Delete});
        save();
        QCOMPARE(names().size(), builtInPolicies().size());
    }

    void keysEditACopyAndStoreIt()
    {
        openDialog();
        copyStrict("gentle");
        QTest::keyClicks(part<QLineEdit>("policyDescription"), QStringLiteral("for trials"));
        // Of all datasets: an unreviewed dark flag makes the sample circular, from .85 on.
        goTo("dark", PolicyRulesModel::UnreviewedColumn);
        keys({Qt::Key_Return});
        QTRY_VERIFY(choices());
        for (int i = int(Disposition::Keep); i < int(Disposition::Circular); ++i) {
            QTest::keyClick(choices(), Qt::Key_Down);
        }
        QTest::keyClick(choices(), Qt::Key_Return);
        QTRY_COMPARE(cell("dark", PolicyRulesModel::UnreviewedColumn).data(Qt::EditRole).toInt(),
            int(Disposition::Circular));
        goTo("dark", PolicyRulesModel::ScoreColumn);
        keys({Qt::Key_F2});
        auto* number = qobject_cast<QDoubleSpinBox*>(QApplication::focusWidget());
        QVERIFY(number);
        number->setValue(0.8);
        QTest::keyClick(number, Qt::Key_Up);
        QTest::keyClick(number, Qt::Key_Return);
        QTRY_COMPARE(cell("dark", PolicyRulesModel::ScoreColumn).data(Qt::EditRole).toDouble(), 0.85);
        // Of the second dataset alone: blind samples are kept.
        part<QComboBox>("policyScope")->setFocus();
        keys({Qt::Key_Down, Qt::Key_Down});
        QCOMPARE(part<QComboBox>("policyScope")->currentText(), QStringLiteral("two"));
        goTo("blind_solvable", PolicyRulesModel::UnreviewedColumn);
        keys({Qt::Key_Space});
        QTRY_VERIFY(choices());
        QTest::keyClick(choices(), Qt::Key_Up);
        QTest::keyClick(choices(), Qt::Key_Return);
        // Half of the first twenty have an open flag of .9.
        QTRY_VERIFY2(part<QLabel>("policyCount")->text().contains(QStringLiteral("20 are kept")),
            qPrintable(part<QLabel>("policyCount")->text()));
        QVERIFY(part<QLabel>("policyCount")->text().contains(QStringLiteral("10 dropped")));
        QCOMPARE(stored().size(), builtInPolicies().size());
        QTest::mouseClick(part<QPushButton>("policyChoose"), Qt::LeftButton);
        save();

        QCOMPARE(stored().size(), builtInPolicies().size() + 1);
        const Policy policy = stored().constLast();
        QCOMPARE(policy.name, QStringLiteral("gentle"));
        QCOMPARE(policy.description, QStringLiteral("for trials"));
        QCOMPARE(policy.rule(QStringLiteral("dark"), {}).unreviewed, Disposition::Circular);
        QCOMPARE(policy.rule(QStringLiteral("dark"), {}).minimumScore, 0.85);
        QCOMPARE(policy.rule(QStringLiteral("blind_solvable"), QStringLiteral("one")).unreviewed,
            Disposition::Drop);
        QCOMPARE(policy.rule(QStringLiteral("blind_solvable"), QStringLiteral("two")).unreviewed,
            Disposition::Keep);
        QCOMPARE(chosen(), QStringLiteral("gentle"));
        QTRY_COMPARE(
            m_driver->find<QComboBox>("policyPicker")->currentText(), QStringLiteral("Policy: gentle"));

        // The dataset goes by the others' rule again, and then the policy goes.
        openDialog();
        QCOMPARE(part<QLineEdit>("policyName")->text(), QStringLiteral("gentle"));
        part<QComboBox>("policyScope")->setCurrentIndex(2);
        goTo("blind_solvable", PolicyRulesModel::UnreviewedColumn);
        keys({Qt::Key_Delete});
        save();
        QVERIFY(stored().constLast().datasetRules.isEmpty());
        openDialog();
        part<QListView>("policyList")->setFocus();
        keys({Qt::Key_Delete});
        save();
        QCOMPARE(names().size(), builtInPolicies().size());
        QCOMPARE(chosen(), kDefaultPolicy);
    }

    void cancelStoresNothing()
    {
        openDialog();
        copyStrict("never");
        QTest::mouseClick(part<QPushButton>("policyCancel"), Qt::LeftButton);
        QTRY_VERIFY(!dialog());
        QCOMPARE(names().size(), builtInPolicies().size());
        openDialog();
        copyStrict("never");
        keys({Qt::Key_Escape});
        QTRY_VERIFY(!dialog());
        QCOMPARE(names().size(), builtInPolicies().size());
    }

    void aNameThatIsTakenIsRefused()
    {
        openDialog();
        copyStrict("everything");
        QVERIFY(!part<QPushButton>("policySave")->isEnabled());
        QVERIFY(!part<QLabel>("policyProblem")->text().isEmpty());
        QTest::keyClicks(part<QLineEdit>("policyName"), QStringLiteral(" else"));
        QTRY_VERIFY(part<QPushButton>("policySave")->isEnabled());
        QVERIFY(part<QLabel>("policyProblem")->text().isEmpty());
    }

    void policiesGoThroughFiles()
    {
        const QString file = m_driver->path(QStringLiteral("shared.json"));
        openDialog();
        copyStrict("shared");
        dialogs::setNextFileName(file);
        QTest::mouseClick(part<QPushButton>("policyExport"), Qt::LeftButton);
        QTRY_VERIFY(QFile::exists(file));
        dialogs::setNextFileName(file);
        QTest::mouseClick(part<QPushButton>("policyImport"), Qt::LeftButton);
        QTRY_COMPARE(part<QLineEdit>("policyName")->text(), QStringLiteral("shared 2"));
        QFile broken(m_driver->path(QStringLiteral("broken.json")));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("{\"name\": \"x\", \"kinds\": {\"colour\": {}}}");
        broken.close();
        dialogs::setNextFileName(broken.fileName());
        QTest::mouseClick(part<QPushButton>("policyImport"), Qt::LeftButton);
        QTRY_VERIFY2(part<QLabel>("policyProblem")->text().contains(QStringLiteral("colour")),
            qPrintable(part<QLabel>("policyProblem")->text()));
        QTest::mouseClick(part<QPushButton>("policyRemove"), Qt::LeftButton);
        save();
        QCOMPARE(names().constLast(), QStringLiteral("shared"));
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const auto read = Policy::fromJson(QJsonDocument::fromJson(written.readAll()).object());
        QVERIFY_RESULT(read);
        QCOMPARE(read->toJson(), stored().constLast().toJson());
    }

    void theButtonGivesADatasetTheRuleOfAll()
    {
        openDialog();
        copyStrict("own");
        QVERIFY(!part<QPushButton>("policyInherit")->isEnabled());
        part<QComboBox>("policyScope")->setCurrentIndex(1);
        auto* table = part<DataTable>("policyRules");
        const QModelIndex where = cell("blind_solvable", PolicyRulesModel::ConfirmedColumn);
        QVERIFY(table->model()->setData(where, int(Disposition::Keep)));
        QVERIFY(cell("blind_solvable", PolicyRulesModel::ConfirmedColumn)
                    .data(PolicyRulesModel::OwnRole)
                    .toBool());
        goTo("blind_solvable", PolicyRulesModel::ConfirmedColumn);
        QTest::mouseClick(part<QPushButton>("policyInherit"), Qt::LeftButton);
        QVERIFY(!cell("blind_solvable", PolicyRulesModel::ConfirmedColumn)
                     .data(PolicyRulesModel::OwnRole)
                     .toBool());
        // A click opens a cell as Enter does.
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(where).center());
        QTRY_VERIFY(choices());
        QTest::keyClick(choices(), Qt::Key_Escape);
    }
};

QTEST_MAIN(TestPolicyDialog)
#include "tst_policydialog.moc"
