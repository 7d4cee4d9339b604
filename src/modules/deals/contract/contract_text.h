#pragma once
#include <modules/deals/contract/contract.h>
#include <services/access/api.h>
#include <templates/contract_template.h>

namespace forecourt::deals {

/// The words of a contract as they are now, out of the template and the records it speaks of.
struct ContractText {
    const templates::TemplateVersion* version{};
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

/// How the contract stands on paper: with the picture of the signature, or marked as a draft.
std::string contract_pdf_of(const ContractText& text, const Contract& contract, const std::string& signature,
                            Instant created);

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
