#include <services/access/recovery_codes.h>

#include <db/send.h>
#include <secrets/digest.h>
#include <secrets/totp.h>
#include <services/access/recovery_code.sql.h>

namespace forecourt::access {
namespace {

namespace statements = sql::recovery_code;

constexpr int how_many = 10;
constexpr std::size_t random_byte_count = 15;  // 24 letters
constexpr std::size_t letter_count = 24;

// As it was made, however it was typed: without dashes and spaces, in capitals.
std::string plain(std::string_view typed) {
    std::string letters;
    for (const char c : typed) {
        if (c == '-' || c == ' ') continue;
        letters += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return letters;
}

std::string in_fours(std::string_view letters) {
    std::string shown;
    for (std::size_t at = 0; at < letters.size(); at += 4) {
        if (at != 0) shown += '-';
        shown += letters.substr(at, 4);
    }
    return shown;
}

}  // namespace

RecoveryCodeCount count_recovery_codes(db::Connection& db, Id<User> user) {
    return db::first<RecoveryCodeCount>(db, statements::count_codes, {{"user_id", user}}).value();
}

std::vector<std::string> make_recovery_codes(Tx& tx, Id<User> user) {
    drop_recovery_codes(tx, user);
    std::vector<std::string> shown;
    for (int i = 0; i < how_many; ++i) {
        const std::string letters = secrets::to_base32(secrets::random_bytes(random_byte_count));
        db::send(tx.db(), statements::insert_code,
                 {{"user_id", user}, {"code_hash", secrets::sha256_hex(letters)}, {"now", tx.now()}});
        shown.push_back(in_fours(letters));
    }
    return shown;
}

bool take_recovery_code(Tx& tx, Id<User> user, std::string_view typed) {
    const std::string letters = plain(typed);
    if (letters.size() != letter_count) return false;
    return tx.db().execute(
               statements::use_code,
               {{"user_id", user}, {"code_hash", secrets::sha256_hex(letters)}, {"now", tx.now()}}) == 1;
}

void drop_recovery_codes(Tx& tx, Id<User> user) {
    db::send(tx.db(), statements::drop_codes, {{"user_id", user}});
}

}  // namespace forecourt::access
