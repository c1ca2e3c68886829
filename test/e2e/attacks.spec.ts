import { randomUUID } from 'node:crypto';
import { useHouse } from '../factories/house.js';
import { anItemContent, must, TestVersion } from '../factories/version.http.js';

/** Ways by which a text could come before eyes that it is not for, or a defect be had by asking at the right moment. */
const house = useHouse();

const REASON = { reason: '理由' };
const SECRET = '尚未确定的内容';
const EVERYBODY = ['compiler', 'officer2', 'assessor', 'leader', 'office', 'auditor'];

async function seenBy(name: string, version: TestVersion, against?: TestVersion): Promise<string> {
  const client = await house.as(name);
  const paths = [version.item(0), `${version.url}/items`, `${version.url}/history?limit=500`, version.url];
  const answers = await Promise.all(
    [...paths, ...(against ? [`${version.url}/diff?against=${against.id}`] : [])].map((path) => client.get(path)),
  );
  return answers.map(({ text }) => text).join('\n');
}

describe('a text determined to be withheld', () => {
  it('is sealed again when its item is reopened, in every version and through discard', async () => {
    const first = await (await TestVersion.draft(house, [anItemContent('甲', { elements: [SECRET] }), anItemContent('乙')])).submitted();
    await must(first.decide('officer', { type: 'refer', ...REASON }));
    await must(first.decide('officer', { type: 'setAside', ...REASON, reviewOn: '2027-01-31' }));
    await must(first.decide('officer', { type: 'clear' }, 1));
    await must(first.move('officer', { type: 'concludeConfidentialityReview' }));
    await must(first.move('leader', { type: 'approve' }));
    const second = await (await first.revised()).submitted();
    await must(second.decide('officer2', { type: 'determine', documentNumber: '国密〔2026〕1号', outcome: 'withhold' }));
    await must(second.decide('officer', { type: 'reopen', ...REASON }));
    expect((await second.seen()).state).toBe('referred');

    const sealedFor = async (name: string) => {
      expect({ name, seen: (await seenBy(name, first, second)).includes(SECRET) }).toEqual({ name, seen: false });
      expect({ name, seen: (await seenBy(name, second, first)).includes(SECRET) }).toEqual({ name, seen: false });
      const found = await must((await house.as(name)).get(`${second.url}/items?q=${encodeURIComponent(SECRET)}`));
      expect({ name, found: found.json.items }).toEqual({ name, found: [] });
    };
    for (const name of EVERYBODY) await sealedFor(name);
    expect(await seenBy('officer', second)).toContain(SECRET);
    await must(second.move('compiler', { type: 'recall', ...REASON }));
    await must(second.move('compiler', { type: 'discard', ...REASON }));
    for (const name of EVERYBODY) await sealedFor(name);
  });
});

describe('the leading-group office', () => {
  it('reads neither the text of a removal that was published, nor one that a bar hides', async () => {
    const first = await (await TestVersion.draft(house, [anItemContent('甲'), anItemContent('乙')])).published();
    const second = await first.revised();
    await must(second.edit('compiler', { elements: [SECRET] }));
    await must(second.remove('compiler', { reason: '停办', legalCitation: '条例第二十条' }));
    await second.published();
    expect(await seenBy('office', second)).not.toContain(SECRET);
    const office = await house.as('office');
    expect((await must(office.get(second.item(1)))).json.content).not.toBeNull();
    await must(second.move('leader', { type: 'suspendItem', itemId: second.items[1], ...REASON }));
    expect((await must(office.get(second.item(1)))).json.content).toBeNull();
    expect(await seenBy('office', await second.revised())).not.toContain('乙');
  });

  it('learns of a text that it is asked about nothing that was said and written before it', async () => {
    const version = await (await TestVersion.draft(house, [anItemContent('甲', { category: 'OTHER', elements: [SECRET] })])).submitted();
    await must(version.decide('officer', { type: 'requireRedaction', reason: '含内部考虑', fields: ['elements'] }));
    await must(version.edit('compiler', { elements: ['概括后的内容'] }));
    await must(version.decide('compiler', { type: 'amend' }));
    await must(version.decide('officer', { type: 'clear', opinion: '可以公开' }));
    await must(version.move('officer', { type: 'concludeConfidentialityReview' }));
    await must(version.decide('assessor', { type: 'acceptRisk', level: 'HIGH' }));
    const seen = await seenBy('office', version);
    expect(seen).toContain('概括后的内容');
    expect(seen).toContain('可以公开');
    expect(seen).not.toContain(SECRET);
    expect(seen).not.toContain('含内部考虑');
  });
});

describe('at the same moment', () => {
  it('one key on two versions is one request; the other is refused', async () => {
    const [one, other] = [await TestVersion.draft(house), await TestVersion.draft(house)];
    const compiler = await house.as('compiler');
    for (let round = 0; round < 10; round += 1) {
      const key = randomUUID();
      const content = anItemContent(`第${round}轮`);
      const answers = await Promise.all([one, other].map((version) => compiler.post(`${version.url}/items`, { content }, { key })));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
    }
  });

  it('two first drafts are one; the others find it open', async () => {
    const compiler = await house.as('compiler');
    const organization = (await must(compiler.get(`/api/organizations?q=${encodeURIComponent('长治市教育局')}`))).json.items[0];
    for (let round = 0; round < 5; round += 1) {
      const wanted = { organizationId: organization.id, profile: 'SX-CZ', title: `目录${round}` };
      const { json } = await must(compiler.post('/api/catalogues', wanted), 201);
      const answers = await Promise.all([1, 2, 3, 4].map(() => compiler.post(`/api/catalogues/${json.id}/versions`)));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    }
  });
});

it('logs no defect in all of this', () => {
  expect(house.log.filter((line) => line.includes('"level":50'))).toEqual([]);
});
