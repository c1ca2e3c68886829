import { load } from 'cheerio';
import { loadConfig } from '../platform/config/index.js';
import type { Reader } from './http/reader.js';
import type { PublicDocument, PublicItem } from './public-document.js';
import { Renderer } from './renderer.js';
import { tableOf } from './views/table.js';

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  `' onmouseover='alert(1)`,
  '</td></table><h1>假标题</h1>',
  '&lt;script&gt;&amp;',
  '<%= process.env %>',
  '${7*7}{{7*7}}',
  'javascript:alert(1)',
  'ᠮᠣᠩᠭᠣᠯ ᠪᠢᠴᠢᠭ',
  '字'.repeat(20_000),
  'x'.repeat(20_000),
  '𠮷野家',
];

const chinese: Reader = { language: 'zh', chosen: false };
const item = (id: string, more: Partial<PublicItem>): PublicItem => ({ id, ...more });

function pageOf(document: Partial<PublicDocument>, reader = chinese, env: Record<string, string> = {}) {
  const catalogue = {
    id: '00000000-0000-4000-8000-000000000001',
    title: '目录',
    organization: { id: 'o', name: '某局', regionCode: '150000' },
    version: 3,
    publishedAt: '2026-11-19T16:30:00.000Z',
    items: [],
    ...document,
  };
  const html = new Renderer(loadConfig(env))
    .page('catalogue', reader, {
      title: catalogue.title,
      path: '/open/catalogues/x',
      json: '/open/catalogues/x.json',
      catalogue,
      regionName: document.title ?? '内蒙古自治区',
      wide: true,
      table: tableOf(catalogue.items, reader.language),
    })
    .bytes.toString('utf8');
  return { html, $: load(html) };
}

describe('a hostile text', () => {
  it.each(HOSTILE)('%# is shown as it is, wherever it stands, and is nothing but text', (text) => {
    const { html, $ } = pageOf({
      title: text,
      organization: { id: 'o', name: text, regionCode: text },
      items: [
        item(text, {
          path: [text, text, text],
          elements: [text, text],
          bases: [
            { title: text, documentNumber: text, effectLevel: { code: text as 'LAW', raw: text }, clauses: [{ article: text, text }] },
          ],
          timeLimit: { text, rule: null },
          disclosingBodies: [{ text, lead: true }],
          channels: [{ code: 'OTHER', note: text }, { code: text as 'OTHER' }],
          audience: { kind: 'SPECIFIC', groups: [text] },
          method: text as 'PROACTIVE',
          phases: [text as 'RESULT'],
          field: text,
          responsibleOffice: text,
          duty: text,
        }),
      ],
    });
    const plain = pageOf({ items: [item('i', { path: ['一'] })] }).$;
    expect($('h1').length).toBe(1);
    expect($('h1').text()).toBe(text);
    expect($('script, style, img, iframe, base, object').length).toBe(0);
    const attributes = $('*')
      .toArray()
      .flatMap((element) => Object.keys((element as { attribs?: object }).attribs ?? {}));
    expect(attributes.filter((name) => name.startsWith('on') || name === 'style')).toEqual([]);
    for (const href of $('[href]')
      .toArray()
      .map((element) => $(element).attr('href')))
      expect(href).toMatch(/^(\/open|#content)/);
    for (const key of [
      'elements',
      'bases',
      'timeLimit',
      'disclosingBodies',
      'channels',
      'audience',
      'method',
      'phases',
      'field',
      'responsibleOffice',
      'duty',
    ]) {
      expect($(`td.of-${key}`).text()).toContain(text);
    }
    expect($('main').length).toBe(plain('main').length);
    expect(html.endsWith('</html>\n')).toBe(true);
  });
});

describe('the table', () => {
  it('leaves a field as it was signed, and adds what it is called today', () => {
    const field = (text: string) =>
      pageOf({ items: [item('i', { path: ['一'], field: text })] })
        .$('td.of-field')
        .text()
        .trim();
    expect(field('扶贫')).toBe('领域扶贫（现称：乡村振兴）');
    expect(field('乡村振兴')).toBe('领域乡村振兴');
    expect(field('就业创业')).toBe('领域就业创业');
    expect(field('校园安全')).toBe('领域校园安全');
  });

  const rows = (paths: string[][]) =>
    tableOf(
      paths.map((path, i) => item(String(i), { path })),
      'zh',
    ).rows.map((row) => row.path);
  const cell = (text: string, rowCount: number, columns: number, own: boolean) => ({ text, rows: rowCount, columns, own });

  it('merges the parents that consecutive items share, and never the items themselves', () => {
    expect(rows([['甲', '子', '一'], ['甲', '子', '二'], ['甲', '丑'], ['甲', '丑'], ['乙'], ['甲', '子', '一']])).toEqual([
      [cell('甲', 4, 1, false), cell('子', 2, 1, false), cell('一', 1, 1, true)],
      [cell('二', 1, 1, true)],
      [cell('丑', 1, 2, true)],
      [cell('丑', 1, 2, true)],
      [cell('乙', 1, 3, true)],
      [cell('甲', 1, 1, false), cell('子', 1, 1, false), cell('一', 1, 1, true)],
    ]);
  });

  it('does not merge equal names under different parents', () => {
    expect(
      rows([
        ['甲', '子', '一'],
        ['乙', '子', '二'],
      ])[1],
    ).toEqual([cell('乙', 1, 1, false), cell('子', 1, 1, false), cell('二', 1, 1, true)]);
  });

  it('fills every row of the grid exactly once', () => {
    const names = ['甲', '乙'];
    const paths = Array.from({ length: 60 }, (_, i) =>
      Array.from({ length: 1 + ((i * 7) % 4) }, (_unused, d) => names[(i >> d) % 2] as string),
    );
    const filled = paths.map(() => 0);
    for (const [row, cells] of rows(paths).entries()) {
      for (const { rows: height, columns } of cells) for (let r = row; r < row + height; r += 1) filled[r] = (filled[r] ?? 0) + columns;
    }
    expect(new Set(filled)).toEqual(new Set([4]));
  });

  it('has the columns in which an item says something, beside the usual ones', () => {
    const keys = (more: Partial<PublicItem>) => tableOf([item('i', { path: ['一'], ...more })], 'zh').columns.map(({ key }) => key);
    const usual = ['elements', 'timeLimit', 'disclosingBodies', 'channels', 'audience'];
    expect(keys({})).toEqual(usual);
    expect(keys({ bases: [] })).toEqual(usual);
    expect(keys({ bases: [{ title: '《法》' }] })).toEqual(['elements', 'bases', ...usual.slice(1)]);
  });

  it('names channels in words, all thirteen of them known', () => {
    const codes = [
      'WEBSITE',
      'GAZETTE',
      'NEW_MEDIA',
      'PRESS_HEARING',
      'BROADCAST',
      'PRINT',
      'READING_POINT',
      'SERVICE_HALL',
      'CONVENIENCE_STATION',
      'ON_SITE',
      'NOTICE_BOARD',
      'TARGETED_PUSH',
      'OTHER',
    ] as const;
    const { $ } = pageOf({
      items: [item('i', { path: ['一'], channels: codes.map((code) => ({ code, ...(code === 'OTHER' && { note: '广播' }) })) })],
    });
    expect($('td.of-channels .said').text()).toBe(
      '政府网站、政府公报、两微一端、发布会/听证会、广播电视、纸质媒体、公开查阅点、政务服务中心、便民服务站、入户/现场、社区/企事业单位/村公示栏（电子屏）、精准推送、其他（广播）',
    );
  });
});

describe('the page', () => {
  it('says body, version and the day in China', () => {
    const { $ } = pageOf({});
    expect($('.identity').text()).toMatch(/某局[\s\S]*第 3 版[\s\S]*2026年11月20日[\s\S]*0 项/);
    expect($('.nothing').text()).toBe('这份目录目前没有可公开的事项。');
  });

  it('says that it is an evaluation, in that mode only', () => {
    expect(pageOf({}).$('.mode').text()).toMatch(/评估模式.*Evaluation mode/);
    expect(pageOf({}, chinese, { MULU_MODE: 'production' }).$('.mode').length).toBe(0);
  });

  it('tells the languages of its parts apart', () => {
    const { $ } = pageOf(
      { items: [item('i', { path: ['一'], channels: [{ code: 'WEBSITE' }], elements: ['内容'] })] },
      { language: 'en', chosen: true },
    );
    expect([$('html').attr('lang'), $('tbody').attr('lang'), $('td.of-channels').attr('lang'), $('td.of-elements').attr('lang')]).toEqual([
      'en',
      'zh-CN',
      'en',
      undefined,
    ]);
    expect($('.language').attr('href')).toBe('/open/catalogues/x?lang=zh');
    expect($('input[name=lang]').attr('value')).toBe('en');
  });
});
