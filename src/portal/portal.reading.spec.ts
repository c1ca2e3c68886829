import { AnswerCache } from './answer-cache.js';
import { answerOf, HTML } from './http/answer.js';
import { questionOf, readerOf, wantsJson, type Asked } from './http/reader.js';
import { dayOf } from './views/date.js';
import { excerptOf, piecesOf } from './views/found.js';
import { territoryOf } from './views/groups.js';

const asked = (headers: Record<string, string>, query: object = {}, url = '/open'): Asked => ({ url, query, headers });

describe('what is asked for', () => {
  it.each([
    [undefined, false],
    ['*/*', false],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', false],
    ['application/json', true],
    ['application/json, text/plain, */*', true],
    ['application/json;q=0.5, text/html', false],
    ['application/json, text/html;q=0.5', true],
    ['application/json, text/html', false],
    ['application/*', true],
    ['application/json;q=0', false],
    ['nonsense;;;q=,', false],
  ])('is JSON or a page by Accept: %s', (accept, json) => {
    expect(wantsJson(asked(accept === undefined ? {} : { accept }))).toBe(json);
    expect(wantsJson(asked(accept === undefined ? {} : { accept }, {}, '/open.json?q=a'))).toBe(true);
  });

  it('is in the language of the address, else of the reader', () => {
    expect(readerOf(asked({ 'accept-language': 'en' }, { lang: 'zh' }))).toEqual({ language: 'zh', chosen: true });
    expect(readerOf(asked({ 'accept-language': 'en' }, { lang: 'fr' }))).toEqual({ language: 'en', chosen: false });
    expect(readerOf(asked({}, { lang: ['en', 'zh'] }))).toEqual({ language: 'en', chosen: true });
  });

  it('is a question without what no text contains', () => {
    expect(questionOf(asked({}, { q: ' 教育\u0000\n 局 ' }))).toBe('教育 局');
    expect(questionOf(asked({}, { q: { a: 1 } }))).toBe('');
    expect(questionOf(asked({}, { q: '\ud83d' }))).toBe('\ufffd');
    expect(questionOf(asked({}, { q: '长'.repeat(500) }))).toHaveLength(100);
  });
});

describe('the views', () => {
  it('say the day it was in China', () => {
    expect(dayOf('2026-11-19T15:59:59.999Z', 'zh')).toBe('2026年11月19日');
    expect(dayOf('2026-11-19T16:00:00.000Z', 'zh')).toBe('2026年11月20日');
    expect(dayOf('2026-11-19T16:00:00.000Z', 'en')).toBe('20 November 2026');
  });

  it('mark words, whatever letters they have', () => {
    expect(piecesOf('a.b A.B 甲', ['a.b', '甲'])).toEqual([
      { text: 'a.b', hit: true },
      { text: ' ', hit: false },
      { text: 'A.B', hit: true },
      { text: ' ', hit: false },
      { text: '甲', hit: true },
    ]);
    expect(piecesOf('x', ['(', '[', '\\', '*', '-', '/', '{1}', '|', '^$'])).toEqual([{ text: 'x', hit: false }]);
  });

  it('cut a long text around the first word, between characters', () => {
    expect(excerptOf('短', ['短'])).toBe('短');
    const cut = excerptOf(`${'𠮷'.repeat(300)}甲${'乙'.repeat(300)}`, ['甲']);
    expect(cut).toMatch(/^…𠮷{30}甲乙{129}…$/u);
  });

  it.each([
    ['150000', '15'],
    ['150100', '1501'],
    ['141000', '1410'],
    ['150102', '150102'],
    ['150200', '1502'],
    ['150271', '150271'],
    ['150102001', '150102001'],
  ])('know what belongs to region %s', (code, prefix) => {
    expect(territoryOf(code)).toBe(prefix);
  });
});

describe('the memory of answers', () => {
  it('keeps to its bytes and drops what was not asked for the longest', () => {
    const cache = new AnswerCache(25);
    const answer = (size: number) => answerOf(Buffer.alloc(size), HTML);
    cache.set('a', answer(10));
    cache.set('b', answer(10));
    expect(cache.get('a')).toBeDefined();
    cache.set('c', answer(10));
    expect([cache.get('a'), cache.get('b'), cache.get('c')].map(Boolean)).toEqual([true, false, true]);
    cache.set('d', answer(26));
    cache.set('a', answer(20));
    expect([cache.get('a'), cache.get('c'), cache.get('d')].map(Boolean)).toEqual([true, false, false]);
  });
});
