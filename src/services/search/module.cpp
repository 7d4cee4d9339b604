#include <services/search/module.h>
#include <services/search/search.h>

#include <algorithm>

namespace forecourt::search {
namespace {

Result<Hits> run_find(Context& context, const FindInput& in) {
    return Hits{find(context.db(), context.store_id(),
                     {.text = in.q,
                      .object_type = in.object_type,
                      .limit = static_cast<std::size_t>(std::clamp(in.limit.value_or(20), 1, 50))})};
}

}  // namespace

const View<FindInput, Hits> find_view{
    {.name = "search.find", .needs = search_find, .refuses = {}, .run = run_find}};

const Module search_module{
    .name = "search",
    .needs = {},
    .actions = {},
    .views = {&find_view},
    .grants = {{search_find, every_staff_role()}},
    .events = {},
    .handlers = {},
    .jobs = {},
};

}  // namespace forecourt::search
