// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/reviewproject.h"
#include "tests/support/windowdriver.h"
#include "ui/pages/auditspage.h"
#include "ui/util/clickthroughs.h"

#include <QScrollBar>
#include <QTableView>

using namespace winnow;

namespace {

/// Takes what is opened below it.
class Catcher : public QWidget {
public:
    ClickThrough caught;

protected:
    bool event(QEvent* event) override
    {
        if (event->type() == ClickThroughEvent::type()) {
            event->accept();
            caught = static_cast<ClickThroughEvent*>(event)->what();
            return true;
        }
        return QWidget::event(event);
    }
};

} // namespace

/// Click-through as a value, and the way back to where people came from.
class TestHistory : public QObject {
    Q_OBJECT

    test::WindowDriver m_driver;
    QVector<SampleId> m_ids;

    QTableView* table() { return m_driver.window().findChild<QTableView*>(QStringLiteral("sampleTable")); }
    QStringList chips()
    {
        QStringList titles;
        for (const FilterState::Chip& chip : m_driver.context().filter()->chips()) {
            titles.append(chip.title);
        }
        return titles;
    }
    void back() { m_driver.key(Qt::Key_Left, Qt::AltModifier); }

private slots:
    void initTestCase()
    {
        auto project = Project::create(m_driver.path(QStringLiteral("p.winnow")));
        QVERIFY_RESULT(project);
        auto ids = test::addReviewSamples(**project, 120);
        QVERIFY_RESULT(ids);
        m_ids = *ids;
    }
    void init()
    {
        QVERIFY(m_driver.open(m_driver.path(QStringLiteral("p.winnow")), QStringLiteral("samples")));
        m_driver.context().filter()->restore({});
        m_driver.context().history()->clear();
        QVERIFY(m_driver.settle());
    }
    void cleanup() { m_driver.close(); }

    void anEmptyOneOpensNothing()
    {
        Catcher catcher;
        QWidget inner(&catcher);
        openClickThrough(&inner, {});
        QVERIFY(catcher.caught.isEmpty());
        openClickThrough(&inner, ClickThrough::toSamples(QStringLiteral("none"), {{}, {}}));
        QVERIFY(catcher.caught.isEmpty());
        openClickThrough(&inner, ClickThrough::toSamples(QStringLiteral("one"), {{m_ids.first()}, {}}));
        QCOMPARE(catcher.caught.title(), QStringLiteral("one"));
        QCOMPARE(*catcher.caught.filter().only, QVector<SampleId>{m_ids.first()});
    }

    void oneChoiceIsNoQuestion()
    {
        const ClickThrough one = ClickThrough::toPage(QStringLiteral("audits"));
        QCOMPARE(ClickThrough::choice({}, {one}).where(), ClickThrough::Where::Page);
        QCOMPARE(ClickThrough::choice({}, {one, one}).where(), ClickThrough::Where::Choice);
        QVERIFY(ClickThrough::choice({}, {{}, ClickThrough().called(QStringLiteral("x"))}).isEmpty());
    }

    void whatIsFoundOutLaterIsOpened()
    {
        const QVector<SampleId> three = m_ids.mid(0, 3);
        m_driver.context().open(
            ClickThrough::toSamples(QStringLiteral("three"),
                [three](Project&, Progress&) -> Result<QVector<SampleId>> { return three; }),
            &m_driver.window());
        QTRY_COMPARE(table()->model()->rowCount(), 3);
        // Nothing found says so, and stays.
        m_driver.context().open(
            ClickThrough::toSamples(QStringLiteral("none"),
                [](Project&, Progress&) -> Result<QVector<SampleId>> { return QVector<SampleId>(); })
                .elseSaying(QStringLiteral("Nothing there")),
            &m_driver.window());
        QTRY_COMPARE(m_driver.window().messageText(), QStringLiteral("Nothing there"));
        QCOMPARE(table()->model()->rowCount(), 3);
    }

    void backLeadsToThePlaceOnTheSamePage()
    {
        QTest::keyClick(m_driver.window().focusWidget(), Qt::Key_T);
        QTRY_VERIFY(table()->isVisible());
        table()->setFocus();
        table()->verticalScrollBar()->setValue(700);
        const int before = table()->verticalScrollBar()->value();
        QVERIFY(before > 300);
        m_driver.context().open(
            ClickThrough::toSamples(QStringLiteral("five"), {m_ids.mid(0, 5)}), &m_driver.window());
        QTRY_COMPARE(table()->model()->rowCount(), 5);
        QVERIFY(chips().join(u' ').contains(QStringLiteral("five")));
        back();
        QTRY_COMPARE(table()->model()->rowCount(), 120);
        QTRY_COMPARE(table()->verticalScrollBar()->value(), before);
        QVERIFY(chips().isEmpty());
    }

    void backLeadsThroughPagesWithTheirFilters()
    {
        m_driver.context().open(
            ClickThrough::toSamples(QStringLiteral("nine"), {m_ids.mid(0, 9)}), &m_driver.window());
        QTRY_COMPARE(table()->model()->rowCount(), 9);
        m_driver.window().showPage(QStringLiteral("insights"));
        m_driver.context().open(
            ClickThrough::toSamples(QStringLiteral("two"), {m_ids.mid(0, 2)}), &m_driver.window());
        QCOMPARE(m_driver.window().currentPage(), QStringLiteral("samples"));
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        back();
        QCOMPARE(m_driver.window().currentPage(), QStringLiteral("insights"));
        back();
        QCOMPARE(m_driver.window().currentPage(), QStringLiteral("samples"));
        QTRY_COMPARE(table()->model()->rowCount(), 9);
        back();
        QTRY_COMPARE(table()->model()->rowCount(), 120);
    }

    void aFilterChangedByHandComesBackFirst()
    {
        m_driver.window().showPage(QStringLiteral("audits"));
        m_driver.context().open(
            ClickThrough::toSamples(QStringLiteral("nine"), {m_ids.mid(0, 9)}), &m_driver.window());
        QTRY_COMPARE(table()->model()->rowCount(), 9);
        m_driver.context().filter()->toggle(FilterField::Flagged, QStringLiteral("no"));
        QTRY_VERIFY(table()->model()->rowCount() != 9);
        back();
        QTRY_COMPARE(table()->model()->rowCount(), 9);
        back();
        QCOMPARE(m_driver.window().currentPage(), QStringLiteral("audits"));
    }

    void theButtonAndTheMouseGoBackToo()
    {
        auto* button = m_driver.find<QAbstractButton>("backButton");
        QVERIFY(button && !button->isEnabled());
        m_driver.window().showPage(QStringLiteral("audits"));
        m_driver.window().showPage(QStringLiteral("export"));
        QVERIFY(button->toolTip().contains(QStringLiteral("Audits")));
        QVERIFY(m_driver.press(button));
        QCOMPARE(m_driver.window().currentPage(), QStringLiteral("audits"));
        QTest::mouseClick(m_driver.window().page(QStringLiteral("audits")), Qt::BackButton);
        QCOMPARE(m_driver.window().currentPage(), QStringLiteral("samples"));
        QVERIFY(!button->isEnabled());
    }

    void auditsComeBackAtTheirDetector()
    {
        m_driver.window().showPage(QStringLiteral("audits"));
        auto* page = qobject_cast<AuditsPage*>(m_driver.window().page(QStringLiteral("audits")));
        QTRY_VERIFY(page->selectDetector(QStringLiteral("duplicate_exact")));
        m_driver.context().open(
            ClickThrough::toSamples(QStringLiteral("two"), {m_ids.mid(0, 2)}), &m_driver.window());
        page->selectDetector(QStringLiteral("blind_solvable"));
        back();
        QCOMPARE(m_driver.window().currentPage(), QStringLiteral("audits"));
        QCOMPARE(page->selectedDetector(), QStringLiteral("duplicate_exact"));
    }

    void anotherProjectHasNoWayBack()
    {
        m_driver.window().showPage(QStringLiteral("audits"));
        m_driver.window().closeProject();
        QVERIFY(!m_driver.find<QAbstractButton>("backButton")->isEnabled());
        back();
        QVERIFY(m_driver.window().currentPage().isEmpty());
    }
};

QTEST_MAIN(TestHistory)
#include "tst_history.moc"
