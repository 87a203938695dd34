// jsonplaceholder.typicode.com: the six collections that lessons about REST use, their filters and their
// writes. Not for: remembering what was written; like the service, it only says what it would have done.
#include <algorithm>
#include <array>
#include <charconv>

#include "core/host/sites.h"
#include "core/host/stable_hash.h"

namespace loopscope::host {
namespace {

constexpr JsonStyle kStyle{2, ",", ": ", false, false};

struct Person {
  std::string_view name;
  std::string_view user_name;
  std::string_view email;
  std::string_view city;
};

constexpr std::array kPeople = std::to_array<Person>({
    {"Leanne Graham", "Bret", "Sincere@april.biz", "Gwenborough"},
    {"Ervin Howell", "Antonette", "Shanna@melissa.tv", "Wisokyburgh"},
    {"Clementine Bauch", "Samantha", "Nathan@yesenia.net", "McKenziehaven"},
    {"Patricia Lebsack", "Karianne", "Julianne.OConner@kory.org", "South Elvis"},
    {"Chelsey Dietrich", "Kamren", "Lucio_Hettinger@annie.ca", "Roscoeview"},
    {"Mrs. Dennis Schulist", "Leopoldo_Corkery", "Karley_Dach@jasper.info", "South Christy"},
    {"Kurtis Weissnat", "Elwyn.Skiles", "Telly.Hoeger@billy.biz", "Howemouth"},
    {"Nicholas Runolfsdottir V", "Maxime_Nienow", "Sherwood@rosamond.me", "Aliyaview"},
    {"Glenna Reichert", "Delphine", "Chaim_McDermott@dana.io", "Bartholomebury"},
    {"Clementina DuBuque", "Moriah.Stanton", "Rey.Padberg@karina.biz", "Lebsackbury"},
});

// What the first items are known for.
constexpr std::array<std::string_view, 3> kTodoTitles = {
    "delectus aut autem", "quis ut nam facilis et officia qui", "fugiat veniam minus"};
constexpr std::array<std::string_view, 3> kPostTitles = {
    "sunt aut facere repellat provident occaecati excepturi optio reprehenderit", "qui est esse",
    "ea molestias quasi exercitationem repellat qui ipsa sit aut"};

std::string words(std::string_view what, std::int64_t id, int count) {
  return words_of_luck(stable_hash(what) + static_cast<std::uint64_t>(id), count);
}

JsonValue post(std::int64_t id) {
  auto title = id <= 3 ? std::string(kPostTitles[static_cast<std::size_t>(id - 1)]) : words("post", id, 6);
  return JsonValue::object()
      .set("userId", (id - 1) / 10 + 1)
      .set("id", id)
      .set("title", title)
      .set("body", words("body", id, 7) + "\n" + words("body2", id, 8) + "\n" + words("body3", id, 7));
}

JsonValue comment(std::int64_t id) {
  return JsonValue::object()
      .set("postId", (id - 1) / 5 + 1)
      .set("id", id)
      .set("name", words("comment", id, 4))
      .set("email", std::string(kPeople[static_cast<std::size_t>(id % 10)].email))
      .set("body", words("comment body", id, 20));
}

JsonValue album(std::int64_t id) {
  return JsonValue::object()
      .set("userId", (id - 1) / 10 + 1)
      .set("id", id)
      .set("title", words("album", id, 3));
}

JsonValue photo(std::int64_t id) {
  std::string colour = std::to_string(100000 + mix(static_cast<std::uint64_t>(id)) % 900000);
  return JsonValue::object()
      .set("albumId", (id - 1) / 50 + 1)
      .set("id", id)
      .set("title", words("photo", id, 5))
      .set("url", "https://via.placeholder.com/600/" + colour)
      .set("thumbnailUrl", "https://via.placeholder.com/150/" + colour);
}

JsonValue todo(std::int64_t id) {
  auto title = id <= 3 ? std::string(kTodoTitles[static_cast<std::size_t>(id - 1)]) : words("todo", id, 5);
  return JsonValue::object()
      .set("userId", (id - 1) / 20 + 1)
      .set("id", id)
      .set("title", title)
      .set("completed", id == 4 || (id > 4 && mix(static_cast<std::uint64_t>(id)) % 2 == 0));
}

JsonValue user(std::int64_t id) {
  const Person& person = kPeople[static_cast<std::size_t>(id - 1)];
  JsonValue geo = JsonValue::object().set("lat", "-37.3159").set("lng", "81.1496");
  JsonValue address = JsonValue::object()
                          .set("street", "Kulas Light")
                          .set("suite", "Apt. " + std::to_string(500 + id * 7))
                          .set("city", person.city)
                          .set("zipcode", std::to_string(92990 + id))
                          .set("geo", geo);
  JsonValue company = JsonValue::object()
                          .set("name", std::string(person.user_name) + "-Crona")
                          .set("catchPhrase", "Multi-layered client-server neural-net")
                          .set("bs", "harness real-time e-markets");
  return JsonValue::object()
      .set("id", id)
      .set("name", person.name)
      .set("username", person.user_name)
      .set("email", person.email)
      .set("address", address)
      .set("phone", "1-770-736-80" + std::to_string(30 + id))
      .set("website", std::string(person.user_name) + ".org")
      .set("company", company);
}

struct Collection {
  std::string_view name;
  std::int64_t size;
  JsonValue (*item)(std::int64_t id);
  std::string_view parent;  // the key that says whose item it is, as in /posts/1/comments
};

constexpr std::array kCollections = std::to_array<Collection>({
    {"posts", 100, post, "userId"},
    {"comments", 500, comment, "postId"},
    {"albums", 100, album, "userId"},
    {"photos", 5000, photo, "albumId"},
    {"todos", 200, todo, "userId"},
    {"users", 10, user, ""},
});

const Collection* collection_of(std::string_view name) {
  auto found = std::ranges::find(kCollections, name, &Collection::name);
  return found == kCollections.end() ? nullptr : &*found;
}

std::int64_t number_of(std::string_view digits) {
  std::int64_t number = 0;
  auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return error == std::errc() && end == digits.data() + digits.size() ? number : 0;
}

bool matches(const JsonValue& item, const std::vector<std::pair<std::string, std::string>>& filters) {
  return std::ranges::all_of(filters, [&](const auto& filter) {
    const JsonValue* value = item.find(filter.first);
    if (value == nullptr) return true;  // the service passes over what it does not know
    if (value->kind() == JsonValue::Kind::True) return filter.second == "true";
    if (value->kind() == JsonValue::Kind::False) return filter.second == "false";
    return value->text() == filter.second;
  });
}

SiteAnswer list(const Collection& collection, std::vector<std::pair<std::string, std::string>> filters) {
  std::int64_t most = collection.size;
  for (const auto& [name, value] : filters) {
    if (name == "_limit" && number_of(value) > 0) most = std::min(most, number_of(value));
  }
  JsonValue items = JsonValue::array();
  for (std::int64_t id = 1; id <= collection.size && static_cast<std::int64_t>(items.items().size()) < most;
       ++id) {
    JsonValue item = collection.item(id);
    if (matches(item, filters)) items.push(std::move(item));
  }
  return answer_with_json(200, items, kStyle);
}

// What a script sent, as JSON or as a form.
JsonValue sent_by(const SiteRequest& asked) {
  auto parsed = parse_json(asked.request.body);
  if (parsed && parsed->kind() == JsonValue::Kind::Object) return *parsed;
  JsonValue form = JsonValue::object();
  if (asked.request.body.size() > 4096) return form;
  for (const auto& [name, value] : parse_query(asked.request.body)) form.set(name, value);
  return form;
}

JsonValue overlaid(JsonValue base, const JsonValue& changes) {
  for (const auto& [name, value] : changes.members()) base.set(name, value);
  return base;
}

SiteAnswer answer(const SiteRequest& asked) {
  std::string_view path = std::string_view(asked.url.path).substr(1);
  if (path.ends_with('/')) path.remove_suffix(1);
  std::string_view name = path.substr(0, path.find('/'));
  path.remove_prefix(std::min(name.size() + 1, path.size()));
  std::string_view number = path.substr(0, path.find('/'));
  path.remove_prefix(std::min(number.size() + 1, path.size()));

  const Collection* collection = collection_of(name);
  if (collection == nullptr) return answer_with_json(404, JsonValue::object(), kStyle);
  const std::string& method = asked.request.method;
  if (number.empty()) {
    if (method != "POST") return list(*collection, parse_query(asked.url.query));
    return answer_with_json(201, sent_by(asked).set("id", collection->size + 1), kStyle);
  }
  std::int64_t id = number_of(number);
  if (id < 1 || id > collection->size) return answer_with_json(404, JsonValue::object(), kStyle);
  if (const Collection* inner = collection_of(path)) {
    std::string owner(name.substr(0, name.size() - 1));
    return list(*inner, {{owner + "Id", std::to_string(id)}});
  }
  if (method == "DELETE") return answer_with_json(200, JsonValue::object(), kStyle);
  if (method == "PUT") return answer_with_json(200, sent_by(asked).set("id", id), kStyle);
  if (method == "PATCH") return answer_with_json(200, overlaid(collection->item(id), sent_by(asked)), kStyle);
  return answer_with_json(200, collection->item(id), kStyle);
}

}  // namespace

SiteAnswer answer_of_jsonplaceholder(const SiteRequest& asked) {
  SiteAnswer result = answer(asked);
  result.response.headers.emplace_back("Server", "cloudflare");
  result.response.headers.emplace_back("X-Powered-By", "Express");
  return result;
}

}  // namespace loopscope::host
