// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/privatesettings.h"
#include "tests/support/testproject.h"
#include "ui/pages/computedpage.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSemaphore>
#include <QVBoxLayout>

#include <atomic>

using namespace winnow;

namespace {

/// A page that shows what the test lets it work out.
class Page1 : public ComputedPage {
public:
    explicit Page1(AppContext& context)
        : ComputedPage(context, QStringLiteral("Numbers"), QStringLiteral("insights"), ChangeSet::Samples)
        , m_label(new QLabel)
    {
        body()->addWidget(m_label);
        auto* tall = new QWidget;
        tall->setMinimumHeight(3000);
        body()->addWidget(tall);
        setContent<int>(
            QStringLiteral("Counting"),
            [this]() -> Work<int> {
                if (!ready) {
                    return {};
                }
                return [this](Project&, Progress& progress, const auto& deliver) -> Result<int> {
                    ++runs;
                    if (part != 0) {
                        deliver(part);
                    }
                    while (!go.tryAcquire(1, 1)) {
                        if (progress.isCancelled()) {
                            return winnow::fail(ErrorCode::Cancelled, Sentence::of("Cancelled"));
                        }
                    }
                    if (broken) {
                        return winnow::fail(
                            ErrorCode::Io, QStringLiteral("The disk is gone"), QStringLiteral("Plug it in"));
                    }
                    return value.load();
                };
            },
            [this](const int& number) {
                if (number == 0) {
                    showNothing(
                        QStringLiteral("import"), QStringLiteral("No numbers"), QStringLiteral("Make some"));
                }
                m_label->setText(QString::number(number));
            });
    }
    ~Page1() override { tracker()->waitForAll(); }

    QString shown() const { return m_label->text(); }
    QScrollArea* area() const { return scroll(); }
    QString says() const { return findChild<EmptyState*>(QStringLiteral("pageState"))->title(); }
    bool saysSomething() const { return findChild<EmptyState*>(QStringLiteral("pageState"))->isVisible(); }

    bool ready = true;
    std::atomic<int> runs = 0;
    std::atomic<int> value = 7;
    std::atomic<int> part = 0;
    std::atomic<bool> broken = false;
    QSemaphore go;

private:
    QLabel* m_label;
};

} // namespace

/// Every state of a page that shows one value.
class TestComputedPage : public QObject {
    Q_OBJECT

    using State = ComputedPage::State;

    QTemporaryDir m_folder;
    std::unique_ptr<AppContext> m_context;
    std::unique_ptr<Page1> m_page;
    QStringList m_told;

    void change() { emit m_context->session()->storeChanged({ChangeSet::Samples, {}}); }
    void showFirst()
    {
        m_page->activated();
        m_page->go.release();
        QTRY_COMPARE(m_page->state(), State::Shown);
    }

private slots:
    void initTestCase()
    {
        test::usePrivateSettings(m_folder);
        Theme::instance().apply(ThemeMode::Light);
        QVERIFY_RESULT(Project::create(m_folder.filePath(QStringLiteral("p.winnow"))));
    }
    void init()
    {
        m_told.clear();
        m_context = std::make_unique<AppContext>();
        connect(m_context.get(), &AppContext::messagePosted, this,
            [this](const Message& message) { m_told.append(message.text); });
        m_page = std::make_unique<Page1>(*m_context);
        m_page->resize(800, 600);
        m_page->show();
        m_page->projectChanged();
        QCOMPARE(m_page->state(), State::Idle);
        auto project = Project::open(m_folder.filePath(QStringLiteral("p.winnow")));
        QVERIFY_RESULT(project);
        m_context->setProject(*project);
        m_page->projectChanged();
    }
    void cleanup()
    {
        m_page.reset();
        m_context.reset();
    }

    void itWaitsUntilItIsLookedAt()
    {
        QTest::qWait(20);
        QCOMPARE(m_page->runs, 0);
        QCOMPARE(m_page->state(), State::Computing);
        QVERIFY(m_page->saysSomething());
        showFirst();
        QCOMPARE(m_page->shown(), QStringLiteral("7"));
        QVERIFY(!m_page->saysSomething());
        QVERIFY(!m_page->isStale());
    }

    void aChangeIsWorkedOutOnlyInView()
    {
        showFirst();
        m_page->deactivated();
        change();
        QVERIFY(m_page->isStale());
        QTest::qWait(20);
        QCOMPARE(m_page->runs, 1);
        m_page->value = 8;
        m_page->activated();
        // What was there stays until there is something newer.
        QVERIFY(m_page->isComputing());
        QCOMPARE(m_page->state(), State::Shown);
        QCOMPARE(m_page->shown(), QStringLiteral("7"));
        QVERIFY(!m_page->saysSomething());
        m_page->go.release();
        QTRY_COMPARE(m_page->shown(), QStringLiteral("8"));
        m_page->deactivated();
        m_page->activated();
        QVERIFY(!m_page->isComputing()); // nothing changed
    }

    void otherChangesAreNotItsOwn()
    {
        showFirst();
        emit m_context->session()->storeChanged({ChangeSet::Decisions, {}});
        QVERIFY(!m_page->isStale() && !m_page->isComputing());
    }

    void partsAreShownAsTheyCome()
    {
        m_page->part = 3;
        m_page->activated();
        QTRY_COMPARE(m_page->shown(), QStringLiteral("3"));
        QCOMPARE(m_page->state(), State::Shown);
        QVERIFY(m_page->isComputing());
        m_page->go.release();
        QTRY_COMPARE(m_page->shown(), QStringLiteral("7"));
    }

    void nothingIsSaidAndFilledLater()
    {
        m_page->value = 0;
        m_page->activated();
        m_page->go.release();
        QTRY_COMPARE(m_page->state(), State::Empty);
        QCOMPARE(m_page->says(), QStringLiteral("No numbers"));
        m_page->value = 5;
        change();
        m_page->go.release();
        QTRY_COMPARE(m_page->state(), State::Shown);
        QVERIFY(!m_page->saysSomething());
    }

    void whatFailsIsSaidAndTriedAgain()
    {
        m_page->broken = true;
        m_page->activated();
        m_page->go.release();
        QTRY_COMPARE(m_page->state(), State::Failed);
        QCOMPARE(m_page->says(), QStringLiteral("The disk is gone"));
        QVERIFY(m_page->isStale());
        m_page->broken = false;
        QTest::mouseClick(m_page->findChild<QPushButton*>(QStringLiteral("computeAgain")), Qt::LeftButton);
        m_page->go.release();
        QTRY_COMPARE(m_page->state(), State::Shown);
    }

    void whatFailsLaterLeavesWhatIsShown()
    {
        showFirst();
        m_page->broken = true;
        change();
        m_page->go.release();
        QTRY_COMPARE(m_told, QStringList{QStringLiteral("The disk is gone")});
        QCOMPARE(m_page->state(), State::Shown);
        QCOMPARE(m_page->shown(), QStringLiteral("7"));
        QVERIFY(m_page->isStale());
    }

    void itIsStoppedAndStartedAgain()
    {
        m_page->activated();
        QTRY_VERIFY(m_page->findChild<QPushButton*>(QStringLiteral("cancelWork"))->isVisible());
        QTest::mouseClick(m_page->findChild<QPushButton*>(QStringLiteral("cancelWork")), Qt::LeftButton);
        QTRY_COMPARE(m_page->state(), State::Stopped);
        QTest::mouseClick(m_page->findChild<QPushButton*>(QStringLiteral("computeAgain")), Qt::LeftButton);
        m_page->go.release();
        QTRY_COMPARE(m_page->state(), State::Shown);
    }

    void itStartsWhenWhatItNeedsIsThere()
    {
        m_page->ready = false;
        m_page->activated();
        QVERIFY(!m_page->isComputing() && m_page->isStale());
        m_page->ready = true;
        change();
        m_page->go.release();
        QTRY_COMPARE(m_page->state(), State::Shown);
    }

    void anotherProjectBeginsAnew()
    {
        showFirst();
        m_context->setProject(nullptr);
        m_page->projectChanged();
        QCOMPARE(m_page->state(), State::Idle);
        QVERIFY(m_page->saysSomething());
    }

    void backScrollsAlsoAfterWhatIsCountedAnew()
    {
        showFirst();
        QCoreApplication::processEvents();
        m_page->area()->verticalScrollBar()->setValue(900);
        const PagePlace place = m_page->place(QStringLiteral("p"));
        m_page->deactivated();
        change();
        m_page->activated();
        m_page->area()->verticalScrollBar()->setValue(0);
        m_page->goBackTo(place);
        QCOMPARE(m_page->area()->verticalScrollBar()->value(), 900);
        m_page->area()->verticalScrollBar()->setValue(0);
        m_page->go.release();
        QTRY_COMPARE(m_page->area()->verticalScrollBar()->value(), 900);
    }
};

QTEST_MAIN(TestComputedPage)
#include "tst_computedpage.moc"
