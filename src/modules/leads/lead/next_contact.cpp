#include <modules/leads/lead/next_contact.h>

#include <services/tasks/api.h>

namespace forecourt::leads {
namespace {

constexpr std::string_view task_title = "task.contact_customer";

struct ContactTask {
    std::string customer_name;
    ContactChannel channel{};
    LeadGrade grade{};
};
FORECOURT_STRUCT(ContactTask, customer_name, channel, grade)

}  // namespace

void set_next_contact(Tx& tx, LeadRow& lead, const NextContact& next) {
    lead.next_contact_at = next.at;
    lead.next_contact_channel = next.channel;
    lead.next_contact_plan = next.plan;
    if (next.at > tx.now()) lead.escalated_at.reset();
    tasks::close_tasks(tx, {"lead", lead.id}, task_title);
    const ContactTask params{
        .customer_name = customers::customer_name(tx.db(), tx.store_id(), lead.customer_id),
        .channel = next.channel,
        .grade = lead.grade};
    tasks::add_task(tx, {.title_key = task_title,
                         .params_json = reflect::to_json(params),
                         .user_id = lead.consultant_id,
                         .role = {},
                         .due_at = next.at,
                         .about = {"lead", lead.id},
                         .customer_id = lead.customer_id.value,
                         .link = "/leads/" + std::to_string(lead.id.value),
                         .process = {},
                         .milestone = {}});
}

void drop_next_contact(Tx& tx, LeadRow& lead) {
    lead.next_contact_at.reset();
    lead.next_contact_channel.reset();
    lead.next_contact_plan.clear();
    tasks::close_tasks(tx, {"lead", lead.id}, task_title);
}

}  // namespace forecourt::leads
