import { createI18n } from 'vue-i18n';

export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const KEY = 'mulu.language';

function remembered(): Language {
  return localStorage.getItem(KEY) === 'en' ? 'en' : 'zh';
}

export const i18n = createI18n({
  legacy: false,
  locale: remembered() as string,
  fallbackLocale: 'zh',
  messages: { zh: {}, en: {} } as Record<string, Record<string, never>>,
  missingWarn: false,
  fallbackWarn: false,
});

/** The language that the page speaks now; reactive. */
export function language(): Language {
  return i18n.global.locale.value as Language;
}

export function speak(to: Language): void {
  i18n.global.locale.value = to;
  localStorage.setItem(KEY, to);
  document.documentElement.lang = to === 'zh' ? 'zh-CN' : 'en';
}

/** Messages: texts, or groups of texts. */
export interface Messages {
  readonly [key: string]: string | Messages;
}

/** The same keys as in the other language, whatever they say. */
export type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]> };

/** `'a' | 'b.c'`: how the texts of a group are called. */
export type KeyOf<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${KeyOf<T[K]>}` }[keyof T & string];

export type Parameters = Record<string, string | number>;

/**
 * The texts of one room, in both languages with the same keys. `t('key', {count: 3})` says one of them in the language of the page;
 * `{count}` stands for a parameter. In a template it follows a change of language.
 */
export function words<T extends Messages>(room: string, zh: T, en: Same<NoInfer<T>>): (key: KeyOf<T>, parameters?: Parameters) => string {
  i18n.global.mergeLocaleMessage('zh', { [room]: zh });
  i18n.global.mergeLocaleMessage('en', { [room]: en });
  return (key, parameters = {}) => i18n.global.t(`${room}.${key}`, parameters);
}
