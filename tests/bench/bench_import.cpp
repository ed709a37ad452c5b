// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Importing JSON Lines against a bare loop of simdjson and prepared statements that makes the same inserts
// (DESIGN.md section 6: at most 2x). usage: bench_import [SAMPLES]

#include "core/import/importjob.h"
#include "core/store/datasetstore.h"
#include "core/store/responsestore.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <simdjson.h>
#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <unordered_map>

using namespace winnow;
namespace ondemand = simdjson::ondemand;

namespace {

[[noreturn]] void die(const Error& error)
{
    std::fprintf(stderr, "%s\n", qPrintable(error.text()));
    std::exit(1);
}

/// Wall and processor time of one piece of work; the second tells more on a busy machine.
struct Cost {
    double wall = 0;
    double processor = 0;
};

template <typename Work> Cost measure(Work&& work)
{
    QElapsedTimer timer;
    const std::clock_t before = std::clock();
    timer.start();
    work();
    return {double(timer.nsecsElapsed()) / 1e9, double(std::clock() - before) / CLOCKS_PER_SEC};
}

std::shared_ptr<Project> newProject(const QTemporaryDir& folder, const char* name)
{
    auto project = Project::create(folder.filePath(QString::fromLatin1(name)));
    if (!project) {
        die(project.error());
    }
    return *project;
}

QString writeSamples(const QTemporaryDir& folder, int count)
{
    static const char* const kColours[]
        = {"red", "green", "blue", "yellow", "purple", "orange", "grey", "black"};
    static const char* const kShapes[] = {"square", "circle", "triangle", "star", "arrow", "cross", "ring"};
    QFile file(folder.filePath(QStringLiteral("samples.jsonl")));
    if (!file.open(QIODevice::WriteOnly)) {
        std::exit(1);
    }
    std::string block;
    for (int i = 0; i < count; ++i) {
        block += "{\"id\": \"q" + std::to_string(i) + "\", \"question\": \"How many " + kColours[i % 8] + " "
            + kShapes[i % 7] + "s stand left of the " + kColours[(i / 8) % 8] + " " + kShapes[(i / 7) % 7]
            + " in picture " + std::to_string(i) + "?\", \"options\": [\"" + std::to_string(i % 13)
            + " of them\", \"" + kColours[i % 5] + " ones only\", \"none of the " + kShapes[i % 3]
            + "s\", \"all but " + std::to_string(i % 31) + "\"], \"answer\": \"" + char('A' + i % 4)
            + "\", \"category\": \"" + kShapes[i % 7] + "\"}\n";
        if (block.size() > (1 << 20)) {
            file.write(block.data(), qint64(block.size()));
            block.clear();
        }
    }
    file.write(block.data(), qint64(block.size()));
    return file.fileName();
}

QString writeResponses(const QTemporaryDir& folder, int count)
{
    QFile file(folder.filePath(QStringLiteral("responses.jsonl")));
    if (!file.open(QIODevice::WriteOnly)) {
        std::exit(1);
    }
    std::string block;
    for (int i = 0; i < count; ++i) {
        const char letter = char('A' + (i * 7) % 4);
        block += "{\"id\": \"q" + std::to_string(i)
            + "\", \"model\": \"bench-7b\", \"response\": \"The answer is (" + std::string(1, letter)
            + ").\", \"prediction\": \"" + letter
            + "\", \"correct\": " + (letter == 'A' + i % 4 ? "true" : "false") + "}\n";
        if (block.size() > (1 << 20)) {
            file.write(block.data(), qint64(block.size()));
            block.clear();
        }
    }
    file.write(block.data(), qint64(block.size()));
    return file.fileName();
}

/// A prepared statement with nothing around it.
struct Bare {
    sqlite3_stmt* statement = nullptr;
    Bare(sqlite3* database, const char* sql) { sqlite3_prepare_v2(database, sql, -1, &statement, nullptr); }
    ~Bare() { sqlite3_finalize(statement); }
    Bare(const Bare&) = delete;
    Bare& operator=(const Bare&) = delete;
    void text(int at, std::string_view value)
    {
        sqlite3_bind_text(statement, at, value.data(), int(value.size()), SQLITE_STATIC);
    }
    void run()
    {
        if (sqlite3_step(statement) != SQLITE_DONE) {
            std::fprintf(stderr, "bare loop: %s\n", sqlite3_errmsg(sqlite3_db_handle(statement)));
            std::exit(1);
        }
        sqlite3_reset(statement);
    }
};

template <typename Line> void eachLine(const QString& path, Line&& line)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        std::exit(1);
    }
    std::string buffer;
    size_t begin = 0;
    while (true) {
        const size_t end = buffer.find('\n', begin);
        if (end != std::string::npos) {
            line(buffer.data() + begin, end - begin, buffer.size() - begin);
            begin = end + 1;
            continue;
        }
        buffer.erase(0, begin);
        begin = 0;
        const QByteArray block = file.read(1 << 20);
        if (block.isEmpty()) {
            return;
        }
        while (!buffer.empty() && buffer.back() == '\0') {
            buffer.pop_back();
        }
        buffer.append(block.constData(), size_t(block.size()));
        buffer.append(simdjson::SIMDJSON_PADDING, '\0');
    }
}

void bareSamples(Project& project, const QString& path)
{
    const auto done = project.write({}, [&](sqlite::Connection& connection) -> Result<int> {
        auto* database = static_cast<sqlite3*>(connection.handle());
        const DatasetId dataset = DatasetStore(connection)
                                      .upsert({.id = {},
                                          .name = QStringLiteral("bench"),
                                          .sourcePath = {},
                                          .sourceHash = {},
                                          .format = {}});
        Bare sample(database,
            "INSERT INTO samples(dataset_id, source_index, position, split, capability, category, "
            "option_count, question,"
            " hint, gold, accepted, extra, content_hash) VALUES(?,?,?,'','',?,?,?,'',?,'','',?)");
        Bare option(database, "INSERT INTO options(sample_id, position, text) VALUES(?,?,?)");
        Bare search(database, "INSERT INTO samples_fts(rowid, question, options, gold) VALUES(?,?,?,?)");
        const std::string hash(32, 'h');
        ondemand::parser parser;
        std::string joined;
        qint64 position = 0;
        eachLine(path, [&](const char* data, size_t size, size_t capacity) {
            auto document = parser.iterate(data, size, capacity).value();
            auto object = document.get_object().value();
            const std::string_view id = object["id"].get_string().value();
            const std::string_view question = object["question"].get_string().value();
            std::string_view options[4];
            int count = 0;
            for (auto each : object["options"].get_array().value()) {
                options[count++] = each.get_string().value();
            }
            const std::string_view gold = object["answer"].get_string().value();
            const std::string_view category = object["category"].get_string().value();
            sqlite3_bind_int64(sample.statement, 1, dataset.value);
            sample.text(2, id);
            sqlite3_bind_int64(sample.statement, 3, position++);
            sample.text(4, category);
            sqlite3_bind_int(sample.statement, 5, count);
            sample.text(6, question);
            sample.text(7, gold);
            sqlite3_bind_blob(sample.statement, 8, hash.data(), 32, SQLITE_STATIC);
            sample.run();
            const qint64 row = sqlite3_last_insert_rowid(database);
            joined.clear();
            for (int i = 0; i < count; ++i) {
                sqlite3_bind_int64(option.statement, 1, row);
                sqlite3_bind_int(option.statement, 2, i);
                option.text(3, options[i]);
                option.run();
                joined.append(options[i]).append(" ");
            }
            sqlite3_bind_int64(search.statement, 1, row);
            search.text(2, question);
            search.text(3, joined);
            search.text(4, gold);
            search.run();
        });
        return 0;
    });
    if (!done) {
        die(done.error());
    }
}

void bareResponses(Project& project, const QString& path)
{
    const auto done = project.write({}, [&](sqlite::Connection& connection) -> Result<int> {
        auto* database = static_cast<sqlite3*>(connection.handle());
        ResponseStore store(connection);
        const ModelId model = store.upsertModel(QStringLiteral("bench-7b"), QStringLiteral("bench"));
        const auto dataset = DatasetStore(connection).byName(QStringLiteral("bench"));
        const RunId run = store.upsertRun(dataset->id, model, Condition::Standard, {}, path, {});
        std::unordered_map<std::string, qint64> ids;
        Bare rows(database, "SELECT source_index, id FROM samples");
        while (sqlite3_step(rows.statement) == SQLITE_ROW) {
            ids.emplace(reinterpret_cast<const char*>(sqlite3_column_text(rows.statement, 0)),
                sqlite3_column_int64(rows.statement, 1));
        }
        sqlite3_reset(rows.statement);
        sqlite3_exec(database,
            "CREATE TABLE bare_responses(run_id INT, sample_id INT, score REAL, answer TEXT,"
            " PRIMARY KEY(run_id, sample_id)) WITHOUT ROWID; CREATE TABLE bare_texts(run_id INT, sample_id "
            "INT,"
            " text TEXT, PRIMARY KEY(run_id, sample_id)) WITHOUT ROWID",
            nullptr, nullptr, nullptr);
        Bare insert(database, "INSERT INTO bare_responses(run_id, sample_id, score, answer) VALUES(?,?,?,?)");
        Bare details(database, "INSERT INTO bare_texts(run_id, sample_id, text) VALUES(?,?,?)");
        ondemand::parser parser;
        eachLine(path, [&](const char* data, size_t size, size_t capacity) {
            auto document = parser.iterate(data, size, capacity).value();
            auto object = document.get_object().value();
            const auto id = ids.find(std::string(object["id"].get_string().value()));
            (void)object["model"].get_string().value();
            const std::string_view text = object["response"].get_string().value();
            const std::string_view answer = object["prediction"].get_string().value();
            const bool correct = object["correct"].get_bool().value();
            sqlite3_bind_int64(insert.statement, 1, run.value);
            sqlite3_bind_int64(insert.statement, 2, id->second);
            sqlite3_bind_double(insert.statement, 3, correct ? 1 : 0);
            insert.text(4, answer);
            insert.run();
            sqlite3_bind_int64(details.statement, 1, run.value);
            sqlite3_bind_int64(details.statement, 2, id->second);
            details.text(3, text);
            details.run();
        });
        return 0;
    });
    if (!done) {
        die(done.error());
    }
}

void import(Project& project, const QString& path)
{
    ImportRequest request;
    request.file = path;
    request.dataset = QStringLiteral("bench");
    SilentProgress progress;
    const auto report = runImport(project, request, progress);
    if (!report) {
        die(report.error());
    }
    if (report->rejected > 0) {
        std::fprintf(stderr, "%lld records were rejected\n", static_cast<long long>(report->rejected));
        std::exit(1);
    }
}

void print(const char* what, int count, Cost ours, Cost bare)
{
    std::printf(
        "%-10s %8d  ours %6.2f s (processor %6.2f)  bare loop %6.2f s (%6.2f)  ratio %.2f (%.2f)  budget 2\n",
        what, count, ours.wall, ours.processor, bare.wall, bare.processor, ours.wall / bare.wall,
        ours.processor / bare.processor);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const int count = argc > 1 ? std::atoi(argv[1]) : 1'000'000;
    const QTemporaryDir folder;
    const QString samples = writeSamples(folder, count);
    const QString responses = writeResponses(folder, count);
    const auto ours = newProject(folder, "ours.winnow");
    const auto bare = newProject(folder, "bare.winnow");

    const Cost bareSampleCost = measure([&] { bareSamples(*bare, samples); });
    print("samples", count, measure([&] { import(*ours, samples); }), bareSampleCost);
    const Cost bareResponseCost = measure([&] { bareResponses(*bare, responses); });
    print("responses", count, measure([&] { import(*ours, responses); }), bareResponseCost);
    return 0;
}
