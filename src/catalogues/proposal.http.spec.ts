import type { DataSource } from 'typeorm';
import { appoint } from '../../test/factories/appointments.js';
import { useHouse } from '../../test/factories/house.js';
import { anItemContent, must, TestVersion } from '../../test/factories/version.http.js';
import { loadProfiles } from '../profiles/index.js';
import { ProposalReads } from './proposal.reads.js';

describe('a redacted wording that the officer proposes', () => {
  const house = useHouse();
  const REDACTION = { type: 'requireRedaction', reason: '含有个人信息', fields: ['elements'] };
  const PROPOSAL = { elements: ['经办人姓名（略）'] };
  const underReview = async () => (await TestVersion.draft(house, [anItemContent('甲'), anItemContent('乙')])).submitted();
  const shown = async (version: TestVersion, by = 'compiler') => (await must((await house.as(by)).get(version.item(0)))).json;

  beforeAll(() => appoint(house, 'compiler2', 'confidentialityOfficer'));

  it('changes nothing; who may read the text reads the wording, and where it differs', async () => {
    const version = await underReview();
    const before = await version.seen();
    const { json } = await must(version.decide('officer', { ...REDACTION, proposal: PROPOSAL }));
    expect(json).toMatchObject({ state: 'returned', contentHash: before.contentHash });
    const item = await shown(version);
    expect(item.content.elements).toEqual(['甲的内容']);
    expect(item.decisions[0]).toMatchObject({
      type: 'requireRedaction',
      seq: json.seq,
      words: { reason: '含有个人信息', proposal: PROPOSAL },
    });
    expect(item.proposal).toMatchObject({
      decisionSeq: json.seq,
      by: { displayName: '保密审查员甲' },
      patch: PROPOSAL,
      content: { ...item.content, ...PROPOSAL },
      differences: [{ field: 'elements[0]', before: '甲的内容', after: '经办人姓名（略）' }],
    });
    expect(Date.parse(item.proposal.at)).toBeLessThanOrEqual(Date.now());
    expect((await shown(version, 'auditor')).proposal).toEqual(item.proposal);
    const log = await house.people.admin.query(`select convert_from(body, 'UTF8') as body from log_event where stream = $1`, [version.id]);
    for (const { body } of log.rows) expect(body).not.toContain('略');
    expect((await (await house.as('auditor')).get(`${version.url}/audit`)).json).toMatchObject({ valid: true });
  });

  it('is taken over by a compiler, who is the author: the officer may sign it, the compiler may not', async () => {
    const version = await underReview();
    await must(version.decide('officer', { ...REDACTION, proposal: PROPOSAL }));
    const { proposal } = await shown(version, 'compiler2');
    await must(version.edit('compiler2', proposal.patch));
    expect((await shown(version)).proposal).toBeNull();
    await must(version.decide('compiler2', { type: 'amend' }));
    const refused = await version.decide('compiler2', { type: 'clear' });
    expect(refused.status).toBe(422);
    expect(refused.json.requirements.map(({ id }: { id: string }) => id)).toEqual(['threeHands']);
    expect((await must(version.decide('officer', { type: 'clear' }))).json.state).toBe('releasable');
    expect((await shown(version)).content.elements).toEqual(PROPOSAL.elements);
  });

  it('is shown only while the item is returned by that decision', async () => {
    const version = await underReview();
    await must(version.decide('officer', { ...REDACTION, proposal: PROPOSAL }));
    await must(version.move('compiler', { type: 'recall', reason: '修改' }));
    expect((await shown(version)).proposal).not.toBeNull();
    await must(version.decide('compiler', { type: 'amend', reply: '已是公开信息' }));
    expect((await shown(version)).proposal).toBeNull();
    const other = await underReview();
    await must(other.decide('officer', { type: 'return', reason: '核对' }));
    expect((await shown(other)).proposal).toBeNull();
    const plain = await underReview();
    await must(plain.decide('officer', REDACTION));
    expect((await shown(plain)).proposal).toBeNull();
  });

  it('is found wherever the database begins to look, among texts of other kinds too', async () => {
    const version = await underReview();
    await must(version.decide('officer', { ...REDACTION, proposal: PROPOSAL }));
    const { content } = await shown(version);
    const client = await house.people.another();
    const whole = ['enable_nestloop', 'enable_indexscan', 'enable_bitmapscan'];
    for (const name of whole) await client.query(`select set_config($1, 'off', false)`, [name]);
    const source = { query: async (sql: string, given: unknown[]) => (await client.query(sql, given)).rows } as unknown as DataSource;
    const itemId = version.item(0).split('/').at(-1)!;
    const { profile } = loadProfiles().get('SX-CZ');
    await expect(new ProposalReads(source).of(version.id, itemId, content, profile)).resolves.toMatchObject({ patch: PROPOSAL });
  });

  it('is read as strictly as an edit, and names what is wrong', async () => {
    const version = await underReview();
    const answer = async (proposal: unknown, more: object = {}) => {
      const { status, json } = await version.decide('officer', { ...REDACTION, ...more, proposal });
      return [status, json.errors?.map(({ field }: { field: string }) => field)];
    };
    expect(await answer({ elements: ['\u202e反'], title: 'x' })).toEqual([400, ['proposal.title', 'proposal.elements[0]']]);
    expect(await answer({ category: 'OTHER', channels: [] })).toEqual([400, ['proposal.category', 'proposal.channels']]);
    expect(await answer({ timeLimit: { text: '及时', rule: { kind: 'FREE_TEXT' } } })).toEqual([400, ['proposal.timeLimit.rule']]);
    expect(await answer({ path: null })).toEqual([400, ['proposal.path']]);
    expect((await answer('x'))[0]).toBe(400);
    expect((await answer([PROPOSAL]))[0]).toBe(400);
    expect((await answer(PROPOSAL, { type: 'return' }))[0]).toBe(400);
    expect(await answer({ elements: ['甲的内容'] })).toEqual([422, ['proposal']]);
    expect(await answer({})).toEqual([422, ['proposal']]);
    expect(await answer({ elements: null, bases: [{ title: '', clauses: [] }] })).toEqual([
      422,
      expect.arrayContaining(['proposal.elements']),
    ]);
    expect((await version.seen()).state).toBe('awaitingReview');
    expect((await version.decide('compiler', { ...REDACTION, proposal: PROPOSAL })).status).toBe(403);
  });
});
