#include <program/sessions.h>

#include <modules/customers/api.h>

namespace forecourt::program {

Credential credential_of(const http::Request& request) {
    constexpr std::string_view bearer = "Bearer ";
    const auto header = request.header("authorization");
    if (header.starts_with(bearer))
        return {.token = std::string(header.substr(bearer.size())), .from_cookie = false};
    const auto cookie = request.cookie("forecourt_session");
    return {.token = std::string(cookie.value_or("")), .from_cookie = true};
}

std::shared_ptr<const SignedIn> Sessions::find(std::string_view token, Instant now) {
    if (token.empty() || token.size() > 200) return nullptr;
    {
        const std::lock_guard guard(mutex_);
        const auto found = known_.find(token);
        if (found != known_.end() && is_believed(found->second.first)) return found->second.second;
    }
    auto signed_in = load(token, now);
    const std::lock_guard guard(mutex_);
    if (!is_believed(cleared_at_)) {
        std::erase_if(known_, [](const auto& item) { return !is_believed(item.second.first); });
        cleared_at_ = Steady::now();
    }
    if (signed_in) known_[std::string(token)] = {Steady::now(), signed_in};
    return signed_in;
}

bool Sessions::is_believed(Steady::time_point found_at) {
    return Steady::now() - found_at < std::chrono::seconds(1);
}

void Sessions::forget(const std::string& token_hash) {
    const std::lock_guard guard(mutex_);
    std::erase_if(known_, [&](const auto& item) { return item.second.second->token_hash == token_hash; });
}

void Sessions::forget_all() {
    const std::lock_guard guard(mutex_);
    known_.clear();
}

std::shared_ptr<const SignedIn> Sessions::load(std::string_view token, Instant now) {
    std::shared_ptr<SignedIn> result;
    database_.read([&](db::Connection& db) {
        const auto session = access::find_session(db, token);
        if (!session || !access::is_live(*session, now)) return;
        auto found = std::make_shared<SignedIn>();
        found->token_hash = session->token_hash;
        found->csrf_token = session->csrf_token;
        found->last_seen_at = session->last_seen_at;
        Actor& actor = found->actor;
        actor.store_id = session->store_id;
        if (session->user_id) {
            const auto user = access::find_user(db, *session->user_id);
            if (!user || user->disabled_at) return;
            found->must_change_password = user->password_given_at.has_value();
            actor.user_id = user->id;
            actor.name = user->name;
            actor.language = user->language;
            for (auto& of_store : access::roles_of(db, user->id)) {
                if (of_store.store_id == session->store_id) actor.roles = std::move(of_store.roles);
            }
        } else {
            actor.customer_id = session->customer_id.value_or(0);
            const auto customer = customers::find_customer(db, actor.store_id, {actor.customer_id});
            if (!customer) return;
            actor.name = customer->name;
            actor.roles = {Role::customer};
        }
        actor.rights = modules_.rights_of(actor.roles);
        result = std::move(found);
    });
    return result;
}

}  // namespace forecourt::program
