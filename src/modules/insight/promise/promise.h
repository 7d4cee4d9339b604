#pragma once
#include <action/view.h>
#include <core/money.h>
#include <core/time.h>
#include <modules/insight/api.h>

namespace forecourt::insight {

struct PromiseChange;

enum class PromiseKind { price, time, extra };
FORECOURT_ENUM(PromiseKind, price, time, extra)

enum class PromiseCase { deal, repair_order };
FORECOURT_ENUM(PromiseCase, deal, repair_order)

/// `kept_after_change`: as last agreed, but not as first promised.
enum class PromiseOutcome { open, kept, kept_after_change, broken, withdrawn };
FORECOURT_ENUM(PromiseOutcome, open, kept, kept_after_change, broken, withdrawn)

struct PromiseRow {
    Id<Promise> id;
    PromiseCase case_type{};
    std::int64_t case_id{};
    PromiseKind kind{};
    std::int64_t reference{};  // of an extra: the line it stands in
    std::string subject;       // of an extra: what it is
    std::string number;
    std::int64_t customer_id{};
    std::int64_t user_id{};
    std::string person;
    Instant made_at;
    std::optional<Money> first_amount;
    std::optional<Money> amount;
    std::optional<Instant> first_time;
    std::optional<Instant> time;
    std::optional<Money> became_amount;
    std::optional<Instant> became_time;
    PromiseOutcome outcome{};
    std::optional<std::int64_t> difference;  // against the first promise: fen or minutes, above zero is worse
    std::optional<Instant> settled_at;
    std::int64_t changes{};
    std::int64_t version{};
};
FORECOURT_STRUCT(PromiseRow, id, case_type, case_id, kind, reference, subject, number, customer_id, user_id,
                 person, made_at, first_amount, amount, first_time, time, became_amount, became_time, outcome,
                 difference, settled_at, changes, version)

struct ChangeRow {
    Instant changed_at;
    std::string actor_name;
    std::string cause;  // the event that brought it
    std::string reason;
    std::optional<Money> amount_before;
    std::optional<Money> amount_after;
    std::optional<Instant> time_before;
    std::optional<Instant> time_after;
};
FORECOURT_STRUCT(ChangeRow, changed_at, actor_name, cause, reason, amount_before, amount_after, time_before,
                 time_after)

}  // namespace forecourt::insight
