// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

/// The arrows of ARCHITECTURE.md, proved over the sources and over the built programs.
class TestLayering : public QObject {
    Q_OBJECT

    struct Include {
        QString file;
        int line;
        QString target;
    };

    static QString root() { return QStringLiteral(WINNOW_SOURCE_DIR); }

    static QStringList sources(const QString& folder)
    {
        QStringList files;
        QDirIterator it(root() + u'/' + folder, {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
            QDirIterator::Subdirectories);
        while (it.hasNext()) {
            files.append(it.next());
        }
        files.sort();
        return files;
    }

    static QVector<Include> includes(const QString& folder)
    {
        static const QRegularExpression pattern(QStringLiteral("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"));
        QVector<Include> found;
        for (const QString& path : sources(folder)) {
            QFile file(path);
            if (!file.open(QIODevice::ReadOnly)) {
                continue;
            }
            int line = 0;
            while (!file.atEnd()) {
                ++line;
                const auto match = pattern.match(QString::fromUtf8(file.readLine()));
                if (match.hasMatch()) {
                    found.append({QDir(root()).relativeFilePath(path), line, match.captured(1)});
                }
            }
        }
        return found;
    }

    /// A source without its comments and includes.
    static QString code(const QString& path)
    {
        static const QRegularExpression skipped(QStringLiteral("//[^\\n]*|#include[^\\n]*"));
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).remove(skipped) : QString();
    }

    static QString describe(const Include& include)
    {
        return QStringLiteral("%1:%2 includes %3").arg(include.file).arg(include.line).arg(include.target);
    }

private slots:
    void everyFolderHasSources()
    {
        // So that the checks below cannot pass over an empty tree.
        for (const char* folder :
            {"core/base", "core/sqlite", "core/store", "core/image", "core/audit", "ui", "app"}) {
            QVERIFY2(!sources(QString::fromLatin1(folder)).isEmpty(), folder);
        }
        QVERIFY(includes(QStringLiteral("core")).size() > 100);
    }

    void coreHasNoGui()
    {
        static const QRegularExpression gui(
            QStringLiteral("^(QtGui|QtWidgets|QtCharts|QtSvg)/"
                           "|^Q(Widget|Application|GuiApplication|MessageBox|Dialog|Pixmap|Image|"
                           "ImageReader|Painter|Color|Font|Icon|Action|Chart|ChartView|StandardItemModel)$"));
        for (const Include& include :
            includes(QStringLiteral("core")) + includes(QStringLiteral("app/cli"))) {
            QVERIFY2(!gui.match(include.target).hasMatch() && !include.target.startsWith(u"ui/"),
                qPrintable(describe(include)));
        }
    }

    void onlyOneFolderKnowsEachLibrary_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("folder");
        QTest::newRow("SQLite") << QStringLiteral("^(sqlite3\\.h|SQLiteCpp/|QtSql|QSql)")
                                << QStringLiteral("core/sqlite/");
        QTest::newRow("OpenCV") << QStringLiteral("^opencv") << QStringLiteral("core/image/");
        QTest::newRow("libduckdb") << QStringLiteral("^(duckdb\\.h|dlfcn\\.h|core/parquet/duckdb)")
                                   << QStringLiteral("core/parquet/");
        QTest::newRow("Qt Charts") << QStringLiteral("^(QtCharts|QChart|Q(Bar|Line|Pie|Scatter|Value|Spline|"
                                                     "Area)(Series|Set|Axis)|QValueAxis|QBarSet)")
                                   << QStringLiteral("ui/charts/");
    }
    void onlyOneFolderKnowsEachLibrary()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, folder);
        const QRegularExpression expression(pattern);
        int inside = 0;
        for (const Include& include : includes(QStringLiteral("core")) + includes(QStringLiteral("ui"))
                + includes(QStringLiteral("app"))) {
            if (!expression.match(include.target).hasMatch()) {
                continue;
            }
            QVERIFY2(include.file.startsWith(folder), qPrintable(describe(include)));
            ++inside;
        }
        QVERIFY2(inside > 0 || !QFileInfo::exists(root() + u'/' + folder),
            "nobody includes it: the pattern matches nothing");
    }

    void arrowsPointDown()
    {
        // Which rooms of core each room may include, beside itself.
        const QMap<QString, QStringList> allowed{
            {QStringLiteral("base"), {}},
            {QStringLiteral("domain"), {QStringLiteral("base")}},
            {QStringLiteral("sqlite"), {QStringLiteral("base")}},
            {QStringLiteral("store"),
                {QStringLiteral("base"), QStringLiteral("domain"), QStringLiteral("sqlite")}},
            {QStringLiteral("responses"),
                {QStringLiteral("base"), QStringLiteral("domain"), QStringLiteral("sqlite"),
                    QStringLiteral("store")}},
            {QStringLiteral("text"), {QStringLiteral("base"), QStringLiteral("domain")}},
            {QStringLiteral("transform"),
                {QStringLiteral("base"), QStringLiteral("domain"), QStringLiteral("text")}},
            {QStringLiteral("image"), {QStringLiteral("base"), QStringLiteral("domain")}},
            {QStringLiteral("stats"), {QStringLiteral("base")}},
            {QStringLiteral("parquet"), {QStringLiteral("base")}},
        };
        const QStringList lower{QStringLiteral("base"), QStringLiteral("domain"), QStringLiteral("sqlite"),
            QStringLiteral("store"), QStringLiteral("responses"), QStringLiteral("text"),
            QStringLiteral("transform"), QStringLiteral("image"), QStringLiteral("stats"),
            QStringLiteral("parquet")};
        for (const Include& include : includes(QStringLiteral("core"))) {
            if (!include.target.startsWith(u"core/")) {
                continue;
            }
            const QString from = include.file.section(u'/', 1, 1);
            const QString to = include.target.section(u'/', 1, 1);
            if (from == to) {
                continue;
            }
            // import, audit, curate, review, export and demo meet in the store, not each other; exporting
            // needs the dispositions that curate derives, comparing and choosing subsets its scores. Errata
            // are made of dispositions, and read files as imports do.
            const bool ok = allowed.contains(from) ? allowed.value(from).contains(to)
                                                   : lower.contains(to)
                    || ((from == u"export" || from == u"compare" || from == u"subset" || from == u"errata")
                        && to == u"curate")
                    || (from == u"errata" && to == u"import") || (from == u"export" && to == u"errata")
                    || (from == u"suite" && to != u"ui");
            QVERIFY2(ok, qPrintable(describe(include)));
        }
        const QStringList floors{QStringLiteral("models"), QStringLiteral("util"), QStringLiteral("charts"),
            QStringLiteral("widgets"), QStringLiteral("pages"), QStringLiteral("mainwindow")};
        for (const Include& include : includes(QStringLiteral("ui"))) {
            if (!include.target.startsWith(u"ui/")) {
                continue;
            }
            const qsizetype from = floors.indexOf(include.file.section(u'/', 1, 1));
            const qsizetype to = floors.indexOf(include.target.section(u'/', 1, 1));
            QVERIFY2(from >= 0 && to >= 0 && to <= from, qPrintable(describe(include)));
        }
        for (const Include& include : includes(QStringLiteral("ui/models"))) {
            QVERIFY2(!include.target.startsWith(u"QtWidgets"), qPrintable(describe(include)));
        }
    }

    void textsFromDataArePlain_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("helper");
        const QString widgets = QStringLiteral("ui/util/plainwidgets");
        QTest::newRow("tips of widgets and items") << QStringLiteral("\\bsetToolTip\\s*\\(") << widgets;
        QTest::newRow("tips shown at once") << QStringLiteral("QToolTip::(showText|hideText)") << widgets;
        QTest::newRow("labels") << QStringLiteral("\\bQLabel\\b(?!>)") << widgets;
        QTest::newRow("titles of form rows")
            << QStringLiteral("\\baddRow\\s*\\(\\s*(tr|QString|\\w+Title)\\b") << widgets;
        QTest::newRow("formats of labels")
            << QStringLiteral("\\bsetTextFormat\\b|\\bRichText\\b|\\bAutoText\\b") << widgets;
        QTest::newRow("markup") << QStringLiteral("<(p|a|b|i|br|qt|span|html|img|table|font)\\b[^\\n]*>")
                                << QStringLiteral("ui/models/plaintext");
        for (const char* sink :
            {"setWhatsThis", "WhatsThisRole", "QWhatsThis", "QMessageBox", "QErrorMessage", "QInputDialog",
                "QProgressDialog", "QSystemTrayIcon", "QStaticText", "QGraphicsTextItem", "QTextDocument",
                "QTextBrowser", "QTextEdit", "setHtml", "insertHtml", "appendHtml", "setOpenExternalLinks"}) {
            QTest::newRow(sink) << QStringLiteral("\\b%1\\b").arg(QLatin1String(sink)) << widgets;
        }
    }
    void textsFromDataArePlain()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, helper);
        const QRegularExpression refused(pattern);
        QVERIFY2(refused.isValid(), qPrintable(refused.errorString()));
        for (const QString& path : sources(QStringLiteral("ui")) + sources(QStringLiteral("app/gui"))) {
            const QString name = QDir(root()).relativeFilePath(path);
            const auto found = refused.match(code(path));
            QVERIFY2(!found.hasMatch() || name.startsWith(helper),
                qPrintable(QStringLiteral("%1 has \"%2\": texts from data go through %3.h")
                               .arg(name, found.captured().simplified(), helper)));
        }
    }

    void tipsOfModelsArePlain()
    {
        // Qt asks models for tips by a role: the statement that names it makes plain what it gives.
        static const QRegularExpression statement(QStringLiteral("[^;{}]*\\bToolTipRole\\b[^;]*;"));
        int seen = 0;
        for (const QString& path : sources(QStringLiteral("ui")) + sources(QStringLiteral("app/gui"))) {
            const QString source = code(path);
            for (auto found = statement.globalMatch(source); found.hasNext(); ++seen) {
                const QString text = found.next().captured();
                QVERIFY2(text.contains(u"plainTip("),
                    qPrintable(QDir(root()).relativeFilePath(path) + u':' + text));
            }
        }
        QVERIFY(seen > 5);
    }

    void theCommandLineLinksNoDisplay()
    {
        QProcess ldd;
        ldd.start(QStringLiteral("ldd"), {QStringLiteral(WINNOW_BIN_DIR "/winnow-cli")});
        QVERIFY(ldd.waitForFinished());
        const QString libraries = QString::fromUtf8(ldd.readAllStandardOutput());
        QVERIFY2(libraries.contains(QStringLiteral("libQt6Core")), qPrintable(libraries));
        for (const char* forbidden : {"libQt6Gui", "libQt6Widgets", "libQt6Charts"}) {
            QVERIFY2(!libraries.contains(QLatin1String(forbidden)), forbidden);
        }
    }

    void theCommandLineStartsWithFewLibraries()
    {
        // OpenCV's image files alone bring a hundred more (GDAL, databases, PDF), at every start.
        QProcess ldd;
        ldd.start(QStringLiteral("ldd"), {QStringLiteral(WINNOW_BIN_DIR "/winnow-cli")});
        QVERIFY(ldd.waitForFinished());
        const QString libraries = QString::fromUtf8(ldd.readAllStandardOutput());
        QVERIFY2(libraries.contains(QStringLiteral("libopencv_core")), qPrintable(libraries));
        for (const char* forbidden : {"libopencv_imgcodecs", "libopencv_highgui", "libgdal"}) {
            QVERIFY2(!libraries.contains(QLatin1String(forbidden)), forbidden);
        }
        constexpr qsizetype kMost = 60;
        QVERIFY2(libraries.count(u'\n') <= kMost, qPrintable(libraries));
    }

    void oneNameOneType()
    {
        // Two types of one name in different files break the one-definition rule without a word from compiler
        // or linker. The sources are formatted: what begins at the margin stands in no class or function.
        static const QRegularExpression opens(QStringLiteral("^namespace (?:([\\w:]+) )?\\{$"));
        static const QRegularExpression type(QStringLiteral(
            "^(?:class|struct|union|enum|enum class) (\\w+)(?: final)?(?: :[^;]*)?(?: \\{.*)?$"));
        QHash<QString, QString> seen;
        for (const QString& path : sources(QStringLiteral("core")) + sources(QStringLiteral("ui"))
                + sources(QStringLiteral("app"))) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QStringList names;
            while (!file.atEnd()) {
                const QString line = QString::fromUtf8(file.readLine()).chopped(1);
                if (const auto name = opens.match(line); name.hasMatch()) {
                    names.append(name.captured(1));
                } else if (line.startsWith(QLatin1String("} // namespace")) && !names.isEmpty()) {
                    names.removeLast();
                } else if (const auto found = type.match(line);
                           found.hasMatch() && !names.contains(QString())) {
                    // A namespace without a name is its file's own.
                    const QString whole
                        = QStringList(names + QStringList{found.captured(1)}).join(QStringLiteral("::"));
                    QVERIFY2(seen.value(whole, path) == path,
                        qPrintable(QStringLiteral("%1 is defined in %2 and in %3")
                                       .arg(whole, seen.value(whole), path)));
                    seen.insert(whole, path);
                }
            }
        }
        QVERIFY(seen.size() > 300);
        QVERIFY(seen.contains(QStringLiteral("winnow::DraftImage")));
    }

    void filesStaySmall()
    {
        for (const QString& folder : {QStringLiteral("core"), QStringLiteral("ui"), QStringLiteral("app")}) {
            for (const QString& path : sources(folder)) {
                QFile file(path);
                QVERIFY(file.open(QIODevice::ReadOnly));
                const qsizetype lines = file.readAll().count('\n');
                const qsizetype limit = path.endsWith(u".h") ? 300 : 800;
                QVERIFY2(lines <= limit,
                    qPrintable(
                        QStringLiteral("%1 has %2 lines, more than %3").arg(path).arg(lines).arg(limit)));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestLayering)
#include "tst_layering.moc"
