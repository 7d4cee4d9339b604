#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace forecourt {

/// What a refusal means to the caller, which is what decides the HTTP status.
enum class RefusalKind { conflict, not_found, forbidden, unauthenticated, unprocessable, unavailable };

/// The business says no. `name` is the literal that appears in the rule, the test, the words and the answer.
struct Refusal {
    std::string_view name;
    RefusalKind kind = RefusalKind::conflict;

    friend constexpr bool operator==(const Refusal& a, const Refusal& b) { return a.name == b.name; }
};

/// A refusal as it is given in one case, with the values its sentence needs ({limit}, {until} ...).
struct Refused {
    Refusal refusal;
    std::vector<std::pair<std::string, std::string>> details;

    Refused(const Refusal& r) : refusal(r) {}  // NOLINT: a refusal is a refused answer
    Refused&& with(std::string name, std::string value) && {
        details.emplace_back(std::move(name), std::move(value));
        return std::move(*this);
    }
    std::string_view name() const { return refusal.name; }
};

inline Refused with(const Refusal& refusal, std::string name, std::string value) {
    return Refused(refusal).with(std::move(name), std::move(value));
}

// Refusals that every module may give.
inline constexpr Refusal changed_by_someone_else{"changed_by_someone_else"};
inline constexpr Refusal not_allowed{"not_allowed", RefusalKind::forbidden};
inline constexpr Refusal not_signed_in{"not_signed_in", RefusalKind::unauthenticated};
inline constexpr Refusal record_not_found{"record_not_found", RefusalKind::not_found};

}  // namespace forecourt
