#include <db/send.h>
#include <modules/financing/product/financing_product.sql.h>
#include <modules/financing/product/product_store.h>

namespace forecourt::financing {

namespace statements = sql::financing_product;

namespace {

struct PaperRow {
    LoanPaper paper{};
};
FORECOURT_STRUCT(PaperRow, paper)

}  // namespace

std::optional<LoanProduct> load_product(db::Connection& db, Id<Store> store, Id<LoanProduct> id) {
    return db::first<LoanProduct>(db, statements::find_product, {{"store_id", store}, {"id", id}});
}

std::vector<LoanProduct> every_product(db::Connection& db, Id<Store> store) {
    return db::all<LoanProduct>(db, statements::every_product, {{"store_id", store}});
}

std::vector<LoanPaper> papers_of(db::Connection& db, Id<Store> store, Id<LoanProduct> product) {
    std::vector<LoanPaper> papers;
    for (const auto& row : db::all<PaperRow>(db, statements::papers_of_product,
                                             {{"store_id", store}, {"product_id", product}})) {
        papers.push_back(row.paper);
    }
    return papers;
}

std::optional<Term> load_term(db::Connection& db, Id<Store> store, Id<Term> id) {
    return db::first<Term>(db, statements::find_term, {{"store_id", store}, {"id", id}});
}

std::vector<Term> terms_of(db::Connection& db, Id<Store> store, Id<LoanProduct> product) {
    return db::all<Term>(db, statements::terms_of_product, {{"store_id", store}, {"product_id", product}});
}

std::vector<FeeTerm> fees_of(db::Connection& db, Id<Store> store, Id<Term> term) {
    return db::all<FeeTerm>(db, statements::fees_of_term, {{"store_id", store}, {"term_id", term}});
}

std::optional<FullTerm> load_full_term(db::Connection& db, Id<Store> store, Id<Term> id) {
    const auto term = load_term(db, store, id);
    if (!term) return std::nullopt;
    const auto product = load_product(db, store, term->product_id);
    ensure(product.has_value());
    return FullTerm{*product, *term, fees_of(db, store, id)};
}

bool product_exists(db::Connection& db, Id<Store> store, const std::string& lender_name,
                    const std::string& name) {
    return db::number(db, statements::product_named,
                      {{"store_id", store}, {"lender_name", lender_name}, {"name", name}})
        .has_value();
}

void insert_product(Tx& tx, const LoanProduct& product, const std::vector<LoanPaper>& papers) {
    db::send(tx.db(), statements::insert_product, db::Params::of(product, {{"store_id", tx.store_id()}}));
    for (const auto paper : papers) {
        db::send(tx.db(), statements::insert_product_paper,
                 {{"id", tx.new_number()},
                  {"store_id", tx.store_id()},
                  {"product_id", product.id},
                  {"paper", name_of(paper)}});
    }
}

void insert_term(Tx& tx, const Term& term, const std::vector<FeeTerm>& fees) {
    db::send(tx.db(), statements::insert_term, db::Params::of(term, {{"store_id", tx.store_id()}}));
    for (const auto& fee : fees) {
        db::send(tx.db(), statements::insert_fee,
                 db::Params::of(
                     fee, {{"id", tx.new_number()}, {"store_id", tx.store_id()}, {"term_id", term.id}}));
    }
}

bool end_term(Tx& tx, Id<Term> id, Date valid_until) {
    return tx.db().execute(statements::end_term,
                           {{"id", id}, {"store_id", tx.store_id()}, {"valid_until", valid_until}}) == 1;
}

}  // namespace forecourt::financing
