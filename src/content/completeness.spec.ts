import { missingElements, MISSING_MESSAGES, timeLimitUnread } from './completeness.js';
import { emptyContent, type ItemContent } from './item-content.js';
import { ELEMENT_CODES, type ContentRules } from './rules.js';

const rules = (requiredElements: ContentRules['requiredElements'], constants: ContentRules['constants'] = {}) => ({
  requiredElements,
  constants,
});
const CHANGZHI = rules(['path', 'elements', 'bases', 'timeLimit', 'disclosingBodies', 'category', 'channels', 'audience', 'method']);

const complete: ItemContent = {
  path: ['政府信息公开指南'],
  elements: ['政府信息公开指南'],
  bases: [{ title: '《中华人民共和国政府信息公开条例》', clauses: [{ article: '第十二条', text: '' }] }],
  timeLimit: { text: '实时更新', rule: { kind: 'REALTIME' } },
  disclosingBodies: [{ text: '市教育局' }],
  category: 'STATUTORY',
  channels: [{ code: 'WEBSITE' }],
  audience: { kind: 'PUBLIC' },
  method: 'PROACTIVE',
};

describe('completeness', () => {
  it('lists everything an empty item lacks, in the order of the form', () => {
    expect(missingElements(emptyContent(), CHANGZHI)).toEqual(CHANGZHI.requiredElements);
    expect(missingElements(complete, CHANGZHI)).toEqual([]);
  });

  it('asks for clauses and levels of the bases that stand, where the profile does', () => {
    const inner = rules(['bases', 'clauses', 'effectLevel']);
    expect(missingElements(emptyContent(), inner)).toEqual(['bases']);
    expect(missingElements(complete, inner)).toEqual(['effectLevel']);
    expect(missingElements({ ...complete, bases: [...complete.bases, { title: '', clauses: [] }] }, inner)).toEqual([
      'clauses',
      'effectLevel',
      'basisTitle',
    ]);
  });

  it('takes what the profile says of every item', () => {
    expect(missingElements({ ...complete, method: null }, rules(['method'], { method: 'PROACTIVE' }))).toEqual([]);
    expect(missingElements({ ...complete, method: null }, rules(['method']))).toEqual(['method']);
  });

  it('asks which groups and which other channel', () => {
    expect(missingElements({ ...complete, audience: { kind: 'SPECIFIC' }, channels: [{ code: 'OTHER' }] }, CHANGZHI)).toEqual([
      'audienceGroups',
      'channelNote',
    ]);
    expect(
      missingElements(
        { ...complete, audience: { kind: 'SPECIFIC', groups: ['家长'] }, channels: [{ code: 'OTHER', note: '校园公告' }] },
        CHANGZHI,
      ),
    ).toEqual([]);
  });

  it('can ask for every element, each with its words', () => {
    expect(missingElements(emptyContent(), rules(ELEMENT_CODES))).toEqual(
      ELEMENT_CODES.filter((code) => code !== 'clauses' && code !== 'effectLevel'),
    );
    for (const message of Object.values(MISSING_MESSAGES)) expect([message.zh, message.en]).not.toContain('');
  });
});

describe('a time limit that nobody has read', () => {
  it.each<[string, ItemContent['timeLimit'], boolean]>([
    ['none at all is missing, not unread', null, false],
    ['no rule', { text: '长期', rule: null }, true],
    ['not understood', { text: '长期', rule: { kind: 'UNPARSED' } }, true],
    ['the same as above', { text: '同上', rule: { kind: 'DITTO' } }, true],
    ['confirmed as free text', { text: '长期', rule: { kind: 'FREE_TEXT' } }, false],
    ['understood', { text: '实时更新', rule: { kind: 'REALTIME' } }, false],
  ])('%s', (_, timeLimit, unread) => {
    expect(timeLimitUnread({ ...complete, timeLimit })).toBe(unread);
  });
});
