import re
from re import IGNORECASE, MULTILINE

m = re.match(r"(\w+) (\w+)", "Isaac Newton, physicist")
print(m, m.group(), m.group(0), m.group(1), m.group(1, 2), m[2], m.groups(), m.span(), m.start(2), m.end(2), m.lastindex, m.re, m.string, m.pos, m.endpos, m.regs)
m = re.match(r"(?P<first>\w+) (?P<last>\w+)", "Malcolm Reynolds")
print(m.groupdict(), m["first"], m.lastgroup, m.group("last"), m.expand(r"\2, \g<first>"))
print(re.search("c", "abcdef"), re.match("c", "abcdef"), re.fullmatch("p.*n", "python"), re.fullmatch("r.*n", "python"), bool(re.match("a", "ab")))
print(re.findall(r"\bf[a-z]*", "which foot or hand fell fastest"), re.findall(r"(\w+)=(\d+)", "set width=20 and height=10"), re.findall("a", "bbb"), re.findall("(a)|b", "ab"))
print(re.split(r"\W+", "Words, words, words."), re.split(r"(\W+)", "Words, words."), re.split(r"\W+", "Words, words, words.", maxsplit=1), re.split("[a-f]+", "0a3B9", flags=re.IGNORECASE), re.split(r"\b", "Words, words"), re.split("x*", "axbc"))
print(re.sub(r"def\s+([a-zA-Z_][a-zA-Z_0-9]*)\s*\(\s*\):", r"static PyObject*\npy_\1(void)\n{", "def myfunc():"), re.sub("x*", "-", "abxd"), re.subn("[0-9]+", "#", "1 22 333"), re.sub("a", "b", "aaaa", count=2), re.sub(r"(?P<n>\d)", r"<\g<n>\g<1>\g<0>>", "a1"), re.sub("b", r"\\", "abc"))
print(re.sub("-{1,2}", lambda m: " " if m.group(0) == "-" else "-", "pro----gram-files"))
for match in re.finditer(r"\w+ly\b", "He was carefully disguised but captured quickly by police."):
    print("%02d-%02d: %s" % (match.start(), match.end(), match.group(0)))
print(re.findall(r"^\w+", "one two\nthree four", MULTILINE), re.findall(r"\w+$", "one two\nthree four\n", re.M), re.findall(r"\w+$", "one two\nthree four\n"), re.findall("a.b", "a\nb axb"), re.findall("a.b", "a\nb axb", re.S), re.findall("HELLO", "hello Hello", IGNORECASE))
number = re.compile(r"""
    (?P<int>\d+)   # the whole part
    (?: \. (?P<frac>\d*) )?  # and the fraction
""", re.VERBOSE)
print(number.match("3.14").groupdict(), number.match("7").groupdict(), number.match("7").groups("none"), number.groups, number.groupindex["frac"], number.flags)
print(re.findall("<.*>", "<a><b>"), re.findall("<.*?>", "<a><b>"), re.findall("a{2,3}", "aaaaa"), re.findall("a{2,3}?", "aaaaa"), re.findall("a{,2}", "aaa"), re.findall("a{2}", "aaaaa"), re.findall("(?:ab){2}", "ababab"), re.findall("(ab)*c", "ababc"), re.findall("x{a}", "x{a}"))
print(re.search(r"(?<=-)\w+", "spam-egg").group(0), re.findall(r"foo(?=bar)", "foobar foobaz"), re.findall(r"foo(?!bar)\w*", "foobar foobaz"), re.findall(r"(?<!\$)\b\d+", "$10 20"), re.findall(r"(\w)\1", "aabbcd"), re.search(r"(?P<q>['\"]).*?(?P=q)", "say 'hi' \"x\"").group())
print(re.match(r"(<)?(\w+@\w+(?:\.\w+)+)(?(1)>|$)", "<user@host.com>").group(2), re.match(r"(<)?(\w+@\w+(?:\.\w+)+)(?(1)>|$)", "<user@host.com"), re.findall(r"(?i:a)b", "AB Ab ab"), re.findall(r"(?i)ab", "AB"), re.match("(?>a+)a", "aaa"), re.match("a++b", "aab").group(), re.match("a*+a", "aa"))
print(re.findall(r"[^\s,;]+", "a, b;c"), re.findall(r"[\w.]+@[\w.]+\.\w+", "me@x.org, you@y.co.kr"), re.findall(r"[]a-]+", "a-]b"), re.findall(r"[\d\-]+", "010-1234-5678"), re.findall("[^^]", "a^"), re.findall(r"[\]\\]", r"]\ "))
print(re.findall(r"\d{3,4}-\d{4}", "02-123-4567 010-1234-5678"), re.findall("[가-힣]+", "안녕 hello 세계"), re.sub(r"\s+", " ", "a  b\t\nc"), re.search("세계", "안녕 세계").span(), re.findall(r"\w+", "héllo wörld 日本"), re.findall(r"\w+", "héllo", re.ASCII))
print(re.match(r"(a)|(b)", "b").groups(), re.match(r"(a)?b", "b").group(1), re.match(r"(a)?b", "b").span(1), re.match("((a)(b))", "ab").lastindex, re.match("(a)(b)?", "a").lastindex, re.match("", "").span(), re.match("(a*)*", "aa").groups(), re.match("(a*)+", "b").groups(), re.match("(?:a|ab)(?:c|bcd)(d*)", "abcd").groups())
print(re.escape("a.b*c [x] 1+1=2"), re.compile("a", re.I | re.M), re.compile("a"), re.I, re.I | re.S, repr(re.NOFLAG), re.compile("x") == re.compile("x"), re.compile(re.compile("z")).pattern)
p = re.compile("o")
print(p.search("hello world", 5).start(), p.match("oo", 1).span(), p.findall("foo boo", 2, 6), p.search("hello", 0, 3), p.sub("0", "foo", 1), p.split("a o b"))
print(re.findall(r"\x41\u0042\103\t", "ABC\t"), re.findall(r"\.", "a.b"), re.findall(r"a\b", "a ab"), re.findall(r"\Ba", "aa ba"), re.search(r"\Aab\Z", "ab\n"), re.search("ab$", "ab\n").span())
for bad in ("(a", "a)", "[a", "*a", "a**", "a{3,1}", r"\q", "[b-a]", r"\1", "(?P<n>a)(?P<n>b)", "(?P=x)", "(?<x)", "(?P<1>a)", "(?<=a+)b", "a\\", "(?z)", "(?P<n", r"(?(2)a)", "a(?i)b", "^*", r"\x4", "(?", "x{2}{3}"):
    try:
        print("compiled", re.compile(bad))
    except re.error as error:
        print(type(error).__name__, error, "|", error.msg, error.pos)
for bad in (lambda: re.match(3, "a"), lambda: re.match("a", 3), lambda: re.match("a", b"a"), lambda: m.group(5), lambda: m.group("zz"), lambda: re.sub("a", r"\3", "a"), lambda: re.sub("a", r"\g<x>", "a"), lambda: re.sub("a", r"\q", "a")):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
Token = re.compile(r"(?P<NUM>\d+(?:\.\d*)?)|(?P<ID>[A-Za-z]+)|(?P<OP>[+\-*/=])|(?P<SKIP>[ \t]+)|(?P<BAD>.)")
print([(t.lastgroup, t.group()) for t in Token.finditer("x = 3.5 * y1?") if t.lastgroup != "SKIP"])
print(len(re.findall(r"(?:a|b)*c", "ab" * 500 + "c")), re.match(r"(x+x+)+y", "x" * 12), len(re.sub(r"(a|b)+", "", "ab" * 20000)), re.fullmatch(r"(?:\d{1,3}\.){3}\d{1,3}", "192.168.0.1").group())
print(re.search(r"(\d+)-(\d+)(?:-(\d+))?", "tel 12-34").groups(), re.findall(r"(a)(b)?", "aab"), re.sub(r"(a)(b)?", r"[\1\2]", "aab"))
log = "2024-01-01 12:00:00 [ERROR] task-3: timeout after 5.0s"
print(re.match(r"(?P<date>\S+) (?P<time>\S+) \[(?P<level>\w+)\] (?P<msg>.*)", log).groupdict())
match re.match(r"(\w+)@(\w+)", "me@host"):
    case re.Match() as found:
        print(found[1])
print(re.findall(r"\B", ""), re.findall(r"\B", "ab"), re.match(r"(?(1)a|b)(x)?", "bx").groups())
for bad in (r"(?\B)", "(?(?:a)b)", "(?(3)a)"):
    try:
        re.compile(bad)
    except re.error as error:
        print(error)
