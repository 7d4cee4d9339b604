#include <modules/customers/consent/consent_rules.h>
#include <modules/customers/consent/consent_store.h>
#include <modules/customers/customer/customer_rules.h>
#include <modules/customers/customer/customer_store.h>

namespace forecourt::customers {
namespace {

struct ConsentEvent {
    ConsentPurpose purpose{};
    ConsentChannel channel{};
    std::string text_version;
};
FORECOURT_STRUCT(ConsentEvent, purpose, channel, text_version)

ConsentEvent event_of(const ConsentRow& consent) {
    return {.purpose = consent.purpose, .channel = consent.channel, .text_version = consent.text_version};
}

Result<ConsentGiven> run_give_consent(Tx& tx, const GiveConsent& in) {
    const auto customer = load_customer(tx.db(), tx.store_id(), in.customer_id);
    if (!customer || !is_own_or_staff(tx.actor(), in.customer_id)) return customer_not_found;
    if (auto no = may_change(*customer)) return *no;
    if (open_consent(tx.db(), tx.store_id(), in.customer_id, in.purpose)) return consent_given_already;
    const ConsentRow consent{.id = tx.new_id<Consent>(),
                             .customer_id = in.customer_id,
                             .purpose = in.purpose,
                             .text_version = in.text_version.text,
                             .channel = tx.actor().is_customer() ? ConsentChannel::own_page : in.channel,
                             .given_at = tx.now(),
                             .given_by = tx.actor().is_customer() ? customer->name : tx.actor().name,
                             .withdrawn_at = {},
                             .withdrawn_by = {},
                             .version = 1};
    insert_consent(tx, consent);
    tx.emit("customers.consent_given", {{"customer", in.customer_id}, {"consent", consent.id}},
            event_of(consent));
    return ConsentGiven{consent.id};
}

Result<Nothing> run_withdraw_consent(Tx& tx, const WithdrawConsent& in) {
    auto consent = load_consent(tx.db(), tx.store_id(), in.consent_id);
    if (!consent || !is_own_or_staff(tx.actor(), consent->customer_id)) return consent_not_found;
    if (auto no = may_withdraw(*consent)) return *no;
    consent->withdrawn_at = tx.now();
    consent->withdrawn_by = tx.actor().name;
    store_withdrawal(tx, *consent);
    tx.emit("customers.consent_withdrawn", {{"customer", consent->customer_id}, {"consent", consent->id}},
            event_of(*consent));
    return Nothing{};
}

}  // namespace

const Action<GiveConsent, ConsentGiven> give_consent{
    {.name = "customers.give_consent",
     .needs = own_record,
     .refuses = {customer_not_found, customer_is_merged, consent_given_already},
     .run = run_give_consent}};

const Action<WithdrawConsent, Nothing> withdraw_consent{
    {.name = "customers.withdraw_consent",
     .needs = own_record,
     .refuses = {consent_not_found, consent_withdrawn_already},
     .run = run_withdraw_consent}};

}  // namespace forecourt::customers
