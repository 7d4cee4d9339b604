#include <anchors/anchor.h>
#include <anchors/lines.h>

#include <core/durable.h>
#include <reflect/json.h>
#include <secrets/digest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace forecourt::anchors {

FORECOURT_STRUCT(Anchor, at, before, hash, number, seq, store)

namespace disk = std::filesystem;

const std::string first_before(64, '0');

std::string_view next_line(std::string_view& file) {
    const auto end = file.find('\n');
    const auto line = file.substr(0, end);
    file.remove_prefix(end == std::string_view::npos ? file.size() : end + 1);
    return line;
}

std::optional<Anchor> anchor_of(std::string_view line) {
    Anchor anchor;
    const auto text = line.substr(0, line.rfind(' '));
    if (line.find(' ') == std::string_view::npos || !reflect::from_json(anchor, text).empty())
        return std::nullopt;
    return anchor;
}

std::string signed_line(const Anchor& anchor, const secrets::Signer& signer) {
    const auto text = reflect::to_json(anchor);
    return text + " " + signer.sign(text);
}

ReadAnchors read_anchors(std::string_view file, std::string_view public_key_hex) {
    ReadAnchors read;
    std::string before = first_before;
    std::int64_t number = 0;
    while (!file.empty()) {
        const auto line = next_line(file);
        const auto anchor = anchor_of(line);
        const std::string which = "anchor " + std::to_string(++number);
        const auto blank = line.rfind(' ');
        if (!anchor) {
            read.findings.push_back(which + " can not be read");
        } else if (!secrets::signature_is_valid(public_key_hex, line.substr(0, blank),
                                                line.substr(blank + 1))) {
            read.findings.push_back(which + " is not signed by this store's key");
        } else if (anchor->number != number || anchor->before != before) {
            read.findings.push_back(which + " does not follow the one before it");
            number = anchor->number;
        }
        if (anchor) read.anchors.push_back(*anchor);
        before = secrets::sha256_hex(line);
    }
    return read;
}

std::string_view lines_until(std::string_view file, Instant at) {
    auto rest = file;
    while (!rest.empty()) {
        auto after = rest;
        const auto line = next_line(after);
        const auto anchor = anchor_of(line);
        const bool is_whole = line.size() < rest.size();
        if (!is_whole || !anchor || anchor->at > at) break;
        rest = after;
    }
    return file.substr(0, file.size() - rest.size());
}

AnchorFile::AnchorFile(const std::string& folder, secrets::Signer signer)
    : signer_(std::move(signer)), path_(folder + "/" + file_name), before_(first_before) {
    disk::create_directories(folder);
    const std::string key = folder + "/" + key_name;
    if (!disk::exists(key)) append_durably(key, secrets::public_key_pem(signer_.public_key_hex()), readable);
    std::ifstream in(path_, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    const auto whole = bytes.rfind('\n') + 1;  // none: 0
    if (whole < bytes.size()) disk::resize_file(path_, whole);
    for (auto rest = std::string_view(bytes).substr(0, whole); !rest.empty();) {
        const auto line = next_line(rest);
        before_ = secrets::sha256_hex(line);
        const auto anchor = anchor_of(line);
        number_ = anchor ? anchor->number : number_ + 1;
        if (!anchor) continue;
        std::erase_if(anchored_, [&](const End& end) { return end.store == anchor->store; });
        anchored_.push_back({anchor->store, anchor->seq, anchor->hash});
    }
}

void AnchorFile::append(const std::vector<End>& ends, Instant at) {
    std::string lines;
    auto before = before_;
    auto number = number_;
    auto anchored = anchored_;
    for (const auto& end : ends) {
        const auto known = std::find_if(anchored.begin(), anchored.end(),
                                        [&](const End& one) { return one.store == end.store; });
        if (known != anchored.end() && known->seq == end.seq && known->hash == end.hash) continue;
        const auto line = signed_line({.at = at,
                                       .before = before,
                                       .hash = end.hash,
                                       .number = ++number,
                                       .seq = end.seq,
                                       .store = end.store},
                                      signer_);
        before = secrets::sha256_hex(line);
        lines += line + "\n";
        if (known != anchored.end()) {
            *known = end;
        } else {
            anchored.push_back(end);
        }
    }
    if (lines.empty()) return;
    append_durably(path_, lines, readable);
    before_ = before;
    number_ = number;
    anchored_ = std::move(anchored);
}

}  // namespace forecourt::anchors
