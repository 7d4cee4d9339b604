#include <services/files/module.h>
#include <services/files/upload.h>

namespace forecourt::files {
namespace {

std::vector<Role> everybody_signed_in() {
    auto roles = every_staff_role();
    roles.push_back(Role::customer);
    return roles;
}

// A hash cannot be guessed: who has it was shown it by a view that checked the right to the record.
Result<Download> run_get(Context& context, const GetFile& in) {
    const auto upload = find_upload(context.db(), context.store_id(), in.hash);
    if (!upload) return file_not_found;
    const auto& type = upload->content_type;
    const std::string extension = type.ends_with("sheet") ? "xlsx" : type.substr(type.find('/') + 1);
    return Download{.content_type = type,
                    .file_name = upload->hash.text.substr(0, 12) + "." + extension,
                    .body = file_bytes(upload->hash)};
}

}  // namespace

const View<GetFile, Download> get{
    {.name = "files.get", .needs = file_read, .refuses = {file_not_found}, .run = run_get}};

const Module files_module{
    .name = "files",
    .needs = {},
    .actions = {},
    .views = {&get},
    .grants = {{file_upload, everybody_signed_in()}, {file_read, everybody_signed_in()}},
    .events = {},
    .handlers = {},
    .jobs = {},
};

}  // namespace forecourt::files
