#include <conformance/requests.h>

#include <program/api.h>
#include <program/openapi.h>
#include <services/access/api.h>
#include <testing/json_value.h>
#include <testing/place.h>
#include <testing/story.h>

#include <filesystem>
#include <future>
#include <map>

namespace forecourt::conformance {
namespace {

using reflect::Kind;
using reflect::Type;
using testing::JsonValue;

constexpr db::Sql count_everything{"conformance.count",
                                   "select count(*), coalesce(sum(seq), 0) from log_event"};
constexpr db::Sql list_objects{
    "conformance.objects",
    "select object_type, max(object_id) from log_event_object where store_id = :store_id "
    "group by object_type"};

// Answers a request without a network.
class Waiting final : public http::Exchange {
  public:
    void answer(http::Response&& response) override {
        if (!done_.exchange(true)) promise_.set_value(std::move(response));
    }
    void stream(http::StreamOptions&&) override { answer({.status = 299}); }
    http::Response wait() { return promise_.get_future().get(); }

  private:
    std::atomic<bool> done_{false};
    std::promise<http::Response> promise_;
};

struct Reply {
    int status{};
    JsonValue body;
    std::string text;
    std::string code() const {
        const auto* code = body.member("code");
        return code ? code->text : "";
    }
    bool names(const std::string& path) const {
        const auto* errors = body.member("errors");
        if (errors == nullptr) return false;
        for (const auto& error : errors->items) {
            if (error.member("path")->text == path) return true;
        }
        return false;
    }
};

struct Person {
    Role role{};
    std::string token;
    std::vector<std::string_view> rights;
};

class Asker {
  public:
    Asker(program::Api& api, std::vector<std::string>& findings) : api_(api), findings_(findings) {}

    Reply ask(http::Method method, const std::string& path, const std::string& token, std::string body) {
        http::Request request;
        request.method = method;
        const auto question = path.find('?');
        request.path = path.substr(0, question);
        if (question != std::string::npos) request.query = path.substr(question + 1);
        request.headers = {{"Content-Type", "application/json"}};
        if (!token.empty()) request.headers.push_back({"Authorization", "Bearer " + token});
        request.body = std::move(body);
        auto waiting = std::make_shared<Waiting>();
        api_.handle(std::move(request), http::Responder(waiting));
        const auto response = waiting->wait();
        Reply reply{.status = response.status, .body = {}, .text = std::string(response.body.view())};
        const bool is_json = response.content_type.find("json") != std::string::npos;
        if (is_json && !reply.text.empty()) reply.body = testing::parse_json(reply.text);
        return reply;
    }

    void expect(bool right, const std::string& what, const Reply& reply) {
        if (!right)
            findings_.push_back(what + ": answered " + std::to_string(reply.status) + " " + reply.code());
    }

  private:
    program::Api& api_;
    std::vector<std::string>& findings_;
};

std::string path_of(std::string_view name) {
    std::string path = "/api/" + std::string(name);
    path[path.find('.')] = '/';
    return path;
}

using Objects = std::map<std::string, std::int64_t>;

// A text that passes the check of its kind.
std::string sample_text(const Type& type) {
    const std::map<std::string_view, const char*> samples{
        {"vin", "LATPAB071W1005301"},
        {"plate", "浙A12345"},
        {"phone", "13800138000"},
        {"identity_number", "11010519491231002X"},
        {"email", "a@example.com"},
        {"filled", "x"},
        {"file", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}};
    const auto found = samples.find(type.format);
    return found == samples.end() ? "x" : found->second;
}

// The smallest input that decodes. Keys name the given records where there is one of their kind.
std::string sample(const Type& type, const Objects& objects) {
    switch (type.kind) {
        case Kind::boolean:
            return "true";
        case Kind::integer: {
            const auto found = objects.find(program::snake_case(type.object));
            return found == objects.end() ? "1" : std::to_string(found->second);
        }
        case Kind::instant:
            return "\"2026-03-03T02:00:00Z\"";
        case Kind::date:
            return "\"2026-03-03\"";
        case Kind::text:
            return "\"x\"";
        case Kind::checked:
            return "\"" + sample_text(type) + "\"";
        case Kind::enumeration:
            return "\"" + std::string(type.values.front()) + "\"";
        case Kind::json:
            return "{}";
        case Kind::optional:
            return "null";
        case Kind::list:
            return "[]";
        case Kind::record: {
            std::string out = "{";
            for (const auto& field : type.fields) {
                if (out.size() > 1) out += ",";
                out += "\"" + std::string(field.name) + "\":" + sample(*field.type(), objects);
            }
            return out + "}";
        }
    }
    return "null";
}

bool names_a_record(const Type& input) {
    for (const auto& field : input.fields) {
        if (field.type()->kind == Kind::integer && !field.type()->object.empty()) return true;
    }
    return false;
}

bool holds(const std::vector<std::string_view>& rights, const Right& right) {
    return right.name == everyone.name || right.name == anyone_signed_in.name ||
           std::find(rights.begin(), rights.end(), right.name) != rights.end();
}

class Walk {
  public:
    Walk(Asker& asker, const Modules& modules, std::vector<Person> first, std::vector<Person> second,
         Objects objects, bool plant)
        : asker_(asker),
          modules_(modules),
          first_(std::move(first)),
          second_(std::move(second)),
          objects_(std::move(objects)),
          plant_(plant) {}

    void run() {
        for (const auto* module : modules_.all()) {
            for (const auto* action : module->actions) walk_action(*action);
            for (const auto* view : module->views) walk_view(*view);
        }
    }

  private:
    const Person* somebody(const std::vector<Person>& people, const Right& right) const {
        for (const auto& person : people) {
            if (holds(person.rights, right)) return &person;
        }
        return nullptr;
    }

    // security 55
    void walk_roles(const std::string& name, const Right& right, http::Method method,
                    const std::string& body) {
        const std::string path = path_of(name);
        if (right.name != everyone.name) {
            const auto reply = asker_.ask(method, path, "", body);
            asker_.expect(reply.status == 401, name + " as nobody", reply);
        }
        for (const auto& person : first_) {
            const auto reply = asker_.ask(method, path, person.token, body);
            const bool may = holds(person.rights, right) && !plant_;
            asker_.expect((reply.status == 403 && reply.code() == "not_allowed") != may,
                          name + " as " + std::string(name_of(person.role)), reply);
            asker_.expect(reply.status < 500, name + " as " + std::string(name_of(person.role)), reply);
        }
    }

    // security 56
    void walk_action(const ActionBase& action) {
        const std::string name(action.name);
        // A body that no action takes: the right is asked first, and nothing is done in any case.
        walk_roles(name, action.needs, http::Method::post, "[]");
        if (plant_) return;
        const auto* person = somebody(first_, action.needs);
        if (person == nullptr) return;
        for (const char* malformed : {"", "{", "[]", "{\"a\":}", "null", "\"x\""}) {
            const auto reply = asker_.ask(http::Method::post, path_of(name), person->token, malformed);
            asker_.expect(reply.status == 400, name + " with " + malformed, reply);
        }
        const auto unknown =
            asker_.ask(http::Method::post, path_of(name), person->token, "{\"no_such_field\":1}");
        asker_.expect(unknown.status == 400 && unknown.names("/no_such_field"),
                      name + " with an unknown field", unknown);
        for (const auto& field : action.input().fields) {
            const Type* type = field.type();
            if (type->kind == Kind::optional) type = type->element();
            if (type->kind == Kind::json) continue;  // takes anything
            const std::string wrong = type->kind == Kind::list || type->kind == Kind::record ? "7" : "{}";
            const auto reply = asker_.ask(http::Method::post, path_of(name), person->token,
                                          "{\"" + std::string(field.name) + "\":" + wrong + "}");
            asker_.expect(reply.status == 400 && reply.names("/" + std::string(field.name)),
                          name + " with a wrong " + std::string(field.name), reply);
        }
        if (!names_a_record(action.input())) return;
        const auto* stranger = somebody(second_, action.needs);
        if (stranger == nullptr) return;
        const auto reply =
            asker_.ask(http::Method::post, path_of(name), stranger->token, sample(action.input(), objects_));
        asker_.expect(reply.status >= 400 && reply.status < 500, name + " with the other store's records",
                      reply);
    }

    // security 56
    void walk_view(const ViewBase& view) {
        const std::string name(view.name);
        walk_roles(name, view.needs, http::Method::get, "");
        if (plant_) return;
        const auto* person = somebody(first_, view.needs);
        if (person != nullptr) {
            const auto reply =
                asker_.ask(http::Method::get, path_of(name) + "?no_such_field=1", person->token, "");
            asker_.expect(reply.status == 400 && reply.names("/no_such_field"),
                          name + " with an unknown field", reply);
        }
        if (!names_a_record(view.input())) return;
        const auto* stranger = somebody(second_, view.needs);
        if (stranger == nullptr) return;
        std::string query;
        for (const auto& field : view.input().fields) {
            const Type& type = *field.type();
            if (type.kind == Kind::optional || type.kind == Kind::list) continue;
            std::string value = sample(type, objects_);
            if (value.starts_with('"')) value = value.substr(1, value.size() - 2);
            query += (query.empty() ? "?" : "&") + std::string(field.name) + "=" + value;
        }
        const auto reply = asker_.ask(http::Method::get, path_of(name) + query, stranger->token, "");
        const auto* rows = reply.body.member("rows");
        const bool shows_nothing = (reply.status >= 400 && reply.status < 500) ||
                                   (reply.status == 200 && rows != nullptr && rows->items.empty());
        asker_.expect(shows_nothing, name + " of the other store's record", reply);
    }

    Asker& asker_;
    const Modules& modules_;
    std::vector<Person> first_, second_;
    Objects objects_;
    bool plant_;
};

std::vector<Person> sign_in_everybody(program::Application& application, const demo::DemoStore& store,
                                      Instant now) {
    std::vector<Person> people;
    for (const auto& listed : store.people) {
        const Role role = listed.roles.front();
        if (std::any_of(people.begin(), people.end(), [&](const Person& p) { return p.role == role; }))
            continue;
        Person person{
            .role = role, .token = {}, .rights = application.runner().modules().rights_of(listed.roles)};
        Actor actor;
        actor.store_id = store.store_id;
        actor.user_id = listed.user_id;
        application.runner().run_work_and_wait(actor, now, [&](Tx& tx) -> MaybeRefused {
            person.token = access::begin_session(tx, store.store_id, listed.user_id, 0).token;
            return std::nullopt;
        });
        people.push_back(std::move(person));
    }
    return people;
}

std::pair<std::int64_t, std::int64_t> size_of_log(program::Application& application) {
    std::pair<std::int64_t, std::int64_t> size;
    application.database().read([&](db::Connection& db) {
        db.query(count_everything, {}, [&](const db::Row& row) { size = {row.number(0), row.number(1)}; });
    });
    return size;
}

}  // namespace

std::vector<std::string> wrong_answers(const std::string& source_folder, bool plant) {
    std::vector<std::string> findings;
    const auto place = testing::make_place(false, plant ? "requests_planted" : "requests");
    {
        program::Application application(place);
        application.runner().on_incident = [&](const std::string&, const std::string& what) {
            findings.push_back("incident: " + what);
        };
        const auto stores = testing::open_two_stores(application, local_instant(date_of({2026, 3, 1}), 9));
        Instant now = local_instant(date_of({2026, 3, 1}), 10);
        Objects objects;
        if (!plant) {
            testing::Story story(application, stores.first, stores.second);
            story.play(source_folder + "/stories/one_customer.story");
            now = story.now();
            application.database().read([&](db::Connection& db) {
                db.query(list_objects, {{"store_id", stores.first.store_id}},
                         [&](const db::Row& row) { objects[std::string(row.text(0))] = row.number(1); });
            });
        }
        program::Workers workers(1);
        program::Api api(application.runner(), workers,
                         {.password_pepper = {}, .clock = [&] { return now; }});
        const auto first = sign_in_everybody(application, stores.first, now);
        const auto second = sign_in_everybody(application, stores.second, now);
        const auto before = size_of_log(application);
        Asker asker(api, findings);
        Walk(asker, application.runner().modules(), first, second, objects, plant).run();
        if (size_of_log(application) != before)
            findings.push_back("a request that was refused changed something");
    }
    std::filesystem::remove_all(place.data_folder);
    return findings;
}

}  // namespace forecourt::conformance
