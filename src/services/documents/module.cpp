#include <services/documents/module.h>
#include <services/documents/views.h>

namespace forecourt::documents {
namespace {

std::vector<Role> staff_and_customers() {
    auto roles = every_staff_role();
    roles.push_back(Role::customer);
    return roles;
}

}  // namespace

const Module documents_module{
    .name = "documents",
    .needs = {"files", "log"},
    .actions = {},
    .views = {&pdf, &of_record, &archive_list},
    .grants = {{document_read, staff_and_customers()}, {archive_read, every_staff_role()}},
    .events = {"documents.paper_ordered", "documents.archived"},
    .handlers = {},
    .jobs = {},
};

}  // namespace forecourt::documents
