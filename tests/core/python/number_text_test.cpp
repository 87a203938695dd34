// Ints and floats as text, both ways, as CPython 3.13 writes and reads them.
// Not the format mini-language (format_spec_test.cpp).
#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "core/python/numbers/float_text.h"
#include "core/python/numbers/int_text.h"

namespace loopscope::python {
namespace {

std::string read_int(std::string_view text, int base = 10) {
  auto value = parse_int(text, base);
  return value ? to_text(*value) : "refused";
}

std::string read_float(std::string_view text) {
  auto value = parse_float(text);
  return value ? float_repr(*value) : "refused";
}

TEST(FloatText, ReprIsTheShortestTextThatGivesTheNumberBack) {
  EXPECT_EQ(float_repr(0.1), "0.1");
  EXPECT_EQ(float_repr(0.1 + 0.2), "0.30000000000000004");
  EXPECT_EQ(float_repr(5e-324), "5e-324");
  EXPECT_EQ(float_repr(2.2250738585072014e-308), "2.2250738585072014e-308");
  EXPECT_EQ(float_repr(1.7976931348623157e308), "1.7976931348623157e+308");
  // Just above a power of two the nearest text of 16 digits misses, its neighbour hits.
  EXPECT_EQ(float_repr(std::ldexp(1, -1017)), "7.120236347223045e-307");
}

TEST(FloatText, ReprChangesToExponentsWherePythonDoes) {
  EXPECT_EQ(float_repr(1e15), "1000000000000000.0");
  EXPECT_EQ(float_repr(1e16), "1e+16");
  EXPECT_EQ(float_repr(123456789012345680.0), "1.2345678901234568e+17");
  EXPECT_EQ(float_repr(0.0001), "0.0001");
  EXPECT_EQ(float_repr(0.00001), "1e-05");
  EXPECT_EQ(float_repr(-0.0), "-0.0");
  EXPECT_EQ(float_repr(-INFINITY), "-inf");
  EXPECT_EQ(float_repr(NAN), "nan");
}

TEST(FloatText, RoundTripsPowersOfTwo) {
  for (int exponent = -1074; exponent < 1024; ++exponent) {
    double value = std::ldexp(1, exponent);
    EXPECT_EQ(parse_float(float_repr(value)), value) << exponent;
  }
}

TEST(FloatText, GivesHexadecimalForm) {
  EXPECT_EQ(float_hex(3.5), "0x1.c000000000000p+1");
  EXPECT_EQ(float_hex(-0.1), "-0x1.999999999999ap-4");
  EXPECT_EQ(float_hex(5e-324), "0x0.0000000000001p-1022");
}

TEST(FloatText, RoundsHalfToEvenOnTheExactValue) {
  EXPECT_EQ(round_to_digits(2.675, 2), 2.67);  // 2.675 is a little less than that
  EXPECT_EQ(round_to_digits(0.5, 0), 0.0);
  EXPECT_EQ(round_to_digits(2.5, 0), 2.0);
  EXPECT_EQ(round_to_digits(25.0, -1), 20.0);
  EXPECT_EQ(round_to_digits(35.0, -1), 40.0);
  EXPECT_EQ(round_to_digits(5.0, -1), 0.0);
  EXPECT_EQ(round_to_digits(5.1, -1), 10.0);
  EXPECT_EQ(round_to_digits(1234.5, -5), 0.0);
  EXPECT_EQ(round_to_digits(1e300, 400), 1e300);
}

TEST(FloatText, ReadsWhatFloatTakes) {
  EXPECT_EQ(read_float(" 1_000.5e-1\n"), "100.05");
  EXPECT_EQ(read_float(".5"), "0.5");
  EXPECT_EQ(read_float("5."), "5.0");
  EXPECT_EQ(read_float("-Infinity"), "-inf");
  EXPECT_EQ(read_float("1e400"), "inf");
  EXPECT_EQ(read_float("٣.٥"), "3.5");
}

TEST(FloatText, RefusesWhatIsNoFloat) {
  for (const char* text :
       {"", ".", "1__0", "1_", "_1", "1e", "1 2", "0x1p3", "nan(1)", "e5", "--1", "1._5"}) {
    EXPECT_EQ(read_float(text), "refused") << text;
  }
}

TEST(FloatText, HashesLikeTheEqualInt) {
  EXPECT_EQ(float_hash(1e20), hash(power(BigInteger(10), 20)));
  EXPECT_EQ(float_hash(-1.0), -2);
  EXPECT_EQ(float_hash(0.5), 1152921504606846976);
  EXPECT_EQ(float_hash(INFINITY), 314159);
}

TEST(IntText, ReadsWhatIntTakes) {
  EXPECT_EQ(read_int(" -1_000\n"), "-1000");
  EXPECT_EQ(read_int("0xFF", 16), "255");
  EXPECT_EQ(read_int("0b101", 0), "5");
  EXPECT_EQ(read_int("0x_1f", 0), "31");
  EXPECT_EQ(read_int("00", 0), "0");
  EXPECT_EQ(read_int("zz", 36), "1295");
  EXPECT_EQ(read_int("１２"), "12");
}

TEST(IntText, RefusesWhatIsNoInt) {
  for (const char* text : {"", "-", "+-1", "1.0", "1__0", "_1", "1_", "0x10", "é", "1 2"}) {
    EXPECT_EQ(read_int(text), "refused") << text;
  }
  EXPECT_EQ(read_int("012", 0), "refused");
  EXPECT_EQ(read_int("2", 2), "refused");
}

TEST(IntText, LimitsDecimalDigitsAsCPythonDoes) {
  std::string longest(4300, '9');
  EXPECT_NE(read_int(longest), "refused");
  auto over = parse_int(longest + "9", 10);
  ASSERT_FALSE(over.has_value());
  EXPECT_EQ(over.error().digits, 4301U);
  EXPECT_TRUE(parse_int(longest + "9", 16).has_value());
  EXPECT_FALSE(exceeds_digit_limit(*parse_int(longest, 10)));
  EXPECT_TRUE(exceeds_digit_limit(add(*parse_int(longest, 10), BigInteger(1))));
}

TEST(IntText, TakesTheShortWayForSmallDecimals) {
  std::int64_t value = 0;
  EXPECT_TRUE(parse_small_int("-42", value));
  EXPECT_EQ(value, -42);
  EXPECT_FALSE(parse_small_int("", value));
  EXPECT_FALSE(parse_small_int("-", value));
  EXPECT_FALSE(parse_small_int("1234567890123456789", value));
  EXPECT_FALSE(parse_small_int(" 1", value));
}

}  // namespace
}  // namespace loopscope::python
