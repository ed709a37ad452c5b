// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/writedemo.h"
#include "core/export/exporter.h"
#include "core/store/samplestore.h"
#include "tests/support/subsets.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace winnow;

namespace {

QStringList filesBelow(const QString& folder)
{
    QStringList files;
    QDirIterator it(
        folder, QDir::Files | QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        files.append(QDir(folder).relativeFilePath(it.next()));
    }
    files.sort();
    return files;
}

/// No file of this process may grow beyond `bytes` while this lives: a full disk for one process.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limited = m_before;
        limited.rlim_cur = bytes;
        setrlimit(RLIMIT_FSIZE, &limited);
    }
    ~FileSizeLimit()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }

private:
    rlimit m_before{};
    void (*m_handler)(int) = nullptr;
};

/// Cancels after a number of looks.
class CancelAfter : public Progress {
public:
    explicit CancelAfter(int looks)
        : m_left(looks)
    {
    }
    bool isCancelled() const override { return --m_left < 0; }
    void report(qint64, qint64, const QString&) override { }

private:
    mutable int m_left;
};

} // namespace

class ExportErrorsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::shared_ptr<Project> m_project;

    Result<ExportResult> run(
        const QString& format, const QString& out, ExportOptions::Images images, Progress& progress)
    {
        return exporterById(format)->run(*m_project, {.policy = kDefaultPolicy}, {out, images}, progress);
    }

private slots:
    void initTestCase()
    {
        auto project = Project::create(m_folder.filePath(QStringLiteral("demo.winnow")));
        QVERIFY(project);
        m_project = *project;
        DemoOptions options;
        options.samples = 180;
        options.models = 1;
        SilentProgress progress;
        const auto demo = DemoBenchmark::generate(options);
        QVERIFY(demo);
        QVERIFY(writeDemo(*m_project, *demo, progress));
    }

    void aFullDiskLeavesNothing_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<bool>("embedded");
        QTest::newRow("jsonl embedded") << "jsonl" << true;
        QTest::newRow("tsv embedded") << "vlmevalkit_tsv" << true;
        QTest::newRow("jsonl with images") << "jsonl" << false;
    }

    void aFullDiskLeavesNothing()
    {
        QFETCH(QString, format);
        QFETCH(bool, embedded);
        const auto images = embedded ? ExportOptions::Images::Embedded : ExportOptions::Images::Folder;
        const QString fresh = m_folder.filePath(QStringLiteral("fresh"));
        const QString used = m_folder.filePath(QStringLiteral("used"));
        SilentProgress progress;
        QVERIFY(run(format, used, images, progress));
        QFile kept(used + QStringLiteral("/manifest.json"));
        QVERIFY(kept.open(QIODevice::ReadOnly));
        const QByteArray manifest = kept.readAll();
        const QStringList before = filesBelow(used);
        for (const QString& out : {fresh, used}) {
            for (const rlim_t limit : {0, 100, 5000, 12000}) {
                const FileSizeLimit full(limit);
                const auto result = run(format, out, images, progress);
                QVERIFY(!result);
                QCOMPARE(result.error().code, ErrorCode::DiskFull);
                QVERIFY(!result.error().remedy.isEmpty());
            }
        }
        QVERIFY2(!QFileInfo::exists(fresh), qPrintable(filesBelow(fresh).join(u' ')));
        QCOMPARE(filesBelow(used), before);
        QCOMPARE(
            QDir(m_folder.path()).entryList({QStringLiteral(".*staging*")}, QDir::AllEntries | QDir::Hidden),
            QStringList());
        kept.seek(0);
        QCOMPARE(kept.readAll(), manifest);
        QVERIFY(QDir(used).removeRecursively());
    }

    void cancelledAtAnyPointLeavesNothing()
    {
        const QString out = m_folder.filePath(QStringLiteral("cancelled/deep/er"));
        int cancelled = 0;
        for (int looks = 0; looks < 2000; looks = looks * 2 + 1) {
            CancelAfter progress(looks);
            const auto result = run(QStringLiteral("jsonl"), out, ExportOptions::Images::Folder, progress);
            if (result) {
                break;
            }
            QCOMPARE(result.error().code, ErrorCode::Cancelled);
            QVERIFY2(!QFileInfo::exists(out), qPrintable(QString::number(looks)));
            ++cancelled;
        }
        QVERIFY(cancelled > 5);
        const auto exports = m_project->read(
            [](sqlite::Connection& c) { return c.integer(QStringLiteral("SELECT count(*) FROM exports")); });
        SilentProgress progress;
        QVERIFY(run(QStringLiteral("jsonl"), out, ExportOptions::Images::Folder, progress));
        const auto after = m_project->read(
            [](sqlite::Connection& c) { return c.integer(QStringLiteral("SELECT count(*) FROM exports")); });
        QCOMPARE(*after, *exports + 1);
    }

    void wrongPlacesAreRefused()
    {
        SilentProgress progress;
        QFile file(m_folder.filePath(QStringLiteral("a file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("precious");
        file.close();
        const auto onFile
            = run(QStringLiteral("jsonl"), file.fileName(), ExportOptions::Images::Folder, progress);
        QVERIFY(!onFile);
        QVERIFY(onFile.error().message.contains(file.fileName()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("precious"));
        QVERIFY(!run(QStringLiteral("jsonl"), QStringLiteral("/proc/nowhere/out"),
            ExportOptions::Images::Folder, progress));
        QVERIFY(!run(
            QStringLiteral("jsonl"), QStringLiteral("/dev/full"), ExportOptions::Images::Folder, progress));
        QVERIFY(!run(QStringLiteral("jsonl"), QString(), ExportOptions::Images::Folder, progress));
        // Nine datasets do not fit under one name.
        const auto single = run(QStringLiteral("jsonl"), m_folder.filePath(QStringLiteral("all.jsonl")),
            ExportOptions::Images::Embedded, progress);
        QVERIFY(!single);
        QCOMPARE(single.error().code, ErrorCode::InvalidInput);
        QVERIFY(!exporterById(u"nonsense"));
        for (const ExportSelection& unknown : {ExportSelection{.policy = QStringLiteral("nonsense")},
                 ExportSelection{.policy = kDefaultPolicy, .subset = QStringLiteral("nonsense")},
                 ExportSelection{.policy = kDefaultPolicy, .dataset = QStringLiteral("nonsense")}}) {
            const QString out = m_folder.filePath(QStringLiteral("unknown"));
            const auto result = exporterById(u"jsonl")->run(*m_project, unknown, {out}, progress);
            QVERIFY(!result);
            QCOMPARE(result.error().code, ErrorCode::NotFound);
            QVERIFY(!QFileInfo::exists(out));
        }
    }

    void anUnknownSubsetNamesThoseThereAre()
    {
        const QTemporaryDir folder;
        auto project = Project::create(folder.filePath(QStringLiteral("p.winnow")));
        QVERIFY(project);
        const ExportSelection selection{.policy = kDefaultPolicy, .subset = QStringLiteral("nonsense")};
        const auto none = ExportPlan::make(**project, selection);
        QVERIFY(!none);
        QCOMPARE(none.error().remedy, QStringLiteral("The project has no subsets yet"));
        QVERIFY(test::putSubset(**project, QStringLiteral("core"), {}));
        QVERIFY(test::putSubset(**project, QStringLiteral("a half"), {}));
        const auto some = ExportPlan::make(**project, selection);
        QVERIFY(!some);
        QCOMPARE(some.error().code, ErrorCode::NotFound);
        QCOMPARE(some.error().remedy, QStringLiteral("The subsets are a half, core"));
    }

    void anotherFileBesideIsLeftAlone()
    {
        SilentProgress progress;
        const QString out = m_folder.filePath(QStringLiteral("shared"));
        QVERIFY(QDir().mkpath(out));
        QFile own(out + QStringLiteral("/notes.txt"));
        QVERIFY(own.open(QIODevice::WriteOnly));
        own.write("mine");
        own.close();
        const auto written
            = exporterById(u"vlmevalkit_tsv")
                  ->run(*m_project, {.policy = kDefaultPolicy, .dataset = QStringLiteral("demo-math")},
                      {out + QStringLiteral("/Math_Clean.tsv")}, progress);
        QVERIFY(written);
        QCOMPARE(filesBelow(out),
            (QStringList{QStringLiteral("Math_Clean.tsv"), QStringLiteral("Math_Clean.tsv.manifest.json"),
                QStringLiteral("notes.txt")}));
    }
};

QTEST_GUILESS_MAIN(ExportErrorsTest)
#include "tst_export_errors.moc"
