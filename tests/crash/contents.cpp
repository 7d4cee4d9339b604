#include <crash/contents.h>

#include <db/sqlite.h>

#include <algorithm>

namespace forecourt::crash {
namespace {

std::vector<std::string> texts(db::Connection& connection, const std::string& query) {
    const db::Sql sql{"crash.texts", query};
    std::vector<std::string> texts;
    connection.query(sql, {}, [&](const db::Row& row) { texts.emplace_back(row.text(0)); });
    return texts;
}

// The connection keeps statements by their address, so each of these has one of its own.
std::vector<std::string> ask(const std::string& file, const std::string& query) {
    return texts(*db::open_sqlite(file, db::Access::read_only), query);
}

std::string row_as_text(const std::vector<std::string>& columns) {
    std::string text;
    for (const auto& column : columns) text += (text.empty() ? "quote(" : " || ',' || quote(") + column + ")";
    return text;
}

}  // namespace

Columns columns_of(const std::string& file) {
    Columns columns;
    for (const auto& table : ask(file,
                                 "select name from sqlite_schema where type = 'table' "
                                 "and name not like 'sqlite%' order by name")) {
        columns[table] =
            ask(file, "select '\"' || name || '\"' from pragma_table_info('" + table + "') order by cid");
    }
    return columns;
}

Contents contents_of(const std::string& file, const Columns& columns) {
    Contents contents;
    for (const auto& [table, names] : columns) {
        contents[table] = ask(file, "select " + row_as_text(names) + " from " + table + " order by 1");
    }
    return contents;
}

Contents contents_of(const std::string& file) { return contents_of(file, columns_of(file)); }

std::vector<std::string> schema_of(const std::string& file) {
    auto schema =
        ask(file, "select name || ': ' || sql from sqlite_schema where sql is not null order by name");
    const auto figures = ask(file, "select tbl || ' ' || idx || ' ' || stat from sqlite_stat1 order by 1");
    schema.insert(schema.end(), figures.begin(), figures.end());
    return schema;
}

std::vector<std::string> differences(const Contents& wanted, const Contents& found,
                                     const std::vector<std::string>& but_for) {
    std::vector<std::string> differences;
    for (const auto& [table, rows] : wanted) {
        if (std::find(but_for.begin(), but_for.end(), table) != but_for.end()) continue;
        const auto there = found.find(table);
        if (there == found.end()) {
            differences.push_back(table + " is gone");
        } else if (there->second != rows) {
            differences.push_back(table + " had " + std::to_string(rows.size()) +
                                  " rows, now others: " + std::to_string(there->second.size()));
        }
    }
    return differences;
}

}  // namespace forecourt::crash
