#include <services/numbering/api.h>
#include <services/numbering/module.h>
#include <services/numbering/numbering.sql.h>

namespace forecourt::numbering {

std::string next_number(Tx& tx, std::string_view prefix) {
    const Date day = local_date(tx.now());
    const auto last = db::number(tx.db(), sql::numbering::take_number,
                                 {{"store_id", tx.store_id()}, {"prefix", prefix}, {"day", day}});
    ensure(last);
    const std::string written_day = to_text(day);  // 2026-11-22
    std::string count = std::to_string(*last);
    if (count.size() < 4) count.insert(0, 4 - count.size(), '0');
    return std::string(prefix) + written_day.substr(2, 2) + written_day.substr(5, 2) +
           written_day.substr(8, 2) + "-" + count;
}

const Module numbering_module{
    .name = "numbering",
    .needs = {},
    .actions = {},
    .views = {},
    .grants = {},
    .events = {},
    .handlers = {},
    .jobs = {},
};

}  // namespace forecourt::numbering
