// The match statement. Every value that is looked at has a spare slot, so that a pattern can fail anywhere
// with nothing on the stack; names are bound once all of a pattern has matched. Not for: how many slots
// (pattern_slots.cpp).
#include <algorithm>

#include "core/python/compiler_state.h"

namespace loopscope::python {

class MatchCompiler {
 public:
  MatchCompiler(Compiler& compiler, const MatchStmt& statement)
      : compiler_(compiler), statement_(statement), first_slot_(compiler.unit_->scope->first_spare_slot) {}

  void run() {
    const Label end = code().new_label();
    compiler_.expression(statement_.subject);
    const std::uint32_t subject = new_slot();
    emit(Opcode::STORE_FAST, subject);
    const std::uint32_t after_subject = next_slot_;
    for (std::size_t i = 0; i < statement_.cases.size(); i++) {
      const MatchCase& match_case = statement_.cases[i];
      const Compiler::At at(compiler_, match_case.pattern->span);
      next_slot_ = after_subject;
      captures_.clear();
      if (i + 1 < statement_.cases.size() && !match_case.guard) check_irrefutable(match_case.pattern);
      const Label next = code().new_label();
      match(match_case.pattern, subject, next);
      for (const Capture& capture : captures_) {
        emit(Opcode::LOAD_FAST, capture.slot);
        compiler_.store_name(capture.name);
      }
      if (match_case.guard) compiler_.jump_if(match_case.guard, next, false);
      clear_slots();
      compiler_.block(match_case.body);
      code().jump(Opcode::JUMP, end);
      code().place(next);
    }
    clear_slots();
    code().place(end);
  }

 private:
  struct Capture {
    std::string_view name;
    std::uint32_t slot;
  };

  CodeBuilder& code() { return compiler_.code(); }
  void emit(Opcode opcode, std::uint32_t operand = 0) { code().emit(opcode, operand); }
  std::uint32_t new_slot() {
    most_slots_ = std::max(most_slots_, next_slot_ + 1);
    return first_slot_ + next_slot_++;
  }
  void clear_slots() {
    for (std::uint32_t i = 0; i < most_slots_; i++) compiler_.clear_slot(first_slot_ + i);
  }

  void capture(std::string_view name, Span span, std::uint32_t slot) {
    const auto same = [name](const Capture& known) { return known.name == name; };
    if (std::ranges::any_of(captures_, same)) {
      std::string message = "multiple assignments to name '";
      return compiler_.fail(span, message.append(name).append("' in pattern"));
    }
    captures_.push_back({name, slot});
  }

  // What follows a pattern that always matches is never reached.
  void check_irrefutable(const Pattern* pattern) {
    if (pattern->kind == PatternKind::Or) {
      return check_irrefutable(static_cast<const PatternList*>(pattern)->patterns.back());
    }
    if (pattern->kind != PatternKind::As) return;
    const auto& as_pattern = *static_cast<const AsPattern*>(pattern);
    if (as_pattern.pattern) return check_irrefutable(as_pattern.pattern);
    if (compiler_.error_) return;
    if (as_pattern.name.text.empty()) {
      compiler_.fail(pattern->span, "wildcard makes remaining patterns unreachable");
    } else {
      std::string message = "name capture '";
      compiler_.fail(pattern->span,
                     message.append(as_pattern.name.text).append("' makes remaining patterns unreachable"));
    }
  }

  // Asks a question of the machine that leaves its answer above the subject; the subject goes.
  void ask(Opcode question, std::uint32_t slot) {
    emit(Opcode::LOAD_FAST, slot);
    emit(question);
    emit(Opcode::SWAP, 2);
    emit(Opcode::POP_TOP);
  }
  void require(Label fail) { code().jump(Opcode::POP_JUMP_IF_FALSE, fail); }
  void require_length(std::uint32_t slot, std::size_t count, CompareOperator op, Label fail) {
    ask(Opcode::GET_LEN, slot);
    code().load_integer(static_cast<std::int64_t>(count));
    emit(Opcode::COMPARE_OP, static_cast<std::uint32_t>(op));
    require(fail);
  }

  void match(const Pattern* pattern, std::uint32_t slot, Label fail) {
    const Compiler::At at(compiler_, pattern->span);
    switch (pattern->kind) {
      case PatternKind::Value:
      case PatternKind::Singleton:
        emit(Opcode::LOAD_FAST, slot);
        compiler_.expression(static_cast<const ValuePattern*>(pattern)->value);
        if (pattern->kind == PatternKind::Value) {
          emit(Opcode::COMPARE_OP, static_cast<std::uint32_t>(CompareOperator::kEqual));
        } else {
          emit(Opcode::IS_OP, 0);
        }
        return require(fail);
      case PatternKind::Sequence:
        return match_sequence(*static_cast<const PatternList*>(pattern), slot, fail);
      case PatternKind::Mapping:
        return match_mapping(*static_cast<const MappingPattern*>(pattern), slot, fail);
      case PatternKind::Class:
        return match_class(*static_cast<const ClassPattern*>(pattern), slot, fail);
      case PatternKind::Star:
        if (const auto& star = *static_cast<const StarPattern*>(pattern); !star.name.text.empty()) {
          capture(star.name.text, star.span, slot);
        }
        return;
      case PatternKind::As: {
        const auto& as_pattern = *static_cast<const AsPattern*>(pattern);
        if (as_pattern.pattern) match(as_pattern.pattern, slot, fail);
        if (!as_pattern.name.text.empty()) capture(as_pattern.name.text, as_pattern.span, slot);
        return;
      }
      case PatternKind::Or:
        return match_or(*static_cast<const PatternList*>(pattern), slot, fail);
    }
  }

  // The values on the stack, the first on top, into slots that the patterns then look at.
  void match_all(Seq<Pattern*> patterns, Label fail) {
    std::vector<std::uint32_t> slots;
    for (std::size_t i = 0; i < patterns.size(); i++) {
      slots.push_back(new_slot());
      emit(Opcode::STORE_FAST, slots.back());
    }
    for (std::size_t i = 0; i < patterns.size(); i++) match(patterns[i], slots[i], fail);
  }

  void match_sequence(const PatternList& pattern, std::uint32_t slot, Label fail) {
    const Seq<Pattern*> items = pattern.patterns;
    std::size_t star = items.size();
    for (std::size_t i = 0; i < items.size(); i++) {
      if (items[i]->kind != PatternKind::Star) continue;
      if (star != items.size())
        return compiler_.fail(pattern.span, "multiple starred names in sequence pattern");
      star = i;
    }
    ask(Opcode::MATCH_SEQUENCE, slot);
    require(fail);
    const bool has_star = star != items.size();
    if (!has_star || items.size() > 1) {
      require_length(slot, items.size() - (has_star ? 1 : 0),
                     has_star ? CompareOperator::kGreaterEqual : CompareOperator::kEqual, fail);
    }
    if (items.empty()) return;
    emit(Opcode::LOAD_FAST, slot);
    if (has_star) {
      const auto before = static_cast<std::uint32_t>(star),
                 after = static_cast<std::uint32_t>(items.size() - star - 1);
      if (before > 255 || after > kMaxPairOperand) {
        return compiler_.fail(pattern.span, "too many expressions in star-unpacking sequence pattern");
      }
      emit(Opcode::UNPACK_EX, before | after << 12);
    } else {
      emit(Opcode::UNPACK_SEQUENCE, static_cast<std::uint32_t>(items.size()));
    }
    match_all(items, fail);
  }

  void match_mapping(const MappingPattern& pattern, std::uint32_t slot, Label fail) {
    ask(Opcode::MATCH_MAPPING, slot);
    require(fail);
    const auto count = static_cast<std::uint32_t>(pattern.keys.size());
    if (count > 0) require_length(slot, count, CompareOperator::kGreaterEqual, fail);
    const std::uint32_t values = new_slot(), keys = new_slot(), rest = new_slot();
    if (count > 0) {
      emit(Opcode::LOAD_FAST, slot);
      check_keys(pattern);
      for (const Expr* key : pattern.keys) compiler_.expression(key);
      emit(Opcode::BUILD_TUPLE, count);
      emit(Opcode::MATCH_KEYS);
      emit(Opcode::STORE_FAST, values);
      emit(Opcode::STORE_FAST, keys);
      emit(Opcode::POP_TOP);
      emit(Opcode::LOAD_FAST, values);
      code().jump(Opcode::POP_JUMP_IF_NONE, fail);
    }
    if (!pattern.rest.text.empty()) {
      emit(Opcode::BUILD_MAP, 0);
      emit(Opcode::LOAD_FAST, slot);
      emit(Opcode::DICT_UPDATE, 1);
      emit(Opcode::STORE_FAST, rest);
      if (count > 0) {
        emit(Opcode::LOAD_FAST, keys);
        emit(Opcode::UNPACK_SEQUENCE, count);
      }
      for (std::uint32_t i = 0; i < count; i++) {
        emit(Opcode::LOAD_FAST, rest);
        emit(Opcode::SWAP, 2);
        emit(Opcode::DELETE_SUBSCR);
      }
    }
    if (count > 0) {
      emit(Opcode::LOAD_FAST, values);
      emit(Opcode::UNPACK_SEQUENCE, count);
      match_all(pattern.patterns, fail);
    }
    if (!pattern.rest.text.empty()) capture(pattern.rest.text, pattern.rest.span, rest);
  }

  void check_keys(const MappingPattern& pattern) {
    std::vector<std::string> seen;
    for (const Expr* key : pattern.keys) {
      const std::optional<Constant> constant = compiler_.fold(key);
      if (!constant || constant->kind != Constant::Kind::kString) continue;
      if (std::ranges::find(seen, constant->text) != seen.end()) {
        return compiler_.fail(pattern.span,
                              "mapping pattern checks duplicate key ('" + constant->text + "')");
      }
      seen.push_back(constant->text);
    }
  }

  void match_class(const ClassPattern& pattern, std::uint32_t slot, Label fail) {
    Constant names;
    names.kind = Constant::Kind::kTuple;
    for (const Identifier& name : pattern.keyword_names) {
      const auto same = [&name](const Constant& known) { return known.text == name.text; };
      if (std::ranges::any_of(names.items, same)) {
        std::string message = "attribute name repeated in class pattern: ";
        return compiler_.fail(name.span, message.append(name.text));
      }
      names.items.push_back(string_constant(name.text));
    }
    emit(Opcode::LOAD_FAST, slot);
    compiler_.expression(pattern.type);
    code().load_constant(std::move(names));
    emit(Opcode::MATCH_CLASS, static_cast<std::uint32_t>(pattern.patterns.size()));
    const std::uint32_t attributes = new_slot();
    emit(Opcode::STORE_FAST, attributes);
    emit(Opcode::LOAD_FAST, attributes);
    code().jump(Opcode::POP_JUMP_IF_NONE, fail);
    const std::size_t count = pattern.patterns.size() + pattern.keyword_patterns.size();
    if (count == 0) return;
    emit(Opcode::LOAD_FAST, attributes);
    emit(Opcode::UNPACK_SEQUENCE, static_cast<std::uint32_t>(count));
    std::vector<Pattern*> all(pattern.patterns.begin(), pattern.patterns.end());
    all.insert(all.end(), pattern.keyword_patterns.begin(), pattern.keyword_patterns.end());
    match_all(all, fail);
  }

  // Every alternative copies what it binds to the same slots.
  void match_or(const PatternList& pattern, std::uint32_t slot, Label fail) {
    const std::vector<Capture> before = captures_;
    std::vector<Capture> shared;
    const Label matched = code().new_label();
    for (std::size_t i = 0; i < pattern.patterns.size(); i++) {
      const bool is_last = i + 1 == pattern.patterns.size();
      if (!is_last) check_irrefutable(pattern.patterns[i]);
      const Label next = is_last ? fail : code().new_label();
      captures_.clear();
      match(pattern.patterns[i], slot, next);
      if (i == 0) {
        for (const Capture& capture : captures_) shared.push_back({capture.name, new_slot()});
      }
      if (shared.size() != captures_.size())
        return compiler_.fail(pattern.span, "alternative patterns bind different names");
      for (const Capture& to : shared) {
        const auto from = std::ranges::find(captures_, to.name, &Capture::name);
        if (from == captures_.end())
          return compiler_.fail(pattern.span, "alternative patterns bind different names");
        emit(Opcode::LOAD_FAST, from->slot);
        emit(Opcode::STORE_FAST, to.slot);
      }
      if (!is_last) {
        code().jump(Opcode::JUMP, matched);
        code().place(next);
      }
    }
    code().place(matched);
    captures_ = before;
    for (const Capture& to : shared) capture(to.name, pattern.span, to.slot);
  }

  Compiler& compiler_;
  const MatchStmt& statement_;
  std::uint32_t first_slot_;
  std::uint32_t next_slot_ = 0;
  std::uint32_t most_slots_ = 0;
  std::vector<Capture> captures_;
};

void Compiler::match_statement(const MatchStmt& statement) { MatchCompiler(*this, statement).run(); }

}  // namespace loopscope::python
