/** One colour in daylight and at night. The night one is tuned by eye and by contrast, not computed. */
interface Token {
  readonly light: string;
  readonly dark: string;
}

/** Every colour of the kit by the name of its CSS variable. `tokens.test.ts` computes the contrast of all pairs in use. */
export const TOKENS = {
  paper: { light: '#fbfaf7', dark: '#14191b' },
  card: { light: '#ffffff', dark: '#1b2225' },
  wash: { light: '#f3f0e9', dark: '#20282b' },
  ink: { light: '#1c2326', dark: '#e9ece9' },
  quiet: { light: '#56636b', dark: '#a3b0b5' },
  line: { light: '#dcd8cf', dark: '#343e42' },
  /** Links, the one primary button, the executor's voice. */
  caspian: { light: '#0b5563', dark: '#6cc3d1' },
  deep: { light: '#083f4a', dark: '#9adbe5' },
  /** The voice of civil society. */
  plum: { light: '#6b3f7f', dark: '#c9a3dc' },
  /** Done, for. */
  tea: { light: '#2f6f4e', dark: '#7fc79f' },
  /** Limited, attention. */
  saffron: { light: '#8a5a12', dark: '#e0b15c' },
  /** Late, against, error. */
  pomegranate: { light: '#a3243b', dark: '#f08a9b' },
  /** Ground of inserted and of deleted words. */
  added: { light: '#dfeee4', dark: '#1f3a2c' },
  cut: { light: '#f8e2e4', dark: '#46242b' },
  /** The strip that says "demonstration": calm at night. */
  strip: { light: '#8a5a12', dark: '#3b2d12' },
  onstrip: { light: '#ffffff', dark: '#f0d6a0' },
} as const satisfies Readonly<Record<string, Token>>;

export type TokenName = keyof typeof TOKENS;

/** The forum's own accent, by its motif: ribbon, favicon and the mark under the current menu entry. */
export const ACCENTS = {
  1: { light: '#0b5563', dark: '#6cc3d1' },
  2: { light: '#34508f', dark: '#9db6f0' },
  3: { light: '#86391f', dark: '#eba283' },
} as const satisfies Readonly<Record<1 | 2 | 3, Token>>;

const list = (mode: keyof Token): string =>
  Object.entries(TOKENS)
    .map(([name, token]) => `--${name}:${token[mode]}`)
    .join(';');

const accents = (mode: keyof Token): string =>
  ([1, 2, 3] as const).map((motif) => `.motif-${motif}{--accent:${ACCENTS[motif][mode]}}`).join('');

/** Both sets of variables. Set twice, because `light-dark()` is unknown to the oldest phones we serve; print is always daylight. */
export const tokenRules = (): string =>
  `:root{color-scheme:light dark;--accent:${ACCENTS[1].light};${list('light')}}${accents('light')}` +
  `@media screen and (prefers-color-scheme:dark){:root{--accent:${ACCENTS[1].dark};${list('dark')}}${accents('dark')}}`;
