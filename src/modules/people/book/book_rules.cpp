#include <modules/people/book/book_rules.h>

#include <algorithm>

namespace forecourt::people {
namespace {

constexpr std::int64_t whole = 100;
constexpr std::int64_t highest_cap = 300;
constexpr std::int64_t highest_share = 10'000;
constexpr std::int64_t highest_factor = 20'000;
constexpr std::int64_t highest_score = 30'000;  // every line at the highest cap

bool same_place(const CommissionRule& a, const CommissionRule& b) {
    if (a.kind != b.kind) return false;
    switch (a.kind) {
        case RuleKind::per_car:
        case RuleKind::quality_factor:
            return a.from == b.from;
        case RuleKind::model_bonus:
            return a.model_id == b.model_id;
        case RuleKind::accessories_share:
        case RuleKind::services_share:
        case RuleKind::insurance_share:
        case RuleKind::insurance_commission_share:
        case RuleKind::loan_bonus:
            return true;
    }
    return false;
}

bool is_in_range(const CommissionRule& rule) {
    const auto within = [](std::int64_t value, std::int64_t low, std::int64_t high) {
        return value >= low && value <= high;
    };
    switch (rule.kind) {
        case RuleKind::per_car:
            return within(rule.from, 1, 1'000) && within(rule.amount.fen, 0, yuan(100'000).fen);
        case RuleKind::model_bonus:
        case RuleKind::loan_bonus:
            return within(rule.amount.fen, 0, yuan(100'000).fen);
        case RuleKind::accessories_share:
        case RuleKind::services_share:
        case RuleKind::insurance_share:
        case RuleKind::insurance_commission_share:
            return within(rule.basis_points, 0, highest_share);
        case RuleKind::quality_factor:
            return within(rule.from, 0, highest_score) && within(rule.basis_points, 0, highest_factor);
    }
    return false;
}

}  // namespace

std::optional<Measure> measure_of(Figure figure) {
    // The figures that are counted have the names of their measures.
    return reflect::value_named<Measure>(name_of(figure));
}

bool less_is_better(Figure figure) {
    return figure == Figure::late_contact_share || figure == Figure::lost_lead_share ||
           figure == Figure::complaints;
}

MaybeRefused check_formula(std::span<const FormulaLine> lines) {
    if (lines.empty()) return book_is_empty;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto& line = lines[i];
        if (line.weight < 1 || line.weight > whole) return weight_out_of_range;
        if (line.cap_percent < whole || line.cap_percent > highest_cap) return cap_out_of_range;
        for (std::size_t before = 0; before < i; ++before) {
            if (lines[before].figure == line.figure) return figure_twice;
        }
        const auto measure = measure_of(line.figure);
        if (line.source == TargetSource::own_target && (!measure || !may_be_target(*measure))) {
            return figure_has_no_own_target;
        }
        const bool may_be_none = less_is_better(line.figure);  // "no complaint at all" is a target
        if (line.source == TargetSource::fixed && line.fixed_target < (may_be_none ? 0 : 1)) {
            return fixed_target_missing;
        }
    }
    return std::nullopt;
}

MaybeRefused check_formula_complete(std::span<const FormulaLine> lines) {
    if (auto no = check_formula(lines)) return no;
    std::int64_t sum = 0;
    for (const auto& line : lines) sum += line.weight;
    if (sum != whole) return with(weights_do_not_sum, "sum", std::to_string(sum));
    return std::nullopt;
}

MaybeRefused check_rules(std::span<const CommissionRule> rules) {
    if (rules.empty()) return book_is_empty;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if (!is_in_range(rules[i])) return rule_amount_out_of_range;
        if (rules[i].kind == RuleKind::model_bonus && !rules[i].model_id) return bonus_without_model;
        for (std::size_t before = 0; before < i; ++before) {
            if (same_place(rules[before], rules[i])) return rule_twice;
        }
    }
    return std::nullopt;
}

MaybeRefused check_rules_complete(std::span<const CommissionRule> rules) {
    if (auto no = check_rules(rules)) return no;
    bool has_tier = false, has_first = false;
    for (const auto& rule : rules) {
        has_tier = has_tier || rule.kind == RuleKind::per_car;
        has_first = has_first || (rule.kind == RuleKind::per_car && rule.from == 1);
    }
    if (has_tier && !has_first) return first_tier_missing;
    return std::nullopt;
}

MaybeRefused check_start(Date start_month, Date today, bool has_one_in_force) {
    const Date this_month = month_of(today);
    if (month_of(start_month) < this_month) return start_month_is_past;
    if (month_of(start_month) == this_month && has_one_in_force) return month_has_begun;
    return std::nullopt;
}

const BookRow* in_force(std::span<const BookRow> books, Date month) {
    const BookRow* found = nullptr;
    for (const auto& book : books) {
        if (book.state != BookState::published || *book.start_month > month_of(month)) continue;
        const bool is_later = !found || *book.start_month > *found->start_month ||
                              (*book.start_month == *found->start_month && book.number > found->number);
        if (is_later) found = &book;
    }
    return found;
}

}  // namespace forecourt::people
