// HashTable: finding, setting, removing, growing. Also dict's and set's own thin operations.
// Not here: hashing and equality of values that are not numbers or strings (vm_compare.cpp).
#include "core/python/hash_table.h"

#include <cstring>

#include "core/python/dict.h"
#include "core/python/vm.h"

namespace loopscope::python {
namespace {

using Entry = HashTable::Entry;

constexpr std::uint32_t kSearchedOneByOne = 8;
constexpr std::uint32_t kMostEntries = 1u << 26;

std::size_t index_bytes(const HashTable& table) {
  if (table.index == nullptr) return 0;
  std::size_t slots = std::size_t{table.index_mask} + 1;
  return table.capacity < 0xFF ? slots : table.capacity < 0xFFFF ? slots * 2 : slots * 4;
}

// Index slots hold a position + 1; 0 is free. The width follows from the capacity.
std::uint32_t read_index(const HashTable& table, std::uint32_t slot) {
  if (table.capacity < 0xFF) return static_cast<std::uint8_t*>(table.index)[slot];
  if (table.capacity < 0xFFFF) return static_cast<std::uint16_t*>(table.index)[slot];
  return static_cast<std::uint32_t*>(table.index)[slot];
}

void write_index(HashTable& table, std::uint32_t slot, std::uint32_t value) {
  if (table.capacity < 0xFF) {
    static_cast<std::uint8_t*>(table.index)[slot] = static_cast<std::uint8_t>(value);
  } else if (table.capacity < 0xFFFF) {
    static_cast<std::uint16_t*>(table.index)[slot] = static_cast<std::uint16_t>(value);
  } else {
    static_cast<std::uint32_t*>(table.index)[slot] = value;
  }
}

// Spreads hashes that differ in high or in few bits only.
std::uint32_t first_slot(const HashTable& table, std::uint32_t hash) {
  return (hash * 0x9E3779B1u >> 6) & table.index_mask;
}

void link_entry(HashTable& table, std::uint32_t position, std::uint32_t hash) {
  std::uint32_t slot = first_slot(table, hash);
  while (read_index(table, slot) != 0) slot = (slot + 1) & table.index_mask;
  write_index(table, slot, position + 1);
}

// Moves the live entries into a table of `capacity`.
void rebuild(Heap& heap, HashTable& table, std::uint32_t capacity) {
  std::uint32_t mask = 0;
  if (capacity > kSearchedOneByOne) {
    std::uint32_t slots = 16;
    while (slots * 2 / 3 < capacity) slots *= 2;
    capacity = slots * 2 / 3;
    mask = slots - 1;
  }
  auto* entries = static_cast<Entry*>(heap.allocate(capacity * sizeof(Entry)));
  std::uint32_t filled = 0;
  for (std::uint32_t i = 0; i < table.filled; ++i) {
    if (table.entries[i].key.is_empty()) continue;
    std::memcpy(static_cast<void*>(entries + filled++), static_cast<const void*>(table.entries + i),
                sizeof(Entry));
  }
  heap.free(table.index, index_bytes(table));
  heap.free(table.entries, table.capacity * sizeof(Entry));
  table.entries = entries;
  table.capacity = capacity;
  table.filled = filled;
  table.index_mask = mask;
  table.index = nullptr;
  if (mask == 0) return;
  table.index = entries;  // not null, so that index_bytes counts it
  std::size_t bytes = index_bytes(table);
  table.index = heap.allocate(bytes);
  std::memset(table.index, 0, bytes);
  for (std::uint32_t i = 0; i < filled; ++i) link_entry(table, i, entries[i].hash);
}

std::uint32_t grown_capacity(const HashTable& table) {
  if (table.used + table.used / 8 < table.capacity) return table.capacity;  // deleted entries make room
  if (table.capacity == 0) return 4;
  return table.capacity < kSearchedOneByOne ? kSearchedOneByOne : table.capacity * 2;
}

// Room for one more entry. False: MemoryError is raised.
bool make_room(Vm& vm, HashTable& table) {
  if (table.filled < table.capacity) return true;
  std::uint32_t capacity = grown_capacity(table);
  if (capacity > 4096 &&
      (capacity > kMostEntries || !vm.heap.reserve(std::size_t{capacity} * sizeof(Entry)))) {
    vm.raise_memory_error();
    return false;
  }
  rebuild(vm.heap, table, capacity);
  return true;
}

void add_entry(HashTable& table, const Value& key, std::uint32_t hash, Value value) {
  std::uint32_t position = table.filled++;
  Entry* entry = new (table.entries + position) Entry{key, std::move(value), hash};
  ++table.used;
  if (table.index != nullptr) link_entry(table, position, entry->hash);
}

bool plain_string(const Vm& vm, const Value& key) { return vm.is_exact(key, vm.types.str); }

// The first entry in the key's chain that is the `same`; null: none.
template <typename Test>
Entry* probe(const HashTable& table, std::uint32_t hash, Test same) {
  if (table.index == nullptr) {
    for (std::uint32_t i = 0; i < table.filled; ++i) {
      if (same(table.entries[i])) return table.entries + i;
    }
    return nullptr;
  }
  std::uint32_t slot = first_slot(table, hash);
  while (std::uint32_t position = read_index(table, slot)) {
    if (same(table.entries[position - 1])) return table.entries + position - 1;
    slot = (slot + 1) & table.index_mask;
  }
  return nullptr;
}

// Small ints and exact strs, as most keys are: among themselves they are equal without asking anybody. False:
// there is an entry of another kind with that hash.
bool find_simple(const HashTable& table, const Value& key, std::uint32_t hash, Entry** found) {
  bool other_kind = false;
  *found = probe(table, hash, [&](const Entry& entry) {
    if (entry.hash != hash) return false;
    if (entry.key.is(key)) return true;
    if (entry.key.is_empty() || entry.key.is_small_int()) return false;
    other_kind = !key.is_object() || !entry.key.is_object() || entry.key.object()->type != key.object()->type;
    return other_kind || string_equal(entry.key.as<String>(), key.as<String>());
  });
  return !other_kind;
}

enum class Same : std::uint8_t { kNo, kYes, kRaised, kChanged };

// Equal hashes, different bits.
Same compare_keys(Vm& vm, const HashTable& table, const Entry* entry, const Value& key) {
  Value held = entry->key;
  const Entry* entries = table.entries;
  std::uint32_t filled = table.filled;
  Vm::Answer answer = vm.equal_now(held, key);
  if (answer == Vm::Answer::kRaised) return Same::kRaised;
  if (table.entries != entries || table.filled != filled || !entry->key.is(held)) return Same::kChanged;
  return answer == Vm::Answer::kYes ? Same::kYes : Same::kNo;
}

TableResult find_once(Vm& vm, const HashTable& table, const Value& key, std::uint32_t hash, Entry** found,
                      bool* changed) {
  auto matches = [&](Entry* entry) {
    if (entry->key.is(key)) return Same::kYes;
    if (entry->hash != hash || entry->key.is_empty()) return Same::kNo;
    return compare_keys(vm, table, entry, key);
  };
  auto finish = [&](Same same, Entry* entry) {
    if (same == Same::kYes) {
      *found = entry;
      return TableResult::kFound;
    }
    *changed = same == Same::kChanged;
    return same == Same::kRaised ? TableResult::kRaised : TableResult::kMissing;
  };
  Same same = Same::kNo;
  Entry* entry = probe(table, hash, [&](Entry& each) { return (same = matches(&each)) != Same::kNo; });
  return entry == nullptr ? TableResult::kMissing : finish(same, entry);
}

}  // namespace

HashTable::Entry* HashTable::find_string(const String* key) const {
  auto bits = static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(key));
  std::uint32_t hash = key->hash != 0 ? key->hash : string_hash(key);
  auto same = [&](const Entry& entry) {
    if (entry.key.bits() == bits) return true;
    if (entry.hash != hash || !entry.key.is_object()) return false;
    const Object* object = entry.key.object();
    return object->type == key->type && !(key->interned && entry.key.as<String>()->interned) &&
           string_equal(entry.key.as<String>(), key);
  };
  return probe(*this, hash, same);
}

bool table_hash(Vm& vm, const Value& key, std::uint32_t* hash) {
  if (key.is_small_int()) {
    std::int64_t number = key.as_small_int();
    *hash = fold_hash(number == -1 ? -2 : number);
    return true;
  }
  if (plain_string(vm, key)) {
    *hash = string_hash(key.as<String>());
    return true;
  }
  std::int64_t wide = 0;
  if (!vm.hash_now(key, &wide)) return false;
  *hash = fold_hash(wide);
  return true;
}

TableResult table_find(Vm& vm, const HashTable& table, const Value& key, std::uint32_t hash, Entry** entry) {
  if ((key.is_small_int() || plain_string(vm, key)) && find_simple(table, key, hash, entry)) {
    return *entry == nullptr ? TableResult::kMissing : TableResult::kFound;
  }
  for (;;) {
    bool changed = false;
    TableResult result = find_once(vm, table, key, hash, entry, &changed);
    if (!changed) return result;
  }
}

TableResult table_find(Vm& vm, const HashTable& table, const Value& key, Entry** entry) {
  std::uint32_t hash = 0;
  if (!table_hash(vm, key, &hash)) return TableResult::kRaised;
  return table_find(vm, table, key, hash, entry);
}

TableResult table_set(Vm& vm, HashTable& table, const Value& key, std::uint32_t hash, Value value) {
  Entry* entry = nullptr;
  TableResult result = table_find(vm, table, key, hash, &entry);
  if (result == TableResult::kRaised) return result;
  if (result == TableResult::kFound) {
    entry->value = std::move(value);
    return result;
  }
  if (!make_room(vm, table)) return TableResult::kRaised;
  add_entry(table, key, hash, std::move(value));
  return TableResult::kMissing;
}

TableResult table_set(Vm& vm, HashTable& table, const Value& key, Value value) {
  std::uint32_t hash = 0;
  if (!table_hash(vm, key, &hash)) return TableResult::kRaised;
  return table_set(vm, table, key, hash, std::move(value));
}

void table_set_string(Vm& vm, HashTable& table, const Value& key, Value value) {
  if (Entry* entry = table.find_string(key.as<String>())) {
    entry->value = std::move(value);
    return;
  }
  if (table.filled == table.capacity) rebuild(vm.heap, table, grown_capacity(table));
  add_entry(table, key, string_hash(key.as<String>()), std::move(value));
}

void table_remove_entry(HashTable& table, Entry* entry, Value* removed) {
  Value key = std::move(entry->key);
  Value value = std::move(entry->value);
  --table.used;
  if (table.used == 0 && table.index == nullptr) table.filled = 0;
  if (removed != nullptr) *removed = std::move(value);
}

TableResult table_remove(Vm& vm, HashTable& table, const Value& key, Value* removed) {
  Entry* entry = nullptr;
  TableResult result = table_find(vm, table, key, &entry);
  if (result == TableResult::kFound) table_remove_entry(table, entry, removed);
  return result;
}

void table_clear(Heap& heap, HashTable& table) {
  HashTable old = table;
  table = HashTable{};
  for (std::uint32_t i = 0; i < old.filled; ++i) old.entries[i].~Entry();
  heap.free(old.index, index_bytes(old));
  heap.free(old.entries, old.capacity * sizeof(Entry));
}

bool table_reserve(Vm& vm, HashTable& table, std::size_t entries) {
  if (entries <= table.capacity) return true;
  if (entries > kMostEntries || !vm.heap.reserve(entries * sizeof(Entry))) {
    vm.raise_memory_error();
    return false;
  }
  rebuild(vm.heap, table, static_cast<std::uint32_t>(entries));
  return true;
}

bool table_copy(Vm& vm, const HashTable& from, HashTable& to) {
  if (from.used != 0 && !table_reserve(vm, to, from.used)) return false;
  for (std::uint32_t i = 0; i < from.filled; ++i) {
    const Entry& entry = from.entries[i];
    if (!entry.key.is_empty()) add_entry(to, entry.key, entry.hash, entry.value);
  }
  return true;
}

// ---- dict and set ----

namespace {

void keys_changed(Vm& vm, Dict* dict) { dict->keys_version = ++vm.heap.keys_versions; }

}  // namespace

Ref<Dict> make_dict(Vm& vm) { return Ref<Dict>::steal(vm.heap.make<Dict>(vm.types.dict)); }
Ref<Set> make_set(Vm& vm) { return Ref<Set>::steal(vm.heap.make<Set>(vm.types.set)); }
Ref<Set> make_frozenset(Vm& vm) { return Ref<Set>::steal(vm.heap.make<Set>(vm.types.frozenset)); }

TableResult dict_find(Vm& vm, const Dict* dict, const Value& key, const Value** value) {
  Entry* entry = nullptr;
  TableResult result = table_find(vm, dict->table, key, &entry);
  if (result == TableResult::kFound) *value = &entry->value;
  return result;
}

bool dict_set(Vm& vm, Dict* dict, const Value& key, Value value) {
  TableResult result = table_set(vm, dict->table, key, std::move(value));
  if (result == TableResult::kMissing) keys_changed(vm, dict);
  return result != TableResult::kRaised;
}

void dict_set_string(Vm& vm, Dict* dict, const Value& key, Value value) {
  std::uint32_t used = dict->table.used;
  table_set_string(vm, dict->table, key, std::move(value));
  if (dict->table.used != used) keys_changed(vm, dict);
}

TableResult dict_remove(Vm& vm, Dict* dict, const Value& key, Value* removed) {
  TableResult result = table_remove(vm, dict->table, key, removed);
  if (result == TableResult::kFound) keys_changed(vm, dict);
  return result;
}

void dict_clear(Vm& vm, Dict* dict) {
  keys_changed(vm, dict);
  table_clear(vm.heap, dict->table);
}

bool set_add(Vm& vm, Set* set, const Value& key) {
  return table_set(vm, set->table, key, Value::none()) != TableResult::kRaised;
}

}  // namespace loopscope::python
