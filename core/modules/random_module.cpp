// _random: the generator under library/random.py: seeding and drawing as CPython does.
// Not for: distributions, which are library Python.
#include <algorithm>
#include <bit>
#include <cstring>
#include <new>
#include <vector>

#include "core/modules/asyncio_types.h"
#include "core/modules/mersenne_twister.h"
#include "core/modules/module_table.h"
#include "core/modules/script_run.h"
#include "core/modules/sha512.h"

namespace loopscope::modules {
namespace {

using python::Arguments;
using python::BigInteger;
using python::Dict;
using python::Heap;
using python::Object;
using python::Ref;
using python::Type;
using python::Value;
using python::Vm;

struct GeneratorObject : Object {
  Embedded<MersenneTwister> twister;
};

MersenneTwister& self_of(const Arguments& arguments) {
  return *arguments[0].as<GeneratorObject>()->twister.get();
}

void append_little_endian(std::vector<std::uint32_t>& key, std::uint64_t number) {
  for (; number != 0; number >>= 32) key.push_back(static_cast<std::uint32_t>(number));
}

void seed_by_entropy(Vm& vm, MersenneTwister& twister) {
  std::array<std::uint32_t, MersenneTwister::kWords> key{};
  ScriptRun::of(vm).host().fill_entropy(std::as_writable_bytes(std::span(key)));
  twister.seed(key);
}

// CPython: the text and its SHA-512, taken as one big-endian number.
std::vector<std::uint32_t> key_of_text(std::string_view text) {
  auto digest = sha512(std::as_bytes(std::span(text)));
  std::string bytes(text);
  bytes.append(reinterpret_cast<const char*>(digest.data()), digest.size());
  std::vector<std::uint32_t> key((bytes.size() + 3) / 4);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    auto byte = static_cast<unsigned char>(bytes[bytes.size() - 1 - i]);
    key[i / 4] |= static_cast<std::uint32_t>(byte) << (i % 4 * 8);
  }
  while (!key.empty() && key.back() == 0) key.pop_back();
  return key;
}

Value seed(Vm& vm, const Arguments& arguments) {
  MersenneTwister& twister = self_of(arguments);
  std::vector<std::uint32_t> key;
  if (arguments.size() < 2 || arguments[1].is_none()) return seed_by_entropy(vm, twister), Value::none();
  const Value& value = arguments[1];
  if (vm.is_string(value)) {
    key = key_of_text(value.as<python::String>()->view());
  } else if (vm.has_layout(value, python::Layout::kBytes)) {
    key = key_of_text(value.as<python::Bytes>()->view());
  } else if (value.is_small_int() || value.is_bool()) {
    std::int64_t number = value.is_bool() ? value.is_true() : value.as_small_int();
    append_little_endian(key, static_cast<std::uint64_t>(number < 0 ? -number : number));
  } else if (vm.has_layout(value, python::Layout::kInteger)) {
    for (std::uint32_t limb : value.as<python::Integer>()->number.limbs()) key.push_back(limb);
  } else if (value.is_double()) {
    std::int64_t hash = 0;
    if (!vm.hash_now(value, &hash)) return {};
    append_little_endian(key, static_cast<std::uint64_t>(hash));
  } else {
    return vm.raise(vm.types.type_error,
                    "The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.");
  }
  twister.seed(key);
  return Value::none();
}

Value random(Vm&, const Arguments& arguments) { return Value::real(self_of(arguments).next_double()); }

Value getrandbits(Vm& vm, const Arguments& arguments) {
  std::int64_t count = 0;
  if (!vm.index_of(arguments[1], &count)) return {};
  if (count < 0) return vm.raise(vm.types.value_error, "number of bits must be non-negative");
  MersenneTwister& twister = self_of(arguments);
  if (count <= 48)
    return Value::small_int(static_cast<std::int64_t>(twister.bits(static_cast<unsigned>(count))));
  auto bytes = static_cast<std::size_t>(count / 8 + 8);
  if (!vm.heap.reserve(bytes)) return vm.raise_memory_error();
  std::vector<std::uint32_t> limbs;
  for (std::int64_t left = count; left > 0; left -= 32) {
    std::uint32_t word = twister.next();
    limbs.push_back(left < 32 ? word >> (32 - left) : word);
  }
  return python::make_integer(vm, BigInteger::from_limbs(std::move(limbs), false));
}

// 0 <= result < n, CPython's _randbelow. Larger bounds are drawn by the library from getrandbits.
Value below(Vm& vm, const Arguments& arguments) {
  std::int64_t bound = 0;
  if (!vm.index_of(arguments[1], &bound)) return {};
  if (bound <= 0) return vm.raise(vm.types.value_error, "empty range");
  return vm.make_int(static_cast<std::int64_t>(self_of(arguments).below(static_cast<std::uint64_t>(bound))));
}

// 624 words and the position, as getstate() shows them.
Value get_state(Vm& vm, const Arguments& arguments) {
  MersenneTwister& twister = self_of(arguments);
  Ref<python::Tuple> state = python::make_tuple(vm, MersenneTwister::kWords + 1);
  for (std::size_t i = 0; i < MersenneTwister::kWords; ++i)
    (*state)[i] = Value::small_int(twister.words()[i]);
  (*state)[MersenneTwister::kWords] = Value::small_int(twister.position());
  return std::move(state).value();
}

Value set_state(Vm& vm, const Arguments& arguments) {
  if (!vm.is_tuple(arguments[1]) || arguments[1].as<python::Tuple>()->size != MersenneTwister::kWords + 1) {
    return vm.raise(vm.types.value_error, "state vector is the wrong size");
  }
  const python::Tuple& state = *arguments[1].as<python::Tuple>();
  std::array<std::uint32_t, MersenneTwister::kWords> words{};
  std::int64_t number = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!vm.index_of(state[i], &number)) return {};
    words[i] = static_cast<std::uint32_t>(number);
  }
  if (!vm.index_of(state[MersenneTwister::kWords], &number)) return {};
  if (number < 0 || number > 624) return vm.raise(vm.types.value_error, "invalid state");
  self_of(arguments).restore(words, static_cast<std::uint32_t>(number));
  return Value::none();
}

Value create(Vm& vm, Type* type, const Arguments&) {
  auto* generator = vm.heap.make<GeneratorObject>(type, type->basic_size);
  new (generator->twister.bytes) MersenneTwister({});
  seed_by_entropy(vm, *generator->twister.get());
  return Value::steal(generator);
}

constexpr python::NativeSpec kMethods[] = {
    {"seed", seed, 0, 1},   {"random", random},       {"getrandbits", getrandbits, 1, 1},
    {"below", below, 1, 1}, {"get_state", get_state}, {"set_state", set_state, 1, 1},
};

}  // namespace

void initialize_random(Vm& vm, Dict* dict) {
  python::TypeSpec spec;
  spec.name = "_random.Generator";
  spec.basic_size = sizeof(GeneratorObject);
  spec.slots.create = create;
  spec.methods = kMethods;
  python::dict_set_string(vm, dict, vm.intern("Generator"), python::make_type(vm, spec).value());
}

}  // namespace loopscope::modules
