#include <program/problem.h>

#include <program/words.h>

namespace forecourt::program {
namespace {

struct ProblemField {
    std::string path;
    std::string code;
    std::string message;
};
FORECOURT_STRUCT(ProblemField, path, code, message)

struct Problem {
    std::string type = "about:blank";
    std::string title;
    int status{};
    std::string detail;
    std::string code;
    std::vector<ProblemField> errors;
};
FORECOURT_STRUCT(Problem, type, title, status, detail, code, errors)

http::Response problem_response(const Problem& problem) {
    http::Response response;
    response.status = problem.status;
    response.content_type = "application/problem+json";
    response.body = reflect::to_json(problem);
    if (problem.status == 503) response.headers.push_back({"Retry-After", "2"});
    if (problem.status == 429) response.headers.push_back({"Retry-After", "60"});
    return response;
}

Problem problem_of(int status, std::string_view code, Language language) {
    return {.title = word(language, "problem." + std::to_string(status)),
            .status = status,
            .detail = word(language, "refusal." + std::string(code)),
            .code = std::string(code),
            .errors = {}};
}

}  // namespace

int status_of(RefusalKind kind) {
    switch (kind) {
        case RefusalKind::conflict:
            return 409;
        case RefusalKind::not_found:
            return 404;
        case RefusalKind::forbidden:
            return 403;
        case RefusalKind::unauthenticated:
            return 401;
        case RefusalKind::unprocessable:
            return 422;
        case RefusalKind::unavailable:
            return 503;
    }
    return 500;
}

http::Response refusal_response(const Refused& refused, Language language) {
    return refusal_response(refused, language, status_of(refused.refusal.kind));
}

http::Response refusal_response(const Refused& refused, Language language, int status) {
    auto problem = problem_of(status, refused.name(), language);
    auto values = refused.details;
    // A value that is itself a word (a verdict, a role) is told in words.
    for (auto& [name, value] : values) {
        if (const std::string key = "value." + name + "." + value; has_word(key)) value = word(language, key);
    }
    problem.detail = sentence(language, "refusal." + std::string(refused.name()), values);
    return problem_response(problem);
}

http::Response wait_response(const Refusal& refusal, Language language, Duration wait) {
    const auto seconds = (wait.ms + 999) / 1000;
    auto response =
        refusal_response(with(refusal, "minutes", std::to_string((seconds + 59) / 60)), language, 429);
    for (auto& header : response.headers) {
        if (header.name == "Retry-After") header.value = std::to_string(seconds);
    }
    return response;
}

http::Response malformed_response(const reflect::FieldErrors& errors, Language language) {
    auto problem = problem_of(400, "malformed_input", language);
    for (const auto& error : errors) {
        problem.errors.push_back(
            {.path = error.path,
             .code = error.code,
             .message = sentence(language, "error." + error.code, {{"detail", error.detail}})});
    }
    return problem_response(problem);
}

http::Response unavailable_response(const db::Error& error, Language language) {
    const bool is_damaged = error.failure == db::Failure::damaged;
    return problem_response(problem_of(503, is_damaged ? page_is_damaged.name : "busy_try_again", language));
}

http::Response json_response(std::string body, int status) {
    http::Response response;
    response.status = status;
    response.content_type = "application/json";
    response.body = std::move(body);
    return response;
}

http::Response to_response(const Answer& answer, Language language) {
    switch (answer.ending) {
        case Ending::done:
            return json_response(answer.output);
        case Ending::malformed:
            return malformed_response(answer.errors, language);
        case Ending::refused:
            return refusal_response(*answer.refused, language);
        case Ending::failed: {
            auto problem = problem_of(500, "incident", language);
            problem.detail = sentence(language, "refusal.incident", {{"incident", answer.incident}});
            return problem_response(problem);
        }
        case Ending::unknown:
            return problem_response(problem_of(503, "outcome_unknown", language));
        case Ending::unavailable:
            return problem_response(problem_of(503, "busy_try_again", language));
    }
    return problem_response(problem_of(500, "incident", language));
}

}  // namespace forecourt::program
