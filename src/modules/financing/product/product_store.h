#pragma once
#include <modules/financing/product/product.h>

namespace forecourt::financing {

std::optional<LoanProduct> load_product(db::Connection& db, Id<Store> store, Id<LoanProduct> id);
std::vector<LoanProduct> every_product(db::Connection& db, Id<Store> store);
std::vector<LoanPaper> papers_of(db::Connection& db, Id<Store> store, Id<LoanProduct> product);
std::optional<Term> load_term(db::Connection& db, Id<Store> store, Id<Term> id);
/// All of a product, also those that are over.
std::vector<Term> terms_of(db::Connection& db, Id<Store> store, Id<LoanProduct> product);
std::vector<FeeTerm> fees_of(db::Connection& db, Id<Store> store, Id<Term> term);

/// A term with what belongs to it.
struct FullTerm {
    LoanProduct product;
    Term term;
    std::vector<FeeTerm> fees;
};
FORECOURT_STRUCT(FullTerm, product, term, fees)
std::optional<FullTerm> load_full_term(db::Connection& db, Id<Store> store, Id<Term> id);

bool product_exists(db::Connection& db, Id<Store> store, const std::string& lender_name,
                    const std::string& name);
void insert_product(Tx& tx, const LoanProduct& product, const std::vector<LoanPaper>& papers);
void insert_term(Tx& tx, const Term& term, const std::vector<FeeTerm>& fees);
/// False when it had ended already.
bool end_term(Tx& tx, Id<Term> id, Date valid_until);

}  // namespace forecourt::financing
