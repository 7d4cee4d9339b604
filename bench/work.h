#pragma once
#include <bench/data_set.h>
#include <bench/recording.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace forecourt::bench {

/// What is measured: one action or view, with the bytes of its n-th call.
struct Work {
    std::string title;
    std::string name;   // "reception.register_arrival"
    std::string login;  // who does it; who may read of any number of customers where it is a view
    bool is_action{};
    std::function<std::string(const DataSet&, std::size_t)>
        input;  // an action's JSON, or a view's query string

    std::string path() const;
    std::string request(const DataSet& data, const std::string& token, std::size_t number) const;
};

Work register_arrival();
Work settle_order();
Work order_list();
Work order_record();
/// The showroom's and the sale's: two actions, then the boards.
std::vector<Work> sales_works();

/// The statements of the first `count` calls, as this program runs them, inside this process and on a copy.
/// Nothing when the program has no such action or view.
std::optional<Recording> record(const Work& work, const DataSet& data, std::size_t count);

}  // namespace forecourt::bench
