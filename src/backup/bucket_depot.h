#pragma once
#include <backup/depot.h>
#include <files/s3_client.h>

namespace forecourt::backup {

/// A bucket of a server that speaks S3, with the same names as in a folder. A file that is too large for the
/// memory, or that grows, lies in pieces, "base.sealed.000000001" and so on; its own name holds how many
/// there are and how long they are together, and comes last: what was cut short is not there.
class BucketDepot final : public Depot {
  public:
    explicit BucketDepot(files::S3Settings settings, std::size_t piece_bytes = std::size_t{16} << 20)
        : client_(std::move(settings)), piece_bytes_(piece_bytes) {}

    std::string where() const override { return client_.where(); }
    std::optional<std::string> get(const std::string& name) const override { return client_.get(name); }
    bool exists(const std::string& name) const override { return client_.exists(name); }
    std::vector<std::string> names_in(const std::string& folder) const override {
        return client_.names_in(folder);
    }
    void put(const std::string& name, std::string_view bytes) override;
    void put_file(const std::string& name, const std::string& path) override;
    void lengthen(const std::string& name, std::string_view whole, std::size_t there) override;
    std::string fetch(const std::string& name, const std::string& scratch) const override;
    void remove(const std::string& name) override { client_.remove(name); }

  private:
    files::S3Client client_;
    std::size_t piece_bytes_;
};

}  // namespace forecourt::backup
