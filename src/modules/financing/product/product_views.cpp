#include <modules/financing/application/application_rules.h>
#include <modules/financing/application/application_store.h>
#include <modules/financing/application/application_views.h>
#include <modules/financing/plan/plan_rules.h>
#include <modules/financing/product/product_actions.h>
#include <modules/financing/product/product_store.h>

#include <algorithm>

namespace forecourt::financing {
namespace {

Result<ProductList> run_product_list(Context& context, const Nothing&) {
    auto& db = context.db();
    const auto store = context.store_id();
    ProductList list;
    for (const auto& product : every_product(db, store)) {
        ProductLine line{.product = product,
                         .papers = papers_of(db, store, product.id),
                         .terms = {},
                         .allowed_actions = {}};
        for (const auto& term : terms_of(db, store, product.id)) {
            TermLine terms{.term = term,
                           .fees = fees_of(db, store, term.id),
                           .is_valid = is_valid_on(term, local_date(context.now())),
                           .allowed_actions = {}};
            allow(terms.allowed_actions, context, end_terms, may_end(term));
            line.terms.push_back(std::move(terms));
        }
        allow(line.allowed_actions, context, publish_terms, std::nullopt);
        list.products.push_back(std::move(line));
    }
    allow(list.allowed_actions, context, add_product, std::nullopt);
    return list;
}

PlanLine line_of(const Comparison& comparison, const FullTerm& full, Date today) {
    PlanLine line{.term_id = full.term.id,
                  .lender_name = full.product.lender_name,
                  .product_name = full.product.name,
                  .repayment = full.product.repayment,
                  .months = full.term.months,
                  .annual_rate_ppm = full.term.annual_rate_ppm,
                  .cost = {},
                  .fees = {},
                  .at_once = {},
                  .refused_because = {}};
    const LoanSums sums{comparison.car_price, comparison.most, comparison.principal};
    if (const auto no = check_loan(full.term, sums, today)) line.refused_because = std::string(no->name());
    const auto plan = plan_of(loan_terms(full.product, full.term, full.fees), comparison.principal);
    if (!plan) {
        line.refused_because = std::string(plan.refused().name());
        return line;
    }
    line.cost = plan->cost;
    line.fees = plan->fees;
    line.at_once = comparison.down_payment + plan->cost.fees_at_signing;
    return line;
}

/// The car's price and how much of it is lent.
MaybeRefused choose_sums(const Context& context, const CompareIn& in, Comparison& comparison) {
    comparison.car_price = in.car_price.value_or(Money{0});
    comparison.most = comparison.car_price;
    if (in.deal_id) {
        const auto deal = deals::find_deal(context.db(), context.store_id(), *in.deal_id);
        if (!deal) return loan_deal_not_found;
        comparison.car_price = deal->car_price;
        const auto open = open_of(context.db(), context.store_id(), *deal);
        if (open < loan_floor) return with(loan_over_open, "open", to_text(open));
        comparison.most = std::min(deal->car_price, open);
    }
    const Money thousand = yuan(1'000);
    const Money usual = std::min(comparison.most, share_half_up(comparison.car_price, 7'000));
    comparison.principal = in.principal.value_or(Money{usual.fen / thousand.fen * thousand.fen});
    if (comparison.principal < loan_floor || comparison.principal > comparison.car_price) {
        return with(loan_amount_out_of_range, "min", to_text(loan_floor))
            .with("max", to_text(comparison.car_price));
    }
    comparison.down_payment = comparison.car_price - comparison.principal;
    return std::nullopt;
}

Result<Comparison> run_compare(Context& context, const CompareIn& in) {
    auto& db = context.db();
    const auto store = context.store_id();
    Comparison comparison;
    if (auto no = choose_sums(context, in, comparison)) return *no;
    const Date today = local_date(context.now());
    auto& offered = comparison.months_offered;
    for (const auto& product : every_product(db, store)) {
        for (const auto& term : terms_of(db, store, product.id)) {
            if (!is_valid_on(term, today)) continue;
            offered.push_back(term.months);
            if (in.months && term.months != *in.months) continue;
            comparison.plans.push_back(
                line_of(comparison, {product, term, fees_of(db, store, term.id)}, today));
        }
    }
    std::sort(offered.begin(), offered.end());
    offered.erase(std::unique(offered.begin(), offered.end()), offered.end());
    std::stable_sort(comparison.plans.begin(), comparison.plans.end(),
                     [](const PlanLine& a, const PlanLine& b) {
                         if (a.refused_because.has_value() != b.refused_because.has_value())
                             return !a.refused_because;
                         return a.cost.effective_rate_ppm < b.cost.effective_rate_ppm;
                     });
    return comparison;
}

Result<LoanPlan> run_schedule(Context& context, const ScheduleIn& in) {
    const auto full = load_full_term(context.db(), context.store_id(), in.term_id);
    if (!full) return loan_terms_not_found;
    if (in.principal < full->term.amount_min || in.principal > full->term.amount_max) {
        return with(loan_amount_out_of_range, "min", to_text(full->term.amount_min))
            .with("max", to_text(full->term.amount_max));
    }
    return plan_of(loan_terms(full->product, full->term, full->fees), in.principal);
}

}  // namespace

const View<Nothing, ProductList> product_list{
    {.name = "financing.product_list", .needs = loan_compare, .refuses = {}, .run = run_product_list}};
const View<CompareIn, Comparison> compare{
    {.name = "financing.compare",
     .needs = loan_compare,
     .refuses = {loan_deal_not_found, loan_over_open, loan_amount_out_of_range},
     .run = run_compare}};
const View<ScheduleIn, LoanPlan> schedule{
    {.name = "financing.schedule",
     .needs = loan_compare,
     .refuses = {loan_terms_not_found, loan_amount_out_of_range, fees_exceed_loan},
     .run = run_schedule}};

}  // namespace forecourt::financing
