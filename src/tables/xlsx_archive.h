#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace forecourt::tables {

/// Thrown inside the reader only; `read_xlsx` turns it into a problem.
struct DamagedWorkbook : std::runtime_error {
    using std::runtime_error::runtime_error;
};
struct WorkbookTooLarge : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// What a part's XML holds, one call per tag. Names come without their namespace prefix.
class XmlListener {
  public:
    virtual ~XmlListener() = default;
    virtual void start(std::string_view name, const char** attributes) = 0;
    virtual void end(std::string_view name) = 0;
    virtual void text(std::string_view piece) = 0;
    /// Asked after each piece of input.
    virtual bool wants_more() const { return true; }
};

/// The attribute's value without regard to a namespace prefix; nullptr when it is missing.
const char* attribute(const char** attributes, std::string_view name);

/// The zip inside an .xlsx, with one budget of unpacked bytes for all its parts.
class XlsxArchive {
  public:
    XlsxArchive(std::string_view bytes, std::uint64_t max_unpacked_bytes);
    ~XlsxArchive();
    XlsxArchive(const XlsxArchive&) = delete;
    XlsxArchive& operator=(const XlsxArchive&) = delete;

    bool has(const std::string& part) const;
    /// Streams a part through the XML parser. Document types and with them entities are refused.
    void parse(const std::string& part, XmlListener& listener);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace forecourt::tables
