#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace forecourt::bench {

/// A dealership with so many repair orders behind it, and some cars in the house that are ready to be
/// settled.
struct DataSet {
    std::string folder;
    std::int64_t orders{};
    std::int64_t ready{};
    std::int64_t order_id(std::int64_t number) const;  // from 0; those that are ready come behind the others
    std::int64_t customer_id(std::int64_t number) const;
    std::int64_t open_lead_id(std::int64_t number) const;  // of the customer with this number, up to 2,000
    std::int64_t deal_id(std::int64_t number) const;       // those that are ready are drafts
    std::int64_t model_id() const;
};

/// Made by bulk inserts when it is not there yet, or was made for another schema; under build/bench-data.
DataSet prepared_data(std::int64_t orders);

/// A copy to work on, in another folder, which is emptied before.
std::string working_copy(const DataSet& data, const std::string& name);

/// Where the program and its floor work: a folder, and on PostgreSQL a database beside it.
struct Place {
    std::string folder;
    std::string postgresql_url;
};
enum class Engine { sqlite, postgresql };
/// A fresh copy on this engine. For PostgreSQL, FORECOURT_BENCH_PG names the server, which is made as careful
/// with the disk as a real one.
Place working_place(const DataSet& data, const std::string& name, Engine engine);
/// The data under another name, for what is too large to be copied: they are made anew when wanted again.
Place the_data_itself(const DataSet& data, const std::string& name);
/// Whether FORECOURT_BENCH_PG names a server.
bool has_postgresql();

}  // namespace forecourt::bench
