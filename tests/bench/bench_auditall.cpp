// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every detector over a generated project with texts, the peak of its memory and a digest of its flags,
// beside a bare SQLite scan of the same rows. Questions come from templates with numbers in them and from
// words put together by chance, and some stand twice, a few of these misspelt or with another key. usage:
// bench_auditall [SAMPLES] [MODELS] [PROJECT] [DETECTOR...]; a PROJECT is kept, and audited as it is when it
// is there.

#include "core/audit/run/auditrunner.h"
#include "core/stats/random.h"
#include "core/store/datasetstore.h"
#include "core/store/responsestore.h"
#include "core/store/responsewriter.h"
#include "core/store/samplestore.h"
#include "tests/support/responserows.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <sys/resource.h>

#include <atomic>
#include <cstdio>
#include <thread>

using namespace winnow;

namespace {

double seconds(const QElapsedTimer& timer)
{
    return double(timer.nsecsElapsed()) / 1e9;
}

/// Of all threads; on a machine that others use too, steadier than the clock on the wall.
double processorSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
        + double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

/// Anonymous memory of this process, in MB.
double anonymousMemory()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly)) {
        return 0;
    }
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("RssAnon:")) {
            return line.mid(8).simplified().split(' ').first().toDouble() / 1024;
        }
    }
    return 0;
}

/// Follows the memory while it lives.
class PeakMemory {
public:
    PeakMemory()
        : m_thread([this] {
            while (!m_done) {
                m_peak = std::max(m_peak, anonymousMemory());
                std::this_thread::sleep_for(std::chrono::milliseconds(10));
            }
        })
    {
    }
    ~PeakMemory() { stop(); }
    double stop()
    {
        m_done = true;
        if (m_thread.joinable()) {
            m_thread.join();
        }
        return m_peak;
    }

private:
    std::atomic<bool> m_done{false};
    double m_peak = 0;
    std::thread m_thread;
};

class Texts {
public:
    Texts()
    {
        for (int i = 0; i < 3000; ++i) {
            m_words.push_back(word());
        }
    }

    std::string question(int number)
    {
        const std::string index = std::to_string(number);
        switch (m_random.below(4)) {
        case 0:
            return "Which of the coloured bars is the highest one in the chart of picture " + index
                + ", counted from the left side?";
        case 1:
            return "What is the total revenue of company " + index + " in " + pick() + " during the year "
                + std::to_string(1950 + m_random.below(70)) + ", according to the table?";
        case 2:
            return "Which " + pick() + " stands beside the " + pick() + " in the photo?";
        default: {
            std::string text = "Why does the";
            for (std::size_t i = 0, words = 6 + m_random.below(18); i < words; ++i) {
                text += ' ' + pick();
            }
            return text + '?';
        }
        }
    }
    std::string option() { return m_random.below(3) == 0 ? pick() + ' ' + pick() : pick(); }
    /// With one letter of a long word doubled.
    std::string misspelt(std::string text)
    {
        std::size_t run = 0;
        for (std::size_t i = 0; i < text.size(); ++i) {
            run = std::isalpha(static_cast<unsigned char>(text[i])) ? run + 1 : 0;
            if (run == 7) {
                text.insert(i, 1, text[i]);
                break;
            }
        }
        return text;
    }
    stats::Random& random() { return m_random; }

private:
    std::string word()
    {
        static constexpr std::string_view kSyllables[] = {"ba", "cor", "de", "fil", "gam", "ho", "ist", "jen",
            "ka", "lum", "mor", "ne", "or", "pel", "qui", "ras", "so", "tem", "ul", "ver"};
        std::string text;
        for (std::size_t i = 0, parts = 1 + m_random.below(4); i < parts; ++i) {
            text += kSyllables[m_random.below(std::size(kSyllables))];
        }
        return text;
    }
    const std::string& pick()
    {
        // The frequent words are far more frequent than the others.
        const std::size_t at = m_random.below(m_words.size());
        return m_words[at * at / m_words.size()];
    }

    stats::Random m_random{5};
    std::vector<std::string> m_words;
};

void addSamples(sqlite::Connection& connection, DatasetId dataset, int samples, std::vector<SampleId>& ids,
    std::vector<int>& golds)
{
    struct Drawn {
        std::string question;
        std::vector<std::string> options;
    };
    Texts texts;
    std::vector<Drawn> recent;
    SampleWriter writer(connection);
    const char* letters[] = {"A", "B", "C", "D"};
    for (int i = 0; i < samples; ++i) {
        Drawn drawn;
        if (i > 100 && i % 40 == 0) {
            drawn = recent[texts.random().below(recent.size())];
            if (i % 80 == 0) {
                drawn.question = texts.misspelt(drawn.question);
            }
        } else {
            drawn.question = texts.question(i);
            for (int o = 0; i % 10 != 0 && o < 4; ++o) {
                drawn.options.push_back(texts.option());
            }
            recent.push_back(drawn);
        }
        golds.push_back(drawn.options.empty() ? -1 : int(texts.random().below(4)));
        const std::string gold = golds.back() < 0 ? texts.option() : letters[golds.back()];
        ids.push_back(writer.addRaw(dataset, std::to_string(i), i, "test", "chart", "", drawn.question, "",
            gold, "", "", QByteArray(32, 'h'), {drawn.options.begin(), drawn.options.end()}));
    }
}

Result<bool> fill(Project& project, int samples, int models)
{
    return project.write({}, [&](sqlite::Connection& c) -> Result<bool> {
        const DatasetId dataset = DatasetStore(c).upsert(
            {.id = {}, .name = QStringLiteral("bench"), .sourcePath = {}, .sourceHash = {}, .format = {}});
        std::vector<SampleId> ids;
        std::vector<int> golds;
        addSamples(c, dataset, samples, ids, golds);
        ResponseStore store(c);
        ResponseWriter responses(c);
        stats::Random random(11);
        const char* letters[] = {"A", "B", "C", "D"};
        for (int m = 0; m < models; ++m) {
            const ModelId model = store.upsertModel(
                QStringLiteral("Model-%1").arg(m), QStringLiteral("family-%1").arg(m / 3));
            const Condition condition = m % 3 == 2 ? Condition::Blind : Condition::Standard;
            const RunId run = store.upsertRun(dataset, model, condition, {}, {}, {});
            const quint64 ability = condition == Condition::Blind ? 25 : quint64(40 + m);
            for (std::size_t i = 0; i < ids.size(); ++i) {
                const bool right = random.next() % 100 < ability;
                const int gold = std::max(golds[i], 0);
                const int answer = right ? gold : int((gold + 1 + int(random.next() % 3)) % 4);
                responses.addRaw(run, ids[i], 0, 0, right ? 1.0 : 0.0,
                    golds[i] < 0 ? std::to_string(answer) : letters[answer], {});
            }
        }
        responses.finish();
        return true;
    });
}

/// Same flags, same digest: what was raised for which sample, how sure and why.
QByteArray flagDigest(const Project& project, qint64& count)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto read = project.read([&](sqlite::Connection& c) {
        sqlite::Statement query(c,
            QStringLiteral("SELECT detector, kind, sample_id, score, evidence FROM flags WHERE active"
                           " ORDER BY detector, kind, sample_id, evidence"));
        while (query.step()) {
            ++count;
            for (const int column : {0, 1, 2, 4}) {
                const auto text = query.utf8(column);
                hash.addData(QByteArrayView(text.data(), qsizetype(text.size())));
                hash.addData(QByteArrayView("\x1f", 1));
            }
            const double score = query.real(3);
            hash.addData(QByteArrayView(reinterpret_cast<const char*>(&score), sizeof score));
        }
        return true;
    });
    return read ? hash.result().toHex().left(16) : QByteArray("none");
}

double scanSeconds(Project& project)
{
    double least = 1e9;
    const auto rows = test::askRows(project, [&](sqlite::Connection& c) {
        qint64 sum = 0;
        for (int round = 0; round < 2; ++round) {
            QElapsedTimer timer;
            double taken = 0;
            for (const char* const sql :
                {"SELECT run_id, sample_id, shift, attempt, score, answer FROM responses",
                    "SELECT id, source_index, question, hint, gold FROM samples",
                    "SELECT sample_id, position, text FROM options"}) {
                sqlite::Statement query(c, QString::fromLatin1(sql));
                timer.start();
                while (query.step()) {
                    sum += query.integer(0) + qint64(query.utf8(2).size());
                }
                taken += seconds(timer);
            }
            least = std::min(least, taken);
        }
        return sum;
    });
    return rows ? least : 0;
}

} // namespace

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    const int samples = argc > 1 ? QByteArray(argv[1]).toInt() : 200000;
    const int models = argc > 2 ? QByteArray(argv[2]).toInt() : 27;
    QTemporaryDir folder;
    const QString path
        = argc > 3 ? QString::fromLocal8Bit(argv[3]) : folder.filePath(QStringLiteral("bench.winnow"));
    const bool kept = QFileInfo::exists(path);
    auto project = kept ? Project::open(path) : Project::create(path);
    if (!project) {
        std::fprintf(stderr, "%s\n", qPrintable(project.error().text()));
        return 1;
    }
    if (!kept) {
        if (auto filled = fill(**project, samples, models); !filled) {
            std::fprintf(stderr, "%s\n", qPrintable(filled.error().text()));
            return 1;
        }
    }
    std::printf("%d samples x %d models\n", samples, models);
    const double scan = scanSeconds(**project);
    AuditRequest request;
    for (int i = 4; i < argc; ++i) {
        request.detectors.append(QString::fromLocal8Bit(argv[i]));
    }
    SilentProgress progress;
    QElapsedTimer timer;
    const double before = anonymousMemory();
    PeakMemory peak;
    const double processorBefore = processorSeconds();
    timer.start();
    const auto report = AuditRunner(**project).run(request, progress);
    const double all = seconds(timer);
    const double processor = processorSeconds() - processorBefore;
    const double memory = peak.stop();
    if (!report) {
        std::fprintf(stderr, "%s\n", qPrintable(report.error().text()));
        return 1;
    }
    double detectors = 0;
    for (const DetectorOutcome& outcome : report->outcomes) {
        qint64 flags = 0;
        for (const qint64 count : outcome.byKind) {
            flags += count;
        }
        detectors += outcome.seconds;
        if (outcome.state != DetectorOutcome::State::Unmet) {
            std::printf("  %-28s %8.2f s %9lld flags\n", qPrintable(outcome.detector), outcome.seconds,
                static_cast<long long>(flags));
        }
    }
    qint64 flags = 0;
    const QByteArray digest = flagDigest(**project, flags);
    std::printf(
        "load, run all of them, store their flags %8.2f s; bare scan of the same rows %.2f s, ratio %.2f\n",
        all, scan, all / scan);
    std::printf("processor time %.2f s; the detectors themselves %.2f s, added up over the threads\n",
        processor, detectors);
    std::printf("peak of anonymous memory %.0f MB (%.0f MB before)\n", memory, before);
    std::printf("%lld flags, digest %s\n", static_cast<long long>(flags), digest.constData());
    return 0;
}
