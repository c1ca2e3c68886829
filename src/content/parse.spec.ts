import fc from 'fast-check';
import { canonicalJson } from './canonical.js';
import { emptyContent, type ItemContent } from './item-content.js';
import { parseContentPatch, parseNewContent, parseRemoval } from './parse.js';
import { applyConstants, applyPatch } from './patch.js';

const value = (input: unknown) => {
  const parsed = parseContentPatch(input);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
};
const problems = (input: unknown) => {
  const parsed = parseContentPatch(input);
  return parsed.ok ? [] : parsed.problems.map(({ field, code }) => `${field} ${code}`);
};
const item = (input: unknown): ItemContent => {
  const parsed = parseNewContent(input);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
};

const FULL = {
  path: ['教育督导', '义务教育均衡发展督导评估', '督导报告'],
  elements: ['义务教育均衡发展状况督导报告'],
  bases: [
    {
      title: '《中华人民共和国义务教育法》',
      effectLevel: { code: 'LAW', raw: '1.法律' },
      clauses: [{ article: '第七条', text: '义务教育实行国务院领导。\n县级以上…' }, { text: '督导报告应当向社会公布' }],
    },
    { title: '《教育督导条例》', documentNumber: '国务院令第624号', clauses: [] },
  ],
  timeLimit: { text: '信息形成或者变更之日起20个工作日内', rule: { kind: 'WORKDAYS_AFTER', days: 20, event: 'FORMED_OR_CHANGED' } },
  disclosingBodies: [{ text: '县教育局', organizationId: '0190b3a0-0000-7000-8000-000000000001', lead: true }],
  category: 'STATUTORY',
  channels: [{ code: 'WEBSITE' }, { code: 'OTHER', note: '校园公告' }],
  audience: { kind: 'SPECIFIC', groups: ['学生家长'] },
  method: 'PROACTIVE',
  publicityLevels: ['COUNTY'],
  phases: ['RESULT'],
  field: '义务教育',
  responsibleOffice: '督导室',
  duty: '对义务教育实施情况进行监测',
};

describe('the content of an item', () => {
  it('reads back what it wrote', () => {
    expect(item(FULL)).toEqual(FULL);
    expect(item(item(FULL))).toEqual(FULL);
  });

  it('may lack everything but the first level of its path', () => {
    expect(item({ path: ['教育督导'] })).toEqual({ ...emptyContent(), path: ['教育督导'] });
    expect(parseNewContent({ elements: ['a'] })).toMatchObject({ ok: false, problems: [{ field: 'path', code: 'field.missing' }] });
  });

  it('leaves incompleteness to completeness', () => {
    expect(
      problems({ channels: [{ code: 'OTHER' }], audience: { kind: 'SPECIFIC' }, bases: [{ clauses: [{ article: '第一条' }] }] }),
    ).toEqual([]);
  });

  it('has one form for one meaning', () => {
    const bare = item({
      path: ['a'],
      bases: [{ title: '《b》', clauses: [] }],
      disclosingBodies: [{ text: 'c' }],
      audience: { kind: 'PUBLIC' },
    });
    const wordy = item({
      path: [' a\u3000'],
      elements: null,
      bases: [{ title: '《b》', documentNumber: '', effectLevel: null }],
      disclosingBodies: [{ text: 'c', lead: false, organizationId: null }],
      audience: { kind: 'PUBLIC', groups: [''] },
      phases: [],
      field: '  ',
      duty: null,
      category: null,
      timeLimit: { text: '' },
    });
    expect(canonicalJson(wordy)).toBe(canonicalJson(bare));
  });

  it('is NFC', () => {
    expect(item({ path: ['cafe\u0301'] }).path).toEqual(['café']);
  });

  it('takes the audience groups as one text too', () => {
    expect(value({ audience: { kind: 'SPECIFIC', groups: '学生家长' } }).audience).toEqual({ kind: 'SPECIFIC', groups: ['学生家长'] });
  });
});

describe('malformed input', () => {
  it.each<[string, unknown, string[]]>([
    ['no object', null, [' type.object']],
    ['a list', [], [' type.object']],
    ['a text', 'x', [' type.object']],
    ['an unknown field', { state: 'releasable' }, ['state field.unknown']],
    [
      'a prototype',
      JSON.parse('{"__proto__":{"path":["x"]},"constructor":1}'),
      ['__proto__ field.forbidden', 'constructor field.forbidden'],
    ],
    ['a nested prototype', { bases: [JSON.parse('{"title":"a","__proto__":{}}')] }, ['bases[0].__proto__ field.forbidden']],
    ['an inherited name', { toString: 1 }, ['toString field.unknown']],
    ['an empty path', { path: [] }, ['path list.tooShort']],
    ['no path', { path: null }, ['path type.list']],
    ['five levels', { path: ['1', '2', '3', '4', '5'] }, ['path list.tooLong']],
    ['a gap in the path', { path: ['1', ' '] }, ['path[1] text.empty']],
    ['a path in two lines', { path: ['a\nb'] }, ['path[0] text.multiline']],
    ['a number for text', { elements: [1, {}] }, ['elements[0] type.text', 'elements[1] type.text']],
    ['a channel unknown', { channels: [{ code: 'FAX' }] }, ['channels[0].code code.unknown']],
    ['a channel twice', { channels: [{ code: 'WEBSITE' }, { code: 'WEBSITE' }] }, ['channels list.duplicate']],
    ['a level unknown', { bases: [{ title: 'a', effectLevel: { code: '法律法规' } }] }, ['bases[0].effectLevel.code code.unknown']],
    ['an empty clause', { bases: [{ title: 'a', clauses: [{ article: '', text: '' }] }] }, ['bases[0].clauses[0] clause.empty']],
    ['a body without a name', { disclosingBodies: [{}] }, ['disclosingBodies[0].text type.text']],
    [
      'a body with a bad id',
      { disclosingBodies: [{ text: 'a', organizationId: "'; drop" }] },
      ['disclosingBodies[0].organizationId type.uuid'],
    ],
    ['another category', { category: 'SECRET' }, ['category code.unknown']],
    ['a phase twice', { phases: ['RESULT', 'RESULT'] }, ['phases list.duplicate']],
    ['a level that is a number', { publicityLevels: [1] }, ['publicityLevels[0] code.unknown']],
    ['a day no year has', { timeLimit: { rule: { kind: 'ANNUAL', month: 2, day: 30 } } }, ['timeLimit.rule.day timeLimit.day']],
    ['a rule with more than its fields', { timeLimit: { rule: { kind: 'PROMPT', days: 3 } } }, ['timeLimit.rule.days field.unknown']],
    ['a rule of no kind', { timeLimit: { rule: { days: 3 } } }, ['timeLimit.rule.kind code.unknown']],
    ['half a day', { timeLimit: { rule: { kind: 'WORKDAYS_AFTER', days: 1.5, event: 'FORMED' } } }, ['timeLimit.rule.days type.integer']],
    [
      'a compound in a compound',
      { timeLimit: { rule: { kind: 'COMPOUND', main: { kind: 'COMPOUND' }, exceptions: [] } } },
      ['timeLimit.rule.main.kind code.unknown', 'timeLimit.rule.exceptions list.tooShort'],
    ],
    ['a hidden character', { duty: '监\u200b测' }, ['duty text.invisible']],
    ['text too long', { field: 'x'.repeat(301) }, ['field text.tooLong']],
    ['text far too long', { field: '\u202e'.repeat(1e6) }, ['field text.tooLong']],
    ['too many elements', { elements: Array(201).fill('a') }, ['elements list.tooLong']],
    ['too much in all', { elements: Array(51).fill('a'.repeat(4000)) }, [' content.tooLong']],
  ])('is refused: %s', (_, input, expected) => {
    expect(problems(input)).toEqual(expected);
  });

  it('says every problem at once, in both languages, with the place', () => {
    const parsed = parseContentPatch({ path: ['a\u202eb'], channels: [{ code: 'FAX' }] });
    expect(parsed).toEqual({
      ok: false,
      problems: [
        {
          field: 'path[0]',
          code: 'text.bidi',
          message: {
            zh: '第 2 个字符会改变显示顺序（U+202E），请删除',
            en: 'Character 2 changes the order in which text is shown (U+202E); remove it',
          },
        },
        expect.objectContaining({ field: 'channels[0].code' }),
      ],
    });
  });

  it('does not answer with long or broken field names', () => {
    expect(problems({ ['x'.repeat(1000)]: 1, '\ud800': 1 })).toEqual([`${'x'.repeat(60)} field.unknown`, '\ufffd field.unknown']);
  });

  it('never throws, and what it accepts is canonical', () => {
    const keys = fc.constantFrom(
      'path',
      'elements',
      'bases',
      'title',
      'clauses',
      'timeLimit',
      'text',
      'rule',
      'kind',
      'channels',
      'code',
      'audience',
      'groups',
      '__proto__',
    );
    const { node } = fc.letrec((tie) => ({
      node: fc.oneof(
        { depthSize: 'small' },
        fc.string({ unit: 'binary' }),
        fc.constantFrom<unknown>(null, true, 1, 'WEBSITE', 'PUBLIC', 'REALTIME', '实时更新'),
        fc.array(tie('node'), { maxLength: 3 }),
        fc.dictionary(keys, tie('node'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(node, (input) => {
        const parsed = parseContentPatch(input);
        if (parsed.ok) canonicalJson(applyPatch(emptyContent(), parsed.value));
        else expect(parsed.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 2000 },
    );
    expect(({} as { path?: unknown }).path).toBeUndefined();
  });
});

describe('a patch', () => {
  const standing = item(FULL);

  it('changes what it names and nothing else', () => {
    expect(applyPatch(standing, value({}))).toEqual(standing);
    expect(applyPatch(standing, value({ elements: ['b'] }))).toEqual({ ...standing, elements: ['b'] });
    expect(standing.elements).toEqual(FULL.elements);
  });

  it('empties with null, and leaves no key behind', () => {
    const next = applyPatch(standing, value({ field: null, duty: '', phases: null, category: null, channels: null, timeLimit: null }));
    expect(next).toMatchObject({ category: null, channels: [], timeLimit: null });
    for (const key of ['field', 'duty', 'phases']) expect(next).not.toHaveProperty(key);
  });

  it('has a new time limit read by the grammar', () => {
    expect(applyPatch(standing, value({ timeLimit: { text: '实时更新' } })).timeLimit).toEqual({
      text: '实时更新',
      rule: { kind: 'REALTIME' },
    });
    expect(applyPatch(standing, value({ timeLimit: { text: '长期公开', rule: null } })).timeLimit).toEqual({
      text: '长期公开',
      rule: { kind: 'UNPARSED' },
    });
    expect(applyPatch(standing, value({ timeLimit: { text: '及时公开', rule: { kind: 'UNPARSED' } } })).timeLimit?.rule).toEqual({
      kind: 'PROMPT',
    });
  });

  it('lets a person say what the text means', () => {
    const unread = applyPatch(standing, value({ timeLimit: { text: '长期公开' } }));
    const confirmed = applyPatch(unread, value({ timeLimit: { rule: { kind: 'FREE_TEXT' } } }));
    expect(confirmed.timeLimit).toEqual({ text: '长期公开', rule: { kind: 'FREE_TEXT' } });
    expect(applyPatch(confirmed, value({ timeLimit: { text: '长期公开' } })).timeLimit).toEqual(confirmed.timeLimit);
    expect(applyPatch(confirmed, value({ timeLimit: { text: '长期' } })).timeLimit?.rule).toEqual({ kind: 'UNPARSED' });
    const rule = {
      kind: 'COMPOUND',
      main: { kind: 'REALTIME' },
      exceptions: [{ subject: '处罚', rule: { kind: 'WORKDAYS_AFTER', days: 7, event: 'DECISION_MADE' } }],
    };
    expect(applyPatch(unread, value({ timeLimit: { rule } })).timeLimit).toEqual({ text: '长期公开', rule });
  });

  it('takes what the profile says of every item, and no more', () => {
    const empty = emptyContent();
    expect(applyConstants(empty, { constants: { method: 'PROACTIVE' } }).method).toBe('PROACTIVE');
    expect(applyConstants({ ...empty, method: 'ON_APPLICATION' }, { constants: { method: 'PROACTIVE' } }).method).toBe('ON_APPLICATION');
    expect(applyConstants(empty, { constants: {} })).toBe(empty);
  });
});

describe('a removal', () => {
  it('needs its reason', () => {
    expect(parseRemoval({ reason: '职能调整', receivingBody: '市行政审批局', legalCitation: '' })).toEqual({
      ok: true,
      value: { reason: '职能调整', receivingBody: '市行政审批局' },
    });
    expect(parseRemoval({})).toMatchObject({ ok: false, problems: [{ field: 'reason', code: 'type.text' }] });
    expect(parseRemoval({ reason: ' ' })).toMatchObject({ ok: false, problems: [{ field: 'reason', code: 'text.empty' }] });
    expect(parseRemoval(null)).toMatchObject({ ok: false });
  });
});
