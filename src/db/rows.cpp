#include <core/ensure.h>
#include <db/rows.h>
#include <db/send.h>

#include <unordered_map>
#include <utility>

namespace forecourt::db {

using reflect::Kind;
using reflect::Type;

namespace {

bool is_scalar(const Type& type) { return type.kind != Kind::list && type.kind != Kind::record; }

[[noreturn]] void does_not_fit(const Sql& sql, std::string_view column, const char* why) {
    throw BrokenInvariant(std::string(sql.name) + ": column " + std::string(column) + " " + why);
}

std::string_view text_in(const Sql& sql, const Row& row, int column) {
    const auto text = row.text(column);
    if (text.data() == nullptr) does_not_fit(sql, row.column_name(column), "is null");
    return text;
}

void set_value(const Sql& sql, const Row& row, int column, const Type& type, void* target) {
    switch (type.kind) {
        case Kind::optional:
            if (row.is_null(column)) {
                type.clear(target);
            } else {
                set_value(sql, row, column, *type.element(), type.emplace(target));
            }
            return;
        case Kind::boolean:
        case Kind::integer:
        case Kind::instant: {
            const auto number = row.number(column);
            if (number == 0 && row.is_null(column)) does_not_fit(sql, row.column_name(column), "is null");
            type.set_number(target, number);
            return;
        }
        case Kind::checked:
        case Kind::text:
            // What was checked when it came in is not checked again: rules may have become stricter since.
            *static_cast<std::string*>(target) = text_in(sql, row, column);
            return;
        case Kind::json:
        case Kind::date:
            if (type.set_text(target, text_in(sql, row, column)) != nullptr) {
                does_not_fit(sql, row.column_name(column), "does not fit its type");
            }
            return;
        case Kind::enumeration: {
            const auto text = text_in(sql, row, column);
            for (std::size_t i = 0; i < type.values.size(); ++i) {
                if (type.values[i] == text) {
                    type.set_number(target, static_cast<std::int64_t>(i));
                    return;
                }
            }
            does_not_fit(sql, row.column_name(column), "has an unknown value");
        }
        case Kind::list:
        case Kind::record:
            break;
    }
}

/// Where each column of a statement goes in one kind of record.
struct Target {
    std::string_view column;  // the member's name
    std::size_t offset{};
    const Type* type = nullptr;
};
using Plan = std::vector<Target>;

// Columns are other ones only where a statement has lines that are switched on.
bool has_options(const Sql& sql) { return sql.text.find("--?") != std::string_view::npos; }

bool fits(const Plan& plan, const Row& row) {
    if (plan.size() != static_cast<std::size_t>(row.columns())) return false;
    for (std::size_t i = 0; i < plan.size(); ++i) {
        if (plan[i].column != row.column_name(static_cast<int>(i))) return false;
    }
    return !plan.empty();
}

Plan match(const Sql& sql, const Row& row, const Type& record) {
    std::vector<const reflect::Field*> fields;
    Plan plan;
    for (int i = 0; i < row.columns(); ++i) {
        const auto* field = reflect::find_field(record, row.column_name(i));
        if (field == nullptr) does_not_fit(sql, row.column_name(i), "has no member");
        fields.push_back(field);
        plan.push_back({.column = field->name, .offset = field->offset, .type = field->type()});
    }
    for (const auto& field : record.fields) {
        if (!is_scalar(*field.type())) continue;
        bool found = false;
        for (const auto* matched : fields) found = found || matched == &field;
        if (!found) does_not_fit(sql, field.name, "is missing in the query");
    }
    return plan;
}

// A statement is nearly always read into the same kind of record, so its columns are looked up once a thread.
const Plan& plan_of(const Sql& sql, const Row& row, const Type& record) {
    struct Known {
        const Type* record = nullptr;
        bool may_vary = false;
        Plan plan;
    };
    thread_local std::unordered_map<const Sql*, Known> all_known;
    auto& known = all_known[&sql];
    if (known.record != &record || (known.may_vary && !fits(known.plan, row))) {
        known.plan = match(sql, row, record);
        known.may_vary = has_options(sql);
        known.record = &record;
    }
    return known.plan;
}

}  // namespace

void detail::read_rows(Connection& connection, const Sql& sql, const Params& params, const Type& record,
                       const std::function<void*()>& next) {
    const Plan* plan = nullptr;
    connection.query(sql, params, [&](const Row& row) {
        if (plan == nullptr) plan = &plan_of(sql, row, record);
        char* begin = static_cast<char*>(next());
        int column = 0;
        for (const auto& target : *plan) set_value(sql, row, column++, *target.type, begin + target.offset);
    });
}

std::optional<std::int64_t> number(Connection& connection, const Sql& sql, const Params& params) {
    std::optional<std::int64_t> result;
    bool seen = false;
    connection.query(sql, params, [&](const Row& row) {
        if (!seen && !row.is_null(0)) result = row.number(0);
        seen = true;
    });
    return result;
}

std::optional<std::string> text(Connection& connection, const Sql& sql, const Params& params) {
    std::optional<std::string> result;
    bool seen = false;
    connection.query(sql, params, [&](const Row& row) {
        if (!seen && !row.is_null(0)) result = std::string(row.text(0));
        seen = true;
    });
    return result;
}

void execute_one(Connection& connection, const Sql& sql, const Params& params) {
    const auto touched = connection.execute(sql, params);
    if (touched == 0) throw StaleRow(std::string(sql.name));
    ensure(touched == 1);
}

}  // namespace forecourt::db
