#include <modules/customers/customer/customer_actions.h>

#include <modules/customers/consent/consent_store.h>
#include <modules/customers/customer/customer_rules.h>
#include <modules/customers/customer/customer_store.h>
#include <modules/vehicles/api.h>
#include <services/access/api.h>

namespace forecourt::customers {
namespace {

// Long enough to book the next service by it, short enough that a lost telephone does not open the page for
// good.
constexpr Duration link_valid = days(30);

struct LinkEvent {
    std::string name;
    Instant ends_at;
};
FORECOURT_STRUCT(LinkEvent, name, ends_at)

struct LinksRevokedEvent {
    std::string name;
    std::int64_t links{};
    std::string reason;
};
FORECOURT_STRUCT(LinksRevokedEvent, name, links, reason)

struct RevealEvent {
    std::string reason;
};
FORECOURT_STRUCT(RevealEvent, reason)

struct MergeEvent {
    std::string name;
    std::string merged_name;
    std::string reason;
    Id<Customer> from_id;
    Id<Customer> into_id;
};
FORECOURT_STRUCT(MergeEvent, name, merged_name, reason, from_id, into_id)

Result<CustomerRegistered> run_register(Tx& tx, const RegisterCustomer& in) {
    if (in.phone) {
        if (const auto known = customer_with_phone(tx.db(), tx.store_id(), *in.phone)) {
            return CustomerRegistered{.id = *known, .was_known = true};
        }
    }
    if (in.identity_number && customer_with_identity(tx.db(), tx.store_id(), *in.identity_number)) {
        return identity_belongs_to_another;
    }
    const auto id = register_customer(tx, {.name = in.name.value_or(""),
                                           .gender = in.gender.value_or(Gender::unknown),
                                           .company = in.company.value_or(false),
                                           .phone = in.phone,
                                           .identity_number = in.identity_number,
                                           .email = in.email ? in.email->text : "",
                                           .address = in.address.value_or(""),
                                           .source = in.source.value_or(CustomerSource::walk_in),
                                           .consultant_id = {}});
    if (!id) return id.refused();
    return CustomerRegistered{.id = *id, .was_known = false};
}

Result<Nothing> run_update(Tx& tx, const UpdateCustomer& in) {
    auto customer = load_customer(tx.db(), tx.store_id(), in.customer_id);
    if (!customer) return customer_not_found;
    if (auto no = may_change(*customer)) return *no;
    if (in.phone) {
        const auto other = customer_with_phone(tx.db(), tx.store_id(), *in.phone);
        if (other && *other != customer->id) return phone_belongs_to_another;
        seal_phone(*customer, *in.phone);
    }
    if (in.identity_number) {
        const auto other = customer_with_identity(tx.db(), tx.store_id(), *in.identity_number);
        if (other && *other != customer->id) return identity_belongs_to_another;
        seal_identity_number(*customer, *in.identity_number);
    }
    if (in.name) customer->name = in.name->text;
    if (in.gender) customer->gender = *in.gender;
    if (in.company) customer->company = *in.company;
    if (in.email) customer->email = in.email->text;
    if (in.address) customer->address = *in.address;
    if (in.note) customer->note = *in.note;
    customer->version = in.version;
    update_customer(tx, *customer);
    tx.emit("customers.updated", {{"customer", customer->id}},
            CustomerEvent{customer->name, customer->source});
    return Nothing{};
}

Result<RevealedNumber> run_reveal_phone(Tx& tx, const RevealNumber& in) {
    const auto customer = load_surviving(tx.db(), tx.store_id(), in.customer_id);
    if (!customer) return customer_not_found;
    if (!customer->phone_sealed) return no_number_to_reveal;
    tx.emit("customers.phone_revealed", {{"customer", customer->id}}, RevealEvent{in.reason.text});
    return RevealedNumber{open_phone(customer->id, customer->phone_sealed)};
}

Result<RevealedNumber> run_reveal_identity_number(Tx& tx, const RevealNumber& in) {
    const auto customer = load_surviving(tx.db(), tx.store_id(), in.customer_id);
    if (!customer) return customer_not_found;
    if (!customer->identity_sealed) return no_number_to_reveal;
    tx.emit("customers.identity_number_revealed", {{"customer", customer->id}}, RevealEvent{in.reason.text});
    return RevealedNumber{open_identity_number(*customer)};
}

Result<CustomerLinkMade> run_make_link(Tx& tx, const MakeCustomerLink& in) {
    const auto customer = load_customer(tx.db(), tx.store_id(), in.customer_id);
    if (!customer) return customer_not_found;
    if (auto no = may_change(*customer)) return *no;
    const Instant ends_at = tx.now() + link_valid;
    const auto token = access::create_link(tx, "customers.own_page", customer->id.value,
                                           {"customer", customer->id}, link_valid);
    // The token is for the customer alone: the log says that there is one, not which.
    tx.emit("customers.link_made", {{"customer", customer->id}}, LinkEvent{customer->name, ends_at});
    return CustomerLinkMade{"/c/" + token, ends_at};
}

Result<LinksRevoked> run_revoke_links(Tx& tx, const RevokeLinks& in) {
    const auto customer = load_customer(tx.db(), tx.store_id(), in.customer_id);
    if (!customer) return customer_not_found;
    const auto links = access::end_links(tx, customer->id.value);
    if (links == 0) return no_link_to_revoke;
    tx.emit("customers.links_revoked", {{"customer", customer->id}},
            LinksRevokedEvent{customer->name, links, in.reason.text});
    return LinksRevoked{links};
}

Result<Nothing> run_assign_consultant(Tx& tx, const AssignConsultant& in) {
    const auto customer = load_customer(tx.db(), tx.store_id(), in.customer_id);
    if (!customer) return customer_not_found;
    if (auto no = may_change(*customer)) return *no;
    bool found = false;
    for (const auto& person : access::users_with_role(tx.db(), tx.store_id(), Role::sales)) {
        found = found || person.id == in.consultant_id;
    }
    if (!found) return consultant_not_found;
    set_consultant(tx, in.customer_id, in.consultant_id);
    return Nothing{};
}

Result<Nothing> run_merge(Tx& tx, const MergeCustomers& in) {
    auto from = load_customer(tx.db(), tx.store_id(), in.from_id);
    auto into = load_customer(tx.db(), tx.store_id(), in.into_id);
    if (!from || !into) return customer_not_found;
    if (auto no = may_merge(*from, *into)) return *no;
    // What only the record that goes away knew is kept; sealed numbers belong to a row and are sealed anew.
    if (!into->phone_sealed && from->phone_sealed)
        seal_phone(*into, {open_phone(from->id, from->phone_sealed)});
    if (!into->identity_sealed && from->identity_sealed)
        seal_identity_number(*into, {open_identity_number(*from)});
    if (into->email.empty()) into->email = from->email;
    if (into->address.empty()) into->address = from->address;
    if (into->gender == Gender::unknown) into->gender = from->gender;
    if (!into->consultant_id) into->consultant_id = from->consultant_id;
    if (!from->note.empty()) into->note += (into->note.empty() ? "" : "\n") + from->note;
    from->merged_into = into->id;
    from->merged_at = tx.now();
    from->merged_by = tx.actor().name;
    update_customer(tx, *from);
    update_customer(tx, *into);
    move_consents(tx, from->id, into->id);
    vehicles::move_cars(tx, from->id, into->id);
    tx.emit("customers.merged", {{"customer", into->id}, {"customer", from->id}},
            MergeEvent{into->name, from->name, in.reason.text, from->id, into->id});
    return Nothing{};
}

Result<CustomerCarAdded> run_add_car(Tx& tx, const AddCustomerCar& in) {
    const auto customer = load_customer(tx.db(), tx.store_id(), in.customer_id);
    if (!customer) return customer_not_found;
    if (auto no = may_change(*customer)) return *no;
    const vehicles::NewCustomerCar car{.vin = in.vin,
                                       .model_id = in.model_id,
                                       .model_text = in.model_text.value_or(""),
                                       .plate = in.plate,
                                       .colour = in.colour.value_or(""),
                                       .customer_id = in.customer_id,
                                       .mileage_km = in.mileage_km.value_or(0),
                                       .first_registered = in.first_registered};
    const auto id = vehicles::register_customer_car(tx, car);
    if (!id) return id.refused();
    return CustomerCarAdded{*id};
}

}  // namespace

const Action<RegisterCustomer, CustomerRegistered> register_action{
    {.name = "customers.register",
     .needs = customer_write,
     .refuses = {customer_needs_name_or_phone, identity_belongs_to_another},
     .run = run_register}};

const Action<UpdateCustomer, Nothing> update_action{
    {.name = "customers.update",
     .needs = customer_write,
     .refuses = {customer_not_found, customer_is_merged, phone_belongs_to_another,
                 identity_belongs_to_another},
     .run = run_update}};

const Action<RevealNumber, RevealedNumber> reveal_phone{{.name = "customers.reveal_phone",
                                                         .needs = customer_reveal,
                                                         .refuses = {customer_not_found, no_number_to_reveal},
                                                         .run = run_reveal_phone,
                                                         .reveals = true}};

const Action<RevealNumber, RevealedNumber> reveal_identity_number{
    {.name = "customers.reveal_identity_number",
     .needs = customer_reveal,
     .refuses = {customer_not_found, no_number_to_reveal},
     .run = run_reveal_identity_number,
     .reveals = true}};

const Action<RevokeLinks, LinksRevoked> revoke_links{{.name = "customers.revoke_links",
                                                      .needs = customer_link,
                                                      .refuses = {customer_not_found, no_link_to_revoke},
                                                      .run = run_revoke_links}};

const Action<MakeCustomerLink, CustomerLinkMade> make_link{
    {.name = "customers.make_link",
     .needs = customer_link,
     .refuses = {customer_not_found, customer_is_merged},
     .run = run_make_link}};

const Action<AssignConsultant, Nothing> assign_consultant{
    {.name = "customers.assign_consultant",
     .needs = customer_merge,
     .refuses = {customer_not_found, customer_is_merged, consultant_not_found},
     .run = run_assign_consultant}};

const Action<MergeCustomers, Nothing> merge{
    {.name = "customers.merge",
     .needs = customer_merge,
     .refuses = {customer_not_found, merge_with_itself, customer_is_merged},
     .run = run_merge}};

const Action<AddCustomerCar, CustomerCarAdded> add_car{
    {.name = "customers.add_car",
     .needs = customer_write,
     .refuses = {customer_not_found, customer_is_merged, vehicles::car_belongs_to_another,
                 vehicles::plate_taken, vehicles::model_not_found},
     .run = run_add_car}};

}  // namespace forecourt::customers
