#include <conformance/engines.h>
#include <conformance/requests.h>
#include <conformance/world.h>

#include <cstdio>
#include <cstring>
#include <exception>

using namespace forecourt::conformance;

namespace {

int passed = 0;
int failed = 0;

// A check counts only if it finds a fault that was put there on purpose.
void report(const std::string& name, const std::vector<std::string>& findings, bool planted_fault_found) {
    for (const auto& finding : findings) std::printf("     %s: %s\n", name.c_str(), finding.c_str());
    if (!planted_fault_found) std::printf("     %s: did not find the planted fault\n", name.c_str());
    const bool good = findings.empty() && planted_fault_found;
    std::printf("%s %s\n", good ? "ok  " : "FAIL", name.c_str());
    ++(good ? passed : failed);
}

}  // namespace

int main(int argc, char** argv) {
    const std::string sources = FORECOURT_SOURCE_FOLDER;
    const bool write = argc > 1 && std::strcmp(argv[1], "--write") == 0;
    try {
        const World world = look_at_program(sources);
        for (const auto& check : every_check()) {
            World faulty = world;
            check.plant(faulty);
            const auto findings = check.findings(world);
            report(check.name, findings, check.findings(faulty).size() > findings.size());
        }
        const auto unprepared = unprepared_statements(false);
        report("statements", unprepared, unprepared_statements(true).size() > unprepared.size());
        report("schema", schema_differences(sources, write, false),
               !schema_differences(sources, false, true).empty());
        report("openapi", openapi_differences(sources, write, false),
               !openapi_differences(sources, false, true).empty());
        report("requests", wrong_answers(sources, false), !wrong_answers(sources, true).empty());
    } catch (const std::exception& error) {
        std::printf("FAIL %s\n", error.what());
        ++failed;
    }
    std::printf("%d passed, %d failed\n", passed, failed);
    return failed == 0 ? 0 : 1;
}
