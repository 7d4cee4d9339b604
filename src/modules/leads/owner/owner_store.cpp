#include <modules/leads/owner/owner.h>

#include <db/rows.h>
#include <db/send.h>
#include <modules/leads/owner/leads_owner.sql.h>
#include <services/access/api.h>

#include <algorithm>

namespace forecourt::leads {

namespace statements = sql::leads_owner;

std::optional<OwnerChoice> choose_owner(const Context& context,
                                        const std::optional<Id<vehicles::Model>>& model) {
    const auto present = reception::present_consultants(context);
    std::vector<Id<User>> knowing;
    if (model) {
        if (const auto facts = vehicles::find_model(context.db(), context.store_id(), *model)) {
            knowing = reception::who_knows(context.db(), context.store_id(), facts->series);
        }
    }
    const auto has = [](const std::vector<Id<User>>& list, Id<User> id) {
        return std::find(list.begin(), list.end(), id) != list.end();
    };
    std::vector<Candidate> candidates;
    for (const auto& person : access::users_with_role(context.db(), context.store_id(), Role::sales)) {
        const db::Params of_person{{"store_id", context.store_id()}, {"user_id", person.id}};
        Candidate one{
            .user_id = person.id,
            .present = has(present, person.id),
            .knows_model = has(knowing, person.id),
            .last_given_at = {},
            .open_leads = db::number(context.db(), statements::open_leads_of, of_person).value_or(0)};
        if (const auto last = db::number(context.db(), statements::last_given, of_person)) {
            one.last_given_at = Instant{*last};
        }
        candidates.push_back(one);
    }
    return choose_owner(candidates);
}

void add_owner(Tx& tx, const LeadRow& lead, OwnerBecause because, const std::string& reason) {
    const OwnerRow owner{.id = tx.new_id<Owner>(),
                         .user_id = lead.consultant_id,
                         .since = tx.now(),
                         .because = because,
                         .reason = reason,
                         .given_by = tx.actor().name};
    db::send(tx.db(), statements::insert_owner,
             db::Params::of(owner, {{"store_id", tx.store_id()}, {"lead_id", lead.id}}));
}

std::vector<OwnerRow> owners_of(db::Connection& db, Id<Store> store, Id<Lead> lead) {
    return db::all<OwnerRow>(db, statements::owners_of_lead, {{"store_id", store}, {"lead_id", lead}});
}

}  // namespace forecourt::leads
