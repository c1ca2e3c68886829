import { fixture } from '../../../test/support/fixtures.js';
import { loadProfiles } from '../../profiles/index.js';
import { READING_LIMITS } from './limits.js';
import { applyConfirmation, type ImportReading, readCatalogue } from './read-catalogue.js';

const profile = loadProfiles().get('SX-CZ').profile;
const readFixture = (name: string): ImportReading => readCatalogue(fixture(name), name, profile, READING_LIMITS);

describe('confirmation', () => {
  const reading = readFixture('changzhi.xlsx');
  const find = (row: number): string => reading.findings.find((one) => one.repair && one.row === row)!.id;

  it('of all repairs leaves what is missing open', () => {
    const { items, openFindings } = applyConfirmation(reading, 'all', profile);
    expect(items.map(({ content }) => content)).toEqual(reading.items.map(({ content }) => content));
    expect(openFindings.map(({ row, code }) => [row, code])).toEqual([
      [8, 'missing.bases'],
      [9, 'missing.bases'],
      [10, 'missing.bases'],
      [20, 'missing.disclosingBodies'],
    ]);
  });

  it('of none reads the cells as they stand, which makes the audience of row 18 wrong and says so', () => {
    const { items, openFindings } = applyConfirmation(reading, [], profile);
    const item = items.find(({ row }) => row === 18)!;
    expect(item.content).toMatchObject({
      path: ['法定主动公开内容', '工作动态', '重点民生领域'],
      elements: ['通知公告'],
      audience: { kind: 'SPECIFIC' },
    });
    expect(item.content.timeLimit?.rule).toEqual({ kind: 'UNPARSED' });
    expect(item.openFindings.map(({ id }) => id)).toContain(find(18));
    expect(openFindings.filter(({ repair }) => repair).map(({ row }) => row)).toEqual([8, 11, 18, 19]);
  });

  it('of one applies that one alone, and what inherits from it follows', () => {
    const { items, openFindings } = applyConfirmation(reading, [find(8)], profile);
    expect(items.slice(1, 4).map(({ content }) => content.elements)).toEqual(Array(3).fill(['国家、省、市出台政务公开相关制度规定']));
    expect(items[4]!.content).toMatchObject({ path: ['机构职能', '领导信息', expect.stringContaining('各级各部门')], elements: [] });
    expect(items[5]!.openFindings.map(({ code }) => code)).toEqual(['missing.elements']);
    expect(openFindings.filter(({ repair }) => repair).map(({ row }) => row)).toEqual([11, 18, 19]);
  });

  it('does not depend on the order of the ids, nor on unknown ones', () => {
    const ids = reading.findings.filter(({ repair }) => repair).map(({ id }) => id);
    expect(applyConfirmation(reading, [...ids.reverse(), 'nothing'], profile).items).toEqual(
      applyConfirmation(reading, 'all', profile).items,
    );
  });
});
