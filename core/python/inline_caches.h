// Inline caches: what the cache words of LOAD_GLOBAL, LOAD_ATTR and STORE_ATTR mean, and the fast ways
// through them. Not here: filling them (attributes_cached.cpp), the slow ways (vm_attributes.cpp).
#pragma once

#include <cstring>

#include "core/python/internals.h"

namespace loopscope::python {

// LOAD_GLOBAL: [0] entry index in the globals, or with this bit in the builtins; [1] the globals' keys
// version.
inline constexpr std::uint32_t kBuiltinHint = 1u << 31;

// LOAD_ATTR: [0] type version, [1] kind << 24 | entry index, [2..3] the attribute as found on the type,
// borrowed. STORE_ATTR: [0] type version, [1] entry index. Cache words of LOAD_ATTR are zero at first: no
// type has version 0.
enum CachedKind : std::uint32_t {
  kCachedInstance = 1,  // in the instance's dict, at the entry index; nothing on the type comes before it
  kCachedMethod = 2,    // a plain function of the type; the instance's dict does not have the name
  kCachedClass = 3,     // a plain value of the type; likewise
};
inline constexpr std::uint32_t kLargestHint = (1u << 24) - 1;

// The attribute's bits, borrowed; 0: the cache does not apply.
inline std::uint64_t cached_attribute(const Value& owner, const Value& name, const Word* cache) {
  if (!owner.is_object()) return 0;
  Object* object = owner.object();
  const Type* type = object->type;
  if (type->version != cache[0]) return 0;
  std::uint32_t hint = cache[1] & kLargestHint;
  Dict* dict = nullptr;
  if (type->dict_offset != 0) {
    dict = reinterpret_cast<Ref<Dict>*>(reinterpret_cast<char*>(object) + type->dict_offset)->get();
  }
  if (cache[1] >> 24 == kCachedInstance) {
    if (dict == nullptr || hint >= dict->table.filled || !dict->table.entries[hint].key.is(name)) return 0;
    return dict->table.entries[hint].value.bits();
  }
  if (dict != nullptr && dict->table.find_string(name.as<String>()) != nullptr) return 0;
  std::uint64_t bits;
  std::memcpy(&bits, cache + 2, sizeof(bits));
  return bits;
}

// Where STORE_ATTR may write directly; null: the cache does not apply.
inline Value* cached_attribute_place(const Value& owner, const Value& name, const Word* cache) {
  if (!owner.is_object()) return nullptr;
  Object* object = owner.object();
  const Type* type = object->type;
  if (type->version != cache[0] || type->dict_offset == 0) return nullptr;
  Dict* dict = reinterpret_cast<Ref<Dict>*>(reinterpret_cast<char*>(object) + type->dict_offset)->get();
  if (dict == nullptr || cache[1] >= dict->table.filled || !dict->table.entries[cache[1]].key.is(name))
    return nullptr;
  return &dict->table.entries[cache[1]].value;
}

}  // namespace loopscope::python
