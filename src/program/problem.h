#pragma once
#include <http/http.h>
#include <program/runner.h>

namespace forecourt::program {

/// The HTTP status that stands for each kind of refusal.
int status_of(RefusalKind kind);

/// A problem document (RFC 9457) in the person's language; `code` is the refusal's literal name.
http::Response refusal_response(const Refused& refused, Language language);
/// The same under a status that only HTTP knows, and no rule of the trade: 415, 429.
http::Response refusal_response(const Refused& refused, Language language, int status);
/// 429 with the seconds after which it is worth asking again; the sentence may say {{minutes}}.
http::Response wait_response(const Refusal& refusal, Language language, Duration wait);
/// 400 with every wrong field and what is wrong with it.
http::Response malformed_response(const reflect::FieldErrors& errors, Language language);
/// 503: the database does not answer, or its file is damaged.
http::Response unavailable_response(const db::Error& error, Language language);
/// The answer of an action or view as a response.
http::Response to_response(const Answer& answer, Language language);

http::Response json_response(std::string body, int status = 200);

}  // namespace forecourt::program
