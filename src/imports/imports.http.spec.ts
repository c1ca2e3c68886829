import { join } from 'node:path';
import { useHouse } from '../../test/factories/house.js';
import { must } from '../../test/factories/version.http.js';
import { PROJECT_ROOT } from '../platform/project.js';
import type { FindingView, ImportView, UnderstoodItemView } from './import.views.js';

const house = useHouse();
const FILE = join(PROJECT_ROOT, 'test', 'fixtures', 'changzhi.xlsx');

async function waiting(): Promise<ImportView> {
  const compiler = await house.as('compiler');
  const bodies = await compiler.get(`/api/organizations?q=${encodeURIComponent('长治市教育局')}`);
  const wanted = { organizationId: bodies.json.items[0].id, profile: 'SX-CZ', title: '导入' };
  const catalogue = await must(compiler.post('/api/catalogues', wanted), 201);
  const draft = await must(compiler.post(`/api/catalogues/${catalogue.json.id}/versions`, {}), 201);
  const read = await must(compiler.upload(`/api/versions/${draft.json.id}/imports`, FILE), 201);
  return (await compiler.get(`/api/imports/${read.json.id}`)).json as ImportView;
}

const inRow = <T extends { readonly row: number }>(list: readonly T[], row: number): T => list.find((one) => one.row === row)!;
const repairOf = (findings: readonly FindingView[], row: number): FindingView => findings.find((one) => one.repair && one.row === row)!;

describe('a file that was read', () => {
  it('stands beside its original, with what each repair changes', async () => {
    const file = await waiting();
    expect(file).toMatchObject({ fileName: 'changzhi.xlsx', confirmed: false, format: 'xlsx', items: 28 });
    expect(inRow(file.preview[0]!.rows, 8).cells).toContainEqual({
      column: 4,
      text: expect.stringContaining('国家、省、市'),
      span: 2,
      rows: 3,
    });
    expect(inRow<UnderstoodItemView>(file.understood, 9)).toMatchObject({
      key: 't1r9',
      number: '2',
      inherited: expect.arrayContaining(['level1']),
    });
    expect(repairOf(file.findings, 8).repair).toMatchObject({ alsoItemKeys: ['t1r9', 't1r10'] });
    expect(repairOf(file.findings, 18).repair!.changes).toContainEqual({
      field: 'audience',
      before: { kind: 'SPECIFIC' },
      after: { kind: 'PUBLIC' },
    });
  });

  it('says what its rows would be without one of the repairs, and changes nothing by that', async () => {
    const file = await waiting();
    const compiler = await house.as('compiler');
    const others = file.findings.filter((one) => one.repair && one.row !== 18).map(({ id }) => id);
    const { json } = await must(compiler.post(`/api/imports/${file.id}/reading`, { repairs: others }));
    expect(inRow<UnderstoodItemView>(json.understood, 18).content).toMatchObject({
      elements: ['通知公告'],
      audience: { kind: 'SPECIFIC' },
    });
    expect(repairOf(json.findings, 18)).toBeDefined();
    expect((await compiler.get(`/api/versions/${file.versionId}/items`)).json.items).toEqual([]);
  });

  it('is shown to nobody outside, and is gone once it was confirmed', async () => {
    const file = await waiting();
    const stranger = await house.as('stranger');
    expect((await stranger.get(`/api/imports/${file.id}`)).status).toBe(404);
    expect((await stranger.post(`/api/imports/${file.id}/reading`, { repairs: 'all' })).status).toBe(404);
    const compiler = await house.as('compiler');
    await must(compiler.post(`/api/imports/${file.id}/confirmation`, { repairs: 'all' }));
    expect((await compiler.get(`/api/imports/${file.id}`)).json).toMatchObject({ confirmed: true, preview: [], understood: [] });
    expect((await compiler.post(`/api/imports/${file.id}/reading`, { repairs: 'all' })).status).toBe(409);
  });
});
