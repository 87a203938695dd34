// A finding in the words of the language in use.
// Not for: finding, see explain.ts.
import { locale } from "../i18n/language";
import type { Finding } from "./explain";
import { type Explanations, explanationsInEnglish } from "./explanations_english";
import { explanationsInKorean } from "./explanations_korean";

export interface ExplanationWords {
  title: string;
  body: string;
}

// One function per key, so that each explanation's words get the finding of their own shape.
function say<Key extends Finding["key"]>(
  explanations: Explanations,
  key: Key,
  finding: Parameters<Explanations[Key]>[0],
): ExplanationWords {
  const speak: (finding: Parameters<Explanations[Key]>[0]) => ExplanationWords = explanations[key];
  return speak(finding);
}

export function explanationOf(finding: Finding): ExplanationWords {
  return say(locale.value === "ko" ? explanationsInKorean : explanationsInEnglish, finding.key, finding);
}
