import type { Answer } from './client.js';
import type { TestHouse } from './house.js';
import { anItemContent, must, TestVersion } from './version.http.js';

/** Stands in a text that must go; afterwards it is nowhere. */
export const CANARY = '130402199001011234';
export const LAW = { ground: 'PERSONAL_DATA', legalBasis: '《中华人民共和国个人信息保护法》第四十七条', reason: '含有公民身份号码' };
export const secretContent = (name: string) => anItemContent(name, { elements: [`联系人：${CANARY}`] });

/** Purging over HTTP, by the two administrators of the evaluation mode. */
export class PurgeDesk {
  constructor(private readonly house: TestHouse) {}

  async propose(version: TestVersion, contentHash: string, more: object = {}, by = 'auditadmin'): Promise<Answer> {
    return (await this.house.as(by)).post('/api/purges', { versionId: version.id, contentHash, ...LAW, ...more });
  }

  async act(id: string, body: object, by = 'secadmin'): Promise<Answer> {
    return (await this.house.as(by)).post(`/api/purges/${id}/events`, body);
  }

  /** Proposed and done. */
  async purge(version: TestVersion, contentHash: string): Promise<string> {
    const { json } = await must(this.propose(version, contentHash), 201);
    await must(this.act(json.id, { type: 'purge.done', contentHash }));
    return json.id;
  }

  /** A version with two items, published; the first one, which says what it must not, was barred by the officer. */
  async suspended(name: string): Promise<{ version: TestVersion; contentHash: string }> {
    const version = await (await TestVersion.draft(this.house, [secretContent(name), anItemContent(`${name}，其他`)])).published();
    const { contentHash } = await version.seen();
    await must(version.move('officer', { type: 'suspendItem', itemId: version.items[0], reason: '含个人信息' }));
    return { version, contentHash };
  }
}
