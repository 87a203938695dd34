// The editor's own words (its search panel, its folds) in the language of the page.
// Not for: the page's words, see i18n/.
import { EditorState, type Extension } from "@codemirror/state";
import { locale } from "../i18n/language";

const kKorean: Record<string, string> = {
  Find: "찾기",
  Replace: "바꾸기",
  next: "다음",
  previous: "이전",
  all: "모두",
  "match case": "대소문자 구분",
  regexp: "정규식",
  "by word": "단어 단위",
  replace: "바꾸기",
  "replace all": "모두 바꾸기",
  close: "닫기",
  "Go to line": "줄로 가기",
  go: "가기",
  "Folded lines": "접힌 줄",
  "Unfolded lines": "펼친 줄",
  "folded code": "접힌 코드",
  unfold: "펼치기",
  "Fold line": "줄 접기",
  "Unfold line": "줄 펼치기",
  Diagnostics: "오류",
  "No diagnostics": "오류 없음",
};

export function editorPhrases(): Extension {
  return EditorState.phrases.of(locale.value === "ko" ? kKorean : {});
}
