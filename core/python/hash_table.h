// HashTable: the insertion-ordered table behind dict and set: an array of entries and, beyond 8 of them, an
// index. Not here: the objects that own one (dict.h, set.h), nor hashing values (Vm::hash).
#pragma once

#include <cstdint>

#include "core/python/string.h"
#include "core/python/value.h"

namespace loopscope::python {

class Heap;
class Vm;

// Entries keep their order; a deleted one has an empty key until the next compaction. Iterate by position:
// for (i = 0; i < table.filled; ++i) if (!table.entries[i].key.is_empty()) ...
// A position stays valid while the table only grows without compaction: check `filled` and `used` (as dict
// does for "changed size during iteration") before going on.
struct HashTable {
  struct Entry {
    Value key;
    Value value;  // None in sets
    std::uint32_t hash;
  };
  Entry* entries;
  void* index;             // null up to 8 entries: then searched one by one
  std::uint32_t used;      // live entries
  std::uint32_t filled;    // live and deleted entries
  std::uint32_t capacity;  // entries allocated
  std::uint32_t index_mask;

  // Exact str keys: never fails, never runs the script. Null: none.
  Entry* find_string(const String* key) const;
};

enum class TableResult : std::uint8_t { kRaised, kMissing, kFound };

// Any key: may raise (unhashable, MemoryError, __eq__ of the script). `*entry` is valid until the table
// changes.
TableResult table_find(Vm& vm, const HashTable& table, const Value& key, HashTable::Entry** entry);
// The same with the hash known (table_hash).
TableResult table_find(Vm& vm, const HashTable& table, const Value& key, std::uint32_t hash,
                       HashTable::Entry** entry);
// kFound: there was one and its value was replaced (the old key stays); kMissing: added.
TableResult table_set(Vm& vm, HashTable& table, const Value& key, Value value);
TableResult table_set(Vm& vm, HashTable& table, const Value& key, std::uint32_t hash, Value value);
// For exact str keys: cannot raise; MemoryError comes at the next safe point.
void table_set_string(Vm& vm, HashTable& table, const Value& key, Value value);
// kFound: it is gone and its value in `*removed` (which may be null).
TableResult table_remove(Vm& vm, HashTable& table, const Value& key, Value* removed);
void table_remove_entry(HashTable& table, HashTable::Entry* entry, Value* removed);
void table_clear(Heap& heap, HashTable& table);
// False: MemoryError.
bool table_reserve(Vm& vm, HashTable& table, std::size_t entries);
// `to` must be empty. False: MemoryError.
bool table_copy(Vm& vm, const HashTable& from, HashTable& to);

// The hash of a key as tables keep it. False: raised (unhashable).
bool table_hash(Vm& vm, const Value& key, std::uint32_t* hash);
constexpr std::uint32_t fold_hash(std::int64_t hash) {
  auto bits = static_cast<std::uint64_t>(hash);
  return static_cast<std::uint32_t>(bits ^ bits >> 32);
}

}  // namespace loopscope::python
