#pragma once
#include <core/id.h>
#include <db/params.h>

#include <vector>

namespace forecourt::db {

/// For a statement about the records of many ids, which names them `in (:id_1, :id_2, ... :id_25)`: the
/// parameters of each time it has to be run. The last id fills the places that are left.
std::vector<Params> params_of_ids(const std::vector<std::int64_t>& ids);

/// The same of typed ids.
template <class T>
std::vector<Params> params_of_ids(const std::vector<Id<T>>& ids) {
    std::vector<std::int64_t> numbers;
    for (const auto id : ids) numbers.push_back(id.value);
    return params_of_ids(numbers);
}

}  // namespace forecourt::db
