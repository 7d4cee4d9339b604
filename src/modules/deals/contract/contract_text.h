#pragma once
#include <action/paper.h>
#include <modules/deals/contract/contract.h>
#include <services/access/api.h>
#include <templates/contract_template.h>

namespace forecourt::deals {

/// The words of a contract as they are now, out of the template and the records it speaks of.
struct ContractText {
    templates::TemplateVersion version;
    std::vector<templates::Clause> clauses;  // complete, with the identity number
    std::vector<templates::Clause> masked;   // for the screen
    std::vector<std::string> missing;
    std::vector<DealLine> lines;
    std::string hash;
    access::StoreFacts store;
    customers::CustomerFacts customer;
};

/// Composes the words for a contract with these terms (its number, template, deposit and days are used).
ContractText compose(const Context& context, const Deal& deal, const Contract& terms);

/// What stands on the paper of a contract, signed or not.
struct ContractPaper {
    std::string title;
    std::string number;
    std::int64_t revision{};
    std::string contents_hash;
    access::StoreFacts store;
    std::vector<templates::Clause> clauses;
    std::vector<DealLine> lines;
    Money total;
    std::string buyer_name;
    std::optional<FileHash> signature;
    std::optional<Instant> signed_at;  // without it it is marked as a draft
    Instant created;
};
FORECOURT_STRUCT(ContractPaper, title, number, revision, contents_hash, store, clauses, lines, total,
                 buyer_name, signature, signed_at, created)
ContractPaper contract_paper_of(const ContractText& text, const Contract& contract, Instant created);
std::string draw_contract(const ContractPaper& paper);

/// The signed contract, for the archive.
extern const Paper<ContractPaper> contract_paper;

/// The one-page purchase plan.
struct PlanPaper {
    Deal deal;
    std::vector<DealLine> lines;  // in the order they are shown
    std::string customer_name;
    std::string consultant_name;
    std::string car_facts;  // colour, VIN; empty when no car was chosen
    access::StoreFacts store;
    Instant created;
};
std::string plan_pdf_of(const PlanPaper& paper);

}  // namespace forecourt::deals
