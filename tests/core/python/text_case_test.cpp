// Case, character classes, repr's escapes and UTF-8 walking, in ASCII and beyond.
// Not str's methods (str_test.cpp).
#include <gtest/gtest.h>

#include <string>

#include "core/python/text/string_repr.h"
#include "core/python/text/unicode_class.h"
#include "core/python/text/utf8.h"

namespace loopscope::python {
namespace {

TEST(TextCase, MapsBeyondAscii) {
  EXPECT_EQ(upper_text("straße éa ﬁ"), "STRASSE ÉA FI");
  EXPECT_EQ(lower_text("ÀÉ ЖΔ İ"), "àé жδ i̇");
  EXPECT_EQ(casefold_text("Straße ẞ ς"), "strasse ss σ");
  EXPECT_EQ(swapcase_text("aBc ñ"), "AbC Ñ");
  EXPECT_EQ(upper_text("가나다 abc"), "가나다 ABC");
}

TEST(TextCase, TitlesWords) {
  EXPECT_EQ(title_text("hello world it's 1a"), "Hello World It'S 1A");
  EXPECT_EQ(title_text("ﬁne ǆx"), "Fine ǅx");
  EXPECT_EQ(capitalize_text("hELLO wORLD"), "Hello world");
  EXPECT_TRUE(is_title_text("Hello World"));
  EXPECT_FALSE(is_title_text("Hello world"));
  EXPECT_FALSE(is_title_text("123"));
}

TEST(TextCase, KnowsTheFinalSigma) {
  EXPECT_EQ(lower_text("ΟΔΟΣ ΟΔΟΣ"), "οδος οδος");
  EXPECT_EQ(lower_text("ΣΑΣΑ"), "σασα");
  EXPECT_EQ(lower_text("Σ"), "σ");
}

TEST(CharacterClass, ClassesCharactersOfAllScripts) {
  EXPECT_EQ(character_class(U'가'), kClassAlpha);
  EXPECT_EQ(character_class(U'一'), kClassAlpha | kClassNumeric);
  EXPECT_EQ(character_class(U'²'), kClassDigit | kClassNumeric);
  EXPECT_EQ(character_class(U'½'), kClassNumeric);
  EXPECT_EQ(character_class(U'Ā'), kClassAlpha | kClassUpper);
  EXPECT_EQ(character_class(U'ā'), kClassAlpha | kClassLower);
  EXPECT_EQ(character_class(U'☺'), 0U);
  EXPECT_EQ(decimal_value(U'٣'), 3);
  EXPECT_EQ(decimal_value(0x1D7FF), 9);
  EXPECT_EQ(decimal_value(U'²'), -1);
  EXPECT_TRUE(is_space(0x3000));
  EXPECT_FALSE(is_space(0x200B));
  EXPECT_TRUE(is_line_break(0x2028));
}

TEST(StringRepr, ChoosesQuotesAndEscapes) {
  EXPECT_EQ(string_repr("it's"), "\"it's\"");
  EXPECT_EQ(string_repr("say \"it's\""), "'say \"it\\'s\"'");
  EXPECT_EQ(string_repr("a\n\t\\\x01\x7f"), "'a\\n\\t\\\\\\x01\\x7f'");
  EXPECT_EQ(string_repr("가 é 😀"), "'가 é 😀'");
  EXPECT_EQ(string_repr("\u200b\u00a0"), "'\\u200b\\xa0'");
  EXPECT_EQ(string_repr("\xED\xA0\x80"), "'\\ud800'");
  EXPECT_EQ(bytes_repr(std::string_view("a\0\xff'", 4)), "b\"a\\x00\\xff'\"");
  EXPECT_EQ(escape_non_ascii("'é가😀'"), "'\\xe9\\uac00\\U0001f600'");
}

TEST(Utf8, WalksByCodePoints) {
  std::string_view text = "a가😀b";
  EXPECT_EQ(utf8_offset(text, 2), 4U);
  EXPECT_EQ(utf8_offset(text, 3), 8U);
  EXPECT_EQ(utf8_offset(text, 99), text.size());
  std::size_t at = 8;
  EXPECT_EQ(decode_utf8_before(text, at), U'😀');
  EXPECT_EQ(at, 4U);
  EXPECT_FALSE(is_ascii(text));
  EXPECT_TRUE(is_ascii("nothing else than this"));
}

TEST(Utf8, FindsTheFirstErrorAsDecodeDoes) {
  Utf8Error error;
  EXPECT_FALSE(find_utf8_error("가나다", 0, error));
  ASSERT_TRUE(find_utf8_error("a\xff", 0, error));
  EXPECT_STREQ(error.reason, "invalid start byte");
  EXPECT_EQ(error.start, 1U);
  ASSERT_TRUE(find_utf8_error("\xEA\xB0", 0, error));
  EXPECT_STREQ(error.reason, "unexpected end of data");
  EXPECT_EQ(error.end, 2U);
  ASSERT_TRUE(find_utf8_error("\xEA\xB0z", 0, error));
  EXPECT_STREQ(error.reason, "invalid continuation byte");
  ASSERT_TRUE(find_utf8_error("\xED\xA0\x80", 0, error));
  EXPECT_EQ(error.end, 1U);
}

}  // namespace
}  // namespace loopscope::python
