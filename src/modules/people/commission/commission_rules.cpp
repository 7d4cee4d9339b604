#include <modules/people/commission/commission_rules.h>

#include <algorithm>

namespace forecourt::people {
namespace {

// The tier or factor that holds at a number: the one with the greatest `from` that is not above it.
const CommissionRule* step_at(const CommissionContents& contents, RuleKind kind, std::int64_t number) {
    const CommissionRule* found = nullptr;
    for (const auto& rule : contents.rules) {
        if (rule.kind != kind || rule.from > number) continue;
        if (!found || rule.from > found->from) found = &rule;
    }
    return found;
}

std::optional<RuleKind> rule_of(Measure measure) {
    if (measure == Measure::accessories) return RuleKind::accessories_share;
    if (measure == Measure::services) return RuleKind::services_share;
    if (measure == Measure::insurance) return RuleKind::insurance_share;
    if (measure == Measure::insurance_commission) return RuleKind::insurance_commission_share;
    if (measure == Measure::loans) return RuleKind::loan_bonus;
    return std::nullopt;
}

// The kinds of lines begin with those of the rules, in the same order.
LineKind line_kind_of(RuleKind kind) { return static_cast<LineKind>(kind); }

class Lines {
  public:
    Lines(const CommissionContents& contents, std::int64_t cars) : contents_(contents), cars_(cars) {}

    void add(const CaseRow& one) {
        if (one.measure == Measure::cars_delivered) return add_car(one);
        const auto kind = rule_of(one.measure);
        if (!kind) return;
        for (const auto& rule : contents_.rules) {
            if (rule.kind != *kind) continue;
            const bool per_piece = rule.kind == RuleKind::loan_bonus;
            push(one, {.kind = line_kind_of(rule.kind),
                       .basis = one.amount,
                       .rate = per_piece ? rule.amount.fen : rule.basis_points,
                       .amount = per_piece ? rule.amount * one.amount
                                           : share_half_up(Money{one.amount}, rule.basis_points)});
        }
    }

    void multiply(std::int64_t score_hundredths) {
        const auto* factor = step_at(contents_, RuleKind::quality_factor, score_hundredths);
        if (!factor) return;
        const Money sum = total_of(lines_);
        push({}, {.kind = LineKind::quality_factor,
                  .basis = sum.fen,
                  .rate = factor->basis_points,
                  .rule_from = factor->from,
                  .amount = share_half_up(sum, factor->basis_points) - sum});
    }

    std::vector<StatementLineRow> take() && { return std::move(lines_); }

  private:
    void add_car(const CaseRow& one) {
        nth_ += one.amount;
        const bool whole_month = contents_.tier_reach == TierReach::every_car;
        const auto number = std::max<std::int64_t>(whole_month ? cars_ : nth_, 1);
        if (const auto* tier = step_at(contents_, RuleKind::per_car, number)) {
            push(one, {.kind = LineKind::per_car,
                       .basis = one.amount,
                       .rate = tier->amount.fen,
                       .rule_from = tier->from,
                       .amount = tier->amount * one.amount});
        }
        for (const auto& rule : contents_.rules) {
            if (rule.kind != RuleKind::model_bonus || rule.model_id->value != one.model_id) continue;
            push(one, {.kind = LineKind::model_bonus,
                       .basis = one.amount,
                       .rate = rule.amount.fen,
                       .amount = rule.amount * one.amount});
        }
    }

    void push(const CaseRow& one, StatementLineRow line) {
        line.line_no = static_cast<std::int64_t>(lines_.size()) + 1;
        if (one.object_id != 0) line.deal_id = Id<deals::Deal>{one.object_id};
        line.deal_number = one.number;
        line.model_id = one.model_id;
        lines_.push_back(std::move(line));
    }

    const CommissionContents& contents_;
    std::int64_t cars_;
    std::int64_t nth_ = 0;
    std::vector<StatementLineRow> lines_;
};

bool has_open(std::span<const DisputeRow> disputes) {
    return std::any_of(disputes.begin(), disputes.end(),
                       [](const DisputeRow& one) { return !one.answered_at; });
}

}  // namespace

std::int64_t cars_in(const Earned& earned) {
    std::int64_t cars = 0;
    for (const auto& one : earned.cases) {
        if (one.measure == Measure::cars_delivered) cars += one.amount;
    }
    return cars;
}

Money total_of(std::span<const StatementLineRow> lines) {
    Money total;
    for (const auto& line : lines) total += line.amount;
    return total;
}

std::vector<StatementLineRow> compute_lines(const CommissionContents& contents, const Earned& earned) {
    Lines lines(contents, cars_in(earned));
    for (const auto& one : earned.cases) lines.add(one);
    if (earned.score_hundredths) lines.multiply(*earned.score_hundredths);
    return std::move(lines).take();
}

MaybeRefused may_confirm(const StatementRow& statement, std::span<const DisputeRow> disputes) {
    switch (statement.state) {
        case StatementState::issued:
            return statement_is_issued;
        case StatementState::confirmed:
            return statement_is_confirmed;
        case StatementState::open:
            break;
    }
    if (has_open(disputes)) return dispute_is_open;
    return std::nullopt;
}

MaybeRefused may_dispute(const StatementRow& statement) {
    switch (statement.state) {
        case StatementState::issued:
            return statement_is_issued;
        case StatementState::confirmed:
            return statement_is_confirmed;
        case StatementState::open:
            break;
    }
    return std::nullopt;
}

MaybeRefused may_answer(const StatementRow& statement, Id<User> by) {
    if (statement.user_id == by) return own_statement;
    return statement.state == StatementState::issued ? MaybeRefused(statement_is_issued) : std::nullopt;
}

MaybeRefused may_issue(const StatementRow& statement, std::span<const DisputeRow> disputes,
                       const Issuing& issuing) {
    if (statement.user_id == issuing.by) return own_statement;
    if (statement.state == StatementState::issued) return statement_is_issued;
    if (has_open(disputes)) return dispute_is_open;
    if (statement.state == StatementState::open && issuing.now <= statement.confirm_by) {
        return with(statement_waits_for_person, "until", local_text(statement.confirm_by));
    }
    return std::nullopt;
}

MaybeRefused check_answer(const AnswerDispute& in, const DisputeRow& dispute) {
    if (dispute.answered_at) return dispute_is_answered;
    const bool has_correction = in.correction && in.correction->fen != 0;
    if (in.accepted && !has_correction) return correction_missing;
    if (!in.accepted && has_correction) return correction_not_wanted;
    return std::nullopt;
}

}  // namespace forecourt::people
