// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/demoproject.h"
#include "tests/support/privatesettings.h"
#include "tests/support/responserows.h"
#include "ui/mainwindow/language.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/models/policychoice.h"
#include "ui/pages/pageregistry.h"
#include "ui/util/dialogs.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QTextDocument>

using namespace winnow;

/// In Korean no text of the window is left in English, save names and what comes from data.
class TestKoreanPages : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        test::usePrivateSettings(m_folder);
        installLanguage(QStringLiteral("ko"));
        Theme::instance().apply(ThemeMode::Light);
        const QString path = m_folder.filePath(QStringLiteral("p.winnow"));
        auto project = test::makeDemoProject(path, 60, 5, true);
        QVERIFY_RESULT(project);
        learn(**project);
        project->reset();
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1600, 1000);
        m_window->show();
        m_window->openProject(path, QStringLiteral("overview"));
        QTRY_COMPARE(m_window->currentPage(), QStringLiteral("overview"));
    }
    void cleanupTestCase() { m_window.reset(); }

    void policiesAreSaidInKorean()
    {
        static const QRegularExpression korean(QStringLiteral("[가-힣]"));
        for (const Policy& policy : builtInPolicies()) {
            QVERIFY2(policyTitle(policy).contains(korean), qPrintable(policyTitle(policy)));
            QVERIFY2(policyDescription(policy).contains(korean), qPrintable(policyDescription(policy)));
        }
    }

    void pages_data()
    {
        QTest::addColumn<QString>("id");
        for (const PageEntry& page : pageRegistry()) {
            QTest::newRow(qPrintable(page.id)) << page.id;
        }
    }
    void pages()
    {
        QFETCH(QString, id);
        QVERIFY(m_window->showPage(id));
        settle();
        check();
        // What is behind the first of every list of the page.
        for (auto* list : m_window->page(id)->findChildren<QAbstractItemView*>()) {
            if (!list->isVisible() || !list->model() || list->model()->rowCount() == 0) {
                continue;
            }
            for (int row = 0; row < qMin(12, list->model()->rowCount()); ++row) {
                list->setFocus();
                list->setCurrentIndex(list->model()->index(row, 0));
                QTest::qWait(20);
            }
            settle();
            check();
        }
    }

    void reviewShowsItsEvidence()
    {
        QVERIFY(m_window->showPage(QStringLiteral("samples")));
        settle();
        const auto index = m_window->context().session()->index();
        QVERIFY(index);
        const auto ids = m_window->context().project()->read([](sqlite::Connection& c) {
            QVector<SampleId> found;
            sqlite::Statement query(
                c, QStringLiteral("SELECT min(sample_id) FROM flags GROUP BY kind ORDER BY kind"));
            while (query.step()) {
                found.append(SampleId{query.integer(0)});
            }
            return found;
        });
        QVERIFY(ids && ids->size() > 5);
        for (const SampleId id : *ids) {
            m_window->context().openReview(id, *ids);
            settle();
            check();
        }
    }

    void importSpeaks_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("samples") << QStringLiteral("a.tsv")
                                 << QByteArray(
                                        "index\tquestion\tA\tB\tanswer\timage\n1\t사과?\t가\t나\tA\tx.png\n"
                                        "2\t배?\t가\t나\tZ\ty.png\n2\t배?\t다\t나\tA\ty.png\n\t귤?\t다\n");
        QTest::newRow("responses") << QStringLiteral("b.jsonl")
                                   << QByteArray("{\"id\":\"1\",\"model\":\"m\",\"condition\":\"눈감고\","
                                                 "\"response\":\"A\"}\n{\"id\":\"99\",\"model\":\"m\","
                                                 "\"response\":\"음\"}\n{\"id\":\n");
        QTest::newRow("not joined") << QStringLiteral("c.jsonl")
                                    << QByteArray("{\"id\":\"zz\",\"model\":\"m\",\"response\":\"A\"}\n");
        QTest::newRow("empty") << QStringLiteral("d.csv") << QByteArray();
        QTest::newRow("zip") << QStringLiteral("e.zip") << QByteArray("PK\x03\x04") + QByteArray(300, '\0');
        QTest::newRow("parquet") << QStringLiteral("f.parquet") << QByteArray("PAR1") + QByteArray(300, '\1');
        QTest::newRow("cut off") << QStringLiteral("g.json")
                                 << QByteArray("[{\"index\": 1, \"question\": \"Wh");
    }
    void importSpeaks()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        QVERIFY(m_window->showPage(QStringLiteral("import")));
        auto* page = m_window->page(QStringLiteral("import"));
        dialogs::setNextFileName(file.fileName());
        QTest::mouseClick(page->findChild<QPushButton*>(QStringLiteral("chooseFiles")), Qt::LeftButton);
        settle();
        check();
        auto* import = page->findChild<QPushButton*>(QStringLiteral("importFile"));
        if (import->isVisible() && import->isEnabled()) {
            QTest::mouseClick(import, Qt::LeftButton);
            settle();
            check();
        }
    }

    void theExportCardSpeaks()
    {
        QVERIFY(m_window->showPage(QStringLiteral("export")));
        settle();
        auto* page = m_window->page(QStringLiteral("export"));
        auto* path = page->findChild<QLineEdit*>(QStringLiteral("path"));
        path->setFocus();
        path->selectAll();
        QTest::keyClicks(path, m_folder.filePath(QStringLiteral("out")));
        QTest::keyClick(path, Qt::Key_Return);
        settle();
        QTRY_VERIFY_WITH_TIMEOUT(
            QFile::exists(m_folder.filePath(QStringLiteral("out/manifest.json"))), 20000);
        settle();
        check();
    }

private:
    /// Names and texts that come from the project.
    void learn(Project& project)
    {
        const auto texts = test::askRows(project, [](sqlite::Connection& c) {
            QStringList found;
            for (const char* sql : {"SELECT name FROM datasets", "SELECT name FROM models",
                     "SELECT DISTINCT family FROM models", "SELECT DISTINCT capability FROM samples",
                     "SELECT DISTINCT category FROM samples", "SELECT DISTINCT split FROM samples",
                     "SELECT question FROM samples", "SELECT gold FROM samples", "SELECT text FROM options",
                     "SELECT DISTINCT text FROM response_details", "SELECT DISTINCT answer FROM responses",
                     "SELECT DISTINCT setting FROM runs", "SELECT source_index FROM samples"}) {
                sqlite::Statement query(c, QString::fromLatin1(sql));
                while (query.step()) {
                    found.append(query.text(0).simplified());
                }
            }
            return found;
        });
        QVERIFY_RESULT(texts);
        m_data = QSet<QString>(texts->cbegin(), texts->cend());
    }

    void settle()
    {
        for (int quiet = 0, i = 0; quiet < 4 && i < 400; ++i) {
            QTest::qWait(20);
            quiet = m_window->context().jobs()->rowCount() == 0 ? quiet + 1 : 0;
        }
        QTest::qWait(60);
    }

    static QString plain(const QString& text)
    {
        if (!Qt::mightBeRichText(text)) {
            return QString(text).remove(u'&').simplified();
        }
        QTextDocument document;
        document.setHtml(text);
        return document.toPlainText().simplified();
    }

    bool isEnglish(const QString& shown) const
    {
        const QString text = plain(shown);
        // Two lower-case letters in a row make a word; a Hangul letter makes the text Korean.
        static const QRegularExpression word(QStringLiteral("[A-Za-z][a-z]{2,}"));
        static const QRegularExpression hangul(QStringLiteral("[\\x{ac00}-\\x{d7a3}]"));
        if (!word.match(text).hasMatch() || hangul.match(text).hasMatch() || m_data.contains(text)) {
            return false;
        }
        // Names: of the program, its formats, files, models, datasets, statistics and keys.
        static const QRegularExpression name(QStringLiteral(
            "^(Winnow|English|VLMEvalKit.*|JSON "
            "Lines.*|Parquet.*|DatBench|lmms-eval|inspect.*|MMStar|MMMU-Pro|"
            "Spearman.*|Kendall.*|Tab|Esc|Enter|Space|Shift.*|Ctrl.*|Home|End|PgUp|PgDn|Del)$"));
        static const QRegularExpression file(
            QStringLiteral("^\\S*[/.](tsv|jsonl?|csv|winnow|zip|parquet|png|jpg|eval)?\\S*$"));
        static const QRegularExpression hash(QStringLiteral("^[0-9a-f]{40,64}$"));
        static const QRegularExpression target(QStringLiteral("^\\S+\\.\\w+ → \\S+$"));
        static const QRegularExpression lettered(QStringLiteral("^[A-Z] (.+)$"));
        if (name.match(text).hasMatch() || file.match(text).hasMatch() || hash.match(text).hasMatch()
            || target.match(text).hasMatch() || m_data.contains(lettered.match(text).captured(1))) {
            return false;
        }
        for (const QString& known : m_data) {
            if (known.size() > 2 && (text.startsWith(known) || known.startsWith(text.chopped(1)))) {
                return false;
            }
        }
        return true;
    }

    void say(const QString& text, const QWidget* where)
    {
        if (isEnglish(text)) {
            m_found.insert(
                QStringLiteral("%1 (%2 %3)")
                    .arg(plain(text).left(160), QString::fromLatin1(where->metaObject()->className()),
                        where->objectName()));
        }
    }

    /// Everything that is shown now.
    void check()
    {
        m_found.clear();
        for (QWidget* each : m_window->findChildren<QWidget*>()) {
            if (!each->isVisible()) {
                continue;
            }
            say(each->toolTip(), each);
            if (auto* label = qobject_cast<QLabel*>(each)) {
                say(label->text(), each);
            } else if (auto* button = qobject_cast<QAbstractButton*>(each)) {
                say(button->text(), each);
            } else if (auto* box = qobject_cast<QComboBox*>(each)) {
                const bool ofFile = each->objectName().startsWith(QStringLiteral("field-"))
                    || each->objectName() == QStringLiteral("dataset");
                for (int i = 0; i < box->count() && !ofFile; ++i) {
                    say(box->itemText(i), each);
                }
            } else if (auto* edit = qobject_cast<QLineEdit*>(each)) {
                say(edit->placeholderText(), each);
            } else if (auto* group = qobject_cast<QGroupBox*>(each)) {
                say(group->title(), each);
            } else if (auto* view = qobject_cast<QAbstractItemView*>(each)) {
                sayTable(view);
            }
        }
        QStringList found = m_found.values();
        found.sort();
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void sayTable(const QAbstractItemView* view)
    {
        const QAbstractItemModel* model = view->model();
        if (!model || qobject_cast<const QHeaderView*>(view)) {
            return;
        }
        // Rows of a preview are data.
        const bool data = view->objectName() == QStringLiteral("importPreview");
        for (int column = 0; column < model->columnCount(); ++column) {
            // So are the columns that issues name.
            const bool named = view->objectName() == QStringLiteral("issues") && column == 2;
            say(model->headerData(column, Qt::Horizontal).toString(), view);
            for (int row = 0; row < qMin(40, model->rowCount()) && !data && !named; ++row) {
                const QModelIndex at = model->index(row, column);
                say(at.data().toString(), view);
                say(at.data(Qt::ToolTipRole).toString(), view);
            }
        }
    }

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
    QSet<QString> m_data;
    QSet<QString> m_found;
};

QTEST_MAIN(TestKoreanPages)
#include "tst_koreanpages.moc"
