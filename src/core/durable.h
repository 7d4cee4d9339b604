#pragma once
#include <string>
#include <string_view>

#include <sys/types.h>

// What is written so that a power cut does not take it away. All throw std::runtime_error with the path and
// what the system says.

namespace forecourt {

/// A name is on the disk when its folder is.
void sync_folder(const std::string& folder);

/// The file is there whole or not at all, also after a power cut. One of that name is replaced.
void write_durably(const std::string& path, std::string_view bytes, mode_t mode = 0600);
struct Copied {
    std::string from;
    std::string to;
};
/// The same with the bytes of another file.
void copy_durably(const Copied& files, mode_t mode = 0600);
/// Returns when the bytes are at the file's end and on the disk.
void append_durably(const std::string& path, std::string_view bytes, mode_t mode = 0600);

}  // namespace forecourt
