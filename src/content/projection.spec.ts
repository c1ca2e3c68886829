import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ItemContent } from './item-content.js';
import { publicContent } from './projection.js';
import type { ContentRules } from './rules.js';

const profile = (id: string) => JSON.parse(readFileSync(join(__dirname, '../../profiles', `${id}.json`), 'utf8')) as ContentRules;

/** Every internal field holds a token; wherever one is found, something leaked. */
const canary: ItemContent = {
  path: ['公开路径'],
  elements: ['公开内容'],
  bases: [
    {
      title: 'CANARY-title',
      documentNumber: 'CANARY-number',
      effectLevel: { code: 'LAW', raw: 'CANARY-level' },
      clauses: [{ article: 'CANARY-article', text: 'CANARY-clause' }],
    },
  ],
  timeLimit: { text: '实时更新', rule: { kind: 'REALTIME' } },
  disclosingBodies: [{ text: '县教育局' }],
  category: 'STATUTORY',
  channels: [{ code: 'WEBSITE' }],
  audience: { kind: 'PUBLIC' },
  method: 'PROACTIVE',
  responsibleOffice: '督导室',
  duty: 'CANARY-duty',
};

describe('what the public reads', () => {
  it.each(['NM-2024', 'NM-TL-2021'])('holds none of the five internal columns under %s', (id) => {
    const shown = publicContent(canary, profile(id));
    expect(JSON.stringify(shown)).not.toMatch(/CANARY|STATUTORY/);
    expect(Object.keys(shown)).toEqual([
      'path',
      'elements',
      'timeLimit',
      'disclosingBodies',
      'channels',
      'audience',
      'method',
      'responsibleOffice',
    ]);
  });

  it('holds the basis without its level in Changzhi, and no category', () => {
    const shown = publicContent(canary, profile('SX-CZ'));
    expect(shown.bases).toEqual([
      { title: 'CANARY-title', documentNumber: 'CANARY-number', clauses: [{ article: 'CANARY-article', text: 'CANARY-clause' }] },
    ]);
    expect(JSON.stringify(shown)).not.toMatch(/CANARY-level|CANARY-duty|STATUTORY|督导室/);
  });

  it('leaves a field that nobody listed inside', () => {
    const odd = { ...canary, secret: 'CANARY' } as ItemContent;
    expect(publicContent(odd, { publicFields: ['path'], publicBasisFields: ['title'] })).toEqual({ path: ['公开路径'] });
    expect(publicContent(odd, { publicFields: [], publicBasisFields: [] })).toEqual({});
  });
});
