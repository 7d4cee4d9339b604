#include <files/image_facts.h>
#include <files/picture_privacy.h>

#include <gtest/gtest.h>

using namespace forecourt::files;

namespace {

std::string bytes_of(std::initializer_list<int> bytes) {
    std::string text;
    for (const int byte : bytes) text += static_cast<char>(byte);
    return text;
}

std::string segment(int marker, const std::string& body) {
    const auto length = static_cast<int>(body.size() + 2);
    return bytes_of({0xff, marker, length >> 8, length & 0xff}) + body;
}

std::string exif(int orientation, bool little_endian) {
    const auto tiff =
        little_endian
            ? bytes_of({'I', 'I', 42,  0,    8, 0, 0, 0, 2, 0, 0x0f, 1,           2, 0, 4, 0, 0, 0, 'A',
                        'C', 'M', 'E', 0x12, 1, 3, 0, 1, 0, 0, 0,    orientation, 0, 0, 0, 0, 0, 0, 0})
            : bytes_of({'M', 'M', 0,   42, 0,    0, 0, 8, 0, 2, 1, 0x0f, 0,           2, 0, 0, 0, 4, 'A',
                        'C', 'M', 'E', 1,  0x12, 0, 3, 0, 0, 0, 1, 0,    orientation, 0, 0, 0, 0, 0, 0});
    return segment(0xe1, bytes_of({'E', 'x', 'i', 'f', 0, 0}) + tiff + "31.2304N 121.4737E");
}

const std::string start = bytes_of({0xff, 0xd8});
const std::string head = segment(0xe0, std::string("JFIF\0\1\1\0\0\1\0\1\0\0", 14));
const std::string colours = segment(0xe2, std::string("ICC_PROFILE\0\1\1sRGB", 18));
const std::string frame = segment(0xc0, bytes_of({8, 0, 16, 0, 16, 1, 1, 0x11, 0}));
// With a stuffed 0xff and a restart, as scans have them.
const std::string scan = segment(0xda, bytes_of({1, 1, 0, 0, 63, 0})) +
                         bytes_of({0x12, 0xff, 0, 0x34, 0xff, 0xd0, 0x56, 0xff, 0xff, 0, 0x78});
const std::string end = bytes_of({0xff, 0xd9});

std::string chunk(const std::string& name, const std::string& body) {
    return bytes_of({0, 0, 0, static_cast<int>(body.size())}) + name + body + "CRC4";
}

}  // namespace

// security 72
TEST(PicturePrivacy, of_a_photo_only_the_picture_is_kept) {
    const std::string picture = start + head + colours + frame + scan + scan + end;
    const std::string photo = start + head + exif(1, true) +
                              segment(0xe1, "http://ns.adobe.com/xap/1.0/ by Li") +
                              segment(0xed, "Photoshop 3.0 by Li") + segment(0xe2, "MPF second picture") +
                              segment(0xfe, "taken by Li") + colours + frame + scan + scan + end + start +
                              exif(1, false) + "a film of the seconds before";
    EXPECT_EQ(without_camera_data(photo), picture);
    EXPECT_EQ(without_camera_data(picture), picture);
}

TEST(PicturePrivacy, which_side_is_up_stays) {
    for (const bool little_endian : {true, false}) {
        for (int side = 2; side <= 8; ++side) {
            const auto clean = without_camera_data(start + exif(side, little_endian) + frame + scan + end);
            EXPECT_EQ(clean.find("ACME"), std::string::npos);
            EXPECT_EQ(clean.find("31.2304N"), std::string::npos);
            const auto upright =
                bytes_of({0xff, 0xe1, 0, 34,   'E', 'x', 'i', 'f', 0, 0, 'M', 'M',  0, 42, 0, 0, 0, 8,
                          0,    1,    1, 0x12, 0,   3,   0,   0,   0, 1, 0,   side, 0, 0,  0, 0, 0, 0});
            EXPECT_EQ(clean, start + upright + frame + scan + end) << side;
            EXPECT_EQ(without_camera_data(clean), clean);
            ASSERT_TRUE(sniff(clean));
        }
    }
}

TEST(PicturePrivacy, of_a_png_too) {
    const auto begin = bytes_of({0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}) +
                       chunk("IHDR", bytes_of({0, 0, 0, 9, 0, 0, 0, 9, 8, 2, 0, 0, 0}));
    const auto picture = begin + chunk("IDAT", "pixels") + chunk("IEND", "");
    EXPECT_EQ(without_camera_data(begin + chunk("tEXt", "Author\0Li") + chunk("eXIf", "MM 31.2304N") +
                                  chunk("iTXt", "xmp") + chunk("zTXt", "z") + chunk("tIME", "2026") +
                                  chunk("IDAT", "pixels") + chunk("IEND", "") + "behind it"),
              picture);
}

TEST(PicturePrivacy, from_damage_on_all_stays) {
    const std::string begin = start + head + frame + scan, photo = exif(1, true) + colours + scan + end;
    for (const auto& damage : {bytes_of({0xff, 1, 0, 2}), bytes_of({0xff, 0xe1, 0x7f, 0xf0, 0x45}),
                               bytes_of({0xff, 0xe2, 0, 1})}) {
        EXPECT_EQ(without_camera_data(start + head + exif(1, true) + frame + scan + damage + photo),
                  begin + damage + photo);
    }
}

// What is left on both sides of a gap must not read as something new: behind a scan the first bytes of the
// damage would be taken for its last ones, and a comment in it for one to leave out.
TEST(PicturePrivacy, what_is_clean_stays_as_it_is) {
    const std::string comment = segment(0xfe, "Li"), fillers = bytes_of({0xff, 0xff});
    const std::string damaged =
        start + frame + scan + fillers + comment + bytes_of({0x12, 0x34, 0x56}) + comment + end;
    EXPECT_EQ(without_camera_data(damaged), damaged);
    const std::string restarted = start + frame + scan + comment + segment(0xd0, "x") + comment + end;
    EXPECT_EQ(without_camera_data(restarted), restarted);
    const std::string cut_off = start + frame + scan + fillers + comment + bytes_of({0xe1, 0});
    EXPECT_EQ(without_camera_data(cut_off), start + frame + scan + bytes_of({0xe1, 0}));
}

TEST(PicturePrivacy, what_is_cut_off_or_no_picture_does_no_harm) {
    const std::string photo = start + head + exif(6, true) + frame + scan + end;
    for (std::size_t length = 0; length <= photo.size(); ++length)
        EXPECT_LE(without_camera_data(photo.substr(0, length)).size(), length);
    EXPECT_EQ(without_camera_data("%PDF-1.7 Author (Li)"), "%PDF-1.7 Author (Li)");
    EXPECT_EQ(without_camera_data(""), "");
}
