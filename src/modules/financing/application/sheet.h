#pragma once
#include <action/paper.h>
#include <modules/financing/application/application.h>
#include <modules/financing/product/product_store.h>
#include <services/access/api.h>

namespace forecourt::financing {

/// The instalment sheet: what the customer reads and signs before the lender is asked. Every fee is on it.
struct Sheet {
    LoanApplication application;
    FullTerm terms;
    LoanPlan plan;
    deals::DealFacts deal;
    std::string customer_name;
    access::StoreFacts store;
    std::string hash;  // over all of it
    std::optional<FileHash> signature;
    Instant created;
};
FORECOURT_STRUCT(Sheet, application, terms, plan, deal, customer_name, store, hash, signature, created)

/// The sheet of an application as it is now.
Sheet compose_sheet(const Context& context, const LoanApplication& application);

/// The sheet on paper: with the picture of the signature, or as a draft without one.
std::string sheet_pdf_of(const Sheet& sheet);
extern const Paper<Sheet> sheet_paper;

const char* text_of(Repayment repayment);
/// "5.537 %"
std::string percent_text(std::int64_t ppm);

}  // namespace forecourt::financing
