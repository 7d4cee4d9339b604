#include <bench/plain_sqlite.h>
#include <bench/postgresql_copy.h>
#include <program/application.h>

#include <libpq-fe.h>

#include <cstdio>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <vector>

namespace forecourt::bench {
namespace {

class Link {
  public:
    explicit Link(const std::string& url) : link_(PQconnectdb(url.c_str())) {
        if (PQstatus(link_) != CONNECTION_OK) fail("connect");
    }
    ~Link() { PQfinish(link_); }
    Link(const Link&) = delete;
    Link& operator=(const Link&) = delete;

    /// The number of rows of the answer.
    int run(const std::string& text) {
        const std::unique_ptr<PGresult, void (*)(PGresult*)> result(PQexec(link_, text.c_str()), PQclear);
        const auto status = PQresultStatus(result.get());
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_COPY_IN) fail(text);
        return PQntuples(result.get());
    }
    void put(const std::string& lines) {
        if (PQputCopyData(link_, lines.data(), static_cast<int>(lines.size())) != 1) fail("copy");
    }
    void end_copy() {
        if (PQputCopyEnd(link_, nullptr) != 1) fail("copy");
        while (auto* result = PQgetResult(link_)) {
            const bool good = PQresultStatus(result) == PGRES_COMMAND_OK;
            PQclear(result);
            if (!good) fail("copy");
        }
    }

  private:
    [[noreturn]] void fail(const std::string& what) {
        throw std::runtime_error("bench: " + what.substr(0, 200) + ": " + PQerrorMessage(link_));
    }
    PGconn* link_;
};

// The address of another database of the same server.
std::string beside(const std::string& url, const std::string& database) {
    const auto question = url.find('?');
    const std::string tail = question == std::string::npos ? "" : url.substr(question);
    const std::string head = url.substr(0, question);
    return head.substr(0, head.rfind('/') + 1) + database + tail;
}

// One value as COPY reads it.
void append_value(std::string& line, sqlite3_stmt* row, int column) {
    if (sqlite3_column_type(row, column) == SQLITE_NULL) {
        line += "\\N";
        return;
    }
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(row, column));
    for (int i = 0; i < sqlite3_column_bytes(row, column); ++i) {
        switch (text[i]) {
            case '\\':
                line += "\\\\";
                break;
            case '\t':
                line += "\\t";
                break;
            case '\n':
                line += "\\n";
                break;
            case '\r':
                line += "\\r";
                break;
            default:
                line += text[i];
        }
    }
}

std::vector<std::string> tables_of(PlainDb& from) {
    std::vector<std::string> tables;
    auto* names = from.prepare(
        "select name from sqlite_schema where type = 'table' and name not like 'sqlite%' "
        "and name <> 'forecourt_migration'");
    while (sqlite3_step(names) == SQLITE_ROW) {
        tables.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(names, 0)));
    }
    sqlite3_finalize(names);
    return tables;
}

void copy_table(PlainDb& from, Link& to, const std::string& table) {
    auto* rows = from.prepare("select * from " + table);
    std::string columns;
    for (int i = 0; i < sqlite3_column_count(rows); ++i) {
        columns += (i > 0 ? ", " : "") + std::string(sqlite3_column_name(rows, i));
    }
    to.run("copy " + table + " (" + columns + ") from stdin");
    std::string lines;
    while (sqlite3_step(rows) == SQLITE_ROW) {
        for (int i = 0; i < sqlite3_column_count(rows); ++i) {
            if (i > 0) lines += '\t';
            append_value(lines, rows, i);
        }
        lines += '\n';
        if (lines.size() < 1 << 20) continue;
        to.put(lines);
        lines.clear();
    }
    to.put(lines);
    to.end_copy();
    sqlite3_finalize(rows);
}

void fill(const PostgresCopy& copy, const std::string& url) {
    const std::string folder = copy.data_folder + ".schema";
    {
        // Makes the schema, as the program does at its start.
        const program::Application application({.data_folder = folder, .postgresql_url = url});
    }
    std::filesystem::remove_all(folder);
    PlainDb from(copy.data_folder + "/forecourt.sqlite", PlainDb::Use::read);
    Link to(url);
    to.run("set session_replication_role = replica");
    const auto tables = tables_of(from);
    std::string all;
    for (const auto& table : tables) all += (all.empty() ? "" : ", ") + table;
    to.run("begin");
    to.run("truncate " + all + " cascade");
    for (const auto& table : tables) copy_table(from, to, table);
    to.run("commit");
    to.run("vacuum analyze");
}

}  // namespace

std::string copy_to_postgresql(const PostgresCopy& copy) {
    Link server(copy.server_url);
    for (const char* setting : {"fsync", "synchronous_commit", "full_page_writes"}) {
        server.run("alter system set " + std::string(setting) + " = on");
    }
    server.run("select pg_reload_conf()");
    if (server.run("select 1 from pg_database where datname = '" + copy.kept_as + "'") == 0) {
        std::fprintf(stderr, "bench: copying to PostgreSQL\n");
        server.run(
            "create database bench_making template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'");
        fill(copy, beside(copy.server_url, "bench_making"));
        server.run("alter database bench_making rename to \"" + copy.kept_as + "\"");
    }
    server.run("drop database if exists \"" + copy.copy_as + "\" with (force)");
    server.run("create database \"" + copy.copy_as + "\" template \"" + copy.kept_as + "\"");
    return beside(copy.server_url, copy.copy_as);
}

}  // namespace forecourt::bench
