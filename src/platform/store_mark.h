// A mark apart from the record store that says there are records in it: where only the mark is left, the system has cleared the
// records away, and that can be said.
#pragma once

namespace stadttor::platform {

class StoreMark {
 public:
  virtual ~StoreMark() = default;
  virtual bool is_set() const = 0;
  virtual void set() = 0;
  virtual void clear() = 0;
};

// Of a visit that keeps nothing.
class MemoryStoreMark : public StoreMark {
 public:
  bool is_set() const override { return is_set_; }
  void set() override { is_set_ = true; }
  void clear() override { is_set_ = false; }

 private:
  bool is_set_ = false;
};

}  // namespace stadttor::platform
