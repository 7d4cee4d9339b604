#pragma once
#include <core/result.h>

#include <string_view>

namespace forecourt::access {

/// Fewer than eight characters.
inline constexpr Refusal password_too_short{"password_too_short", RefusalKind::unprocessable};
/// More bytes than anybody types.
inline constexpr Refusal password_too_long{"password_too_long", RefusalKind::unprocessable};
/// Among those everybody tries first, or made of the login, of one character, of a row of the keyboard.
inline constexpr Refusal password_too_easy{"password_too_easy", RefusalKind::unprocessable};

/// What was typed as the present password is not it.
inline constexpr Refusal current_password_wrong{"current_password_wrong", RefusalKind::forbidden};
/// Too many wrong ones; the account rests a while.
inline constexpr Refusal password_rests{"password_rests"};

/// Somebody else chose the password: before anything else its owner takes another.
inline constexpr Refusal password_is_given{"password_is_given", RefusalKind::forbidden};
/// The new password is the present one.
inline constexpr Refusal password_is_the_same{"password_is_the_same", RefusalKind::unprocessable};

/// What a password of this account must be (ASVS 6.2): long enough, whatever it is made of, and not what is
/// guessed first. It is taken exactly as it came.
MaybeRefused may_be_password(std::string_view password, std::string_view login);

}  // namespace forecourt::access
