// BigInteger: arithmetic as Python's ints, over sizes on both sides of every limb and Karatsuba border.
// Not the script's int methods (int_test.cpp).
#include "core/python/numbers/big_integer.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace loopscope::python {
namespace {

BigInteger number(std::string_view text) {
  bool negative = text.starts_with('-');
  BigInteger value = from_digits(text.substr(negative ? 1 : 0), 10);
  return negative ? std::move(value).negated() : value;
}

// A number of `limbs` limbs whose bits have no pattern; the same one for the same seed.
BigInteger scattered(std::size_t limbs, std::uint64_t seed) {
  BigInteger::Limbs magnitude;
  for (std::size_t i = 0; i < limbs; ++i) {
    seed = seed * 6364136223846793005U + 1442695040888963407U;
    magnitude.push_back(static_cast<BigInteger::Limb>(seed >> 33) | 1U);
  }
  return BigInteger::from_limbs(std::move(magnitude), (seed >> 32 & 1U) != 0);
}

TEST(BigInteger, ZeroIsNeverNegative) {
  EXPECT_EQ(to_text(number("-0")), "0");
  EXPECT_FALSE(subtract(number("5"), number("5")).is_negative());
  EXPECT_FALSE(BigInteger(0).negated().is_negative());
}

TEST(BigInteger, ReadsAndWritesDecimalsBeyondEveryLimb) {
  for (const char* text :
       {"1", "-1", "4294967295", "4294967296", "-18446744073709551616",
        "340282366920938463463374607431768211456", "100000000000000000000000000000000000000"}) {
    EXPECT_EQ(to_text(number(text)), text);
  }
}

TEST(BigInteger, WritesEveryBase) {
  EXPECT_EQ(to_text(number("255"), 16), "ff");
  EXPECT_EQ(to_text(number("-5"), 2), "-101");
  EXPECT_EQ(to_text(number("18446744073709551615"), 36), "3w5e11264sgsf");
  for (int base = 2; base <= 36; ++base) {
    BigInteger value = scattered(9, static_cast<std::uint64_t>(base)).absolute();
    EXPECT_EQ(from_digits(to_text(value, base), base), value) << base;
  }
}

TEST(BigInteger, QuotientTimesDivisorPlusRemainderIsTheDividend) {
  for (std::size_t a = 1; a < 40; a += 3) {
    for (std::size_t b = 1; b < 20; b += 2) {
      BigInteger dividend = scattered(a, a * 7 + b);
      BigInteger divisor = scattered(b, b * 13 + a);
      Division division = divide_floor(dividend, divisor);
      EXPECT_EQ(add(multiply(division.quotient, divisor), division.remainder), dividend);
      EXPECT_TRUE(division.remainder.is_zero() || division.remainder.is_negative() == divisor.is_negative());
      EXPECT_LT(compare(division.remainder.absolute(), divisor.absolute()), 0);
    }
  }
}

TEST(BigInteger, FloorDivisionFollowsTheDivisorsSign) {
  EXPECT_EQ(to_text(divide_floor(number("-7"), number("2")).quotient), "-4");
  EXPECT_EQ(to_text(divide_floor(number("-7"), number("2")).remainder), "1");
  EXPECT_EQ(to_text(divide_floor(number("7"), number("-2")).remainder), "-1");
  EXPECT_EQ(to_text(divide_truncating(number("-7"), number("2")).quotient), "-3");
}

TEST(BigInteger, LongProductsAgreeWithTheBinomialFormula) {
  for (std::size_t limbs : {30, 39, 40, 41, 79, 80, 81, 160, 333}) {
    BigInteger a = scattered(limbs, limbs);
    BigInteger b = scattered(limbs + limbs / 3, limbs + 1);
    // (a + b)**2 == a*a + 2ab + b*b
    BigInteger sum = add(a, b);
    BigInteger product = multiply(a, b);
    EXPECT_EQ(multiply(sum, sum), add(add(multiply(a, a), multiply(b, b)), add(product, product))) << limbs;
  }
}

TEST(BigInteger, VeryUnequalFactorsMultiplyRight) {
  BigInteger small = scattered(45, 3);
  BigInteger large = scattered(1000, 4);
  BigInteger product = multiply(small, large);
  Division back = divide_truncating(product, large);
  EXPECT_EQ(back.quotient, small);
  EXPECT_TRUE(back.remainder.is_zero());
}

TEST(BigInteger, PowersAndRemaindersOfPowers) {
  EXPECT_EQ(to_text(power(number("3"), 100)), "515377520732011331036461129765621272702107522001");
  EXPECT_EQ(to_text(power(number("-2"), 65)), "-36893488147419103232");
  EXPECT_EQ(to_text(power(BigInteger(0), 0)), "1");
  EXPECT_EQ(to_text(power_modulo(number("3"), power(BigInteger(10), 20), number("1000000007"))), "139421235");
  EXPECT_EQ(to_text(power_modulo(number("3"), number("4"), number("-7"))), "-3");
  EXPECT_EQ(to_text(*inverse_modulo(number("38"), number("97"))), "23");
  EXPECT_FALSE(inverse_modulo(number("6"), number("9")).has_value());
}

TEST(BigInteger, BitOperationsAreThoseOfTwosComplement) {
  for (std::int64_t a : {-9, -8, -1, 0, 1, 6, 255}) {
    for (std::int64_t b : {-300, -7, -1, 0, 5, 256}) {
      EXPECT_EQ(bit_and(BigInteger(a), BigInteger(b)).to_int64(), a & b);
      EXPECT_EQ(bit_or(BigInteger(a), BigInteger(b)).to_int64(), a | b);
      EXPECT_EQ(bit_xor(BigInteger(a), BigInteger(b)).to_int64(), a ^ b);
    }
    EXPECT_EQ(bit_not(BigInteger(a)).to_int64(), ~a);
    EXPECT_EQ(shift_right(BigInteger(a), 2).to_int64(), a >> 2);
  }
  EXPECT_EQ(to_text(shift_right(number("-1"), 1000)), "-1");
  EXPECT_EQ(to_text(shift_right(shift_left(number("12345"), 100), 100)), "12345");
}

TEST(BigInteger, CountsBits) {
  EXPECT_EQ(BigInteger(0).bit_length(), 0U);
  EXPECT_EQ(BigInteger(-256).bit_length(), 9U);
  EXPECT_EQ(shift_left(BigInteger(7), 100).bit_count(), 3U);
  EXPECT_EQ(shift_left(BigInteger(7), 100).trailing_zeros(), 100U);
}

TEST(BigInteger, FitsInt64UpToItsBorders) {
  EXPECT_EQ(number("9223372036854775807").to_int64(), std::numeric_limits<std::int64_t>::max());
  EXPECT_EQ(number("-9223372036854775808").to_int64(), std::numeric_limits<std::int64_t>::min());
  EXPECT_FALSE(number("9223372036854775808").to_int64().has_value());
  EXPECT_EQ(to_text(BigInteger(std::numeric_limits<std::int64_t>::min())), "-9223372036854775808");
}

TEST(BigInteger, BecomesADoubleRoundedHalfToEven) {
  EXPECT_EQ(number("9007199254740993").to_double(), 9007199254740992.0);
  EXPECT_EQ(number("9007199254740995").to_double(), 9007199254740996.0);
  // A bit far below the last one decides a tie.
  BigInteger tie = shift_left(number("9007199254740993"), 200);
  EXPECT_EQ(tie.to_double(), std::ldexp(9007199254740992.0, 200));
  EXPECT_EQ(add(tie, BigInteger(1)).to_double(), std::ldexp(9007199254740994.0, 200));
  EXPECT_FALSE(shift_left(BigInteger(1), 1024).to_double().has_value());
}

TEST(BigInteger, ComesFromADoubleExactly) {
  EXPECT_EQ(to_text(*BigInteger::from_double(1e23)), "99999999999999991611392");
  EXPECT_EQ(to_text(*BigInteger::from_double(-2.9)), "-2");
  EXPECT_FALSE(BigInteger::from_double(std::nan("")).has_value());
}

TEST(BigInteger, TrueDivisionRoundsOnce) {
  EXPECT_EQ(divide_to_double(number("1"), number("3")), 1.0 / 3.0);
  EXPECT_EQ(divide_to_double(power(BigInteger(10), 400), power(BigInteger(10), 399)), 10.0);
  EXPECT_EQ(divide_to_double(BigInteger(1), shift_left(BigInteger(1), 1074)), 4.9406564584124654e-324);
  EXPECT_EQ(divide_to_double(BigInteger(-1), power(BigInteger(10), 400)), 0.0);
  EXPECT_FALSE(divide_to_double(power(BigInteger(10), 400), BigInteger(1)).has_value());
}

TEST(BigInteger, ComparesWithDoublesExactly) {
  EXPECT_GT(compare(number("9007199254740993"), 9007199254740992.0), 0);
  EXPECT_LT(compare(number("2"), 2.5), 0);
  EXPECT_GT(compare(number("-2"), -2.5), 0);
  EXPECT_LT(compare(power(BigInteger(10), 400), std::numeric_limits<double>::infinity()), 0);
}

TEST(BigInteger, HashesAsPythonDoes) {
  EXPECT_EQ(hash(BigInteger(-1)), -2);
  EXPECT_EQ(hash(power(BigInteger(10), 20)), 848750603811160107);
  EXPECT_EQ(hash(BigInteger((std::int64_t{1} << 61) - 1)), 0);
}

TEST(BigInteger, TakesIntegerSquareRoots) {
  BigInteger root = power(BigInteger(10), 50);
  BigInteger square = multiply(root, root);
  EXPECT_EQ(integer_square_root(square), root);
  EXPECT_EQ(integer_square_root(subtract(square, BigInteger(1))), subtract(root, BigInteger(1)));
  EXPECT_EQ(to_text(greatest_common_divisor(number("-12"), number("18"))), "6");
}

}  // namespace
}  // namespace loopscope::python
