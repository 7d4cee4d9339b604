#include <tables/csv.h>
#include <tables/encoding.h>
#include <tables/table.h>

#include <cstdint>
#include <cstdlib>

// security 7, 9
// Whatever somebody uploads as a list of people or parts, CSV or a workbook: the limits hold, every cell is
// UTF-8, and a cell written into a CSV of ours is read back as it was and starts no formula.

namespace {

using namespace forecourt::tables;

const TableOptions limits{.encoding = {},
                          .sheet = {},
                          .max_rows = 50,
                          .max_columns = 8,
                          .max_cell_bytes = 200,
                          .max_unpacked_bytes = 1 << 20};

void expect_harmless(const std::string& text) {
    if (!is_utf8(text)) std::abort();
    const auto field = csv_field(text);
    const std::size_t first = field.starts_with('"') ? 1 : 0;
    if (first < field.size() && std::string_view("=+-@\t\r").find(field[first]) != std::string_view::npos)
        std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view data(reinterpret_cast<const char*>(bytes), size);
    std::size_t rows = 0;
    const auto read = read_table(data, size % 2 == 0 ? "a.csv" : "a.xlsx", limits,
                                 {.header = {}, .row = [&](const Row& row) {
                                      if (row.cells.size() > limits.max_columns) std::abort();
                                      for (const auto& cell : row.cells) {
                                          if (cell.text.size() > limits.max_cell_bytes) std::abort();
                                          expect_harmless(cell.text);
                                      }
                                      ++rows;
                                      return true;
                                  }});
    if (read.rows != rows || rows > limits.max_rows) std::abort();
    for (const auto& name : read.info.header) expect_harmless(name);
    return 0;
}
