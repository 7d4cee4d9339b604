#pragma once
#include <modules/workshop/line/line.h>

namespace forecourt::workshop {

enum class ConsentState { open, answered, withdrawn };
FORECOURT_ENUM(ConsentState, open, answered, withdrawn)

/// By which way the customer said yes or no. Each leaves its proof: the personal link, a signature on our
/// screen, or the recording of a telephone call. `store`: the store's own yes to what it pays for itself.
enum class ConsentChannel { link, screen, phone_call, store };
FORECOURT_ENUM(ConsentChannel, link, screen, phone_call, store)

struct ConsentRow {
    Id<Consent> id;
    Id<RepairOrder> order_id;
    ConsentState state{};
    Instant asked_at;
    Id<User> asked_by;
    Money asked_amount;
    Instant promised_at;  // the time that was named with the price
    std::optional<Instant> answered_at;
    std::optional<ConsentChannel> channel;
    std::string answered_by;
    std::optional<Id<User>> recorded_by;
    std::optional<FileHash> signature;
    std::optional<FileHash> recording;
    Money approved_amount;
    std::int64_t version{};
};
FORECOURT_STRUCT(ConsentRow, id, order_id, state, asked_at, asked_by, asked_amount, promised_at, answered_at,
                 channel, answered_by, recorded_by, signature, recording, approved_amount, version)

/// What was asked about one line: the amount the answer holds for.
struct AskedLine {
    Id<OrderLine> line_id;
    Money amount;
};
FORECOURT_STRUCT(AskedLine, line_id, amount)

struct LineAnswer {
    Id<OrderLine> line_id;
    bool approved{};
};
FORECOURT_STRUCT(LineAnswer, line_id, approved)

inline constexpr Refusal nothing_to_ask{"nothing_to_ask"};
inline constexpr Refusal consent_not_found{"consent_not_found", RefusalKind::not_found};
inline constexpr Refusal consent_is_over{"consent_is_over"};
inline constexpr Refusal consent_answer_missing{"consent_answer_missing", RefusalKind::unprocessable};
inline constexpr Refusal consent_answer_unknown{"consent_answer_unknown", RefusalKind::unprocessable};
inline constexpr Refusal consent_needs_signature{"consent_needs_signature", RefusalKind::unprocessable};
inline constexpr Refusal consent_needs_recording{"consent_needs_recording", RefusalKind::unprocessable};
inline constexpr Refusal consent_needs_the_customer{"consent_needs_the_customer"};

}  // namespace forecourt::workshop
