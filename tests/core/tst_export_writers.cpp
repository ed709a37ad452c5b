// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/hash.h"
#include "core/base/sha256.h"
#include "core/export/appendtext.h"
#include "core/export/exporter.h"
#include "core/store/samplescan.h"
#include "core/store/samplestore.h"
#include "tests/support/testproject.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

using namespace winnow;

namespace {

/// Two files a dataset, one of them binary, in a folder: what a writer may be that is not lines of text.
class TreeWriter final : public ExportWriter {
    Result<> open(StagedFiles& files, const QString& name, const ExportLayout&) override
    {
        for (const char* part : {"ids.bin", "gold/all.txt"}) {
            auto file = files.open(name + u'/' + QLatin1String(part));
            if (!file) {
                return tl::unexpected<Error>(file.error());
            }
            m_files.push_back(*std::move(file));
        }
        return {};
    }
    Result<> row(const ExportRecord& record) override
    {
        const auto id = quint32(record.sample.position);
        WINNOW_TRY(m_files[0]->write(QByteArray(reinterpret_cast<const char*>(&id), sizeof id)));
        return m_files[1]->write(record.row.gold.toUtf8() + '\n');
    }
    Result<QVector<StagedFile::Written>> close() override
    {
        QVector<StagedFile::Written> all;
        for (const auto& file : m_files) {
            auto written = file->close();
            if (!written) {
                return tl::unexpected<Error>(written.error());
            }
            all.append(*written);
        }
        return all;
    }

    std::vector<std::unique_ptr<StagedFile>> m_files;
};

class TreeExporter final : public Exporter {
public:
    ExporterInfo info() const override
    {
        return {QStringLiteral("tree"), QStringLiteral("A tree"), {}, {}, {ExportOptions::Images::Folder}};
    }
    std::unique_ptr<ExportWriter> writer() const override { return std::make_unique<TreeWriter>(); }
    bool isOwnColumn(const QString&, const ExportLayout&) const override { return false; }
};

} // namespace

/// What formats are made of: writers over staged files, the texts they append, the reader that feeds them.
class TestExportWriters : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    std::shared_ptr<Project> m_project;
    QVector<SampleId> m_ids;

    static QByteArray byQt(const QJsonValue& value)
    {
        const QByteArray text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
        return text.mid(1, text.size() - 2);
    }
    static QString toText(const Sample& s)
    {
        QStringList images;
        for (const ImageRef& image : s.images) {
            images.append(image.source + u':' + QString::number(image.id.value) + imageStateId(image.state));
        }
        QStringList rotations;
        for (const Rotation& rotation : s.rotations) {
            rotations.append(rotation.sourceIndex + rotation.permutation + rotation.gold
                + QString::number(rotation.shift));
        }
        const QString extra = QString::fromUtf8(QJsonDocument(s.extra).toJson());
        return QStringList{s.key(), QString::number(s.position), s.split, s.capability, s.category,
            s.question, s.hint, s.gold, s.acceptedAnswers.join(u'|'), s.options.join(u'|'), images.join(u'|'),
            rotations.join(u'|'), extra, QString::fromLatin1(s.contentHash.toHex())}
            .join(u'\n');
    }

private slots:
    void init()
    {
        static int count = 0;
        m_project = *Project::create(m_dir.filePath(QStringLiteral("%1.winnow").arg(++count)));
        auto ids = test::addSamples(*m_project, QStringLiteral("set"), 60);
        QVERIFY_RESULT(ids);
        m_ids = *ids;
    }

    void jsonIsWhatQtWrites()
    {
        QString all;
        for (int unit = 0; unit < 0x10000; ++unit) {
            // Every unit once, surrogates without their other half included.
            all += QChar(char16_t(unit));
            all += u'x';
        }
        all += QStringLiteral("\U0001F600\U0010FFFF한국어");
        // Pairs on both sides of where pieces end.
        for (int before = 4090; before < 4100; ++before) {
            const QString text = QString(before, u'y') + QStringLiteral("\U0001F600") + all.left(300);
            QByteArray out("before");
            appendJsonString(out, text);
            QCOMPARE(out, QByteArray("before") + byQt(text));
        }
        QByteArray out;
        appendJsonString(out, all);
        QCOMPARE(out, byQt(all));
        const QStringList list{QString(), all.mid(100, 90), QStringLiteral("z")};
        QByteArray listed;
        appendJsonList(listed, list);
        appendJsonList(listed, {});
        QCOMPARE(listed, byQt(QJsonArray::fromStringList(list)) + "[]");
    }

    void hashesAreWhatQtSays()
    {
        QByteArray bytes;
        for (int size = 0; size < 300; ++size) {
            const QByteArray expected = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
            QCOMPARE(sha256(bytes), expected);
            // In pieces, some of them empty.
            Sha256 hash;
            for (qsizetype at = 0, piece = 0; at < bytes.size(); at += piece, piece = (3 * piece + 1) % 131) {
                hash.addData(QByteArrayView(bytes).sliced(at, std::min(piece, bytes.size() - at)));
            }
            QCOMPARE(hash.result(), expected);
            bytes += char(7 * size);
        }
    }

    void quotesAreDoubled()
    {
        for (const QString& text : {QString(), QStringLiteral("plain"), QStringLiteral("\"a\"\"b"),
                 QStringLiteral("한\"국"), QString(QChar(u'\xd800'))}) {
            QByteArray out("x");
            appendDoubling(out, text, '"');
            QCOMPARE(out, 'x' + QString(text).replace(u'"', QStringLiteral("\"\"")).toUtf8());
        }
    }

    void aTreeIsWrittenProvedAndReplaced()
    {
        const QString out = m_dir.filePath(QStringLiteral("tree"));
        SilentProgress progress;
        for (int round = 0; round < 2; ++round) {
            const auto result = TreeExporter().run(*m_project, {.policy = kDefaultPolicy}, {out}, progress);
            QVERIFY_RESULT(result);
            QCOMPARE(result->files,
                (QStringList{QStringLiteral("set/ids.bin"), QStringLiteral("set/gold/all.txt"),
                    QStringLiteral("manifest.json")}));
            const QJsonArray files = result->manifest.value(QLatin1String("files")).toArray();
            QCOMPARE(files.at(0)[QLatin1String("rows")].toInt(), 60);
            QCOMPARE(files.at(0)[QLatin1String("bytes")].toInt(), 240);
            QCOMPARE(files.at(1)[QLatin1String("dataset")].toString(), QStringLiteral("set"));
        }
        QFile ids(out + QStringLiteral("/set/ids.bin"));
        QVERIFY(ids.open(QIODevice::ReadWrite));
        QCOMPARE(ids.read(8), QByteArray("\0\0\0\0\1\0\0\0", 8));
        ids.write("changed");
        ids.close();
        const auto refused = TreeExporter().run(*m_project, {.policy = kDefaultPolicy}, {out}, progress);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::AlreadyExists);
        QVERIFY(refused.error().message.contains(QStringLiteral("set/ids.bin")));
    }

    /// In whatever order samples are asked for, one again, some left out, one that is not there.
    void theReaderReadsWhatTheStoreReads()
    {
        QVERIFY_RESULT(m_project->write({}, [&](sqlite::Connection& c) -> Result<int> {
            SampleWriter writer(c);
            for (int i = 0; i < 60; i += 7) {
                Sample sample = *SampleStore(c).byId(m_ids.at(i));
                sample.hint = QStringLiteral("hint %1").arg(i);
                sample.acceptedAnswers = {QStringLiteral("one"), QStringLiteral("two")};
                sample.extra = {{QStringLiteral("level"), i}};
                ImageRef missing;
                missing.source = QStringLiteral("gone%1.png").arg(i);
                missing.state = ImageState::Missing;
                sample.images = {missing, missing};
                writer.put(sample);
                writer.setRotations(sample.id,
                    {{0, QStringLiteral("r%1").arg(i), QStringLiteral("ABCD"), QStringLiteral("A")},
                        {1, QStringLiteral("s%1").arg(i), QStringLiteral("BCDA"), QStringLiteral("D")}});
            }
            return 0;
        }));
        QVector<int> order;
        for (int i = 0; i < 60; ++i) {
            order.append(i);
        }
        for (int i : {59, 59, 0, 30, 29, 28, 58, 7, 7, 14, 0, 49}) {
            order.append(i);
        }
        const auto same = m_project->read([&](sqlite::Connection& c) -> Result<QStringList> {
            SampleScan reader(c);
            SampleStore store(c);
            QStringList wrong;
            for (int i : std::as_const(order)) {
                const auto read = reader.read(m_ids.at(i));
                if (!read || toText(*read) != toText(*store.byId(m_ids.at(i)))) {
                    wrong.append(QString::number(i));
                }
            }
            if (reader.read(SampleId{1'000'000}) || !reader.read(m_ids.first())) {
                wrong.append(QStringLiteral("not there"));
            }
            return wrong;
        });
        QVERIFY_RESULT(same);
        QCOMPARE(*same, QStringList());
    }
};

QTEST_GUILESS_MAIN(TestExportWriters)
#include "tst_export_writers.moc"
