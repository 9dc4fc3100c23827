// What every outbox is inside: a vault for as long as it is open, the one tab's turn to send, and a list that is told of changes. Everything
// goes on in callbacks, and each of them asks first whether the vault it was started for is still open. What is sent, and when, is the deriving
// outbox's.
#pragma once

#include <algorithm>
#include <memory>
#include <optional>
#include <vector>

#include "services/outbox/outbox_ports.h"

namespace stadttor::services::outbox {

// `State` derives from it and has load(): everything kept is read; go_on(): what is due is started; collect(): what pages are told.
template <class State>
struct OpenOutbox : std::enable_shared_from_this<State> {
  OpenOutbox(OutboxPorts given, std::function<void()> tell_changed) : ports(std::move(given)), changed(std::move(tell_changed)) {}

  OutboxPorts ports;
  std::function<void()> changed;

  vault::Vault* vault = nullptr;  // asked for before each use: may_use_vault()
  bool is_open = false;
  bool is_loaded = false;
  bool has_turn = false;
  KeptWhere where = KeptWhere::ThisVisit;
  unsigned opening = 0;  // counts open() and close(): callbacks of an earlier one are dropped
  platform::LockHandle turn;
  std::unique_ptr<platform::RunningTimer> timer;
  std::unique_ptr<platform::RunningTimer> next_loading;  // of records that could not be read
  bool is_telling = false;

  bool may_use_vault() const { return is_open && ports.find_vault() == vault; }
  bool is_still_open(unsigned opened) const { return opening == opened && may_use_vault(); }

  // `step` unless the vault has been closed meanwhile.
  template <class Value, class Step>
  std::function<void(Value)> while_open(Step step) {
    return [weak = this->weak_from_this(), opened = opening, step = std::move(step)](Value value) {
      const auto state = weak.lock();
      if (state && state->is_still_open(opened)) step(*state, std::forward<Value>(value));
    };
  }
  template <class Step>
  std::function<void()> turn_while_open(Step step) {
    return [weak = this->weak_from_this(), opened = opening, step = std::move(step)] {
      const auto state = weak.lock();
      if (state && state->is_still_open(opened)) step(*state);
    };
  }

  // `lock_name` is the same in every tab.
  void open(KeptWhere kept_where, const char* lock_name) {
    vault = ports.find_vault();
    if (vault == nullptr) return;
    is_open = true;
    where = kept_where;
    self().load();
    take_turn(lock_name);
  }

  // What the deriving outbox holds is its own to forget, before.
  void close() {
    ++opening;
    is_open = is_loaded = has_turn = false;
    turn.reset();
    timer.reset();
    next_loading.reset();
    tell();
  }

  void tell() {
    self().collect();
    if (is_telling) return;
    is_telling = true;
    ports.loop.post([weak = this->weak_from_this()] {
      const auto state = weak.lock();
      if (!state) return;
      state->is_telling = false;
      state->changed();
    });
  }

  void finish_loading() {
    is_loaded = true;
    tell();
    self().go_on();
  }

  std::vector<vault::RecordId> kept_ids(vault::RecordType type) const {
    std::vector<vault::RecordId> ids;
    for (const vault::RecordSummary& record : vault->records()) {
      if (record.type == type) ids.push_back(record.id);
    }
    return ids;
  }

  // The disk's fault passes; what was read and is damaged stays so, and is passed over: the vault's own pages say what is damaged.
  void load_again_after(const Error& error) {
    if (!may_be_read_later(error)) return;
    next_loading = ports.timer.after(kPauseAfterDisk, turn_while_open([](State& state) { state.load(); }));
  }
  static bool may_be_read_later(const Error& error) { return error.kind == ErrorKind::StorageUnreadable || error.kind == ErrorKind::StorageFull; }
  static constexpr platform::Instant kPauseAfterDisk = 15'000;

  // Starts what is due, and sees to it that go_on() is called again for the rest. `due_time(item)`: nothing where nothing is left to do;
  // `step(state, item)` ends its being busy.
  template <class Items, class DueTime, class Step>
  void start_due(const Items& items, DueTime due_time, Step step) {
    timer.reset();
    if (!may_use_vault() || !has_turn) return;
    const platform::Instant now = ports.clock.now();
    std::optional<platform::Instant> earliest;
    for (const auto& entry : items) {
      const auto item = entry.second;
      const std::optional<platform::Instant> due = item->is_busy ? std::nullopt : due_time(*item, now);
      if (!due) continue;
      if (*due > now) {
        earliest = earliest ? std::min(*earliest, *due) : *due;
        continue;
      }
      item->is_busy = true;
      // Later: what it answers may begin something new, in the middle of this list.
      ports.loop.post(turn_while_open([item, step](State& state) { step(state, item); }));
    }
    if (earliest) timer = ports.timer.after(*earliest - now, turn_while_open([](State& state) { state.go_on(); }));
  }

 private:
  State& self() { return static_cast<State&>(*this); }

  void take_turn(const char* lock_name) {
    if (where == KeptWhere::ThisVisit) {
      has_turn = true;
      return;
    }
    ports.locks.hold(lock_name, while_open<Result<platform::LockHandle>>([](State& state, const Result<platform::LockHandle>& held) {
      if (!held.ok()) return state.tell();
      state.turn = held.value();
      // A change of nothing brings this tab's list of records up to what the others have written.
      state.vault->change({}, platform::Durability::Relaxed, state.template while_open<Outcome>([](State& now, const Outcome&) {
        now.has_turn = true;
        now.load();
      }));
    }));
  }
};

}  // namespace stadttor::services::outbox
