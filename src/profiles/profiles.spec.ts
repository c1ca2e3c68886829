import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GROUNDS, loadProfiles, parseProfile, PROFILES_FOLDER, ProfileRegistry, validateProfile } from './index.js';

const raw = (id: string) => JSON.parse(readFileSync(join(PROFILES_FOLDER, `${id}.json`), 'utf8')) as Record<string, unknown>;
const faultsOf = (value: unknown): string => {
  const result = validateProfile(value);
  return result.ok ? '' : result.faults.join('\n');
};

describe('the profiles that Mulu comes with', () => {
  const registry = loadProfiles();

  it('are the three of domain.md §9', () => {
    expect(registry.current().map((loaded) => loaded.profile.id)).toEqual(['NM-2024', 'NM-TL-2021', 'SX-CZ']);
  });

  it('never list one of the five internal columns of 内政数字〔2024〕128号 as public', () => {
    for (const id of ['NM-2024', 'NM-TL-2021']) {
      const { profile } = registry.get(id);
      for (const field of ['bases', 'category', 'duty']) expect(profile.publicFields).not.toContain(field);
      expect(profile.publicBasisFields).toEqual([]);
      expect(profile.columns.filter((column) => column.visibility === 'I').map((column) => column.header)).toEqual([
        '公开依据',
        '条款内容',
        '依据效力位阶',
        '事项类别（法定公开、其他）',
        '对应职责',
      ]);
    }
  });

  it('publish the basis with its clauses in Changzhi, but neither its level nor the category', () => {
    const { profile } = registry.get('SX-CZ');
    expect(profile.publicFields).toContain('bases');
    expect(profile.publicBasisFields).toEqual(['title', 'documentNumber', 'clauses']);
    expect(profile.publicFields).not.toContain('category');
  });

  it('know all thirteen channels and permit known grounds only', () => {
    for (const { profile } of registry.all()) {
      expect(new Set(Object.values(profile.channelAliases)).size).toBe(13);
      for (const code of profile.withholdGrounds) expect(GROUNDS[code].name.zh).not.toBe('');
    }
  });

  it('ask hazard questions where a notice demands such a review', () => {
    expect(registry.get('NM-2024').profile.hazardQuestions).toEqual([]);
    expect(registry.get('SX-CZ').profile.hazardQuestions).toEqual([]);
    expect(registry.get('NM-TL-2021').profile.hazardQuestions.map((question) => question.code)).toContain('AGGREGATION');
  });

  it('have a hash that depends on the meaning, not on the spelling of the file', () => {
    const { hash } = registry.get('SX-CZ');
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    const reversed = Object.fromEntries(Object.entries(raw('SX-CZ')).reverse());
    expect(parseProfile(JSON.stringify(reversed, null, 7), 'test').hash).toBe(hash);
    expect(parseProfile(JSON.stringify({ ...raw('SX-CZ'), carryOverMonths: 6 }), 'test').hash).not.toBe(hash);
  });
});

describe('a faulty profile', () => {
  it('stops the boot with every fault at once', () => {
    const faulty = { ...raw('NM-2024'), version: 0, surprise: 1, smallBody: 'no', publicFields: ['path', 'duty'] };
    expect(() => parseProfile(JSON.stringify(faulty), 'x.json')).toThrow(/x\.json[^]*surprise is not known[^]*version[^]*internal[^]*smallBody/);
    expect(() => parseProfile('{', 'x.json')).toThrow(/x\.json is not JSON/);
  });

  it.each<[string, Record<string, unknown>, RegExp]>([
    ['an unknown channel', { channelAliases: { 政府网站: 'WEB' } }, /channelAliases\.政府网站 must be one of/],
    ['a wording with spaces', { audienceAliases: { '全 社会': 'PUBLIC' } }, /must hold none/],
    ['a column twice', { columns: [raw('NM-2024')['columns']].flatMap((c) => [(c as unknown[])[0], (c as unknown[])[0]]) }, /stands twice/],
    ['a public part of an internal basis', { publicBasisFields: ['title'] }, /must be empty while bases are not public/],
    ['an unknown ground', { withholdGrounds: ['BECAUSE'] }, /withholdGrounds\[0\]/],
    ['a question twice', { hazardQuestions: [1, 2].map(() => ({ code: 'A', source: 's', question: { zh: '问', en: 'q' } })) }, /stands twice/],
    ['a negative deadline', { deadlines: { itemReviewWorkdays: -1, riskAssessmentWorkdays: null } }, /deadlines\.itemReviewWorkdays/],
    ['a list where text belongs', { name: [] }, /name must be an object/],
  ])('is refused for %s', (_, change, fault) => {
    expect(faultsOf({ ...raw('NM-2024'), ...change })).toMatch(fault);
  });

  it('is no null, list or text', () => {
    for (const value of [null, [], 'x', 1]) expect(faultsOf(value)).toMatch(/must be an object/);
  });

  it('cannot stand twice', () => {
    const loaded = parseProfile(JSON.stringify(raw('SX-CZ')), 'a');
    expect(() => new ProfileRegistry([loaded, loaded])).toThrow(/twice/);
  });
});

describe('the registry', () => {
  const v1 = parseProfile(JSON.stringify(raw('SX-CZ')), 'a');
  const v2 = parseProfile(JSON.stringify({ ...raw('SX-CZ'), version: 2 }), 'b');
  const registry = new ProfileRegistry([v1, v2]);

  it('keeps an older version for those bound to it', () => {
    expect(registry.get('SX-CZ')).toBe(v2);
    expect(registry.get('SX-CZ', 1)).toBe(v1);
    expect(registry.current()).toEqual([v2]);
    expect(registry.find('NONE')).toBeUndefined();
    expect(() => registry.get('SX-CZ', 9)).toThrow(/not installed/);
  });
});
