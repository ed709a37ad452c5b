// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/judgementimport.h"
#include "core/store/decisionstore.h"
#include "tests/support/privatesettings.h"
#include "tests/support/reviewproject.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/models/settings.h"
#include "ui/pages/reviewpage.h"
#include "ui/widgets/evidencecard.h"
#include "ui/widgets/sampledetailview.h"
#include "ui/widgets/soundverdicts.h"
#include "ui/widgets/theme.h"

#include <QFile>
#include <QLabel>

using namespace winnow;

/// What an imported judge said, where people decide.
class TestJudgeVerdicts : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        test::usePrivateSettings(*m_folder);
        setAnnotatorName(QStringLiteral("kim"));
        Theme::instance().apply(ThemeMode::Light);
        m_path = m_folder->filePath(QStringLiteral("p.winnow"));
        auto project = Project::create(m_path);
        QVERIFY_RESULT(project);
        auto ids = test::addReviewSamples(**project, 6);
        QVERIFY_RESULT(ids);
        m_ids = *ids;
    }

    void soundStandsBesideTheFlags()
    {
        MainWindow window;
        ReviewPage* page = open(window);
        QVERIFY(page);
        auto* evidence = page->findChild<EvidenceList*>();
        auto* verdicts = page->findChild<SoundVerdicts*>();
        QVERIFY(!verdicts->isVisible());
        // The file arrives while the sample is on the screen.
        judge(window, QStringLiteral("careful"),
            "index,verdict,reason\n0,ok,<b>20</b> squares are there\n1,ok,\n2,wrong,19 squares\n");
        judge(window, QStringLiteral("brief"), "index,verdict\n0,ok\n");
        QTRY_COMPARE(verdicts->lines(),
            (QStringList{QStringLiteral("Judge brief: sound"),
                QStringLiteral("Judge careful: sound. <b>20</b> squares are there")}));
        QVERIFY(verdicts->isVisible());
        // What a file says is shown as it is.
        for (const QLabel* label : verdicts->findChildren<QLabel*>()) {
            QVERIFY(!label->text().startsWith(u'<') && label->textFormat() != Qt::RichText);
            QVERIFY(!label->toolTip().contains(QStringLiteral("<b>")));
        }
        // The keys decide on the flags as ever.
        QCOMPARE(evidence->count(), 2);
        QTest::keyClick(window.focusWidget(), Qt::Key_C);
        QTest::keyClick(window.focusWidget(), Qt::Key_X); // the last one: goes on by itself
        QTRY_COMPARE(page->shownSample(), m_ids.at(1));
        QCOMPARE(verdicts->lines(), QStringList{QStringLiteral("Judge careful: sound")});
        QTest::keyClick(window.focusWidget(), Qt::Key_Right);
        QTRY_COMPARE(page->shownSample(), m_ids.at(2));
        // Not sound: a flag of its own says so, with its reason.
        QVERIFY(!verdicts->isVisible());
        QCOMPARE(evidence->count(), 3);
        // The last card is scrolled into view whole, and takes no more room than it needs.
        QTest::keyClick(window.focusWidget(), Qt::Key_Down);
        QTest::keyClick(window.focusWidget(), Qt::Key_Down);
        QCOMPARE(evidence->current(), 2);
        EvidenceCard* card = nullptr;
        for (auto* each : evidence->findChildren<EvidenceCard*>()) {
            card = each->isVisible() && (!card || each->y() > card->y()) ? each : card;
        }
        QVERIFY(card);
        QTRY_COMPARE(card->visibleRegion().boundingRect().size(), card->size());
        QCOMPARE(card->height(), card->heightForWidth(card->width()));
        QTRY_COMPARE(page->pendingDecisions(), 0);
        const auto events
            = window.context().project()->read([](sqlite::Connection& c) { return DecisionStore(c).all(); });
        QVERIFY_RESULT(events);
        QCOMPARE(events->size(), 2);
    }

    void blindReviewHidesIt()
    {
        MainWindow window;
        ReviewPage* page = open(window);
        QVERIFY(page);
        judge(window, QStringLiteral("careful"), "index,verdict\n0,ok\n");
        auto* verdicts = page->findChild<SoundVerdicts*>();
        QTRY_VERIFY(verdicts->isVisible());
        QTest::keyClick(window.focusWidget(), Qt::Key_B);
        QVERIFY(!verdicts->isVisible());
        QTest::keyClick(window.focusWidget(), Qt::Key_1);
        QVERIFY(verdicts->isVisible());
    }

    void samplesShowItToo()
    {
        MainWindow window;
        ReviewPage* page = open(window);
        QVERIFY(page);
        judge(window, QStringLiteral("careful"), "index,verdict,reason\n0,ok,20 squares\n");
        window.showPage(QStringLiteral("samples"));
        SoundVerdicts* verdicts = nullptr;
        const auto there = [&] {
            auto* detail = window.findChild<SampleDetailView*>();
            verdicts = detail ? detail->findChild<SoundVerdicts*>() : nullptr;
            return verdicts
                && verdicts->lines() == QStringList{QStringLiteral("Judge careful: sound. 20 squares")};
        };
        QTRY_VERIFY_WITH_TIMEOUT(there(), 20000);
        QVERIFY(verdicts->isVisible());
    }

private:
    void judge(MainWindow& window, const QString& name, const QByteArray& text)
    {
        ImportRequest request;
        request.file = m_folder->filePath(name + QStringLiteral(".csv"));
        request.model = name;
        QFile file(request.file);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        file.close();
        SilentProgress progress;
        QVERIFY_RESULT(importJudgements(*window.context().project(), request, progress));
    }
    ReviewPage* open(MainWindow& window)
    {
        window.resize(1280, 800);
        window.show();
        window.openProject(m_path, QStringLiteral("review"));
        ReviewPage* page = nullptr;
        const auto ready
            = [&] { return (page = qobject_cast<ReviewPage*>(window.page(QStringLiteral("review")))); };
        if (!QTest::qWaitFor(ready, 20000)) {
            return nullptr;
        }
        page->openQueue(m_ids, QStringLiteral("all"));
        const auto shown = [&] { return page->shownSample() == m_ids.first(); };
        return QTest::qWaitFor(shown, 20000) ? page : nullptr;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    QVector<SampleId> m_ids;
};

QTEST_MAIN(TestJudgeVerdicts)
#include "tst_judgeverdicts.moc"
