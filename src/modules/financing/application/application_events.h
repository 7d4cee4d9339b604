#pragma once
#include <modules/financing/application/application.h>

namespace forecourt::financing {

/// The data of the events of an application.
struct ApplicationEvent {
    std::string number;
    std::string lender_name;
    std::string product_name;
    Money principal;
    std::string text;  // a reason, a reference, the name that was signed
};
FORECOURT_STRUCT(ApplicationEvent, number, lender_name, product_name, principal, text)

/// Says what happened to an application, with its deal and customer.
void emit_application(Tx& tx, std::string_view name, const LoanApplication& application,
                      std::string text = "");

inline std::string link_of(const LoanApplication& application) {
    return "/loans/" + std::to_string(application.id.value);
}
inline ApplicationChanged changed(const LoanApplication& application) {
    return {application.id, application.state, application.principal, application.version};
}

/// A task about an application for a role, with its number, customer and sum in the sentence.
void ask_role(Tx& tx, const LoanApplication& application, Role role, std::string_view title_key,
              Instant due_at);

/// The application at the version the person saw; a customer finds only own ones.
Result<LoanApplication> load_for(Tx& tx, Id<LoanApplication> id, std::int64_t version);

}  // namespace forecourt::financing
