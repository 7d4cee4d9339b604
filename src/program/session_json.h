#pragma once
#include <reflect/type.h>

#include <string>
#include <vector>

namespace forecourt::program {

// What the page knows of the person who works in it.

struct NamedRecord {
    std::int64_t id{};
    std::string name;
};
FORECOURT_STRUCT(NamedRecord, id, name)

struct SessionUser {
    std::int64_t id{};
    std::string name;
    std::string login;
};
FORECOURT_STRUCT(SessionUser, id, name, login)

struct SessionFacts {
    SessionUser user;
    NamedRecord store;
    std::vector<NamedRecord> stores;
    std::vector<std::string> roles;
    std::vector<std::string> rights;
    std::string language;
    bool demo{};
    bool must_change_password{};  // nothing else is answered before
    std::optional<NamedRecord> customer;
};
FORECOURT_STRUCT(SessionFacts, user, store, stores, roles, rights, language, demo, must_change_password,
                 customer)

struct SessionAnswer {
    std::string csrf_token;
    std::optional<std::string> token;
    SessionFacts session;
};
FORECOURT_STRUCT(SessionAnswer, csrf_token, token, session)

struct SignInInput {
    std::string login;
    std::string password;
    std::optional<std::string> code;  // of the authenticator, where there is one, or a recovery code
};
FORECOURT_STRUCT(SignInInput, login, password, code)

struct ChangePasswordInput {
    std::string current_password;
    std::string new_password;
};
FORECOURT_STRUCT(ChangePasswordInput, current_password, new_password)

/// The present password is asked for where codes are made anew.
struct RecoveryCodesInput {
    std::optional<std::string> current_password;
};
FORECOURT_STRUCT(RecoveryCodesInput, current_password)

struct RecoveryCodesAnswer {
    std::vector<std::string> codes;
};
FORECOURT_STRUCT(RecoveryCodesAnswer, codes)

struct LinkInput {
    std::string token;
};
FORECOURT_STRUCT(LinkInput, token)

struct LinkAnswer {
    std::string csrf_token;
    SessionFacts session;
    std::string purpose;
    std::string object_type;
    std::int64_t object_id{};
};
FORECOURT_STRUCT(LinkAnswer, csrf_token, session, purpose, object_type, object_id)

struct OptionPerson {
    std::string login;
    std::string name;
    std::string role;
};
FORECOURT_STRUCT(OptionPerson, login, name, role)

struct SignInOptions {
    bool demo{};
    std::string store_name;
    std::vector<OptionPerson> people;
};
FORECOURT_STRUCT(SignInOptions, demo, store_name, people)

struct UploadAnswer {
    std::string file;
};
FORECOURT_STRUCT(UploadAnswer, file)

}  // namespace forecourt::program
