#pragma once
#include <modules/people/commission/statement.h>

namespace forecourt::people {

/// What a month's commission is computed from: everything that counted on the person's deliveries.
struct Earned {
    std::vector<CaseRow> cases;  // cars_delivered, accessories, services, insurance, loans; the oldest first
    std::optional<std::int64_t> score_hundredths;
};

/// The lines of a statement, numbered from 1. Each amount is rounded half up to the fen. The n-th car of the
/// month is paid by the tier that holds for the month (every_car) or for the n-th car (cars_beyond); the
/// quality factor multiplies the sum of all other lines.
std::vector<StatementLineRow> compute_lines(const CommissionContents& contents, const Earned& earned);

std::int64_t cars_in(const Earned& earned);
Money total_of(std::span<const StatementLineRow> lines);

// What may be done to a statement; `disputes` are all of it.
MaybeRefused may_confirm(const StatementRow& statement, std::span<const DisputeRow> disputes);
MaybeRefused may_dispute(const StatementRow& statement);
/// Nobody answers or issues what is the own pay.
MaybeRefused may_answer(const StatementRow& statement, Id<User> by);
/// Confirmed by the person, or the time for it is over; and nothing is disputed.
struct Issuing {
    Id<User> by;
    Instant now;
};
MaybeRefused may_issue(const StatementRow& statement, std::span<const DisputeRow> disputes,
                       const Issuing& issuing);
MaybeRefused check_answer(const AnswerDispute& in, const DisputeRow& dispute);

/// How long a person has to look at the statement.
inline constexpr Duration time_to_confirm = days(5);

}  // namespace forecourt::people
