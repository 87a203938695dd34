// The language and the light of the page.
// Not for: keeping the choice, see i18n/language.ts and state/theme.ts.
import type { JSX } from "preact";
import { chooseLocale, locale, words } from "../i18n/language";
import { chooseTheme, type Theme, theme } from "../state/theme";
import { Icon } from "./icons";
import { Segmented } from "./segmented";

const kNextTheme: Record<Theme, Theme> = { system: "light", light: "dark", dark: "system" };
const kThemeIcon: Record<Theme, string> = { system: "half", light: "sun", dark: "moon" };

export function LookControls(): JSX.Element {
  const say = words.value;
  const themeWords: Record<Theme, string> = {
    system: say.themeSystem,
    light: say.themeLight,
    dark: say.themeDark,
  };
  const label = `${say.theme}: ${themeWords[theme.value]}`;
  return (
    <>
      <Segmented
        name="language"
        legend={say.language}
        value={locale.value}
        choices={[
          { value: "ko", label: "한국어" },
          { value: "en", label: "EN", hint: "English" },
        ]}
        onChoose={chooseLocale}
      />
      <button
        type="button"
        class="square"
        data-testid="theme"
        data-theme-choice={theme.value}
        aria-label={label}
        title={label}
        onClick={() => chooseTheme(kNextTheme[theme.value])}
      >
        <Icon name={kThemeIcon[theme.value]} />
      </button>
    </>
  );
}
