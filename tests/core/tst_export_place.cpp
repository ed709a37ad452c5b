// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash.h"
#include "core/export/exporter.h"
#include "core/export/exportnames.h"
#include "core/store/imagestore.h"
#include "core/store/ledger.h"
#include "tests/support/testproject.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <csignal>
#include <cstddef>

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace winnow;

namespace {

/// Everything below a folder: files with their bytes, links with their targets, folders.
QMap<QString, QByteArray> below(const QString& folder)
{
    QMap<QString, QByteArray> all;
    QDirIterator it(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
        QDirIterator::Subdirectories);
    while (it.hasNext()) {
        it.next();
        const QString name = it.filePath().mid(folder.size() + 1);
        if (it.fileInfo().isSymLink()) {
            all.insert(name, "link to " + it.fileInfo().symLinkTarget().toUtf8());
        } else if (it.fileInfo().isDir()) {
            all.insert(name, "folder");
        } else if (it.fileInfo().isFile()) {
            QFile file(it.filePath());
            all.insert(name, file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable"));
        } else {
            all.insert(name, "special");
        }
    }
    return all;
}

void put(const QString& path, const QByteArray& bytes)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

QJsonObject json(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

/// Exchanging two names fails from here on in this process, as on a file system that knows no exchange.
bool forbidExchange()
{
    const auto offset = [](std::size_t field) { return unsigned(field); };
    sock_filter program[]{
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offset(offsetof(seccomp_data, nr))),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_renameat2, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EINVAL),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    const sock_fprog filter{sizeof program / sizeof *program, program};
    return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0
        && ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}

/// Does something at the first report of an export.
class Meanwhile : public Progress {
public:
    explicit Meanwhile(std::function<void()> what)
        : m_what(std::move(what))
    {
    }
    bool isCancelled() const override { return false; }
    void report(qint64, qint64, const QString&) override
    {
        if (auto what = std::exchange(m_what, nullptr)) {
            what();
        }
    }

private:
    std::function<void()> m_what;
};

} // namespace

/// What an export may replace, and what it leaves alone.
class TestExportPlace : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::shared_ptr<Project> m_project;

    QString path(const QString& name) const { return m_dir->filePath(name); }
    Result<ExportResult> write(const QString& out, const QString& policy = kDefaultPolicy,
        const QString& dataset = QStringLiteral("set"), Progress* progress = nullptr)
    {
        SilentProgress silent;
        return exporterById(u"jsonl")->run(
            *m_project, {.policy = policy, .dataset = dataset}, {out}, progress ? *progress : silent);
    }
    void addImages(const QString& folder = {})
    {
        QVERIFY_RESULT(m_project->write({}, [&](sqlite::Connection& c) -> Result<int> {
            SampleWriter writer(c);
            for (int i = 0; i < 4; ++i) {
                Sample sample = *SampleStore(c).byKey(QStringLiteral("set/%1").arg(i));
                const QByteArray bytes = "picture " + QByteArray::number(i);
                ImageRef image;
                image.sha256 = sha256(bytes);
                image.format = QStringLiteral("png");
                image.source = QStringLiteral("picture.png");
                if (folder.isEmpty()) {
                    image.sha256 = *m_project->addImageBytes(bytes);
                } else {
                    image.path = folder + QStringLiteral("/%1.png").arg(i);
                    put(image.path, bytes);
                }
                image.id = ImageStore(c).put(image);
                sample.images = {image};
                writer.put(sample);
            }
            return 0;
        }));
        QVERIFY_RESULT(m_project->flushImages());
    }
    /// Nothing hidden is left beside what was written.
    QStringList leftovers() const
    {
        return QDir(m_dir->path())
                   .entryList({QStringLiteral(".*")}, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)
            + QDir(m_dir->path()).entryList({QStringLiteral("*.replaced*")}, QDir::AllEntries);
    }

private slots:
    void init()
    {
        qputenv("WINNOW_FIXED_TIME", "2026-01-01T00:00:00.000Z");
        m_dir = std::make_unique<QTemporaryDir>();
        m_project = *Project::create(path(QStringLiteral("p.winnow")));
        QVERIFY_RESULT(test::addSamples(*m_project, QStringLiteral("set"), 12, 4));
        QVERIFY_RESULT(test::addSamples(*m_project, QStringLiteral("other"), 3));
        addImages();
    }
    void cleanup() { m_project.reset(); }

    void anEarlierExportIsReplacedAsAWhole()
    {
        const QString out = path(QStringLiteral("out"));
        QVERIFY_RESULT(write(out, kDefaultPolicy, {}));
        QVERIFY(QFile::exists(out + QStringLiteral("/other.jsonl")));
        // A file that somebody took away is nobody's loss.
        QVERIFY(QFile::remove(out + QStringLiteral("/other.jsonl")));
        QVERIFY_RESULT(write(out, QStringLiteral("strict")));
        const QString fresh = path(QStringLiteral("fresh"));
        QVERIFY_RESULT(write(fresh, QStringLiteral("strict")));
        QCOMPARE(below(out), below(fresh));
        QVERIFY(!QFile::exists(out + QStringLiteral("/other.jsonl")));
        QVERIFY(QFile::exists(out + QStringLiteral("/changes.jsonl")));
        QCOMPARE(leftovers(), QStringList());
    }

    void anEmptyFolderIsTaken()
    {
        const QString out = path(QStringLiteral("empty"));
        QVERIFY(QDir().mkpath(out));
        QVERIFY(::chmod(QFile::encodeName(out).constData(), 0750) == 0);
        QVERIFY_RESULT(write(out));
        QVERIFY(QFile::exists(out + QStringLiteral("/manifest.json")));
        // It is still the folder that the user set up.
        struct stat info { };
        QVERIFY(::stat(QFile::encodeName(out).constData(), &info) == 0);
        QCOMPARE(int(info.st_mode & 07777), 0750);
        QVERIFY_RESULT(write(out, QStringLiteral("strict")));
        QVERIFY(::stat(QFile::encodeName(out).constData(), &info) == 0);
        QCOMPARE(int(info.st_mode & 07777), 0750);
        QCOMPARE(leftovers(), QStringList());
    }

    void aLinkToAFolderStaysOne()
    {
        const QString real = path(QStringLiteral("disk/real"));
        QVERIFY_RESULT(write(real));
        const QString link = path(QStringLiteral("link"));
        QVERIFY(QFile::link(real, link));
        QVERIFY_RESULT(write(link, QStringLiteral("strict")));
        QVERIFY(QFileInfo(link).isSymLink());
        QVERIFY(QFile::exists(real + QStringLiteral("/changes.jsonl")));
        QCOMPARE(leftovers(), QStringList());

        const QString nowhere = path(QStringLiteral("nowhere"));
        QVERIFY(QFile::link(path(QStringLiteral("gone")), nowhere));
        const auto refused = write(nowhere);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::WrongKind);
        QVERIFY(!QFileInfo::exists(path(QStringLiteral("gone"))));
    }

    void whatIsNotOfAnExportIsNamed_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("named");
        QTest::newRow("a file beside") << QStringLiteral("notes.txt") << QStringLiteral("notes.txt");
        QTest::newRow("the first of two") << QStringLiteral("b.txt a.txt") << QStringLiteral("a.txt");
        QTest::newRow("a hidden file") << QStringLiteral(".hidden") << QStringLiteral(".hidden");
        QTest::newRow("among the images")
            << QStringLiteral("images/set/z.png") << QStringLiteral("images/set/z.png");
        QTest::newRow("in a folder of its own") << QStringLiteral("mine/x/y") << QStringLiteral("mine");
        QTest::newRow("edited data") << QStringLiteral("set.jsonl") << QStringLiteral("set.jsonl");
        QTest::newRow("an edited image")
            << QStringLiteral("images/set/picture.png") << QStringLiteral("images/set/picture.png");
        QTest::newRow("an edited list") << QStringLiteral("images.sha256") << QStringLiteral("images.sha256");
        QTest::newRow("another manifest") << QStringLiteral("manifest.json") << QStringLiteral("images");
        QTest::newRow("an edited manifest") << QStringLiteral("edit") << QStringLiteral("manifest.json");
        QTest::newRow("an empty folder") << QStringLiteral("folder") << QStringLiteral("aaa");
        QTest::newRow("a link") << QStringLiteral("link") << QStringLiteral("aaa");
        QTest::newRow("data that became a link") << QStringLiteral("relink") << QStringLiteral("set.jsonl");
        QTest::newRow("a pipe") << QStringLiteral("pipe") << QStringLiteral("aaa");
        QTest::newRow("nothing but foreign files") << QStringLiteral("alone") << QStringLiteral("mine.txt");
    }
    void whatIsNotOfAnExportIsNamed()
    {
        QFETCH(QString, what);
        QFETCH(QString, named);
        const QString out = path(QStringLiteral("out"));
        const QString first = out + QStringLiteral("/aaa");
        if (what == u"alone") {
            put(out + QStringLiteral("/mine.txt"), "mine");
        } else {
            QVERIFY_RESULT(write(out));
            if (what == u"edit") {
                QJsonObject manifest = json(out + QStringLiteral("/manifest.json"));
                manifest.insert(QStringLiteral("note"), QStringLiteral("sent to Kim"));
                put(out + QStringLiteral("/manifest.json"), QJsonDocument(manifest).toJson());
            } else if (what == u"folder") {
                QVERIFY(QDir().mkpath(first));
            } else if (what == u"link") {
                QVERIFY(QFile::link(out + QStringLiteral("/set.jsonl"), first));
            } else if (what == u"relink") {
                QVERIFY(QFile::rename(out + QStringLiteral("/set.jsonl"), path(QStringLiteral("moved"))));
                QVERIFY(QFile::link(path(QStringLiteral("moved")), out + QStringLiteral("/set.jsonl")));
            } else if (what == u"pipe") {
                QVERIFY(::mkfifo(QFile::encodeName(first).constData(), 0600) == 0);
            } else {
                for (const QString& name : what.split(u' ')) {
                    put(out + u'/' + name, "somebody's");
                }
            }
        }
        const auto before = below(m_dir->path());
        const auto refused = write(out, QStringLiteral("strict"));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::AlreadyExists);
        QVERIFY2(refused.error().message.contains(u' ' + named), qPrintable(refused.error().message));
        QVERIFY(!refused.error().remedy.isEmpty());
        const auto databases = [](QMap<QString, QByteArray> files) {
            files.removeIf([](const auto& file) { return file.key().startsWith(u"p.winnow"); });
            return files;
        };
        QCOMPARE(databases(below(m_dir->path())), databases(before));
        // The offered subfolder takes it.
        const QString subfolder = freeSubfolder(out, QStringLiteral("p-export"));
        QVERIFY_RESULT(write(subfolder, QStringLiteral("strict")));
        QVERIFY(freeSubfolder(out, QStringLiteral("p-export")) != subfolder);
    }

    void exportsOfTheFirstVersionAreKnown()
    {
        // Without images of its own, without a seal.
        const QString out = path(QStringLiteral("out"));
        QVERIFY_RESULT(write(out, kDefaultPolicy, QStringLiteral("other")));
        QJsonObject manifest = json(out + QStringLiteral("/manifest.json"));
        QVERIFY(!manifest.take(QStringLiteral("sha256")).toString().isEmpty());
        put(out + QStringLiteral("/manifest.json"), QJsonDocument(manifest).toJson());
        QVERIFY_RESULT(write(out));
    }

    void imagesOfTheProjectStay()
    {
        const QString earlier = path(QStringLiteral("earlier"));
        QVERIFY_RESULT(write(earlier));
        // The export was imported: the images are where they are.
        m_project = *Project::create(path(QStringLiteral("second.winnow")));
        QVERIFY_RESULT(test::addSamples(*m_project, QStringLiteral("set"), 1));
        QVERIFY_RESULT(m_project->write({}, [&](sqlite::Connection& c) -> Result<int> {
            ImageRef image;
            image.sha256 = QByteArray(32, 'x');
            image.path = earlier + QStringLiteral("/images/set/picture.png");
            ImageStore(c).put(image);
            return 0;
        }));
        const auto before = below(earlier);
        const auto refused = write(earlier);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::AlreadyExists);
        QVERIFY2(refused.error().message.contains(QStringLiteral("images/set/picture.png")),
            qPrintable(refused.error().message));
        QCOMPARE(below(earlier), before);
    }

    void oneFileIsReplacedAlone()
    {
        const QString folder = path(QStringLiteral("shared"));
        put(folder + QStringLiteral("/notes.txt"), "mine");
        put(folder + QStringLiteral("/manifest.json"), "mine");
        put(folder + QStringLiteral("/set.jsonl"), "an older file of this name");
        const QString file = folder + QStringLiteral("/set.jsonl");
        const auto written = write(file, QStringLiteral("strict"));
        QVERIFY_RESULT(written);
        QCOMPARE(written->files,
            (QStringList{QStringLiteral("set.jsonl"), QStringLiteral("set.jsonl.manifest.json")}));
        auto now = below(folder);
        QCOMPARE(QStringList(now.keys()),
            (QStringList{QStringLiteral("manifest.json"), QStringLiteral("notes.txt"),
                QStringLiteral("set.jsonl"), QStringLiteral("set.jsonl.manifest.json")}));
        QCOMPARE(now.value(QStringLiteral("notes.txt")), QByteArray("mine"));
        QCOMPARE(now.value(QStringLiteral("manifest.json")), QByteArray("mine"));
        const auto hashOf
            = [&](const QString& name) { return QString::fromLatin1(sha256(now.value(name)).toHex()); };
        const QJsonObject manifest = json(file + QStringLiteral(".manifest.json"));
        QCOMPARE(manifest[QStringLiteral("files")][0][QStringLiteral("sha256")].toString(),
            hashOf(QStringLiteral("set.jsonl")));
        // The images are in the file, the changes in the manifest.
        QVERIFY(now.value(QStringLiteral("set.jsonl")).contains(QByteArray("picture 1").toBase64()));
        QCOMPARE(manifest[QStringLiteral("changes")].toArray().size(), 3);
        QCOMPARE(manifest[QStringLiteral("images")][QStringLiteral("stored")].toString(),
            QStringLiteral("embedded"));

        // Killed between the two, data and manifest do not fit; the next export mends that.
        put(file, "old data");
        QVERIFY_RESULT(write(file, QStringLiteral("strict")));
        QCOMPARE(below(folder), now);

        // Another's manifest is not ours to replace.
        put(file + QStringLiteral(".manifest.json"), "somebody's");
        now = below(folder);
        const auto refused = write(file);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::AlreadyExists);
        QVERIFY(refused.error().message.contains(QStringLiteral("set.jsonl.manifest.json")));
        QCOMPARE(below(folder), now);

        SilentProgress progress;
        const auto images = exporterById(u"jsonl")->run(*m_project,
            {.policy = kDefaultPolicy, .dataset = QStringLiteral("set")},
            {path(QStringLiteral("x.jsonl")), ExportOptions::Images::Folder}, progress);
        QVERIFY(!images);
        QCOMPARE(images.error().code, ErrorCode::InvalidInput);
        QCOMPARE(leftovers(), QStringList());
    }

    void withoutExchangeNothingIsReplaced()
    {
        const QString out = path(QStringLiteral("out"));
        QVERIFY_RESULT(write(out));
        const auto before = below(out);
        const QString project = m_project->path();
        m_project.reset();
        const QString said = path(QStringLiteral("said"));
        const pid_t child = ::fork();
        if (child == 0) {
            if (!forbidExchange()) {
                ::_exit(77);
            }
            m_project = *Project::open(project);
            const auto refused = write(out, QStringLiteral("strict"));
            const bool fine = !refused && refused.error().code == ErrorCode::Unsupported
                && !refused.error().remedy.isEmpty() && leftovers().isEmpty();
            // New and empty folders and files need no exchange.
            const bool fresh = write(path(QStringLiteral("fresh"))).has_value()
                && QDir().mkpath(path(QStringLiteral("empty"))) && write(path(QStringLiteral("empty")))
                && write(path(QStringLiteral("one.jsonl")));
            ::_exit(fine && fresh ? 0 : 1);
        }
        int status = 0;
        QVERIFY(::waitpid(child, &status, 0) == child && WIFEXITED(status));
        if (WEXITSTATUS(status) == 77) {
            QSKIP("system calls cannot be refused here");
        }
        QCOMPARE(WEXITSTATUS(status), 0);
        QCOMPARE(below(out), before);
    }

    void oneExportAtATimeIntoAPlace()
    {
        const QString out = path(QStringLiteral("out"));
        QVERIFY_RESULT(write(out));
        std::optional<Error> second;
        std::optional<Error> elsewhere;
        Meanwhile progress([&] {
            if (const auto told = write(out, QStringLiteral("strict")); !told) {
                second = told.error();
            }
            // Its staging is beside ours and leaves ours alone.
            if (const auto told = write(path(QStringLiteral("elsewhere"))); !told) {
                elsewhere = told.error();
            }
        });
        QVERIFY_RESULT(write(path(QStringLiteral("fresh")), QStringLiteral("strict")));
        // The first report comes while the folder is looked at; the second export wins then.
        const auto first = write(out, kDefaultPolicy, QStringLiteral("set"), &progress);
        QVERIFY(first.has_value() != !second.has_value());
        QVERIFY(!elsewhere);
        const auto now = below(out);
        const auto winner = below(second ? path(QStringLiteral("elsewhere")) : path(QStringLiteral("fresh")));
        QCOMPARE(now, winner);
        QCOMPARE(leftovers(), QStringList());
    }

    void anExportUnderWayIsLeftAlone()
    {
        std::optional<Error> second;
        std::optional<Error> elsewhere;
        // A new folder: the first report comes after the staging folder was taken.
        const QString out = path(QStringLiteral("new"));
        Meanwhile progress([&] {
            const auto told = write(out, QStringLiteral("strict"));
            second = told ? std::nullopt : std::optional(told.error());
            const auto other = write(path(QStringLiteral("elsewhere")));
            elsewhere = other ? std::nullopt : std::optional(other.error());
        });
        QVERIFY_RESULT(write(out, kDefaultPolicy, QStringLiteral("set"), &progress));
        QVERIFY(second);
        QCOMPARE(second->code, ErrorCode::Locked);
        QVERIFY(second->message.contains(out));
        QVERIFY(!elsewhere);
        QCOMPARE(below(out), below(path(QStringLiteral("elsewhere"))));
        QCOMPARE(leftovers(), QStringList());
    }

    void whatComesMeanwhileIsKept()
    {
        const QString out = path(QStringLiteral("out"));
        QVERIFY_RESULT(write(out));
        Meanwhile progress([&] { put(out + QStringLiteral("/late.txt"), "late"); });
        const auto refused = write(out, QStringLiteral("strict"), QStringLiteral("set"), &progress);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::AlreadyExists);
        QVERIFY(refused.error().message.contains(QStringLiteral("late.txt")));
        QVERIFY(!QFile::exists(out + QStringLiteral("/changes.jsonl")));
        QCOMPARE(leftovers(), QStringList());
    }

    void stagingOfTheDeadIsSweptUp()
    {
        const QString plain = path(QStringLiteral(".a.winnow-staging"));
        put(plain + QStringLiteral("/lock"), "");
        put(plain + QStringLiteral("/content/set.jsonl"), "half");
        const QString bare = path(QStringLiteral(".b.winnow-staging"));
        QVERIFY(QDir().mkpath(bare));
        // Killed after the exchange: the old export is there, whole, and with a file that came at the last
        // moment.
        const QString whole = path(QStringLiteral(".c.winnow-staging"));
        QVERIFY_RESULT(write(whole + QStringLiteral("/content")));
        put(whole + QStringLiteral("/lock"), "");
        put(whole + QStringLiteral("/replacing"), "");
        const QString late = path(QStringLiteral(".d.winnow-staging"));
        QVERIFY_RESULT(write(late + QStringLiteral("/content")));
        put(late + QStringLiteral("/content/late.txt"), "late");
        put(late + QStringLiteral("/lock"), "");
        put(late + QStringLiteral("/replacing"), "");
        // Not ours.
        put(path(QStringLiteral(".e.winnow-staging/file")), "mine");

        const auto written = write(path(QStringLiteral("out")));
        QVERIFY_RESULT(written);
        QCOMPARE(
            QDir(m_dir->path())
                .entryList({QStringLiteral(".*")}, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
            QStringList(QStringLiteral(".e.winnow-staging")));
        QCOMPARE(
            below(path(QStringLiteral("d.replaced"))).value(QStringLiteral("late.txt")), QByteArray("late"));
        QCOMPARE(written->notes.size(), 1);
        QVERIFY(written->notes.first().contains(QStringLiteral("d.replaced")));
    }

    void planAndRowsAreOfOneMoment()
    {
        // All is decided while the export runs; nothing of it is in it.
        Meanwhile progress([&] {
            QVector<Decision> decisions;
            QVERIFY_RESULT(m_project->write({}, [&](sqlite::Connection& c) -> Result<int> {
                for (int i = 0; i < 12; ++i) {
                    Sample sample = *SampleStore(c).byKey(QStringLiteral("set/%1").arg(i));
                    sample.question = QStringLiteral("changed");
                    SampleWriter(c).put(sample);
                    Decision decision;
                    decision.annotator = QStringLiteral("kim");
                    decision.sampleId = sample.id;
                    decision.action = Action::Drop;
                    decisions.append(decision);
                }
                return 0;
            }));
            QVERIFY_RESULT(m_project->ledger().decide(decisions));
        });
        const QString out = path(QStringLiteral("out"));
        const auto written = write(out, kDefaultPolicy, QStringLiteral("set"), &progress);
        QVERIFY_RESULT(written);
        const QByteArray rows = below(out).value(QStringLiteral("set.jsonl"));
        QCOMPARE(rows.count('\n'), 12);
        QVERIFY(!rows.contains("changed"));
        QCOMPARE(written->manifest[QStringLiteral("ledger")][QStringLiteral("events")].toInt(), 0);
    }

    void whatOnlyTheJournalHasIsExportedToo()
    {
        auto other = *Project::open(m_project->path());
        // The project is being written, so the decision waits in the journal.
        QVERIFY_RESULT(m_project->write({}, [&](sqlite::Connection& c) -> Result<int> {
            Decision decision;
            decision.annotator = QStringLiteral("kim");
            decision.sampleId = SampleStore(c).byKey(QStringLiteral("set/1"))->id;
            decision.action = Action::Drop;
            WINNOW_TRY(other->ledger().decide({decision}));
            return 0;
        }));
        const auto written = write(path(QStringLiteral("out")));
        QVERIFY_RESULT(written);
        QCOMPARE(written->manifest[QStringLiteral("ledger")][QStringLiteral("events")].toInt(), 1);
        QCOMPARE(below(path(QStringLiteral("out"))).value(QStringLiteral("set.jsonl")).count('\n'), 11);
    }

    void namesNeverCollide_data()
    {
        QTest::addColumn<QStringList>("datasets");
        QTest::addColumn<QStringList>("plain");
        const auto list = [](auto... names) { return QStringList{QString::fromUtf8(names)...}; };
        QTest::newRow("as they are") << list("ChartQA", "mmmu-pro_v1.2", "한국어")
                                     << list("ChartQA", "mmmu-pro_v1.2", "한국어");
        QTest::newRow("alone, made safe") << list("my set/v2") << list("my_set_v2");
        QTest::newRow("our own") << list("changes", "manifest", "Images", "CHANGES") << QStringList();
        QTest::newRow("case") << list("Set", "set", "SET", "other") << list("other");
        QTest::newRow("made alike") << list("a b", "a/b", "a_b", "a\tb") << QStringList();
        QTest::newRow("paths") << list("..", ".", "../../etc/passwd", "/", "~", "") << QStringList();
        QTest::newRow("dots") << list("end.", "end..", "end", ".end") << QStringList();
        QTest::newRow("composed and not") << list("caf\xc3\xa9", "cafe\xcc\x81") << QStringList();
        QTest::newRow("wide letters") << list("\xef\xbd\x81", "a") << QStringList();
        QTest::newRow("devices") << list("con", "NUL.x", "aux ") << QStringList();
        QTest::newRow("options") << list("-rf", "--help") << QStringList();
        QTest::newRow("long") << QStringList{QString(300, QChar(0xd55c)), QString(300, QChar(0xd55c)) + u'x',
            QString(5000, u'y')}
                              << QStringList();
        const QString hash = QString::fromLatin1(sha256("A").toHex().left(8));
        QTest::newRow("named like another's hash") << QStringList{QStringLiteral("a"), QStringLiteral("A"),
            QStringLiteral("A-") + hash, QStringLiteral("a-") + hash}
                                                   << QStringList();
    }
    void namesNeverCollide()
    {
        QFETCH(QStringList, datasets);
        QFETCH(QStringList, plain);
        const QStringList names = datasetFileNames(datasets);
        QCOMPARE(names.size(), datasets.size());
        QSet<QString> folded{QStringLiteral("changes"), QStringLiteral("manifest"), QStringLiteral("images")};
        static const QRegularExpression safe(QStringLiteral("^[^\\W]$|^[^\\W][\\w.-]*[\\w-]$"),
            QRegularExpression::UseUnicodePropertiesOption);
        for (const QString& name : names) {
            QVERIFY2(safe.match(name).hasMatch(), qPrintable(name));
            QVERIFY(name.toUtf8().size() < 150);
            const QString key = name.normalized(QString::NormalizationForm_KC).toCaseFolded();
            QVERIFY2(!folded.contains(key), qPrintable(names.join(u' ')));
            folded.insert(key);
        }
        for (const QString& name : plain) {
            QVERIFY2(names.contains(name), qPrintable(names.join(u' ')));
        }
        // Which gets which does not depend on the order.
        QStringList turned = datasets;
        std::reverse(turned.begin(), turned.end());
        QStringList again = datasetFileNames(turned);
        std::reverse(again.begin(), again.end());
        QCOMPARE(again, names);
    }

    void imagesNeverShareAName()
    {
        UniqueNames names;
        QSet<QString> seen;
        const auto take = [&](const QString& stem, const QByteArray& identity) {
            const QString name = names.take(stem, QStringLiteral(".png"), identity);
            QVERIFY2(!seen.contains(name.toLower()), qPrintable(name));
            seen.insert(name.toLower());
        };
        const QString hash = QString::fromLatin1(sha256("x").toHex());
        // Somebody named files after the hashes that another would get.
        for (int digits = 0; digits <= 64; digits += 8) {
            take(digits == 0 ? QStringLiteral("p") : QStringLiteral("p-") + hash.left(digits), "other");
        }
        take(QStringLiteral("P"), "x");
        take(QStringLiteral("p"), "x");
        take(QStringLiteral("p"), "x");
    }

    void aDatasetCalledChanges()
    {
        QVERIFY_RESULT(test::addSamples(*m_project, QStringLiteral("changes"), 8, 2));
        QVERIFY_RESULT(test::addSamples(*m_project, QStringLiteral("SET"), 2));
        const QString out = path(QStringLiteral("out"));
        const auto written = write(out, QStringLiteral("strict"), {});
        QVERIFY_RESULT(written);
        QHash<QString, qint64> samples;
        for (const QJsonValue& entry : written->manifest.value(QStringLiteral("files")).toArray()) {
            const QByteArray bytes = below(out).value(entry[QStringLiteral("name")].toString());
            QCOMPARE(entry[QStringLiteral("sha256")].toString(), QString::fromLatin1(sha256(bytes).toHex()));
            samples.insert(entry[QStringLiteral("dataset")].toString(), bytes.count('\n'));
        }
        QCOMPARE(samples.value(QStringLiteral("changes")), 4);
        QCOMPARE(samples.value(QStringLiteral("SET")), 2);
        QCOMPARE(samples.value(QStringLiteral("set")), 9);
        QCOMPARE(samples.value(QString()), 7); // the list of changes
        QVERIFY_RESULT(write(out, QStringLiteral("strict"), {}));
    }
};

QTEST_GUILESS_MAIN(TestExportPlace)
#include "tst_export_place.moc"
