#include <tables/xlsx_archive.h>

#include <expat.h>
#include <zip.h>

#include <cstring>
#include <exception>

namespace forecourt::tables {
namespace {

std::string_view without_prefix(const char* name) {
    const char* colon = std::strrchr(name, ':');
    return colon != nullptr ? colon + 1 : name;
}

/// Exceptions must not cross the C parser: they are kept here and thrown again outside.
struct Passage {
    XML_Parser parser;
    XmlListener& listener;
    std::exception_ptr failure;

    template <class Call>
    void guarded(const Call& call) {
        if (failure) return;
        try {
            call();
        } catch (...) {
            failure = std::current_exception();
            XML_StopParser(parser, XML_FALSE);
        }
    }
};

void on_start(void* data, const char* name, const char** attributes) {
    auto& passage = *static_cast<Passage*>(data);
    passage.guarded([&] { passage.listener.start(without_prefix(name), attributes); });
}

void on_end(void* data, const char* name) {
    auto& passage = *static_cast<Passage*>(data);
    passage.guarded([&] { passage.listener.end(without_prefix(name)); });
}

void on_text(void* data, const char* text, int length) {
    auto& passage = *static_cast<Passage*>(data);
    passage.guarded([&] { passage.listener.text({text, static_cast<std::size_t>(length)}); });
}

void on_doctype(void* data, const char*, const char*, const char*, int) {
    auto& passage = *static_cast<Passage*>(data);
    passage.guarded([] { throw DamagedWorkbook("a document type in a workbook"); });
}

}  // namespace

const char* attribute(const char** attributes, std::string_view name) {
    for (; attributes[0] != nullptr; attributes += 2)
        if (without_prefix(attributes[0]) == name) return attributes[1];
    return nullptr;
}

struct XlsxArchive::State {
    zip_t* zip = nullptr;
    std::uint64_t budget = 0;
};

XlsxArchive::XlsxArchive(std::string_view bytes, std::uint64_t max_unpacked_bytes)
    : state_(std::make_unique<State>()) {
    state_->budget = max_unpacked_bytes;
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source != nullptr) state_->zip = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (state_->zip == nullptr && source != nullptr) zip_source_free(source);
    zip_error_fini(&error);
    if (state_->zip == nullptr) throw DamagedWorkbook("not a zip archive");
}

XlsxArchive::~XlsxArchive() { zip_discard(state_->zip); }

bool XlsxArchive::has(const std::string& part) const {
    return zip_name_locate(state_->zip, part.c_str(), ZIP_FL_NOCASE) >= 0;
}

void XlsxArchive::parse(const std::string& part, XmlListener& listener) {
    const zip_int64_t index = zip_name_locate(state_->zip, part.c_str(), ZIP_FL_NOCASE);
    if (index < 0) throw DamagedWorkbook("a part is missing: " + part);
    const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(
        zip_fopen_index(state_->zip, static_cast<zip_uint64_t>(index), 0), zip_fclose);
    if (!file) throw DamagedWorkbook("a part cannot be opened: " + part);
    const std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> parser(XML_ParserCreate(nullptr),
                                                                         XML_ParserFree);
    Passage passage{parser.get(), listener, {}};
    XML_SetUserData(parser.get(), &passage);
    XML_SetElementHandler(parser.get(), on_start, on_end);
    XML_SetCharacterDataHandler(parser.get(), on_text);
    XML_SetStartDoctypeDeclHandler(parser.get(), on_doctype);
    for (;;) {
        constexpr int piece = 64 << 10;
        void* buffer = XML_GetBuffer(parser.get(), piece);
        if (buffer == nullptr) throw DamagedWorkbook("no memory for a part");
        const zip_int64_t got = zip_fread(file.get(), buffer, piece);
        if (got < 0) throw DamagedWorkbook("a part cannot be unpacked: " + part);
        if (static_cast<std::uint64_t>(got) > state_->budget) throw WorkbookTooLarge("unpacks to too much");
        state_->budget -= static_cast<std::uint64_t>(got);
        const XML_Status status = XML_ParseBuffer(parser.get(), static_cast<int>(got), got == 0);
        if (passage.failure) std::rethrow_exception(passage.failure);
        if (status != XML_STATUS_OK) throw DamagedWorkbook("a part is not XML: " + part);
        if (got == 0 || !listener.wants_more()) return;
    }
}

}  // namespace forecourt::tables
