#include <modules/financing/product/product_actions.h>
#include <modules/financing/product/product_rules.h>
#include <modules/financing/product/product_store.h>

#include <algorithm>

namespace forecourt::financing {
namespace {

struct ProductEvent {
    std::string lender_name;
    std::string name;
};
FORECOURT_STRUCT(ProductEvent, lender_name, name)

struct TermsEvent {
    std::string lender_name;
    std::string name;
    std::int64_t months{};
    std::int64_t annual_rate_ppm{};
    std::string valid_from;
    std::string valid_until;
};
FORECOURT_STRUCT(TermsEvent, lender_name, name, months, annual_rate_ppm, valid_from, valid_until)

TermsEvent event_of(const LoanProduct& product, const Term& term) {
    return {product.lender_name,
            product.name,
            term.months,
            term.annual_rate_ppm,
            to_text(term.valid_from),
            term.valid_until ? to_text(*term.valid_until) : ""};
}

Result<ProductAdded> run_add_product(Tx& tx, const AddProduct& in) {
    if (product_exists(tx.db(), tx.store_id(), in.lender_name.text, in.name.text)) return product_is_there;
    const LoanProduct product{.id = tx.new_id<LoanProduct>(),
                              .lender_name = in.lender_name.text,
                              .name = in.name.text,
                              .repayment = in.repayment,
                              .created_by = tx.actor().user_id,
                              .created_at = tx.now()};
    auto papers = in.papers;
    std::sort(papers.begin(), papers.end());
    papers.erase(std::unique(papers.begin(), papers.end()), papers.end());
    insert_product(tx, product, papers);
    tx.emit("financing.product_added", {{"loan_product", product.id}},
            ProductEvent{product.lender_name, product.name});
    return ProductAdded{product.id};
}

Result<TermsPublished> run_publish_terms(Tx& tx, const PublishTerms& in) {
    const auto product = load_product(tx.db(), tx.store_id(), in.product_id);
    if (!product) return product_not_found;
    const auto others = terms_of(tx.db(), tx.store_id(), product->id);
    if (auto no = check_terms(*product, in, others)) return *no;
    const Term term{.id = tx.new_id<Term>(),
                    .product_id = product->id,
                    .valid_from = in.valid_from,
                    .valid_until = in.valid_until,
                    .months = in.months,
                    .annual_rate_ppm = in.annual_rate_ppm,
                    .down_payment_basis_points = in.down_payment_basis_points,
                    .amount_min = in.amount_min,
                    .amount_max = in.amount_max,
                    .balloon_basis_points = in.balloon_basis_points,
                    .published_by = tx.actor().user_id,
                    .published_at = tx.now()};
    insert_term(tx, term, in.fees);
    tx.emit("financing.terms_published", {{"loan_product", product->id}}, event_of(*product, term));
    return TermsPublished{term.id};
}

Result<Nothing> run_end_terms(Tx& tx, const EndTerms& in) {
    auto term = load_term(tx.db(), tx.store_id(), in.term_id);
    if (!term) return loan_terms_not_found;
    if (auto no = check_end(*term, in.valid_until)) return *no;
    if (!end_term(tx, term->id, in.valid_until)) return loan_terms_ended;
    term->valid_until = in.valid_until;
    const auto product = load_product(tx.db(), tx.store_id(), term->product_id);
    ensure(product.has_value());
    tx.emit("financing.terms_ended", {{"loan_product", product->id}}, event_of(*product, *term));
    return Nothing{};
}

}  // namespace

const Action<AddProduct, ProductAdded> add_product{{.name = "financing.add_product",
                                                    .needs = product_write,
                                                    .refuses = {product_is_there},
                                                    .run = run_add_product}};

const Action<PublishTerms, TermsPublished> publish_terms{
    {.name = "financing.publish_terms",
     .needs = product_write,
     .refuses = {product_not_found, months_out_of_range, loan_rate_out_of_range, down_payment_out_of_range,
                 loan_amounts_wrong, balloon_out_of_range, loan_fee_wrong, valid_days_wrong,
                 loan_terms_overlap},
     .run = run_publish_terms}};

const Action<EndTerms, Nothing> end_terms{
    {.name = "financing.end_terms",
     .needs = product_write,
     .refuses = {loan_terms_not_found, loan_terms_ended, valid_days_wrong},
     .run = run_end_terms}};

}  // namespace forecourt::financing
