#include <program/api.h>

#include <modules/payments/qr/qr.h>

#include <program/current_call.h>
#include <program/export_list.h>
#include <program/export_ocel.h>
#include <program/export_xes.h>
#include <program/openapi.h>
#include <program/problem.h>
#include <program/session_json.h>
#include <services/access/account_rules.h>
#include <services/files/api.h>

#include <array>
#include <charconv>

namespace forecourt::program {
namespace {

constexpr Refusal no_such_route{"no_such_route", RefusalKind::not_found};
constexpr Refusal csrf_token_wrong{"csrf_token_wrong", RefusalKind::forbidden};
constexpr Refusal content_type_must_be_json{"content_type_must_be_json", RefusalKind::unprocessable};
constexpr Refusal busy_try_again{"busy_try_again", RefusalKind::unavailable};
constexpr Refusal too_many_requests{"too_many_requests", RefusalKind::unavailable};
constexpr Refusal idempotency_key_too_long{"idempotency_key_too_long", RefusalKind::unprocessable};

// "/api/deals/approve_quote" -> "deals.approve_quote", empty when the path has another shape.
// Whose events a live stream may hear at all.
std::string channel_of(Id<Store> store) { return "store " + std::to_string(store.value); }

std::string name_of_path(std::string_view path) {
    if (path == "/api/events") return "log.events";
    if (path == "/api/export/bpmn") return "standards.bpmn";
    path.remove_prefix(std::string_view("/api/").size());
    const auto slash = path.find('/');
    if (slash == std::string_view::npos || path.find('/', slash + 1) != std::string_view::npos) return {};
    return std::string(path.substr(0, slash)) + "." + std::string(path.substr(slash + 1));
}

constexpr std::string_view request_id_header = "x-request-id";

// What stands in the log for a path that is neither action nor view: never the caller's own words.
std::string_view literal_route(std::string_view path) {
    constexpr std::string_view known[] = {
        "/api/sign_in",         "/api/link_sign_in", "/api/sign_out",        "/api/session",
        "/api/sign_in_options", "/api/openapi.json", "/api/files/upload",    "/api/export/xes",
        "/api/export/ocel",     "/api/live",         "/api/change_password", "/api/end_other_sessions",
        "/api/recovery_codes"};
    for (const auto route : known) {
        if (path == route) return route;
    }
    if (path.starts_with("/api/files/")) return "/api/files";
    if (path.starts_with("/api/gateway/")) return "/api/gateway";
    return "unknown";
}

// A file, and what a payment company signs, are taken as they come.
bool takes_bytes(std::string_view path) {
    return path == "/api/files/upload" || path.starts_with("/api/gateway/");
}

bool is_json(std::string_view content_type) {
    constexpr std::string_view json = "application/json";
    return http::same_ignoring_case(content_type.substr(0, json.size()), json) &&
           (content_type.size() == json.size() || content_type[json.size()] == ';' ||
            content_type[json.size()] == ' ');
}

// The customer an action's input names; what is no input is refused later.
std::vector<std::int64_t> customer_named_in(const std::string& input) {
    const auto text = reflect::json_member(input, "customer_id").value_or("");
    std::int64_t id = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), id);
    if (problem != std::errc{} || end != text.data() + text.size()) return {};
    return {id};
}

// Who asks, in the language of the request: nearly always the person as the session knows them.
std::shared_ptr<const SignedIn> speaking(const std::shared_ptr<const SignedIn>& who, Language language) {
    if (who && who->actor.language == language) return who;
    auto other = who ? std::make_shared<SignedIn>(*who) : std::make_shared<SignedIn>();
    other->actor.language = language;
    return other;
}

}  // namespace

Api::Api(Runner& runner, Workers& workers, ApiSettings settings)
    : runner_(runner),
      workers_(workers),
      settings_(std::move(settings)),
      sessions_(runner.database(), runner.modules()),
      figures_(runner.modules()),
      reading_(runner) {}

Language Api::language_of(const http::Request& request, const SignedInPtr& who) const {
    const auto header = request.header("accept-language");
    if (header.starts_with("en")) return Language::en;
    if (header.starts_with("zh")) return Language::zh;
    return who ? who->actor.language : Language::zh;
}

// SQLite answers from memory in microseconds, so it is read on the io thread. PostgreSQL is a network away,
// and a PDF takes long to draw.
void Api::read(const ViewBase& view, http::Request&& request, SignedInPtr asker, http::Responder responder) {
    const bool is_file = view.output() == nullptr;
    const auto began = std::chrono::steady_clock::now();
    const auto answer = [this, &view, began, responder](http::Response response) {
        figures_.note(view.name, response.status, began);
        responder(std::move(response));
    };
    if (!is_file && runner_.database().engine() == db::Engine::sqlite) {
        return answer(run_view(view, request, asker->actor));
    }
    const bool taken =
        workers_.post([this, &view, request = std::make_shared<http::Request>(std::move(request)), asker,
                       answer] { answer(run_view(view, *request, asker->actor)); });
    if (!taken) answer(refusal_response(busy_try_again, asker->actor.language));
}

// The request goes on under one name: its caller's, or a new one.
void Api::handle(http::Request&& request, http::Responder responder) {
    std::string id(request.header(request_id_header));
    if (!is_request_id(id)) id = new_request_id();
    std::erase_if(request.headers, [](const http::Header& header) {
        return http::same_ignoring_case(header.name, request_id_header);
    });
    request.headers.push_back({std::string(request_id_header), id});
    const auto exchange = std::make_shared<LoggedExchange>(std::move(responder), std::move(id));
    route(std::move(request), http::Responder(exchange), *exchange);
}

void Api::route(http::Request&& request, http::Responder responder, LoggedExchange& exchange) {
    exchange.is_for("route", literal_route(request.path));
    const Instant now = settings_.clock();
    const auto credential = credential_of(request);
    SignedInPtr who;
    try {
        who = sessions_.find(credential.token, now);
    } catch (const db::Error& error) {
        return responder(unavailable_response(error, Language::zh));
    }
    if (who) exchange.is_from(who->actor);
    const Language language = language_of(request, who);
    const bool is_post = request.method == http::Method::post;
    if (is_post) {
        // A form of another site can send our cookie and any text, but not call it JSON without asking first.
        if (!takes_bytes(request.path) && !is_json(request.header("content-type"))) {
            return responder(refusal_response(content_type_must_be_json, language, 415));
        }
        if (request.path == "/api/sign_in") return sign_in(std::move(request), std::move(responder));
        if (request.path.starts_with("/api/gateway/")) {
            return gateway_notice(std::move(request), std::move(responder));
        }
        if (request.path == "/api/link_sign_in")
            return link_sign_in(std::move(request), std::move(responder));
        // A page of another site can send our cookie but cannot know the token.
        if (who && credential.from_cookie &&
            !secrets::constant_time_equal(request.header("x-csrf-token"), who->csrf_token)) {
            return responder(refusal_response(csrf_token_wrong, language));
        }
    }
    if (who) touch(who);
    if (request.path == "/api/sign_in_options") return responder(sign_in_options());
    if (request.path == "/api/openapi.json")
        return responder(json_response(openapi_document(runner_.modules())));
    if (request.path == "/api/session") return responder(session(who));
    if (is_post && who && request.path == "/api/sign_out") return sign_out(who, std::move(responder));
    if (is_post && who && request.path == "/api/change_password")
        return change_password(std::move(request), who, std::move(responder));
    if (who && who->must_change_password)
        return responder(refusal_response(access::password_is_given, language));
    const std::string name = name_of_path(request.path);
    const auto* action = is_post ? runner_.modules().find_action(name) : nullptr;
    const auto* view = is_post ? nullptr : runner_.modules().find_view(name);
    if (action) exchange.is_for("action", action->name);
    if (view) exchange.is_for("view", view->name);
    const bool open =
        (action && action->needs.name == everyone.name) || (view && view->needs.name == everyone.name);
    if (!who && !open) return responder(refusal_response(not_signed_in, language));
    if (action) return run_action(*action, std::move(request), who, std::move(responder));
    if (view) {
        if (!who) who = std::make_shared<SignedIn>(SignedIn{.actor = visitor(request)});
        return read(*view, std::move(request), speaking(who, language), std::move(responder));
    }
    if (is_post && request.path == "/api/recovery_codes")
        return make_recovery_codes(std::move(request), who, std::move(responder));
    if (is_post && request.path == "/api/end_other_sessions")
        return end_other_sessions(who, std::move(responder));
    if (is_post && request.path == "/api/files/upload")
        return upload(std::move(request), who, std::move(responder));
    if (!is_post && (request.path == "/api/export/ocel" || request.path == "/api/export/xes")) {
        return export_log(request, who, std::move(responder));
    }
    if (!is_post && request.path == "/api/live") return open_stream(request, who, std::move(responder));
    if (!is_post && request.path.starts_with("/api/files/")) {
        return file(request, who, std::move(responder));
    }
    responder(refusal_response(no_such_route, language));
}

void Api::run_action(const ActionBase& action, http::Request&& request, SignedInPtr who,
                     http::Responder responder) {
    const Language language = language_of(request, who);
    const auto key = request.header("idempotency-key");
    if (key.size() > 100) return responder(refusal_response(idempotency_key_too_long, language));
    if (!who && too_many_from_outside(request.remote_address, settings_.clock())) {
        return responder(refusal_response(too_many_requests, language, 429));
    }
    program::Call call{.action = &action,
                       .actor = who ? who->actor : visitor(request),
                       .input = std::move(request.body),
                       .idempotency_key = std::string(key),
                       .now = settings_.clock(),
                       .request_id = std::string(request.header(request_id_header))};
    call.actor.language = language;
    action.reveals ? reveal(std::move(call), std::move(responder))
                   : start_action(std::move(call), std::move(responder));
}

void Api::start_action(program::Call&& call, http::Responder responder) {
    const auto answer = [this, name = call.action->name, began = std::chrono::steady_clock::now(), responder,
                         language = call.actor.language](const Answer& of_action) {
        auto response = to_response(of_action, language);
        figures_.note(name, response.status, began);
        responder(std::move(response));
    };
    runner_.run(std::move(call), answer);
}

// Whom an action reveals is counted before it runs. On a worker, because that may read limits.
void Api::reveal(program::Call&& call, http::Responder responder) {
    const Language language = call.actor.language;
    const bool taken =
        workers_.post([this, call = std::make_shared<program::Call>(std::move(call)), responder] {
            const Language of_person = call->actor.language;
            std::optional<http::Response> refusal;
            try {
                runner_.database().read([&](db::Connection& connection) {
                    const Context context(connection, call->actor, call->now);
                    refusal = reading_.refuse(context, customer_named_in(call->input));
                });
            } catch (const db::Error& error) {
                refusal = unavailable_response(error, of_person);
            } catch (const std::exception& error) {
                refusal = incident_response(call->request_id, error, of_person);
            }
            refusal ? responder(std::move(*refusal)) : start_action(std::move(*call), responder);
        });
    if (!taken) responder(refusal_response(busy_try_again, language));
}

// A payment company tells that money came in. It has no session: the action believes the signature alone.
void Api::gateway_notice(http::Request&& request, http::Responder responder) {
    const auto store = request.path.substr(std::string_view("/api/gateway/").size());
    std::int64_t store_id = 0;
    const auto [end, problem] = std::from_chars(store.data(), store.data() + store.size(), store_id);
    if (problem != std::errc{} || end != store.data() + store.size() || store_id <= 0)
        return responder(refusal_response(no_such_route, Language::zh));
    const payments::TakeNotice input{.body = std::move(request.body),
                                     .signature = std::string(request.header("forecourt-signature"))};
    program::Call call{.action = runner_.modules().find_action("payments.take_notice"),
                       .actor = system_actor({store_id}),
                       .input = reflect::to_json(input),
                       .idempotency_key = {},
                       .now = settings_.clock(),
                       .request_id = std::string(request.header(request_id_header))};
    call.actor.rights = runner_.modules().rights_of(call.actor.roles);
    runner_.run(std::move(call),
                [responder](Answer answer) { responder(to_response(answer, Language::zh)); });
}

http::Response Api::run_view(const ViewBase& view, const http::Request& request, const Actor& actor) {
    if (!actor.may(view.needs)) return refusal_response(not_allowed, actor.language);
    auto parameters = request.query_parameters();
    // A visitor's address says which store is meant; that is no parameter of the view.
    if (actor.user_id.value == 0 && !actor.is_customer()) {
        std::erase_if(parameters, [](const auto& one) { return one.first == "store"; });
    }
    const auto format = take_format(parameters);
    const auto request_id = request.header(request_id_header);
    const CallScope scope({.name = view.name, .request_id = request_id});
    try {
        http::Response response;
        runner_.database().read([&](db::Connection& connection) {
            Context context(connection, actor, settings_.clock());
            if (format != ListFormat::json) {
                response = export_list(view, context, parameters, format, reading_);
                return;
            }
            auto done = view.run_query(context, parameters);
            if (!done.errors.empty()) {
                response = malformed_response(done.errors, actor.language);
            } else if (done.refused) {
                response = refusal_response(*done.refused, actor.language);
            } else if (auto refusal = reading_.refuse(context, done.customers)) {
                response = std::move(*refusal);
            } else if (done.download) {
                response = download_response(std::move(*done.download));
            } else {
                response = json_response(std::move(done.output));
            }
        });
        return response;
    } catch (const db::Error& error) {
        return unavailable_response(error, actor.language);
    } catch (const std::exception& error) {
        return incident_response(std::string(request_id), error, actor.language);
    }
}

http::Response Api::incident_response(const std::string& request_id, const std::exception& error,
                                      Language language) {
    if (runner_.on_incident) runner_.on_incident(request_id, error.what());
    return to_response({.ending = Ending::failed, .incident = request_id}, language);
}

void Api::upload(http::Request&& request, SignedInPtr who, http::Responder responder) {
    const Language language = language_of(request, who);
    if (!who->actor.may(files::file_upload)) return responder(refusal_response(not_allowed, language));
    auto body = std::make_shared<std::string>(std::move(request.body));
    const std::string request_id(request.header(request_id_header));
    const bool taken = workers_.post([this, body, who, responder, language, request_id] {
        Result<files::KeptUpload> kept = files::file_type_not_allowed;
        try {
            kept = files::keep_upload(*body);
        } catch (const std::exception& error) {
            // The disk is full, or the bucket's server is away.
            return responder(incident_response(request_id, error, language));
        }
        if (!kept) return responder(refusal_response(kept.refused(), language));
        const std::string hash = kept->hash.text;
        runner_.run_work(
            who->actor, settings_.clock(),
            [kept = *kept](Tx& tx) -> MaybeRefused {
                files::register_upload(tx, kept);
                return std::nullopt;
            },
            [responder, language, hash](Answer answer) {
                if (answer.ending == Ending::done) answer.output = reflect::to_json(UploadAnswer{hash});
                responder(to_response(answer, language));
            });
    });
    if (!taken) responder(refusal_response(busy_try_again, language));
}

// A folder is near; a bucket is a network away, as PostgreSQL is.
void Api::file(const http::Request& request, SignedInPtr who, http::Responder responder) {
    const auto answer = [this, who, responder, id = std::string(request.header(request_id_header)),
                         hash = request.path.substr(std::string_view("/api/files/").size())] {
        try {
            responder(file_response(hash, who));
        } catch (const std::exception& error) {
            responder(incident_response(id, error, who->actor.language));
        }
    };
    if (runner_.database().engine() == db::Engine::sqlite) return answer();
    if (!workers_.post(answer)) responder(refusal_response(busy_try_again, who->actor.language));
}

http::Response Api::file_response(const std::string& hash, const SignedInPtr& who) {
    if (const auto checked = FileHash::check(hash); checked.problem != nullptr) {
        return refusal_response(files::file_not_found, who->actor.language);
    }
    const FileHash wanted{hash};
    bool known = false;
    runner_.database().read([&](db::Connection& connection) {
        known = files::file_exists(connection, who->actor.store_id, wanted);
    });
    if (!known) return refusal_response(files::file_not_found, who->actor.language);
    http::Response response;
    response.body = files::file_bytes(wanted);
    response.content_type = sniffed_content_type(response.body.view());
    response.headers.push_back({"Cache-Control", "private, max-age=31536000, immutable"});
    response.headers.push_back({"Content-Disposition", "inline"});
    // A picture needs nothing; a browser's own page for papers does not work inside a sandbox.
    if (response.content_type != "application/pdf") {
        response.headers.push_back({"Content-Security-Policy", "default-src 'none'; sandbox"});
    }
    response.compressible = false;
    return response;
}

// The whole log of a store: read on a worker, because it may be long.
void Api::export_log(const http::Request& request, SignedInPtr who, http::Responder responder) {
    const auto* events = runner_.modules().find_view("log.events");
    if (!who->actor.may(events->needs)) return responder(refusal_response(not_allowed, who->actor.language));
    const bool as_xes = request.path == "/api/export/xes";
    std::optional<std::string> process;
    for (const auto& [name, value] : request.query_parameters()) {
        if (name == "process" && !value.empty()) process = value;
    }
    const bool taken = workers_.post([this, who, responder, as_xes, process] {
        std::string body;
        runner_.database().read([&](db::Connection& connection) {
            Context context(connection, who->actor, settings_.clock());
            body = as_xes ? export_xes(context, process) : export_ocel(context);
        });
        const std::string day = to_text(local_date(settings_.clock()));
        responder(download_response({.content_type = as_xes ? "application/xml" : "application/json",
                                     .file_name = "forecourt-" + day + (as_xes ? ".xes" : ".ocel.json"),
                                     .body = std::move(body)}));
    });
    if (!taken) responder(refusal_response(busy_try_again, who->actor.language));
}

// Whose streams they are: all of a person's, at every copy of the program, end when one of their ways in is
// changed. Who may still come in is there again a moment later, with the rights of now.
std::string Api::owner_of_streams(const Actor& actor) {
    return actor.is_customer() ? "customer:" + std::to_string(actor.customer_id)
                               : "user:" + std::to_string(actor.user_id.value);
}

void Api::end_streams_after(const Event& event) {
    constexpr std::array<std::string_view, 7> ends{
        "access.signed_out",     "access.other_sessions_ended", "access.person_stopped",  "access.roles_set",
        "access.password_given", "access.password_changed",     "customers.links_revoked"};
    if (std::find(ends.begin(), ends.end(), event.name) == ends.end()) return;
    sessions_.forget_all();
    for (const auto* type : {"user", "customer"}) {
        if (const auto id = event.object(type); id != 0) {
            live_.end_streams_of(std::string(type) + ":" + std::to_string(id));
        }
    }
}

// An event reaches the people of its store; what it carries they read by views, which check their rights.
void Api::publish(const std::vector<Event>& events) {
    for (const auto& event : events) end_streams_after(event);
    if (live_.subscribers() == 0) return;
    for (const auto& event : events) {
        std::string objects;
        const std::string store = channel_of(event.store_id);
        std::vector<std::string> topics;
        for (const auto& object : event.objects) {
            if (!objects.empty()) objects += ",";
            objects +=
                "{\"type\":\"" + std::string(object.type) + "\",\"id\":" + std::to_string(object.id) + "}";
            if (object.type == "customer") topics.push_back("customer:" + std::to_string(object.id));
        }
        if (event.name == "tasks.alert_raised") {
            // The alert is for one person or one role only.
            std::string target = "nobody";
            if (const auto user = event.number("user_id"); user != 0) {
                target = "user:" + std::to_string(user);
            } else if (const auto role = reflect::json_member(event.data, "role"); role && role->size() > 2) {
                target = "role:" + role->substr(1, role->size() - 2);
            }
            live_.publish({.id = std::to_string(event.id),
                           .event = "alert",
                           .data = event.data,
                           .channel = store,
                           .topics = {target}});
        }
        live_.publish({.id = std::to_string(event.id),
                       .event = "event",
                       .data = "{\"id\":" + std::to_string(event.id) + ",\"at\":\"" + to_text(event.at) +
                               "\",\"name\":\"" + std::string(event.name) + "\",\"objects\":[" + objects +
                               "]}",
                       .channel = store,
                       .topics = std::move(topics)});
    }
}

void Api::open_stream(const http::Request&, const SignedInPtr& who, http::Responder responder) {
    http::StreamOptions options;
    options.live = &live_;
    options.channel = channel_of(who->actor.store_id);
    options.owner = owner_of_streams(who->actor);
    options.filter = [who](const http::LiveEvent& event) {
        const auto has = [&](const std::string& topic) {
            return std::find(event.topics.begin(), event.topics.end(), topic) != event.topics.end();
        };
        const Actor& actor = who->actor;
        if (actor.is_customer()) {
            return event.event == "event" && has("customer:" + std::to_string(actor.customer_id));
        }
        if (event.event != "alert") return true;
        if (has("user:" + std::to_string(actor.user_id.value))) return true;
        return std::any_of(actor.roles.begin(), actor.roles.end(),
                           [&](Role role) { return has("role:" + std::string(name_of(role))); });
    };
    responder.stream(std::move(options));
}

}  // namespace forecourt::program
