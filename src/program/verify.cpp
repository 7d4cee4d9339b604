#include <program/verify.h>

#include <db/sqlite.h>
#include <modules/parts/api.h>
#include <modules/people/api.h>
#include <program/anchoring.h>
#include <services/access/api.h>
#include <services/documents/api.h>
#include <services/files/api.h>
#include <services/ledger/api.h>
#include <services/log/api.h>

#include <filesystem>

namespace forecourt::program {
namespace {

void add(std::vector<std::string>& all, std::vector<std::string> more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

std::vector<std::string> verify(db::Connection& connection, Instant now) {
    // Where the file itself is broken, what else is read of it says nothing.
    std::vector<std::string> findings;
    if (connection.engine() == db::Engine::sqlite) findings = db::check_sqlite(connection);
    if (!findings.empty()) return findings;
    findings = log::check_chains(connection);
    for (const auto& store : access::every_store(connection)) {
        add(findings, ledger::check_ledger(connection, store.id));
        add(findings, parts::check_stock(connection, store.id));
        add(findings, people::check_people(connection, store.id));
        add(findings, documents::check_documents(connection, store.id, now));
        add(findings, files::check_files(connection, store.id));
    }
    return findings;
}

std::vector<std::string> verify(const Place& place, const std::string& anchor_file) {
    Application application(place);
    std::vector<std::string> findings;
    std::string anchors = anchor_file;
    const auto usual = usual_anchor_folder(place) + "/" + anchors::file_name;
    if (anchors.empty() && std::filesystem::exists(usual)) anchors = usual;
    anchors::ReadAnchors read;
    if (!anchors.empty()) read = anchors_in(anchors, anchor_signer(application.keys()).public_key_hex());
    application.database().read([&](db::Connection& db) {
        findings = verify(db, system_clock());
        add(findings, check_anchors(db, std::move(read)));
    });
    return findings;
}

}  // namespace forecourt::program
