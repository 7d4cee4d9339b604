#pragma once
#include <action/actor.h>
#include <core/result.h>
#include <db/rows.h>
#include <reflect/json.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace forecourt {

/// A record that an event is about. `type` is the record's name in small letters: "repair_order".
struct ObjectRef {
    ObjectRef() = default;
    ObjectRef(std::string_view type, std::int64_t id) : type(type), id(id) {}
    template <class T>
    ObjectRef(std::string_view type, Id<T> id) : type(type), id(id.value) {}
    std::string_view type;
    std::int64_t id{};
};

/// The same text, kept as long as the program runs. For names that come out of rows and end in events: there
/// are few of them, so nothing is ever dropped.
std::string_view lasting_name(std::string_view name);

/// Something that happened, as it will stand in the log. `data` is the JSON of a small struct.
struct Event {
    std::int64_t id{};
    Id<Store> store_id;
    Instant at;
    std::string_view name;
    std::string actor_name;
    std::int64_t user_id{};
    std::vector<Role> roles;
    std::vector<ObjectRef> objects;
    std::string data = "{}";

    /// The id of the object of this type, 0 without one.
    std::int64_t object(std::string_view type) const;
    /// A whole number out of the data, 0 without it.
    std::int64_t number(std::string_view member) const;
};

/// Hands out the keys of records: whole numbers from blocks that were reserved in the database.
class IdSource {
  public:
    virtual ~IdSource() = default;
    virtual std::int64_t next() = 0;
};

/// What a view has: one snapshot to read from, who asks, and what time it is. Nothing reads a clock by
/// itself.
class Context {
  public:
    Context(db::Connection& db, const Actor& actor, Instant now) : db_(db), actor_(actor), now_(now) {}
    db::Connection& db() const { return db_; }
    const Actor& actor() const { return actor_; }
    Instant now() const { return now_; }
    Id<Store> store_id() const { return actor_.store_id; }

  private:
    db::Connection& db_;
    const Actor& actor_;
    Instant now_;
};

/// What an action has besides: keys for new records and the log. Everything happens in one transaction.
class Tx : public Context {
  public:
    Tx(db::Connection& db, const Actor& actor, Instant now, IdSource& ids)
        : Context(db, actor, now), ids_(ids) {}

    template <class T>
    Id<T> new_id() {
        return {ids_.next()};
    }
    std::int64_t new_number() { return ids_.next(); }

    /// Says what happened and to which records. The log, the norms and other modules' handlers see it when
    /// the action has run, in the order of emission and still in its transaction. The types of the objects
    /// may be texts that do not last.
    template <class T>
    void emit(std::string_view name, std::initializer_list<ObjectRef> objects, const T& data) {
        add_event(name, objects, reflect::to_json(data));
    }
    void emit(std::string_view name, std::initializer_list<ObjectRef> objects) {
        add_event(name, objects, "{}");
    }
    void emit_to_store(Id<Store> store, std::string_view name, std::vector<ObjectRef> objects,
                       std::string data);

    std::vector<Event>& events() { return events_; }
    IdSource& ids() { return ids_; }

  private:
    void add_event(std::string_view name, std::initializer_list<ObjectRef> objects, std::string data);

    IdSource& ids_;
    std::vector<Event> events_;
};

}  // namespace forecourt
