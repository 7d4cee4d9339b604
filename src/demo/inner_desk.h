#pragma once
#include <demo/desk.h>
#include <demo/people.h>
#include <program/application.h>

namespace forecourt::demo {

/// Within the program. Whatever goes wrong there throws: only refusals are told.
class InnerDesk final : public Desk {
  public:
    InnerDesk(program::Application& application, const DemoStore& store)
        : application_(application), stores_{&store} {}
    /// People of another store, reached by their logins.
    void also_knows(const DemoStore& other) { stores_.push_back(&other); }

    Outcome act(std::string_view login, std::string_view action, const std::string& input,
                Instant now) override;
    Outcome act_as_customer(std::int64_t customer, std::string_view action, const std::string& input,
                            Instant now) override;
    std::string see(std::string_view login, std::string_view view, const Parameters& parameters,
                    Instant now) override;
    std::string upload(std::string_view login, const std::string& png, Instant now) override;
    /// Each half hour brings the program's own jobs, and the papers that wait to be drawn.
    Instant wait_until(Instant when) override;
    void run_jobs(Instant until);

  private:
    Actor actor_of(std::string_view login) const;
    Outcome act_as(const Actor& actor, std::string_view action, const std::string& input, Instant now);

    program::Application& application_;
    std::vector<const DemoStore*> stores_;
    Instant jobs_ran_{};
};

}  // namespace forecourt::demo
