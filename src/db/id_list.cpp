#include <db/id_list.h>

#include <algorithm>
#include <array>

namespace forecourt::db {

std::vector<Params> params_of_ids(const std::vector<std::int64_t>& ids) {
    constexpr std::array<std::string_view, 25> places{
        "id_1",  "id_2",  "id_3",  "id_4",  "id_5",  "id_6",  "id_7",  "id_8",  "id_9",
        "id_10", "id_11", "id_12", "id_13", "id_14", "id_15", "id_16", "id_17", "id_18",
        "id_19", "id_20", "id_21", "id_22", "id_23", "id_24", "id_25"};
    std::vector<Params> runs;
    for (std::size_t from = 0; from < ids.size(); from += places.size()) {
        auto& run = runs.emplace_back();
        for (std::size_t i = 0; i < places.size(); ++i) {
            run.add({places[i], ids[std::min(from + i, ids.size() - 1)]});
        }
    }
    return runs;
}

}  // namespace forecourt::db
