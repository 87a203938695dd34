// The format mini-language, printf-style conversions and str.format's templates, compared with CPython 3.13.
// Not how the script reaches them (str_format_test.cpp).
#include "core/python/text/format_spec.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "core/python/text/format_field.h"
#include "core/python/text/percent_format.h"

namespace loopscope::python {
namespace {

std::string shown(const Formatted& result) {
  if (result) return *result;
  if (result.error().kind == FormatError::Kind::kMemory) return "MemoryError";
  return (result.error().kind == FormatError::Kind::kOverflow ? "OverflowError: " : "ValueError: ") +
         result.error().message;
}
std::string of_int(std::int64_t value, std::string_view spec) {
  return shown(format_int(BigInteger(value), spec));
}
std::string of_float(double value, std::string_view spec) { return shown(format_float(value, spec)); }
std::string of_text(std::string_view value, std::string_view spec) { return shown(format_text(value, spec)); }

std::string percent(std::string_view format, double value) {
  std::size_t at = 1;
  auto spec = parse_percent(format, at);
  if (!spec) return "ValueError: " + spec.error().message;
  switch (spec->type) {
    case 'd':
    case 'x':
    case 'X':
    case 'o':
      return shown(percent_int(BigInteger(static_cast<std::int64_t>(value)), *spec));
    case 'e':
    case 'f':
    case 'g':
    case 'E':
    case 'F':
    case 'G':
      return shown(percent_float(value, *spec));
    default:
      return "ValueError: " + unsupported_percent(*spec).message;
  }
}

TEST(FormatSpec, AlignsAndFillsInts) {
  EXPECT_EQ(of_int(42, "5"), "   42");
  EXPECT_EQ(of_int(42, "<5"), "42   ");
  EXPECT_EQ(of_int(42, "*^6"), "**42**");
  EXPECT_EQ(of_int(-42, "05"), "-0042");
  EXPECT_EQ(of_int(-42, "é=6"), "-ééé42");
  EXPECT_EQ(of_int(42, "+"), "+42");
  EXPECT_EQ(of_int(42, " "), " 42");
}

TEST(FormatSpec, GroupsDigits) {
  EXPECT_EQ(of_int(1234567, ","), "1,234,567");
  EXPECT_EQ(of_int(1234567, "_"), "1_234_567");
  EXPECT_EQ(of_int(0xABCDEF, "#_x"), "0xab_cdef");
  EXPECT_EQ(of_int(1234, "010,"), "00,001,234");
  EXPECT_EQ(of_int(1234, "09,"), "0,001,234");
  EXPECT_EQ(of_int(1234, "08,"), "0,001,234");
  EXPECT_EQ(of_float(1234567.891, ",.2f"), "1,234,567.89");
}

TEST(FormatSpec, WritesEveryIntType) {
  EXPECT_EQ(of_int(255, "b"), "11111111");
  EXPECT_EQ(of_int(255, "#o"), "0o377");
  EXPECT_EQ(of_int(255, "#X"), "0XFF");
  EXPECT_EQ(of_int(0xAC00, ">3c"), "  가");
  EXPECT_EQ(of_int(5, "n"), "5");
  EXPECT_EQ(of_int(5, ".2f"), "5.00");
  EXPECT_EQ(of_int(1, "%"), "100.000000%");
}

TEST(FormatSpec, WritesEveryFloatType) {
  EXPECT_EQ(of_float(3.14159, ".2f"), "3.14");
  EXPECT_EQ(of_float(1e10, "e"), "1.000000e+10");
  EXPECT_EQ(of_float(1e10, "g"), "1e+10");
  EXPECT_EQ(of_float(123456.0, ".3"), "1.23e+05");
  EXPECT_EQ(of_float(100.0, ".4"), "100.0");
  EXPECT_EQ(of_float(1000.0, ".4"), "1e+03");
  EXPECT_EQ(of_float(999999.5, "#G"), "1.00000E+06");
  EXPECT_EQ(of_float(0.125, ".1%"), "12.5%");
  EXPECT_EQ(of_float(2.5, ""), "2.5");
  EXPECT_EQ(of_float(INFINITY, "010"), "0000000inf");
  EXPECT_EQ(of_float(NAN, "F"), "NAN");
  EXPECT_EQ(of_float(1.0, ".0f"), "1");
  EXPECT_EQ(of_float(-0.0001, "z.2f"), "0.00");
  EXPECT_EQ(of_float(0.1, ".1200f").size(), 1202U);
}

TEST(FormatSpec, FormatsTextsByCodePoints) {
  EXPECT_EQ(of_text("가나", "5"), "가나   ");
  EXPECT_EQ(of_text("가나다", ".2"), "가나");
  EXPECT_EQ(of_text("ab", "^5"), " ab  ");
  EXPECT_EQ(of_text("ab", "05"), "ab000");
}

TEST(FormatSpec, SaysWhatIsWrongAsCPythonDoes) {
  EXPECT_EQ(of_int(5, "s"), "ValueError: Unknown format code 's' for object of type 'int'");
  EXPECT_EQ(of_int(5, ".2d"), "ValueError: Precision not allowed in integer format specifier");
  EXPECT_EQ(of_int(5, "dd"), "ValueError: Invalid format specifier 'dd' for object of type 'int'");
  EXPECT_EQ(of_int(5,
                   ","
                   "_"),
            "ValueError: Cannot specify both ',' and '_'.");
  EXPECT_EQ(of_int(5, ",x"), "ValueError: Cannot specify ',' with 'x'.");
  EXPECT_EQ(of_int(-1, "c"), "OverflowError: %c arg not in range(0x110000)");
  EXPECT_EQ(of_float(5, "d"), "ValueError: Unknown format code 'd' for object of type 'float'");
  EXPECT_EQ(of_float(5, "."), "ValueError: Format specifier missing precision");
  EXPECT_EQ(of_text("a", "=5"), "ValueError: '=' alignment not allowed in string format specifier");
  EXPECT_EQ(of_text("a", "+"), "ValueError: Sign not allowed in string format specifier");
  EXPECT_EQ(of_text("a", "99999999999999999999"), "ValueError: Too many decimal digits in format string");
}

TEST(FormatSpec, RefusesTextsThatWouldFillMemory) {
  EXPECT_EQ(of_int(5, "9999999999"), "MemoryError");
  EXPECT_EQ(of_float(5, ".999999999f"), "MemoryError");
  EXPECT_EQ(of_float(5, ".9999999999f"), "ValueError: precision too big");
}

TEST(PercentFormat, WritesNumbers) {
  EXPECT_EQ(percent("%5d", 42), "   42");
  EXPECT_EQ(percent("%-5d", 42), "42   ");
  EXPECT_EQ(percent("%05d", -42), "-0042");
  EXPECT_EQ(percent("%+.3d", 5), "+005");
  EXPECT_EQ(percent("%#x", 255), "0xff");
  EXPECT_EQ(percent("%.2f", 2.005), "2.00");
  EXPECT_EQ(percent("%010.3f", -3.14159), "-00003.142");
  EXPECT_EQ(percent("%e", 12345.678), "1.234568e+04");
  EXPECT_EQ(percent("%G", 1e-10), "1E-10");
  EXPECT_EQ(percent("%5f", INFINITY), "  inf");
}

TEST(PercentFormat, SaysWhatIsWrongAsCPythonDoes) {
  EXPECT_EQ(percent("%", 0), "ValueError: incomplete format");
  EXPECT_EQ(percent("%(a", 0), "ValueError: incomplete format key");
  EXPECT_EQ(percent("%5y", 0), "ValueError: unsupported format character 'y' (0x79) at index 2");
  EXPECT_EQ(percent("%99999999999d", 0), "ValueError: width too big");
}

TEST(FormatField, TakesTemplatesApart) {
  std::string_view text = "a{{b}}{0.x[3]!r:>{w}}";
  std::size_t at = 0;
  std::string literals;
  FormatPiece field;
  while (at < text.size()) {
    auto piece = next_format_piece(text, at);
    ASSERT_TRUE(piece.has_value());
    if (piece->is_field) {
      field = *piece;
    } else {
      literals += piece->literal;
    }
  }
  EXPECT_EQ(literals, "a{b}");
  EXPECT_EQ(field.name, "0.x[3]");
  EXPECT_EQ(field.conversion, U'r');
  EXPECT_EQ(field.spec, ">{w}");
  EXPECT_TRUE(field.nested);
  auto name = parse_field_name(field.name);
  ASSERT_TRUE(name.has_value());
  EXPECT_EQ(name->index, 0);
  ASSERT_EQ(name->steps.size(), 2U);
  EXPECT_TRUE(name->steps[0].is_attribute);
  EXPECT_EQ(name->steps[1].index, 3);
}

TEST(FormatField, SaysWhatIsWrongAsCPythonDoes) {
  auto problem = [](std::string_view text) {
    std::size_t at = 0;
    auto piece = next_format_piece(text, at);
    return piece ? std::string("fine") : piece.error().message;
  };
  EXPECT_EQ(problem("}"), "Single '}' encountered in format string");
  EXPECT_EQ(problem("{"), "Single '{' encountered in format string");
  EXPECT_EQ(problem("{0"), "expected '}' before end of string");
  EXPECT_EQ(problem("{0!"), "end of string while looking for conversion specifier");
  EXPECT_EQ(problem("{0!rr}"), "expected ':' after conversion specifier");
  EXPECT_EQ(problem("{0:{}"), "unmatched '{' in format spec");
  EXPECT_EQ(parse_field_name("0.").error().message, "Empty attribute in format string");
}

}  // namespace
}  // namespace loopscope::python
