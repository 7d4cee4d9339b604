#include <services/messages/messages.sql.h>
#include <services/messages/module.h>
#include <services/messages/views.h>

namespace forecourt::messages {
namespace {

Result<Page<OutboxRow>> run_outbox(Context& context, const OutboxInput& in) {
    const auto chosen = [&](MessageState state) {
        return in.state == state ? std::optional<bool>(true) : std::nullopt;
    };
    return list_page<OutboxRow>(context, sql::messages::list_messages, in, "-created_at",
                                {{"state_waiting", chosen(MessageState::waiting)},
                                 {"state_sent", chosen(MessageState::sent)},
                                 {"state_given_up", chosen(MessageState::given_up)}});
}

/// What the store has written to the customer who looks, the newest first.
Result<OwnMessages> run_mine(Context& context, const Nothing&) {
    if (!context.actor().is_customer()) return OwnMessages{};
    return OwnMessages{db::all<OwnMessage>(
        context.db(), sql::messages::messages_of_customer,
        {{"store_id", context.store_id()}, {"customer_id", context.actor().customer_id}})};
}

}  // namespace

const View<OutboxInput, Page<OutboxRow>> outbox{{.name = "messages.outbox",
                                                 .needs = outbox_read,
                                                 .refuses = {cursor_not_understood, sort_not_offered},
                                                 .run = run_outbox}};
const View<Nothing, OwnMessages> mine{
    {.name = "messages.mine", .needs = own_messages, .refuses = {}, .run = run_mine}};

const Module messages_module{
    .name = "messages",
    .needs = {},
    .actions = {},
    .views = {&outbox, &mine},
    .grants = {{outbox_read,
                {Role::gm, Role::sales_manager, Role::sales, Role::advisor, Role::care, Role::admin}},
               {own_messages, {Role::customer}}},
    .events = {"messages.sent", "messages.given_up"},
    .handlers = {},
    .jobs = {},
};

}  // namespace forecourt::messages
