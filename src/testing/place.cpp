#include <testing/place.h>

#include <secrets/keys.h>

#include <cstdlib>
#include <filesystem>
#include <stdexcept>

#include <unistd.h>

namespace forecourt::testing {

program::Place make_place(bool postgresql, const std::string& name) {
    const std::string own_name = "forecourt_" + name + "_" + std::to_string(::getpid());
    program::Place place{.data_folder = std::filesystem::temp_directory_path() / own_name,
                         .postgresql_url = {}};
    if (!postgresql) return place;
    const char* url = std::getenv("FORECOURT_TEST_PG");
    if (url == nullptr)
        throw std::runtime_error("FORECOURT_TEST_PG must hold the address of a PostgreSQL server");
    db::Database server({.sqlite_file = {}, .postgresql_url = url});
    server.connect()->script("create database " + own_name +
                             " template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'");
    const std::string address = url;
    const auto question = address.find('?');
    const std::string tail = question == std::string::npos ? "" : address.substr(question);
    const std::string head = address.substr(0, question);
    place.postgresql_url = head.substr(0, head.rfind('/') + 1) + own_name + tail;
    return place;
}

TwoStores open_two_stores(program::Application& application, Instant opening) {
    TwoStores stores;
    const auto pepper = application.keys().lasting_key(secrets::Purpose::password_pepper);
    const auto answer = application.runner().run_work_and_wait(
        program::system_actor({0}), opening, [&](Tx& tx) -> MaybeRefused {
            stores.first = demo::make_store(tx, pepper, 1);
            stores.second = demo::make_store(tx, pepper, 2);
            return std::nullopt;
        });
    ensure(answer.ending == program::Ending::done);
    application.install_standards(opening);
    return stores;
}

}  // namespace forecourt::testing
