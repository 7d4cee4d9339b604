#include <core/ensure.h>
#include <modules/financing/plan/plan_rules.h>

#include <cmath>

// The only place where money meets floating point: an annuity and an internal rate have no whole-number
// formula. What comes out is rounded half up at once, to the fen or to a millionth.
namespace forecourt::financing {
namespace {

constexpr std::int64_t months_times_million = 12'000'000;

Money interest_half_up(Money balance, std::int64_t annual_rate_ppm) {
    return {scale_half_up(balance.fen, annual_rate_ppm, months_times_million)};
}

/// The equal monthly payment that pays `principal` back down to `rest`.
Money annuity_half_up(Money principal, Money rest, const LoanTerms& terms) {
    if (terms.annual_rate_ppm == 0) return {scale_half_up(principal.fen - rest.fen, 1, terms.months)};
    const long double rate =
        static_cast<long double>(terms.annual_rate_ppm) / static_cast<long double>(months_times_million);
    const long double discount = std::pow(1.0L + rate, -static_cast<long double>(terms.months));
    const long double owed =
        static_cast<long double>(principal.fen) - static_cast<long double>(rest.fen) * discount;
    return {std::llround(owed * rate / (1.0L - discount))};
}

std::vector<Instalment> principal_and_interest(const LoanTerms& terms, Money principal, Money balloon) {
    const bool same_principal = terms.repayment == Repayment::equal_principal;
    const Money each = same_principal ? Money{scale_half_up(principal.fen, 1, terms.months)}
                                      : annuity_half_up(principal, balloon, terms);
    std::vector<Instalment> instalments;
    Money balance = principal;
    for (std::int64_t number = 1; number <= terms.months; ++number) {
        Instalment one{.number = number, .interest = interest_half_up(balance, terms.annual_rate_ppm)};
        one.principal = same_principal ? each : each - one.interest;
        if (number == terms.months) one.principal = balance;
        balance -= one.principal;
        ensure(one.principal >= Money{0} && balance >= Money{0});
        one.balance = balance;
        instalments.push_back(one);
    }
    ensure(balance == Money{0});
    return instalments;
}

/// Spread so that the parts are as equal as whole fen can be and add up to all of it.
void spread_fee(std::vector<Instalment>& instalments, Money fee) {
    const auto months = static_cast<std::int64_t>(instalments.size());
    Money before;
    for (auto& one : instalments) {
        const Money until_now{scale_half_up(fee.fen, one.number, months)};
        one.fee = until_now - before;
        before = until_now;
    }
}

}  // namespace

InternalRate internal_rate(Money received, std::span<const Money> payments) {
    ensure(received > Money{0} && !payments.empty());
    const auto worth_at = [&](long double monthly) {
        long double worth = 0;
        for (auto at = payments.rbegin(); at != payments.rend(); ++at) {
            worth = (worth + static_cast<long double>(at->fen)) / (1.0L + monthly);
        }
        return worth;
    };
    // What the payments are worth falls steadily with the rate, so the rate that makes them worth what was
    // received is the only one, and halving the interval cannot miss it.
    const auto wanted = static_cast<long double>(received.fen);
    ensure(worth_at(0) >= wanted - 0.5L);
    long double low = 0;
    long double high = 0.01L;
    while (worth_at(high) > wanted) high *= 2;
    for (int i = 0; i < 200; ++i) {
        const long double middle = (low + high) / 2;
        (worth_at(middle) > wanted ? low : high) = middle;
    }
    const long double monthly = (low + high) / 2;
    return {.annualised_ppm = std::llround(monthly * 12.0L * 1e6L),
            .effective_ppm = std::llround((std::pow(1.0L + monthly, 12.0L) - 1.0L) * 1e6L)};
}

Result<LoanPlan> plan_of(const LoanTerms& terms, Money principal) {
    ensure(terms.months > 0 && principal > Money{0});
    LoanPlan plan{.principal = principal};
    auto& cost = plan.cost;
    for (const auto& fee : terms.fees) {
        const Money amount = fee.fixed + share_half_up(principal, fee.basis_points);
        plan.fees.push_back({fee.title, fee.explanation, amount, fee.paid});
        (fee.paid == FeeTiming::at_signing ? cost.fees_at_signing : cost.fees_in_instalments) += amount;
    }
    if (cost.fees_at_signing >= principal) return fees_exceed_loan;
    if (terms.repayment == Repayment::balloon)
        cost.balloon = share_half_up(principal, terms.balloon_basis_points);
    plan.instalments = principal_and_interest(terms, principal, cost.balloon);
    spread_fee(plan.instalments, cost.fees_in_instalments);
    std::vector<Money> payments;
    for (auto& one : plan.instalments) {
        one.total = one.principal + one.interest + one.fee;
        cost.total_interest += one.interest;
        payments.push_back(one.total);
    }
    cost.first_instalment = plan.instalments.front().total;
    cost.last_instalment = plan.instalments.back().total - cost.balloon;
    cost.total_cost = cost.total_interest + cost.fees_at_signing + cost.fees_in_instalments;
    cost.total_paid = principal + cost.total_cost;
    const auto rate = internal_rate(principal - cost.fees_at_signing, payments);
    cost.annualised_rate_ppm = rate.annualised_ppm;
    cost.effective_rate_ppm = rate.effective_ppm;
    return plan;
}

}  // namespace forecourt::financing
