// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gaps/gaps.h"
#include "core/store/pricestore.h"
#include "tests/support/privatesettings.h"
#include "tests/support/subsets.h"
#include "tests/support/testproject.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/models/pricesmodel.h"
#include "ui/pages/gapsdecomposition.h"
#include "ui/pages/gapsopen.h"
#include "ui/pages/gapspage.h"
#include "ui/util/dialogs.h"
#include "ui/util/format.h"
#include "ui/widgets/chartcard.h"
#include "ui/widgets/checksbutton.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/filterbox.h"
#include "ui/widgets/samplesbox.h"
#include "ui/widgets/theme.h"
#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>
#include <QTimer>

#include <memory>

namespace winnow::test {

/// What a test's project is made of.
struct Made {
    int samples = 48;
    QStringList models = {QStringLiteral("big"), QStringLiteral("mid"), QStringLiteral("small")};
    int attempts = 3;
    bool answers = true;
    bool seconds = true;
    bool costs = true;
};

/// The same in every run; from 0 to 99.
inline int drawn(int model, int sample, int attempt)
{
    return int((quint32(model * 7919 + sample * 104729 + attempt * 1299709 + 17) * 2654435761U) >> 8) % 100;
}

/// A project of models that were asked several times, and the Gaps tab on it.
class GapsWindow : public QObject {
protected:
    void begin()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        usePrivateSettings(*m_folder);
        Theme::instance().apply(ThemeMode::Light);
        m_path = m_folder->filePath(QStringLiteral("p.winnow"));
        m_project.reset();
    }

    static QString arrow(const QString& from, const QString& to) { return from + QStringLiteral(" → ") + to; }
    static QSet<SampleId> setOf(const QVector<SampleId>& samples)
    {
        return {samples.cbegin(), samples.cend()};
    }
    static QString text(const GapsPage* page, const char* name)
    {
        return page->findChild<QLabel*>(QLatin1String(name))->text();
    }
    static DataTable* table(const QWidget* page, const char* name)
    {
        return page->findChild<DataTable*>(QLatin1String(name));
    }
    static QSet<SampleId> shown(MainWindow& window)
    {
        const auto only = window.context().filter()->filter().only;
        return only ? setOf(*only) : QSet<SampleId>();
    }
    static Strategy twoStages()
    {
        Strategy strategy = Strategy::single(QStringLiteral("small"));
        strategy.name = QStringLiteral("mine");
        strategy.stages.first().verifier = {VerifierKind::Model, QStringLiteral("mid")};
        StrategyStage last;
        last.ask.model = QStringLiteral("big");
        strategy.stages.append(last);
        return strategy;
    }
    static void write(const QString& path, const QByteArray& text)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }
    /// Presses Enter on a cell of the column with this heading.
    static void press(DataTable* table, int row, const QString& column)
    {
        const QAbstractItemModel* model = table->model();
        for (int i = 0; i < model->columnCount(); ++i) {
            if (model->headerData(i, Qt::Horizontal).toString() == column) {
                table->setCurrentIndex(model->index(row, i));
                QTest::keyClick(table, Qt::Key_Return);
                return;
            }
        }
        QFAIL(qPrintable(column));
    }
    /// Chooses in the menu that came up.
    static bool choose(QWidget* page, const QString& entry)
    {
        const auto menu = [&] { return page->findChild<QMenu*>(QStringLiteral("clickThroughMenu")); };
        if (!QTest::qWaitFor([&] { return menu() != nullptr; })) {
            return false;
        }
        for (QAction* action : menu()->actions()) {
            if (action->text() == entry) {
                action->trigger();
                menu()->close();
                return true;
            }
        }
        return false;
    }
    /// Checks exactly these in the list that a button brings down.
    static void pick(GapsPage* page, const char* name, const QStringList& values)
    {
        auto* button = page->findChild<ChecksButton*>(QLatin1String(name));
        auto* list = button->findChild<QListWidget*>(QLatin1String(name) + QStringLiteral("List"));
        // The menu runs until it is closed.
        QTimer::singleShot(0, button, [&] {
            for (int row = 1; row < list->count(); ++row) {
                const bool wanted = values.contains(list->item(row)->text());
                if (wanted != (list->item(row)->checkState() == Qt::Checked)) {
                    list->setCurrentRow(row);
                    QTest::keyClick(list, Qt::Key_Space);
                }
            }
            button->menu()->close();
        });
        button->showMenu();
        QTRY_VERIFY(!page->isComputing());
    }
    static void openStrategy(GapsPage* page, const QString& path)
    {
        dialogs::setNextFileName(path);
        page->findChild<QPushButton*>(QStringLiteral("openStrategy"))->click();
        const QAbstractItemModel* model = table(page, "gapStrategies")->model();
        const auto isOpened = [&] {
            for (int row = 0; row < model->rowCount(); ++row) {
                if (model->index(row, 1).data().toString() == u"Opened") {
                    return true;
                }
            }
            return false;
        };
        QTRY_VERIFY(isOpened());
    }
    static QDialog* openPrices(GapsPage* page)
    {
        page->findChild<QPushButton*>(QStringLiteral("gapsPrices"))->click();
        auto* dialog = page->findChild<QDialog*>(QStringLiteral("pricesDialog"));
        const auto* prices = dialog->findChild<DataTable*>(QStringLiteral("pricesTable"));
        const bool read = QTest::qWaitFor([&] { return prices->model()->rowCount() > 0; });
        return read ? dialog : nullptr;
    }
    /// Types into a cell.
    static void enter(DataTable* table, int row, int column, const QString& typed)
    {
        const QModelIndex index = table->model()->index(row, column);
        table->setCurrentIndex(index);
        table->edit(index);
        auto* edit = table->viewport()->findChild<QLineEdit*>();
        QVERIFY(edit);
        edit->selectAll();
        typed.isEmpty() ? QTest::keyClick(edit, Qt::Key_Delete) : QTest::keyClicks(edit, typed);
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_VERIFY(!table->viewport()->findChild<QLineEdit*>());
    }
    QVector<ModelPrice> storedPrices() const
    {
        return *m_project->read([](sqlite::Connection& c) { return PriceStore(c).all(); });
    }

    void make(const Made& made)
    {
        m_project = *Project::create(m_path);
        const auto ids = addSamples(*m_project, QStringLiteral("Set"), made.samples);
        QVERIFY_RESULT(ids);
        m_ids = *ids;
        QVERIFY_RESULT(m_project->write(
            {.parts = ChangeSet::Responses, .samples = {}}, [&](sqlite::Connection& c) -> Result<> {
                ResponseStore store(c);
                ResponseWriter writer(c);
                for (int model = 0; model < made.models.size(); ++model) {
                    const RunId run = store.upsertRun(DatasetStore(c).byName(QStringLiteral("Set"))->id,
                        store.upsertModel(made.models.at(model), {}), Condition::Standard, {}, {}, {});
                    for (int sample = 0; sample < m_ids.size(); ++sample) {
                        for (int attempt = 0; attempt < made.attempts; ++attempt) {
                            writer.put(response(made, run, model, sample, attempt));
                        }
                    }
                }
                writer.finish();
                return {};
            }));
    }
    /// The first model is the best, the dearest and the slowest.
    Response response(const Made& made, RunId run, int model, int sample, int attempt) const
    {
        Response response;
        response.runId = run;
        response.sampleId = m_ids.at(sample);
        response.attempt = attempt;
        const int chance = drawn(model, sample, 0) < 30 ? 50
            : drawn(model, sample, 1) < 75 - 15 * model ? 95
                                                        : 8;
        const bool right = drawn(model, sample, 10 + attempt) < chance;
        response.score = right ? 1 : 0;
        if (made.answers) {
            response.answer = optionLetter((sample + (right ? 0 : 1 + drawn(model, sample, 3) % 2)) % 4);
        }
        if (made.seconds) {
            response.latency = 0.5 + (3 - model) * drawn(model, sample, 20 + attempt) / 50.0;
        }
        if (made.costs) {
            response.cost = 0.001 * double(3 - model) * double(3 - model);
        }
        return response;
    }
    Gaps gaps(const AttemptScope& scope, double patience) const
    {
        SilentProgress progress;
        const auto table = readAttempts(*m_project, scope, progress);
        return *measureGaps(*table, patience, progress);
    }
    /// The page, everything measured.
    GapsPage* open(MainWindow& window)
    {
        window.resize(1280, 800);
        window.show();
        window.openProject(m_path, QStringLiteral("insights"));
        GapsPage* page = nullptr;
        const auto ready = [&] {
            page = window.findChild<GapsPage*>();
            if (page) {
                window.findChild<QTabBar*>(QStringLiteral("insightsTabs"))->setCurrentIndex(1);
            }
            return page && page->state() == ComputedPage::State::Shown && !page->isComputing();
        };
        return QTest::qWaitFor(ready, 20000) ? page : nullptr;
    }
    /// Two models that went through 24 questions in three steps each.
    static GapsView steps()
    {
        auto table = std::make_shared<AttemptTable>();
        table->datasets = {QStringLiteral("Set")};
        table->capabilities = {QString()};
        table->stepNames = {QStringLiteral("see"), QStringLiteral("count"), QStringLiteral("answer")};
        constexpr int kQuestions = 24;
        for (int question = 0; question < kQuestions; ++question) {
            Chain chain;
            chain.question = qint32(table->samples.size());
            for (int step = 0; step <= 3; ++step) {
                if (step > 0) {
                    chain.steps.push_back(std::uint32_t(table->samples.size()));
                }
                table->samples.push_back(qint64(table->samples.size()) + 1);
                table->step.push_back(quint16(step));
            }
            table->chains.append(chain);
        }
        const std::size_t size = table->samples.size();
        table->dataset.resize(size);
        table->capability.resize(size);
        table->images.resize(size);
        for (std::size_t i = 0; i < size; ++i) {
            table->cluster.push_back(std::uint32_t(i));
        }
        table->features = {1, std::vector<float>(size, 1)};
        for (int model = 0; model < 2; ++model) {
            Contender contender;
            contender.name = contender.model = model == 0 ? QStringLiteral("big") : QStringLiteral("small");
            for (int attempt = 0; attempt < 2; ++attempt) {
                TryColumn column(size);
                for (std::size_t i = 0; i < size; ++i) {
                    column.outcome[i]
                        = drawn(model, int(i), attempt) < 80 - 25 * model ? Try::Right : Try::Wrong;
                }
                contender.tries.push_back(std::move(column));
            }
            table->contenders.append(contender);
        }
        SilentProgress progress;
        GapsView view;
        view.gaps = *measureGaps(table, kPatience, progress);
        return view;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    QVector<SampleId> m_ids;
    std::shared_ptr<Project> m_project;
};

} // namespace winnow::test
