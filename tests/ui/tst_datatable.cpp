// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/privatesettings.h"
#include "ui/models/sortedmodel.h"
#include "ui/models/tablecolumns.h"
#include "ui/models/tableroles.h"
#include "ui/models/tabletext.h"
#include "ui/util/clickthroughs.h"
#include "ui/util/dialogs.h"
#include "ui/util/figures.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QHeaderView>
#include <QMenu>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>
#include <QVBoxLayout>

using namespace winnow;

namespace {

/// Takes what is opened and told below it.
class Catcher : public QWidget {
public:
    QStringList opened;
    QStringList told;

protected:
    bool event(QEvent* event) override
    {
        if (event->type() == ClickThroughEvent::type()) {
            event->accept();
            opened.append(static_cast<ClickThroughEvent*>(event)->what().title());
            return true;
        }
        if (event->type() == MessageEvent::type()) {
            event->accept();
            told.append(static_cast<MessageEvent*>(event)->message().text);
            return true;
        }
        return QWidget::event(event);
    }
};

} // namespace

/// The one table of the window, by mouse and keys.
class TestDataTable : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Catcher> m_catcher;
    QStandardItemModel m_source;
    std::unique_ptr<SortedModel> m_sorted;
    DataTable* m_table = nullptr;

    /// A name, a number (NaN = missing) and a text.
    void addRow(const QString& name, double number, const QString& text)
    {
        QList<QStandardItem*> row{new QStandardItem(name), new QStandardItem, new QStandardItem(text)};
        row[1]->setText(qIsNaN(number) ? QStringLiteral("–") : QString::number(number));
        row[1]->setData(qIsNaN(number) ? QVariant() : QVariant(number), PlainRole);
        if (!qIsNaN(number)) {
            row[1]->setData(QVariant::fromValue(ClickThrough::toSamples(name, {{SampleId{1}}})), OpenRole);
        }
        m_source.appendRow(row);
    }
    QStringList names() const
    {
        QStringList all;
        for (int row = 0; row < m_sorted->rowCount(); ++row) {
            all.append(m_sorted->index(row, 0).data().toString());
        }
        return all;
    }
    QPoint cell(int row, int column) const
    {
        return m_table->visualRect(m_sorted->index(row, column)).center();
    }
    QPoint heading(int column) const
    {
        return {m_table->horizontalHeader()->sectionViewportPosition(column) + 10,
            m_table->horizontalHeader()->height() / 2};
    }

private slots:
    void initTestCase()
    {
        test::usePrivateSettings(m_folder);
        Theme::instance().apply(ThemeMode::Light);
    }
    void init()
    {
        m_source.clear();
        m_source.setHorizontalHeaderLabels(
            {QStringLiteral("Name"), QStringLiteral("Number"), QStringLiteral("Text")});
        addRow(QStringLiteral("b"), 10, QStringLiteral("x, y"));
        addRow(QStringLiteral("a"), 9, QStringLiteral("says \"no\""));
        addRow(QStringLiteral("c"), qQNaN(), QStringLiteral("z"));
        addRow(QStringLiteral("d"), 100.25, QStringLiteral("two\nlines"));
        m_sorted = std::make_unique<SortedModel>();
        m_sorted->setSourceModel(&m_source);
        forgetHiddenColumns(QStringLiteral("t"));
        m_catcher = std::make_unique<Catcher>();
        m_table = new DataTable(m_catcher.get());
        m_table->setAccessibleName(QStringLiteral("things"));
        m_table->setModel(m_sorted.get());
        m_table->setSorts();
        m_table->keepColumns(QStringLiteral("t"));
        (new QVBoxLayout(m_catcher.get()))->addWidget(m_table);
        m_catcher->resize(700, 400);
        m_catcher->show();
        QVERIFY(QTest::qWaitForWindowActive(m_catcher.get()));
    }

    void theSortedModelIsAModel() { const QAbstractItemModelTester tester(m_sorted.get()); }

    void headingsSortAndMissingIsLast()
    {
        QCOMPARE(names().join(QString()), QStringLiteral("bacd"));
        QWidget* header = m_table->horizontalHeader()->viewport();
        QTest::mouseClick(header, Qt::LeftButton, {}, heading(1));
        const QString first = names().join(QString());
        QTest::mouseClick(header, Qt::LeftButton, {}, heading(1));
        const QString second = names().join(QString());
        // By size, not by letters, whichever way comes first.
        QVERIFY2((first == u"abdc" && second == u"dbac") || (first == u"dbac" && second == u"abdc"),
            qPrintable(first + u' ' + second));
        QTest::mouseClick(header, Qt::LeftButton, {}, heading(0));
        QVERIFY(names().join(QString()) == u"abcd" || names().join(QString()) == u"dcba");
    }

    void cellsOpenByMouseAndKey()
    {
        QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, cell(0, 1));
        QCOMPARE(m_catcher->opened, QStringList{QStringLiteral("b")});
        QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, cell(0, 0)); // opens nothing
        QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, cell(2, 1)); // missing
        QTest::mouseClick(m_table->viewport(), Qt::LeftButton, Qt::ControlModifier, cell(1, 1)); // selects
        QCOMPARE(m_catcher->opened.size(), 1);
        m_table->setCurrentIndex(m_sorted->index(1, 1));
        QTest::keyClick(m_table, Qt::Key_Return);
        QCOMPARE(m_catcher->opened, (QStringList{QStringLiteral("b"), QStringLiteral("a")}));
    }

    void linksThatDoSomethingElseAreTold()
    {
        m_source.item(0, 0)->setData(true, LinkRole);
        QSignalSpy activated(m_table, &DataTable::linkActivated);
        QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, cell(0, 0));
        QCOMPARE(activated.count(), 1);
        QVERIFY(m_catcher->opened.isEmpty());
    }

    void copyTakesWhatIsChosenAndShown()
    {
        m_table->setFocus();
        m_table->setCurrentIndex(m_sorted->index(0, 0));
        QTest::keyClick(m_table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(),
            QStringLiteral(
                "Name\tNumber\tText\nb\t10\tx, y\na\t9\tsays \"no\"\nc\t–\tz\nd\t100.25\ttwo lines\n"));
        setHiddenColumns(QStringLiteral("t"), {QStringLiteral("2")});
        m_table->keepColumns(QStringLiteral("t"));
        QTest::mouseClick(m_table->viewport(), Qt::LeftButton, Qt::ControlModifier, cell(1, 0));
        QTest::mouseClick(m_table->viewport(), Qt::LeftButton, Qt::ControlModifier, cell(3, 0));
        m_table->copy();
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("Name\tNumber\n")));
        QVERIFY(!QGuiApplication::clipboard()->text().contains(QStringLiteral("\nc\t")));
    }

    void csvIsWrittenOrWhyNotIsTold()
    {
        QMenu* menu = nullptr;
        const auto save = [&] {
            QContextMenuEvent event(QContextMenuEvent::Mouse, cell(0, 0), m_table->mapToGlobal(cell(0, 0)));
            QCoreApplication::sendEvent(m_table->viewport(), &event);
            menu = m_table->findChild<QMenu*>(QStringLiteral("tableMenu"));
            QVERIFY(menu);
            menu->actions().at(1)->trigger();
            menu->close();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        };
        const QString path = m_folder.filePath(QStringLiteral("t.csv"));
        dialogs::setNextFileName(path);
        save();
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(),
            QByteArray("Name,Number,Text\r\nb,10,\"x, y\"\r\na,9,\"says "
                       "\"\"no\"\"\"\r\nc,–,z\r\nd,100.25,\"two\nlines\"\r\n"));
        QVERIFY(m_catcher->told.last().contains(path));
        dialogs::setNextFileName(m_folder.filePath(QStringLiteral("none/t.csv")));
        save();
        QVERIFY(m_catcher->told.last().contains(QStringLiteral("cannot be written")));
    }

    void columnsAreChosenAndKept()
    {
        emit m_table->horizontalHeader()->customContextMenuRequested(heading(0));
        auto* menu = m_table->findChild<QMenu*>(QStringLiteral("columnMenu"));
        QVERIFY(menu);
        QCOMPARE(menu->actions().first()->text(), QStringLiteral("Number")); // the first column stays
        menu->actions().first()->setChecked(false);
        menu->close();
        QVERIFY(m_table->isColumnHidden(1));
        QCOMPARE(hiddenColumns(QStringLiteral("t")), std::optional(QSet<QString>{QStringLiteral("1")}));
        DataTable again;
        again.setModel(m_sorted.get());
        again.keepColumns(QStringLiteral("t"));
        QVERIFY(again.isColumnHidden(1) && !again.isColumnHidden(2));
        DataTable other;
        other.setModel(m_sorted.get());
        other.keepColumns(QStringLiteral("u"));
        QVERIFY(!other.isColumnHidden(1));
    }

    void figuresStandUnderEachOther()
    {
        QImage image(200, 30, QImage::Format_RGB32);
        QPainter painter(&image);
        const QFontMetrics metrics = painter.fontMetrics();
        QCOMPARE(figuresWidth(metrics, QStringLiteral("111")), figuresWidth(metrics, QStringLiteral("888")));
        // Whatever is drawn is drawn inside.
        for (const QString& text :
            {QStringLiteral("1,111"), QStringLiteral("a long text that is cut 12345678901234")}) {
            image.fill(Qt::white);
            painter.setPen(Qt::black);
            drawFigures(&painter, QRect(50, 0, 80, 30), Qt::AlignRight | Qt::AlignVCenter, text);
            int left = image.width();
            int right = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    if (qGray(image.pixel(x, y)) < 128) {
                        left = qMin(left, x);
                        right = qMax(right, x);
                    }
                }
            }
            QVERIFY(left >= 49 && right <= 131 && right > 120);
        }
    }
};

QTEST_MAIN(TestDataTable)
#include "tst_datatable.moc"
