#include <modules/payments/qr/qr.h>
#include <modules/workshop/order/order_actions.h>
#include <program/session_json.h>

#include <cstdint>
#include <cstdlib>

// security 9
// Whatever stands in a request's body: the decoder does not crash, and what it takes is written back as JSON
// that it takes again and that says the same. The first byte of the input chooses what the body is read as.

namespace {

using namespace forecourt;

template <class T>
void read_write_read(std::string_view json) {
    T value{};
    const auto errors = reflect::from_json(value, json);
    for (const auto& error : errors) {
        if (error.code.empty()) std::abort();
    }
    if (!errors.empty()) return;
    const auto written = reflect::to_json(value);
    T again{};
    if (!reflect::from_json(again, written).empty() || reflect::to_json(again) != written) std::abort();
}

constexpr void (*read_as[])(std::string_view) = {
    read_write_read<workshop::ReceiveCar>,  read_write_read<workshop::RecordWalkRound>,
    read_write_read<program::SignInInput>,  read_write_read<payments::TakeNotice>,
    read_write_read<std::vector<JsonText>>,
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    if (size == 0) return 0;
    read_as[bytes[0] % std::size(read_as)]({reinterpret_cast<const char*>(bytes) + 1, size - 1});
    return 0;
}
