#include <documents/chinese_money.h>
#include <modules/deals/contract/contract_text.h>
#include <modules/deals/quote/deal_rules.h>
#include <modules/deals/quote/deal_store.h>
#include <secrets/digest.h>

#include <algorithm>

namespace forecourt::deals {
namespace {

struct Parties {
    access::StoreFacts store;
    customers::CustomerFacts customer;
    std::string identity;
    std::optional<vehicles::CarFacts> car;
};

templates::Values values_of(const Deal& deal, const Contract& terms, const Parties& parties) {
    const auto& car = parties.car;
    return {{"seller_name", parties.store.legal_name},
            {"seller_tax_number", parties.store.tax_number},
            {"seller_address", parties.store.address},
            {"seller_phone", parties.store.phone},
            {"buyer_name", parties.customer.name},
            {"buyer_identity", parties.identity},
            {"buyer_phone", parties.customer.phone},
            {"buyer_address", parties.customer.address},
            {"car_title", deal.car_title},
            {"colour", car ? car->colour : ""},
            {"vin", car ? car->vin.text : ""},
            {"plate", car && car->plate ? car->plate->text : ""},
            {"mileage_km", car ? std::to_string(car->mileage_km) : ""},
            {"first_registered", car && car->first_registered ? to_text(*car->first_registered) : ""},
            {"total", to_text(deal.total)},
            {"total_words", documents::chinese_money(deal.total)},
            {"deposit", to_text(terms.deposit)},
            {"pay_by", to_text(terms.pay_by)},
            {"deliver_on", to_text(terms.deliver_on)}};
}

// The hash covers the words and every line of the plan, so that nothing of what was read can differ.
std::string hash_of(const ContractText& text, const Contract& terms) {
    std::string all = terms.number + "\n" + templates::plain_text(text.version, text.clauses);
    for (const auto& line : text.lines) {
        all += line.title + "\t" + line.explanation + "\t" + to_text(line.amount) + "\t" +
               to_text(line.worth) + "\n";
    }
    return secrets::sha256_hex(all);
}

}  // namespace

ContractText compose(const Context& context, const Deal& deal, const Contract& terms) {
    auto& db = context.db();
    const auto store = context.store_id();
    Parties parties{.store = access::store_facts(db, store),
                    .customer = {},
                    .identity = customers::identity_number_of(db, store, deal.customer_id),
                    .car = {}};
    const auto customer = customers::find_customer(db, store, deal.customer_id);
    ensure(customer.has_value());
    parties.customer = *customer;
    if (deal.car_id) parties.car = vehicles::find_car(db, store, *deal.car_id);
    // The words the contract was drafted by, whatever the store has published since.
    auto words = contract_templates::numbered(db, store, terms.template_name, terms.template_version);
    ensure(words.has_value());
    ContractText text;
    text.version = std::move(*words);
    const auto values = values_of(deal, terms, parties);
    text.clauses = templates::filled_clauses(text.version, values);
    text.missing = templates::missing_values(text.version, values);
    parties.identity = customer->identity_masked;
    text.masked = templates::filled_clauses(text.version, values_of(deal, terms, parties));
    text.lines = lines_of(db, store, deal.id);
    std::stable_sort(text.lines.begin(), text.lines.end(), [](const DealLine& a, const DealLine& b) {
        return section_of(a.kind) < section_of(b.kind);
    });
    text.store = std::move(parties.store);
    text.customer = std::move(parties.customer);
    text.hash = hash_of(text, terms);
    return text;
}

}  // namespace forecourt::deals
