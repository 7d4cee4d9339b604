#pragma once
#include <backup/depot.h>

namespace forecourt::backup {

/// A folder, best one of another machine that is mounted here. It must be there: a mount that is gone must
/// not be filled up beneath.
class FolderDepot final : public Depot {
  public:
    explicit FolderDepot(std::string folder) : folder_(std::move(folder)) {}

    std::string where() const override { return folder_; }
    std::optional<std::string> get(const std::string& name) const override;
    bool exists(const std::string& name) const override;
    std::vector<std::string> names_in(const std::string& folder) const override;
    void put(const std::string& name, std::string_view bytes) override;
    void put_file(const std::string& name, const std::string& path) override;
    void lengthen(const std::string& name, std::string_view whole, std::size_t there) override;
    std::string fetch(const std::string& name, const std::string& scratch) const override;
    void remove(const std::string& name) override;

  private:
    std::string path_of(const std::string& name) const;
    /// With the folders above it.
    std::string path_to_write(const std::string& name) const;

    std::string folder_;
};

}  // namespace forecourt::backup
