// Dict: dict. Set: set and frozenset. Both own one HashTable.
// Not here: the table itself (hash_table.h), methods and views (types/).
#pragma once

#include <cstdint>

#include "core/python/hash_table.h"
#include "core/python/object.h"

namespace loopscope::python {

struct Dict : Object {
  HashTable table;
  // Changes whenever a key is added or removed, not when a value is replaced; never reused. For inline
  // caches.
  std::uint32_t keys_version;
};

struct Set : Object {
  HashTable table;
  std::int64_t hash;  // frozenset: 0 until computed
};

Ref<Dict> make_dict(Vm& vm);
Ref<Set> make_set(Vm& vm);
Ref<Set> make_frozenset(Vm& vm);

// Borrowed; null: none. For str keys (names): never raises.
inline const Value* dict_find_string(const Dict* dict, const Value& key) {
  HashTable::Entry* entry = dict->table.find_string(key.as<String>());
  return entry ? &entry->value : nullptr;
}
TableResult dict_find(Vm& vm, const Dict* dict, const Value& key, const Value** value);
// False: raised.
bool dict_set(Vm& vm, Dict* dict, const Value& key, Value value);
void dict_set_string(Vm& vm, Dict* dict, const Value& key, Value value);
TableResult dict_remove(Vm& vm, Dict* dict, const Value& key, Value* removed = nullptr);
void dict_clear(Vm& vm, Dict* dict);
bool set_add(Vm& vm, Set* set, const Value& key);

}  // namespace loopscope::python
