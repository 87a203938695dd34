// ChromeJson: from records to trace events. Not for: the records' meaning, see record.h.
#include "core/trace/chrome_json.h"

#include <algorithm>

#include "core/trace/json_text.h"

namespace loopscope::trace {
namespace {

// A damaged batch must not ask for gigabytes of tracks.
constexpr TaskId kMostTasks = 1U << 24U;

std::string number(std::uint64_t value) { return std::to_string(value); }

}  // namespace

void ChromeJson::begin_program(std::string_view label) {
  end_program();
  ++process_;
  std::string name;
  append_json_text(name, label);
  event("M", 0, 0, "process_name", "", ",\"args\":{\"name\":" + name + "}");
  name_track(0, "program");
}

void ChromeJson::add(const Batch& batch) {
  if (process_ == 0) begin_program("program");
  for (const auto& [id, value] : batch.texts) texts_[id] = value;
  for (const Record& record : batch.records) add(record);
}

std::string ChromeJson::finish() {
  end_program();
  std::string document = "{\"displayTimeUnit\":\"ms\",\"traceEvents\":[\n" + out_ + "\n]}\n";
  out_.clear();
  return document;
}

void ChromeJson::end_program() {
  for (TaskId task = 0; task < tracks_.size(); ++task) leave_state(task, tracks_[task], last_time_);
  for (const auto& [id, name] : requests_) {
    event("e", 0, last_time_, name, "network", ",\"id\":" + number(id));
  }
  tracks_.clear();
  texts_.clear();
  names_.clear();
  requests_.clear();
  last_time_ = 0;
}

std::string_view ChromeJson::text(StringId id) const {
  const auto found = texts_.find(id);
  return found != texts_.end() ? std::string_view(found->second) : std::string_view();
}

ChromeJson::Track& ChromeJson::track(TaskId task) {
  if (task >= tracks_.size()) tracks_.resize(std::size_t{task} + 1);
  return tracks_[task];
}

void ChromeJson::event(std::string_view phase, TaskId task, std::uint64_t time, std::string_view name,
                       std::string_view category, std::string_view further) {
  if (!out_.empty()) out_ += ",\n";
  out_ += "{\"ph\":\"" + std::string(phase) + "\",\"pid\":" + number(process_) + ",\"tid\":" + number(task) +
          ",\"ts\":" + number(time) + ",\"name\":";
  append_json_text(out_, name);
  if (!category.empty()) {
    out_ += ",\"cat\":\"";
    out_ += category;
    out_ += '"';
  }
  out_ += further;
  out_ += '}';
}

void ChromeJson::slice(TaskId task, std::string_view name, std::string_view category, std::uint64_t begin,
                       std::uint64_t end, std::uint32_t line) {
  std::string further = ",\"dur\":" + number(end > begin ? end - begin : 0);
  if (line != 0) further += ",\"args\":{\"line\":" + number(line) + "}";
  event("X", task, begin, name, category, further);
}

void ChromeJson::name_track(TaskId task, std::string_view name) {
  std::string quoted;
  append_json_text(quoted, name);
  event("M", task, 0, "thread_name", "", ",\"args\":{\"name\":" + quoted + "}");
  event("M", task, 0, "thread_sort_index", "", ",\"args\":{\"sort_index\":" + number(task) + "}");
}

void ChromeJson::leave_state(TaskId task, Track& track, std::uint64_t time) {
  if (!track.blocked_by.empty()) {
    slice(task, track.blocked_by, "blocked", track.blocked_since, time, track.blocked_line);
    track.blocked_by.clear();
  }
  switch (track.state) {
    case Track::State::Running:
      slice(task, "run", "run", track.since, time, track.line);
      break;
    case Track::State::Waiting:
      slice(task, track.waits_for, "wait", track.since, time, track.line);
      break;
    case Track::State::Ready:
      slice(task, "ready", "ready", track.since, time, 0);
      break;
    case Track::State::Fresh:
    case Track::State::Done:
      break;
  }
}

void ChromeJson::wait_begin(const Record& record) {
  std::string name;
  switch (static_cast<WaitKind>(record.detail)) {
    case WaitKind::Sleep:
      name = "sleep";
      break;
    case WaitKind::Network: {
      const auto found = requests_.find(record.object);
      name = found != requests_.end() ? found->second : "network";
      break;
    }
    case WaitKind::Task: {
      const auto found = names_.find(record.object);
      name = "wait for " + (found != names_.end() ? found->second : "a task");
      break;
    }
    case WaitKind::Lock:
      name = "wait for a lock";
      break;
    case WaitKind::Queue:
      name = "wait for a queue";
      break;
    case WaitKind::Thread:
      name = "wait for a thread";
      break;
    default:
      name = "wait";
      break;
  }
  Track& at = track(record.subject);
  at.waits_for = std::move(name);
  at.line = record.line;
}

void ChromeJson::ready(const Record& record) {
  Track& at = track(record.subject);
  if (record.object != 0 && record.object != record.subject) {
    at.flow = next_flow_++;
    event("s", record.object, record.time, "wakes", "wake", ",\"id\":" + number(at.flow));
  }
  if (at.state == Track::State::Running) {
    at.ready_again = true;
    return;
  }
  leave_state(record.subject, at, record.time);
  at.state = Track::State::Ready;
  at.since = record.time;
}

void ChromeJson::step_end(const Record& record) {
  Track& at = track(record.subject);
  leave_state(record.subject, at, record.time);
  at.since = record.time;
  if (at.ready_again) {
    at.state = Track::State::Ready;
  } else if (!at.waits_for.empty()) {
    at.state = Track::State::Waiting;
  } else {
    at.state = Track::State::Fresh;
  }
  at.ready_again = false;
}

void ChromeJson::add(const Record& record) {
  if (record.subject >= kMostTasks) return;
  last_time_ = std::max(last_time_, record.time);
  switch (record.kind) {
    case Kind::TaskCreated: {
      std::string name(text(static_cast<StringId>(record.value)));
      const std::string_view coroutine = text(static_cast<StringId>(record.value >> 32U));
      names_[record.subject] = name;
      name_track(record.subject, coroutine.empty() ? name : name + " " + std::string(coroutine));
      break;
    }
    case Kind::TaskReady:
      ready(record);
      break;
    case Kind::StepBegin: {
      Track& at = track(record.subject);
      leave_state(record.subject, at, record.time);
      at.state = Track::State::Running;
      at.since = record.time;
      at.line = record.line;
      at.waits_for.clear();
      if (at.flow != 0) {
        event("f", record.subject, record.time, "wakes", "wake", ",\"bp\":\"e\",\"id\":" + number(at.flow));
        at.flow = 0;
      }
      break;
    }
    case Kind::StepEnd:
      step_end(record);
      break;
    case Kind::WaitBegin:
      wait_begin(record);
      break;
    case Kind::BlockBegin: {
      Track& at = track(record.subject);
      at.blocked_since = record.time;
      at.blocked_line = record.line;
      at.blocked_by =
          static_cast<WaitKind>(record.detail) == WaitKind::Network ? "blocked by a request" : "blocked";
      break;
    }
    case Kind::BlockEnd: {
      Track& at = track(record.subject);
      if (!at.blocked_by.empty()) {
        slice(record.subject, at.blocked_by, "blocked", at.blocked_since, record.time, at.blocked_line);
      }
      at.blocked_by.clear();
      break;
    }
    case Kind::TaskDone: {
      Track& at = track(record.subject);
      leave_state(record.subject, at, record.time);
      at.state = Track::State::Done;
      static constexpr std::string_view kOutcomes[] = {"finished", "failed", "cancelled"};
      event("i", record.subject, record.time, record.detail < 3 ? kOutcomes[record.detail] : "ended", "done",
            ",\"s\":\"t\"");
      break;
    }
    case Kind::CancelRequested:
      event("i", record.subject, record.time, "cancel requested", "cancel", ",\"s\":\"t\"");
      break;
    case Kind::CallbackBegin:
      callback_since_ = record.time;
      callback_name_ = text(record.object);
      break;
    case Kind::CallbackEnd:
      slice(0, callback_name_.empty() ? "callback" : callback_name_, "callback", callback_since_, record.time,
            record.line);
      break;
    case Kind::RequestBegin: {
      std::string name(text(static_cast<StringId>(record.value)));
      event("b", record.object, record.time, name, "network", ",\"id\":" + number(record.subject));
      requests_[record.subject] = std::move(name);
      break;
    }
    case Kind::RequestEnd: {
      const auto found = requests_.find(record.subject);
      if (found == requests_.end()) break;
      event("e", 0, record.time, found->second, "network",
            ",\"id\":" + number(record.subject) + ",\"args\":{\"status\":" + number(record.detail) +
                ",\"bytes\":" + number(record.value) + "}");
      requests_.erase(found);
      break;
    }
    case Kind::Output:
      event("i", record.subject, record.time, text(record.object), record.detail == 2 ? "stderr" : "stdout",
            ",\"s\":\"t\"");
      break;
    default:
      break;
  }
}

}  // namespace loopscope::trace
