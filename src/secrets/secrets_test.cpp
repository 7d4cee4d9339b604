#include <secrets/digest.h>
#include <secrets/keys.h>
#include <secrets/password.h>
#include <secrets/sealing.h>
#include <secrets/signing.h>
#include <secrets/totp.h>

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

namespace forecourt::secrets {
namespace {

Key counted_key(unsigned char first = 0) {
    Key key;
    for (std::size_t i = 0; i < key.size(); ++i) key[i] = static_cast<unsigned char>(first + i);
    return key;
}

std::string new_folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "forecourt-keys-XXXXXX").string();
    return mkdtemp(pattern.data());
}

std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

}  // namespace

TEST(Bytes, hex_and_base64_round_trip_and_refuse_damage) {
    const std::string bytes("\x00\x01\xfe\xff", 4);
    EXPECT_EQ(to_hex(bytes), "0001feff");
    EXPECT_EQ(from_hex("0001FEff"), bytes);
    EXPECT_EQ(to_base64(bytes), "AAH+/w==");
    EXPECT_EQ(from_base64("AAH+/w=="), bytes);
    EXPECT_EQ(to_base64(""), "");
    for (const char* wrong : {"0", "0g", "00 1", "zz"}) EXPECT_FALSE(from_hex(wrong)) << wrong;
    for (const char* wrong : {"A", "AAH+/w=", "AAH+/w==x", "!!!!"}) EXPECT_FALSE(from_base64(wrong)) << wrong;
}

// security 51, 64
TEST(Bytes, tokens_are_long_distinct_and_safe_in_addresses) {
    std::set<std::string> seen;
    for (int i = 0; i < 100; ++i) {
        const std::string token = random_token();
        EXPECT_EQ(token.size(), 43u);
        EXPECT_EQ(token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
                  std::string::npos);
        EXPECT_TRUE(seen.insert(token).second);
    }
}

TEST(Bytes, comparison_sees_content_and_length) {
    EXPECT_TRUE(constant_time_equal("abc", "abc"));
    EXPECT_FALSE(constant_time_equal("abc", "abd"));
    EXPECT_FALSE(constant_time_equal("abc", "abcd"));
    EXPECT_TRUE(constant_time_equal("", ""));
}

TEST(Digest, matches_the_published_vectors) {
    // FIPS 180-2 and RFC 4231.
    EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(hmac_sha256_hex("Jefe", "what do ya want for nothing?"),
              "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    Sha256 pieces;
    pieces.add("a");
    pieces.add("");
    pieces.add("bc");
    EXPECT_EQ(pieces.hex(), sha256_hex("abc"));
}

TEST(Digest, blind_index_depends_on_key_and_value) {
    const Key key = counted_key();
    const std::string index = blind_index(key, "13812345678");
    EXPECT_EQ(index.size(), 32u);
    EXPECT_EQ(index, blind_index(key, "13812345678"));
    EXPECT_NE(index, blind_index(key, "13812345679"));
    EXPECT_NE(index, blind_index(counted_key(1), "13812345678"));
    EXPECT_EQ(short_blind_index(key, "5678").size(), 4u);
    EXPECT_EQ(short_blind_index(key, "13812345678"), index.substr(0, 4));
}

// security 62
TEST(Password, only_the_right_one_with_the_right_pepper_matches) {
    const Key pepper = counted_key();
    const std::string stored = hash_password("correct horse 电池", pepper);
    EXPECT_TRUE(stored.starts_with("1:$argon2id$v=19$m=19456,t=2,p=1$")) << stored;
    EXPECT_TRUE(password_matches(stored, "correct horse 电池", pepper));
    EXPECT_FALSE(password_matches(stored, "correct horse 电泡", pepper));
    EXPECT_FALSE(password_matches(stored, "", pepper));
    EXPECT_FALSE(password_matches(stored, "correct horse 电池", counted_key(1)));
    EXPECT_NE(stored, hash_password("correct horse 电池", pepper)) << "each has its own salt";
    for (const char* foreign :
         {"", "1:", "plain", "1:$2b$10$xx", "2:$argon2id$v=19$m=8,t=1,p=1$c2FsdA$aGFzaA"})
        EXPECT_FALSE(password_matches(foreign, "x", pepper)) << foreign;
}

// security 40
TEST(Password, long_ones_are_not_cut) {
    const Key pepper = counted_key();
    const PasswordCost light{.passes = 1, .memory_bytes = 8192 * 1024};
    const std::string base(300, 'x');
    const std::string stored = hash_password(base + "a", pepper, light);
    EXPECT_TRUE(password_matches(stored, base + "a", pepper));
    EXPECT_FALSE(password_matches(stored, base + "b", pepper));
    EXPECT_FALSE(password_needs_rehash(stored, light));
    EXPECT_TRUE(password_needs_rehash(stored));
}

// security 67
TEST(Keys, are_made_once_and_for_the_owner_alone) {
    const std::string folder = new_folder();
    const KeyRing made = KeyRing::load_or_create(folder);
    struct stat facts {};
    ASSERT_EQ(stat((folder + "/keys").c_str(), &facts), 0);
    EXPECT_EQ(facts.st_mode & 0777, 0400u);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder), {}), 1);
    const KeyRing again = KeyRing::load_or_create(folder);
    EXPECT_EQ(made.key(Purpose::field_sealing), again.key(Purpose::field_sealing));
    EXPECT_NE(made.key(Purpose::field_sealing), made.key(Purpose::blind_index));
    const KeyRing other = KeyRing::load_or_create(new_folder());
    EXPECT_NE(made.key(Purpose::field_sealing), other.key(Purpose::field_sealing));
}

TEST(Keys, a_damaged_or_open_file_is_refused) {
    const std::string folder = new_folder();
    const std::string good_key(64, 'a');
    const std::string path = folder + "/keys";
    const std::string cases[] = {"",
                                 "something else\n1 " + good_key,
                                 "forecourt keys 1\n",
                                 "forecourt keys 1\n1 abcd\n",
                                 "forecourt keys 1\n0 " + good_key + "\n",
                                 "forecourt keys 1\n1 " + good_key + "\n1 " + good_key + "\n"};
    for (const std::string& text : cases) {
        std::ofstream(path) << text;
        chmod(path.c_str(), 0600);
        EXPECT_THROW(KeyRing::load_or_create(folder), std::runtime_error) << text;
    }
    std::ofstream(path) << "forecourt keys 1\n1 " + good_key + "\n";
    EXPECT_NO_THROW(KeyRing::load_or_create(folder));
    chmod(path.c_str(), 0644);
    EXPECT_THROW(KeyRing::load_or_create(folder), std::runtime_error);
    EXPECT_THROW(KeyRing::load_or_create(folder + "/missing"), std::runtime_error);
}

// security 61
TEST(Sealing, opens_only_where_it_was_sealed) {
    const KeyRing keys = KeyRing::from_master(counted_key());
    const SealedPlace place{"customers_customer", "phone", 7};
    const std::string sealed = seal_field(keys, place, "13812345678");
    EXPECT_EQ(sealed.size(), 76u);
    EXPECT_EQ(open_field(keys, place, sealed), "13812345678");
    EXPECT_EQ(sealed_with(sealed), 1u);
    EXPECT_NE(sealed, seal_field(keys, place, "13812345678")) << "equal values must not look equal";
    EXPECT_EQ(open_field(keys, place, seal_field(keys, place, "")), "");

    EXPECT_FALSE(open_field(keys, {"customers_customer", "phone", 8}, sealed));
    EXPECT_FALSE(open_field(keys, {"customers_customer", "identity", 7}, sealed));
    EXPECT_FALSE(open_field(keys, {"people_person", "phone", 7}, sealed));
    EXPECT_FALSE(open_field(KeyRing::from_master(counted_key(1)), place, sealed));
}

// security 61
TEST(Sealing, every_changed_byte_is_seen) {
    const KeyRing keys = KeyRing::from_master(counted_key());
    const SealedPlace place{"t", "c", 1};
    const std::string blob = *from_base64(seal_field(keys, place, "13812345678"));
    for (std::size_t i = 0; i < blob.size(); ++i) {
        std::string changed = blob;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        EXPECT_FALSE(open_field(keys, place, to_base64(changed))) << "byte " << i;
    }
    for (std::size_t length = 0; length < blob.size(); ++length)
        EXPECT_FALSE(open_field(keys, place, to_base64(blob.substr(0, length)))) << length;
    EXPECT_FALSE(open_field(keys, place, "not base64!"));
}

// security 63
TEST(Sealing, a_second_master_key_seals_new_values_and_the_first_still_opens_old_ones) {
    const std::string folder = new_folder();
    const KeyRing first = KeyRing::load_or_create(folder);
    const SealedPlace place{"t", "c", 1};
    const std::string old_value = seal_field(first, place, "old");
    const std::string path = folder + "/keys";
    const std::string text = read_file(path) + "2 " + std::string(64, 'b') + "\n";
    std::filesystem::remove(path);
    std::ofstream(path) << text;
    chmod(path.c_str(), 0400);

    const KeyRing both = KeyRing::load_or_create(folder);
    EXPECT_EQ(both.newest(), 2u);
    EXPECT_EQ(open_field(both, place, old_value), "old");
    const std::string new_value = seal_field(both, place, "new");
    EXPECT_EQ(sealed_with(new_value), 2u);
    EXPECT_FALSE(open_field(first, place, new_value));
    EXPECT_EQ(both.lasting_key(Purpose::blind_index), first.key(Purpose::blind_index));
}

// security 61
TEST(Signing, matches_the_vector_of_rfc_8032) {
    Key seed;
    const std::string raw = *from_hex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
    std::copy(raw.begin(), raw.end(), seed.begin());
    const Signer signer(seed);
    EXPECT_EQ(signer.public_key_hex(), "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    const std::string signature = signer.sign("\x72");
    EXPECT_EQ(signature,
              "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
              "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    EXPECT_TRUE(signature_is_valid(signer.public_key_hex(), "\x72", signature));
    EXPECT_FALSE(signature_is_valid(signer.public_key_hex(), "\x73", signature));
    EXPECT_FALSE(signature_is_valid("3d40", "\x72", signature));
    EXPECT_FALSE(signature_is_valid(signer.public_key_hex(), "\x72", "zz"));
    EXPECT_NE(public_key_pem(signer.public_key_hex())
                  .find("MCowBQYDK2VwAyEAPUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw="),
              std::string::npos);
}

// security 47
TEST(Totp, matches_the_vectors_of_rfc_6238) {
    struct {
        std::int64_t second;
        const char* code;
    } const cases[] = {{59, "94287082"},         {1111111109, "07081804"}, {1111111111, "14050471"},
                       {1234567890, "89005924"}, {2000000000, "69279037"}, {20000000000, "65353130"}};
    for (const auto& c : cases)
        EXPECT_EQ(totp_code("12345678901234567890", Instant{c.second * 1000}, 8), c.code) << c.second;
}

// security 47
TEST(Totp, a_code_is_good_for_one_step_around_and_only_once) {
    const std::string seed = new_totp_seed();
    const Instant now{1'800'000'010'000};
    const std::int64_t step = now.ms / 30'000;
    struct {
        int offset_steps;
        bool taken;
    } const cases[] = {{-2, false}, {-1, true}, {0, true}, {1, true}, {2, false}};
    for (const auto& c : cases) {
        const std::string code = totp_code(seed, now + seconds(30 * c.offset_steps));
        EXPECT_EQ(totp_step(seed, code, now).has_value(), c.taken) << c.offset_steps;
    }
    const std::string code = totp_code(seed, now);
    EXPECT_EQ(totp_step(seed, code, now), step);
    EXPECT_FALSE(totp_step(seed, code, now, step)) << "used already";
    EXPECT_FALSE(totp_step(seed, code.substr(1), now));
    EXPECT_FALSE(totp_step(seed, "", now));
}

TEST(Totp, base32_and_the_address) {
    EXPECT_EQ(to_base32("12345678901234567890"), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    EXPECT_EQ(to_base32("f"), "MY");
    EXPECT_EQ(from_base32("GEZDGNBV"), "12345");
    EXPECT_FALSE(from_base32("GEZ1"));
    EXPECT_EQ(totp_address("12345", "门店 A", "gm"),
              "otpauth://totp/%E9%97%A8%E5%BA%97%20A:gm?secret=GEZDGNBV&issuer=%E9%97%A8%E5%BA%97%20A");
}

}  // namespace forecourt::secrets
