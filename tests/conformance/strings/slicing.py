# Indexing and slicing strings, by code points.
text = "Hello, 세계! 😀"
print(len(text), text[0], text[-1], text[7], text[8])
print(text[:5], text[7:9], text[-3:], text[::-1])
print(text[::2], text[1::3], text[10:2:-2], repr(text[5:5]), text[-100:100])
for bad in (100, -100):
    try:
        print(text[bad])
    except IndexError as error:
        print("IndexError:", error)
try:
    text["a"]
except TypeError as error:
    print("TypeError:", error)
try:
    text[::0]
except ValueError as error:
    print("ValueError:", error)
for index, character in enumerate("a세😀"):
    print(index, character, ord(character), hex(ord(character)))
print("세계" in text, "x" not in text, "" in text)
print(list("가나다"), tuple("ab"), sorted("banana"), set("aa") == {"a"})
print(text * 2, 0 * text == "", "-" * 20, "ab" * -1 == "")
print("a" + "b" "c", "x" < "y", "Z" < "a", "가" > "z", "abc" == "abc", "ab" < "abc")
print(min("hello"), max("hello"), "hello".index("l"), hash("a") == hash("a"))
