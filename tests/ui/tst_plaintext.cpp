// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/privatesettings.h"
#include "tests/support/testproject.h"
#include "ui/charts/chart.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/models/settings.h"
#include "ui/pages/pageregistry.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QHeaderView>
#include <QHelpEvent>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTextBlock>
#include <QTextDocument>
#include <QToolButton>
#include <QToolTip>

using namespace winnow;

namespace {

/// Shows a text as Qt's labels and tips do, and notes what it would load from outside.
class Shown : public QTextDocument {
public:
    explicit Shown(const QString& text)
    {
        rich = Qt::mightBeRichText(text);
        rich ? setHtml(text) : setPlainText(text);
        // Pictures are asked for when the text is laid out.
        setTextWidth(400);
        (void)documentLayout()->documentSize();
    }
    bool rich = false;
    QList<QUrl> loaded;

protected:
    QVariant loadResource(int, const QUrl& name) override
    {
        loaded.append(name);
        return {};
    }
};

/// Text of the tool tip that stands on the screen, as people read it.
QString tipOnScreen()
{
    const auto widgets = QApplication::topLevelWidgets();
    for (QWidget* widget : widgets) {
        auto* label = qobject_cast<QLabel*>(widget);
        if (label && label->inherits("QTipLabel") && label->isVisible()) {
            const Shown shown(label->text());
            return shown.loaded.isEmpty() ? shown.toPlainText() : QStringLiteral("it loads a file");
        }
    }
    return {};
}

class OneMark : public Chart {
public:
    QString tip;

    NumberTable table() const override { return {}; }

protected:
    int preferredHeight() const override { return 100; }
    void draw(QPainter&, const QRectF& area, QVector<ChartMark>& marks) const override
    {
        marks.append({area, tip});
    }
};

} // namespace

/// What data says is shown letter by letter, wherever it is shown.
class TestPlainText : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        test::usePrivateSettings(m_folder);
        setAnnotatorName(QStringLiteral("<i>kim</i>"));
        Theme::instance().apply(ThemeMode::Light);
        // Harmless, but nobody asked for it.
        m_picture = m_folder.filePath(QStringLiteral("picture.png"));
        QImage image(8, 8, QImage::Format_RGB32);
        image.fill(Qt::red);
        QVERIFY(image.save(m_picture));
    }

    void tips_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("plain") << QStringLiteral("Menu (F10)");
        QTest::newRow("bold") << QStringLiteral("<b>x</b>");
        QTest::newRow("a picture") << QStringLiteral("<img src=\"%1\">").arg(m_picture);
        QTest::newRow("a link") << QStringLiteral("<a href=\"file://%1\">open</a> it").arg(m_picture);
        QTest::newRow("in the middle") << QStringLiteral("Is a < b, or <b>b</b> < a?");
        QTest::newRow("written out") << QStringLiteral("a &lt;b&gt; c &amp; d");
        QTest::newRow("an ampersand") << QStringLiteral("R&D");
        QTest::newRow("a document") << QStringLiteral("<!DOCTYPE html><p>x");
        QTest::newRow("xml") << QStringLiteral("<?xml version=\"1.0\"?><p>x</p>");
        QTest::newRow("our own wrapping") << QStringLiteral("</p><b>x</b><p>");
        QTest::newRow("lines") << QStringLiteral("one\ntwo  spaces\n\nfour");
        QTest::newRow("long") << QStringLiteral("word ").repeated(60) + QStringLiteral("<b>x</b>");
    }
    void tips()
    {
        QFETCH(QString, text);
        const Shown shown(plainTip(text));
        QCOMPARE(shown.toPlainText(), text);
        QVERIFY(shown.loaded.isEmpty());
        for (QTextBlock block = shown.begin(); block.isValid(); block = block.next()) {
            for (auto it = block.begin(); !it.atEnd(); ++it) {
                QVERIFY(it.fragment().charFormat().fontWeight() != QFont::Bold);
                QVERIFY(!it.fragment().charFormat().isAnchor());
            }
        }
        // Long lines are broken, which Qt does with markup only.
        QVERIFY(shown.rich || text.size() <= 100);

        QWidget widget;
        setTip(&widget, text);
        QCOMPARE(widget.toolTip(), plainTip(text));
        QCOMPARE(widget.accessibleDescription(), text);
        showTip({10, 10}, text, &widget);
        QTRY_COMPARE(tipOnScreen(), text);
        hideTip();
        QTRY_COMPARE(tipOnScreen(), QString());
    }

    void aTipIsBounded()
    {
        const QString tip = plainTip(QString(kLongestTip - 1, u'x') + QStringLiteral("😀 and on"));
        const Shown shown(tip);
        QCOMPARE(shown.toPlainText(), QString(kLongestTip - 1, u'x') + QChar(0x2026));
    }

    void captionsHaveNoKeys()
    {
        QPushButton button;
        setCaption(&button, QStringLiteral("R&D\tset"));
        QCOMPARE(button.text(), QStringLiteral("R&&D set"));
        QVERIFY(button.shortcut().isEmpty());
        const Chip chip(QStringLiteral("A&B"), Chip::Use::Removable);
        QCOMPARE(chip.text(), QStringLiteral("A&B"));
        QVERIFY(chip.shortcut().isEmpty());
        QWidget window;
        window.setWindowTitle(plainTitle(QStringLiteral("a[*]b")));
        window.setWindowModified(true);
        QCOMPARE(window.windowTitle(), QStringLiteral("a[*][*]b"));
    }

    void markupIsOursOnly()
    {
        const Markup filled = Markup::filled(QStringLiteral("%2 <of> %1 & %3, %9, 100%"),
            {Markup::text(QStringLiteral("<b>x</b> %2")),
                Markup::link(QStringLiteral("1\"2"), QStringLiteral("<5>"))});
        QCOMPARE(filled.html(),
            QStringLiteral("<a href=\"1&quot;2\" style=\"text-decoration:none\">&lt;5&gt;</a> &lt;of&gt; "
                           "&lt;b&gt;x&lt;/b&gt; %2 &amp; %3, %9, 100%"));
        PlainLabel label;
        label.setMarkup(filled);
        QCOMPARE(label.textFormat(), Qt::RichText);
        const QString question = QStringLiteral("<img src=\"%1\">").arg(m_picture);
        label.setText(question);
        QCOMPARE(label.textFormat(), Qt::PlainText);
        QCOMPARE(label.text(), question);
    }

    void boxesOfQtToo()
    {
        QMessageBox box;
        box.setText(QStringLiteral("<b>notes.winnow</b> already exists."));
        box.setInformativeText(QStringLiteral("<i>Replace it?</i>"));
        box.show();
        const auto labels = box.findChildren<QLabel*>();
        int texts = 0;
        for (const QLabel* label : labels) {
            if (!label->text().isEmpty()) {
                ++texts;
                QCOMPARE(label->textFormat(), Qt::PlainText);
            }
        }
        QVERIFY(texts > 0);
    }

    void chartsToo()
    {
        OneMark chart;
        chart.tip = QStringLiteral("<img src=\"%1\"> <b>model</b>").arg(m_picture);
        chart.resize(200, 100);
        chart.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
        chart.setFocus();
        QTest::keyClick(&chart, Qt::Key_Right);
        QTRY_COMPARE(tipOnScreen(), chart.tip);
        QCOMPARE(chart.accessibleDescription(), chart.tip);
        hideTip();
    }

    void nowhereInTheWindowIsDataMarkup()
    {
        const QString image = QStringLiteral("<img src=\"%1\">").arg(m_picture);
        const QString question = image + QStringLiteral(" <b>Which</b> is R&D?\nA < B &lt; C");
        const QString path = m_folder.filePath(QStringLiteral("<b>p</b> R&D.winnow").remove(u'/'));
        {
            auto project = Project::create(path);
            QVERIFY_RESULT(project);
            QVERIFY_RESULT((*project)->write(
                {.parts = ChangeSet::Samples, .samples = {}}, [&](sqlite::Connection& c) -> Result<> {
                    Dataset named;
                    named.name = QStringLiteral("<b>set</b> ") + image;
                    const DatasetId dataset = DatasetStore(c).upsert(named);
                    SampleWriter writer(c);
                    ResponseStore store(c);
                    ResponseWriter responses(c);
                    QVector<RunId> runs;
                    for (const Condition condition : {Condition::Standard, Condition::Blind}) {
                        for (int m = 0; m < 8; ++m) {
                            const ModelId model
                                = store.upsertModel(QStringLiteral("<b>m%1</b> ").arg(m) + image, {});
                            runs.append(store.upsertRun(dataset, model, condition, {}, {}, {}));
                        }
                    }
                    QVector<FlagDraft> drafts;
                    for (int i = 0; i < 20; ++i) {
                        Sample sample;
                        sample.datasetId = dataset;
                        sample.dataset = named.name;
                        sample.sourceIndex = QStringLiteral("<i>%1</i>").arg(i);
                        sample.position = i;
                        sample.split = QStringLiteral("<b>test</b>");
                        sample.capability = QStringLiteral("<b>charts</b> R&D");
                        sample.question = question;
                        sample.hint = QStringLiteral("<b>hint</b>");
                        sample.options = {image, QStringLiteral("<b>two</b>"), QStringLiteral("&lt;"),
                            QStringLiteral("4 & 5")};
                        sample.gold = optionLetter(i % 4);
                        writer.put(sample);
                        for (const RunId run : std::as_const(runs)) {
                            Response response;
                            response.runId = run;
                            response.sampleId = sample.id;
                            response.text = QStringLiteral("<b>I say</b> ") + image;
                            response.answer = optionLetter(i % 4);
                            response.score = 1;
                            responses.put(response);
                        }
                        drafts.append({.sampleId = sample.id,
                            .kind = QStringLiteral("blind_solvable"),
                            .score = 0.9,
                            .discriminator = {},
                            .evidence
                            = {{QStringLiteral("summary"), QString(QStringLiteral("<b>why</b> ") + image)}}});
                    }
                    DetectorRun run;
                    run.detector = QStringLiteral("blind_solvable");
                    run.datasetId = dataset;
                    run.status = QStringLiteral("done");
                    FlagStore(c).applyRun(run, drafts);
                    responses.finish();
                    return {};
                }));
        }
        MainWindow window;
        window.resize(1400, 900);
        window.show();
        window.openProject(path);
        QTRY_VERIFY(window.context().project());
        QTRY_VERIFY(window.context().session()->index());
        int labels = 0;
        int tips = 0;
        bool sawTheQuestion = false;
        const auto literal = [&](const QString& tip, const QString& where) {
            const Shown shown(tip);
            // Ours loads nothing and is one paragraph of one format.
            const bool ours = tip.isEmpty() || !shown.rich || plainTip(shown.toPlainText()) == tip;
            tips += !tip.isEmpty();
            if (!shown.loaded.isEmpty() || !ours) {
                qWarning("%s: %s", qPrintable(where), qPrintable(tip));
            }
            return shown.loaded.isEmpty() && ours;
        };
        const auto check = [&] {
            const auto widgets = window.findChildren<QWidget*>();
            for (QWidget* widget : widgets) {
                const QString name
                    = QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName();
                QVERIFY2(literal(widget->toolTip(), name), qPrintable(name));
                if (const auto* label = qobject_cast<QLabel*>(widget)) {
                    ++labels;
                    const bool plain = label->textFormat() == Qt::PlainText
                        || (label->textFormat() == Qt::RichText && !label->text().contains(u"<b>")
                            && !label->text().contains(u"<img"));
                    QVERIFY2(plain || label->text().isEmpty(), qPrintable(name + u": " + label->text()));
                    sawTheQuestion = sawTheQuestion || (plain && label->text().contains(question));
                }
                const auto* view = qobject_cast<QAbstractItemView*>(widget);
                if (!view || !view->model()) {
                    continue;
                }
                const QAbstractItemModel* model = view->model();
                for (int row = 0; row < qMin(30, model->rowCount()); ++row) {
                    for (int column = 0; column < model->columnCount(); ++column) {
                        QVERIFY2(literal(model->index(row, column).data(Qt::ToolTipRole).toString(), name),
                            qPrintable(name));
                    }
                }
                for (int column = 0; column < model->columnCount(); ++column) {
                    QVERIFY2(
                        literal(model->headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString(), name),
                        qPrintable(name));
                }
            }
        };
        for (const PageEntry& page : pageRegistry()) {
            window.showPage(page.id);
            QTRY_VERIFY(window.context().jobs()->rowCount() == 0);
            QTest::qWait(50);
            check();
            if (QTest::currentTestFailed()) {
                return;
            }
        }
        // Review of a sample: its question, options, responses, evidence.
        window.context().openReview(
            window.context().session()->index()->select({}, SampleSort::Source, false).first(),
            window.context().session()->index()->select({}, SampleSort::Source, false));
        QTRY_VERIFY(window.findChild<QLabel*>(QStringLiteral("question"))
            && window.findChild<QLabel*>(QStringLiteral("question"))->text() == question);
        check();
        QVERIFY(sawTheQuestion);
        QVERIFY2(labels > 100 && tips > 100, qPrintable(QStringLiteral("%1 %2").arg(labels).arg(tips)));

        // Menus: the name of a project has no key.
        auto* button = window.findChild<QToolButton*>(QStringLiteral("menuButton"));
        emit button->menu()->aboutToShow();
        bool listed = false;
        const auto menus = button->menu()->findChildren<QMenu*>();
        for (const QMenu* menu : menus) {
            const auto actions = menu->actions();
            for (const QAction* action : actions) {
                listed = listed || action->text() == QStringLiteral("<b>p<b> R&&D");
                QVERIFY(literal(action->toolTip(), action->text()) || action->toolTip() == action->text());
            }
        }
        QVERIFY(listed);
    }

private:
    QTemporaryDir m_folder;
    QString m_picture;
};

QTEST_MAIN(TestPlainText)
#include "tst_plaintext.moc"
