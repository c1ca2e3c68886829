import { useHouse } from '../../test/factories/house.js';
import { anItemContent, must, TestVersion } from '../../test/factories/version.http.js';

const house = useHouse();

describe('the dossier of an item', () => {
  let first: TestVersion;
  let second: TestVersion;
  const dossier = async (name: string, version: TestVersion, index = 0) => (await house.as(name)).get(`${version.item(index)}/dossier`);
  beforeAll(async () => {
    first = await TestVersion.draft(house, [anItemContent('督导评估'), anItemContent('<b>甲</b>')]);
    await first.submitted();
    await must(first.decide('officer', { type: 'return', reason: '要素不明' }, 0));
    await must(first.edit('compiler', { elements: ['督导评估的办法'] }, 0));
    await must(first.decide('compiler', { type: 'amend' }, 0));
    for (const index of [0, 1]) await must(first.decide('officer', { type: 'clear', opinion: '可以公开' }, index));
    await must(first.move('officer', { type: 'concludeConfidentialityReview' }));
    await must(first.move('leader', { type: 'approve' }));
    second = await first.revised();
  }, 60_000);

  it('tells everything that was signed, across versions, with who, why, what changed, and where the log has it', async () => {
    const { text, headers } = await must(dossier('auditor', second));
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    for (const word of ['退回修改', '要素不明', '可公开', '保密审查员甲', '批准发布', '沿用上一版结论', '<ins>', '已作废'])
      expect(text).toContain(word);
    const { json } = await must((await house.as('auditor')).get(`${first.url}/history?limit=100`));
    for (const { type, itemId, hash } of json.items)
      if (itemId === first.items[0] && ['return', 'edit', 'clear'].includes(type)) expect(text).toContain(hash.slice(0, 32));
    expect((await must(dossier('auditor', first))).text).not.toContain('沿用上一版结论');
  });

  it('runs nothing, whatever somebody wrote', async () => {
    const { text } = await must(dossier('auditor', first, 1));
    expect(text).toContain('&lt;b&gt;甲&lt;/b&gt;');
    expect(text).not.toMatch(/<b>甲|<script/);
  });

  it('gives an office no words and no text', async () => {
    const { text } = await must(dossier('office', second));
    for (const word of ['要素不明', '督导评估', '<ins>']) expect(text).not.toContain(word);
    expect(text).toContain('退回修改');
  });

  it('says nothing of a sealed text', async () => {
    const other = await (await TestVersion.draft(house, [anItemContent('乙', { elements: ['金丝雀密文'] })])).submitted();
    await must(other.decide('officer', { type: 'refer', reason: '金丝雀缘由' }));
    for (const name of ['auditor', 'officer', 'leader']) {
      const { text } = await must(dossier(name, other));
      expect(text).toContain('提请确定');
      expect(text).not.toMatch(/金丝雀|乙/);
    }
  });

  it('is for whoever may look at the version', async () => {
    expect((await house.nobody.get(`${first.item(0)}/dossier`)).status).toBe(401);
    expect((await dossier('stranger', first)).status).toBe(404);
    expect((await (await house.as('auditor')).get(`${first.url}/items/${first.id}/dossier`)).status).toBe(404);
  });
});
