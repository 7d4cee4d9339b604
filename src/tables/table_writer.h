#pragma once
#include <core/money.h>
#include <core/time.h>

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace forecourt::tables {

/// What a column of an export holds. Identity numbers, phones and VINs are text: as numbers they would lose
/// digits.
enum class ColumnKind { text, whole_number, money, quantity, date, instant };

struct Column {
    std::string title;
    ColumnKind kind = ColumnKind::text;
    double width = 0;  // in characters; 0: fitting the kind
};

/// An empty cell, a text, or a whole number whose unit is the column's: fen, thousandths, days, milliseconds.
using Value = std::variant<std::monostate, std::string, std::int64_t>;
inline Value value_of(Money amount) { return amount.fen; }
inline Value value_of(Quantity quantity) { return quantity.thousandths; }
inline Value value_of(Date date) { return std::int64_t{date.days}; }
inline Value value_of(Instant at) { return at.ms; }

/// An export that is written row by row; the same calls make a CSV or an XLSX.
class TableWriter {
  public:
    virtual ~TableWriter() = default;
    /// One value per column; a missing one is an empty cell. Dates may also be texts as the database keeps
    /// them (2026-11-22). Instants are shown in the store's local time.
    virtual void row(const std::vector<Value>& values) = 0;
    /// The bytes of the file; the writer is used up.
    virtual std::string finish() = 0;
};

}  // namespace forecourt::tables
