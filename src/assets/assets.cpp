#include <assets/assets.h>

#include <algorithm>

namespace forecourt::assets {

static bool comes_before(const Asset& asset, std::string_view path) { return asset.path < path; }

const Asset* find(std::string_view path) {
    const auto assets = all();
    const auto found = std::lower_bound(assets.begin(), assets.end(), path, comes_before);
    return found != assets.end() && found->path == path ? &*found : nullptr;
}

std::span<const Asset> under(std::string_view prefix) {
    const auto assets = all();
    const auto first = std::lower_bound(assets.begin(), assets.end(), prefix, comes_before);
    const auto last = std::find_if(first, assets.end(),
                                   [prefix](const Asset& asset) { return !asset.path.starts_with(prefix); });
    return {first, last};
}

}  // namespace forecourt::assets
