#include <bench/client.h>
#include <bench/work.h>
#include <program/application.h>
#include <secrets/digest.h>
#include <services/access/api.h>

#include <filesystem>
#include <stdexcept>

namespace forecourt::bench {
namespace {

Actor person(program::Application& application, const std::string& login) {
    Actor actor;
    application.database().read([&](db::Connection& db) {
        for (const auto& store : access::every_store(db)) actor.store_id = store.id;
        for (const auto role : reflect::type_of<Role>()->values) {
            const auto named = *reflect::value_named<Role>(role);
            for (const auto& user : access::users_with_role(db, actor.store_id, named)) {
                if (access::find_user(db, user.id)->login != login) continue;
                actor.user_id = user.id;
                actor.name = user.name;
                actor.roles.push_back(named);
            }
        }
    });
    actor.rights = application.runner().modules().rights_of(actor.roles);
    return actor;
}

// Of each action other keys, so that one after another can be asked of the same server.
std::string key_of(const std::string& action, std::size_t number) {
    const std::string digits = std::to_string(number);
    return secrets::sha256_hex(action).substr(0, 8) + "-8d1b-4c57-9a3e-" +
           std::string(12 - std::min<std::size_t>(12, digits.size()), '0') + digits;
}

std::vector<std::pair<std::string, std::string>> parameters_of(const std::string& query) {
    std::vector<std::pair<std::string, std::string>> parameters;
    for (std::size_t at = 0; at < query.size();) {
        const auto end = std::min(query.find('&', at), query.size());
        const auto equal = query.find('=', at);
        parameters.emplace_back(query.substr(at, equal - at), query.substr(equal + 1, end - equal - 1));
        at = end + 1;
    }
    return parameters;
}

// One after the other, so that each is a transaction of its own.
void run_actions(const Work& work, const DataSet& data, std::size_t count, const Actor& actor,
                 program::Application& application) {
    const auto* action = application.runner().modules().find_action(work.name);
    for (std::size_t i = 0; i < count; ++i) {
        const auto answer = application.runner().run_and_wait({.action = action,
                                                               .actor = actor,
                                                               .input = work.input(data, i),
                                                               .idempotency_key = key_of(work.name, i),
                                                               .now = program::system_clock()});
        if (answer.ending != program::Ending::done)
            throw std::runtime_error("bench: " + work.name + ": " +
                                     (answer.refused ? std::string(answer.refused->name()) : "failed"));
    }
}

void run_views(const Work& work, const DataSet& data, std::size_t count, const Actor& actor,
               program::Application& application) {
    const auto* view = application.runner().modules().find_view(work.name);
    for (std::size_t i = 0; i < count; ++i) {
        application.database().read([&](db::Connection& db) {
            Context context(db, actor, program::system_clock());
            const auto done = view->run_query(context, parameters_of(work.input(data, i)));
            if (done.refused || !done.errors.empty())
                throw std::runtime_error("bench: " + work.name + " refused");
        });
    }
}

}  // namespace

std::string Work::path() const {
    std::string text = "/api/" + name;
    text[text.find('.')] = '/';
    return text;
}

std::string Work::request(const DataSet& data, const std::string& token, std::size_t number) const {
    if (is_action) return post_request(path(), token, key_of(name, number), input(data, number));
    return get_request(path() + "?" + input(data, number), token);
}

Work register_arrival() {
    return {.title = "register an arrival",
            .name = "reception.register_arrival",
            .login = "host",
            .is_action = true,
            .input = [](const DataSet&, std::size_t) {
                return std::string(
                    R"({"party_size":2,"purpose":"look_at_cars","channel":"walk_in","name":"张先生"})");
            }};
}

Work settle_order() {
    return {.title = "settle a repair order",
            .name = "workshop.settle_order",
            .login = "advisor1",
            .is_action = true,
            .input = [](const DataSet& data, std::size_t number) {
                return "{\"order_id\":" +
                       std::to_string(data.order_id(data.orders + static_cast<std::int64_t>(number))) +
                       ",\"version\":1,\"round_to\":\"yuan\"}";
            }};
}

Work order_list() {
    return {.title = "list of 50 repair orders",
            .name = "workshop.order_list",
            .login = "gm",
            .is_action = false,
            .input = [](const DataSet&, std::size_t) { return std::string("limit=50"); }};
}

Work order_record() {
    return {.title = "record of a repair order",
            .name = "workshop.order",
            .login = "gm",
            .is_action = false,
            // Two thousand orders, from all years.
            .input = [](const DataSet& data, std::size_t number) {
                const auto order = static_cast<std::int64_t>(number % 2'000) * (data.orders / 2'000);
                return "order_id=" + std::to_string(data.order_id(order));
            }};
}

std::vector<Work> sales_works() {
    const auto nothing = [](const DataSet&, std::size_t) { return std::string(); };
    return {
        {.title = "start a quote",
         .name = "deals.start_quote",
         .login = "sales1",
         .is_action = true,
         .input =
             [](const DataSet& data, std::size_t number) {
                 const auto which = static_cast<std::int64_t>(number) % 2'000;
                 return "{\"customer_id\":" + std::to_string(data.customer_id(which)) +
                        ",\"lead_id\":" + std::to_string(data.open_lead_id(which)) +
                        ",\"model_id\":" + std::to_string(data.model_id()) + "}";
             }},
        {.title = "give a discount",
         .name = "deals.set_discount",
         .login = "sales1",
         .is_action = true,
         .input =
             [](const DataSet& data, std::size_t number) {
                 return "{\"deal_id\":" +
                        std::to_string(data.deal_id(data.orders + static_cast<std::int64_t>(number))) +
                        ",\"version\":1,\"amount\":100000,\"reason\":\"老客户介绍\"}";
             }},
        {.title = "showroom now",
         .name = "reception.showroom_now",
         .login = "sales_manager",
         .is_action = false,
         .input = nothing},
        // As many cases in every data set: a hundred days of the small one, a day of the large one.
        {.title = "funnel of 450 cases by consultant",
         .name = "leads.funnel",
         .login = "sales_manager",
         .is_action = false,
         .input =
             [](const DataSet& data, std::size_t) {
                 const Date today = local_date(program::system_clock());
                 const auto days = static_cast<int>(1'000'000 / data.orders);
                 return "by=consultant&from_date=" + to_text(today + (-1 - days)) +
                        "&to_date=" + to_text(today + -2);
             }},
        {.title = "day of test drives",
         .name = "showroom.test_drive_calendar",
         .login = "sales_manager",
         .is_action = false,
         .input = [](const DataSet&,
                     std::size_t) { return "date=" + to_text(local_date(program::system_clock())); }},
        {.title = "list of 50 cars in stock",
         .name = "vehicles.stock_list",
         .login = "sales_manager",
         .is_action = false,
         .input = [](const DataSet&, std::size_t) { return std::string("limit=50"); }},
        {.title = "list of 50 open leads",
         .name = "leads.lead_list",
         .login = "sales_manager",
         .is_action = false,
         .input = [](const DataSet&, std::size_t) { return std::string("limit=50&state=open"); }},
    };
}

std::optional<Recording> record(const Work& work, const DataSet& data, std::size_t count) {
    const auto folder = working_copy(data, "recording");
    std::optional<Recording> recording;
    {
        program::Application application({.data_folder = folder, .postgresql_url = {}});
        const auto& modules = application.runner().modules();
        if (work.is_action ? modules.find_action(work.name) != nullptr
                           : modules.find_view(work.name) != nullptr) {
            const auto actor = person(application, work.login);
            start_recording();
            (work.is_action ? run_actions : run_views)(work, data, count, actor, application);
            recording = stop_recording();
        }
    }
    std::filesystem::remove_all(folder);
    return recording;
}

}  // namespace forecourt::bench
