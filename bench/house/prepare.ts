import { catalogueFile } from './file.js';
import { Person } from './person.js';

export interface SignableItem {
  readonly id: string;
  readonly contentHash: string;
}

/** A version under confidentiality review, with its items in their order. */
export interface PreparedVersion {
  readonly catalogueId: string;
  readonly versionId: string;
  readonly items: readonly SignableItem[];
}

const BODY = '内蒙古自治区教育厅';

/** Through the front door: a catalogue, a version, a file read and confirmed, submitted. */
export async function prepareVersion(compiler: Person, items: number): Promise<PreparedVersion> {
  const { json: found } = await compiler.get(`/api/organizations?q=${encodeURIComponent(BODY)}`);
  const [organization] = found.items as { id: string }[];
  const catalogue = { organizationId: organization!.id, profile: 'NM-2024', title: '主动公开事项目录', kind: 'PROACTIVE_DISCLOSURE' };
  const catalogueId = String((await compiler.post('/api/catalogues', catalogue)).json.id);
  const versionId = String((await compiler.post(`/api/catalogues/${catalogueId}/versions`, {})).json.id);
  const { json: reading } = await compiler.upload(`/api/versions/${versionId}/imports`, 'catalogue.html', catalogueFile(items));
  await compiler.post(`/api/imports/${String(reading.id)}/confirmation`, { repairs: 'all' });
  await compiler.step(versionId, 'submit');
  const { json: listed } = await compiler.get(`/api/versions/${versionId}/items?limit=500`);
  const rows = listed.items as SignableItem[];
  if (rows.length !== items) throw new Error(`${rows.length} of ${items} items came into the version`);
  return { catalogueId, versionId, items: rows };
}
