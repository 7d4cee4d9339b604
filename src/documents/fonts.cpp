#include <documents/fonts.h>

#include <fontconfig/fontconfig.h>
#include <limits.h>
#include <unistd.h>

#include <cstdlib>
#include <mutex>
#include <stdexcept>
#include <vector>

namespace forecourt::documents {
namespace {

bool holds_fonts(const std::string& folder) {
    return ::access((folder + "/NotoSansSC-Regular.otf").c_str(), R_OK) == 0 &&
           ::access((folder + "/NotoSansSC-Bold.otf").c_str(), R_OK) == 0;
}

std::string program_folder() {
    char path[PATH_MAX];
    const ssize_t length = ::readlink("/proc/self/exe", path, sizeof path);
    if (length <= 0) return ".";
    const std::string program(path, static_cast<std::size_t>(length));
    return program.substr(0, program.find_last_of('/'));
}

void load(const std::string& folder) {
    FcConfig* config = FcConfigCreate();
    const std::string file = folder + "/fonts.conf";
    if (::access(file.c_str(), R_OK) == 0) {
        FcConfigParseAndLoad(config, reinterpret_cast<const FcChar8*>(file.c_str()), FcTrue);
        FcConfigBuildFonts(config);
    } else {
        for (const char* name : {"/NotoSansSC-Regular.otf", "/NotoSansSC-Bold.otf"})
            FcConfigAppFontAddFile(config, reinterpret_cast<const FcChar8*>((folder + name).c_str()));
    }
    // Setting the current configuration instead of FONTCONFIG_FILE: the environment must not be changed while
    // other threads run.
    if (FcConfigSetCurrent(config) == FcFalse)
        throw std::runtime_error("the fonts of documents cannot be loaded");
    FcConfigDestroy(config);
}

}  // namespace

std::string font_folder() {
    std::vector<std::string> folders;
    if (const char* named = std::getenv("FORECOURT_FONTS"); named != nullptr && *named != '\0')
        folders.emplace_back(named);
    folders.push_back(program_folder() + "/../fonts");
    folders.emplace_back("/usr/share/forecourt/fonts");
    for (const std::string& folder : folders)
        if (holds_fonts(folder)) return folder;
    throw std::runtime_error(
        "documents need fonts: NotoSansSC-Regular.otf and NotoSansSC-Bold.otf are neither in " +
        folders.front() + " nor in the other places (tools/flatten_fonts makes them)");
}

void use_own_fonts() {
    static std::once_flag loaded;
    std::call_once(loaded, [] { load(font_folder()); });
}

}  // namespace forecourt::documents
