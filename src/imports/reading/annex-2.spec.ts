import { fixture } from '../../../test/support/fixtures.js';
import type { ItemContent } from '../../content/index.js';
import { loadProfiles } from '../../profiles/index.js';
import { READING_LIMITS } from './limits.js';
import { type ImportReading, readCatalogue } from './read-catalogue.js';

const profile = loadProfiles().get('NM-2024').profile;
const readFixture = (name: string): ImportReading => readCatalogue(fixture(name), name, profile, READING_LIMITS);

describe.each(['source/neimenggu-2024-128.txt', 'annex2.tsv', 'annex2.xlsx', 'annex2.docx', 'annex2.html'])(
  'annex 2 of 内政数字〔2024〕128号 from %s',
  (name) => {
    const reading = readFixture(name);
    const [first, second] = reading.items;

    it('is two items under one path', () => {
      expect(reading.items).toHaveLength(2);
      const path = ['教育督导', '义务教育均衡发展督导评估', '督导报告'];
      expect([first!.content.path, second!.content.path]).toEqual([path, path]);
      expect(second!.inherited).toEqual(['level1', 'level2', 'level3']);
      expect(first!.content.elements).toEqual(['义务教育均衡发展状况督导报告']);
      expect(second!.content.elements).toEqual([
        '省级教育督导机构对县进行督导评估的工作安排、评估结果',
        '国务院教育督导委员会对义务教育发展均衡县进行认定的结果、报告',
      ]);
    });

    it('has clauses per basis and effect levels by ordinal', () => {
      const shape = (content: ItemContent): unknown =>
        content.bases.map(({ title, effectLevel, clauses }) => [
          title,
          effectLevel,
          clauses.map(({ article, text }) => [article, text.slice(0, 8)]),
        ]);
      expect(shape(first!.content)).toEqual([
        [
          '《中华人民共和国义务教育法》',
          { code: 'LAW', raw: '法律' },
          [
            ['第七条', '义务教育实行国务'],
            ['第八条', '人民政府教育督导'],
          ],
        ],
        ['《教育督导条例》', { code: 'ADMIN_REGULATION', raw: '行政法规' }, [['第二十三条', '专项督导或者综合']]],
      ]);
      expect(first!.content.bases[0]!.clauses[0]!.text).toMatch(/体制。\n县级以上人民政府教育行政部门/);
      expect(shape(second!.content)).toEqual([
        [
          '《县域义务教育优质均衡发展督导评估办法》',
          { code: 'MINISTRY_DOC', raw: '教育部文件' },
          [
            ['第十二条', '省级教育督导机构'],
            ['第十三条', '教育部对各省（区'],
          ],
        ],
      ]);
    });

    it('ticks five channels, by box and not by line', () => {
      const five = ['WEBSITE', 'NEW_MEDIA', 'BROADCAST', 'PRINT', 'READING_POINT'].map((code) => ({ code }));
      expect(first!.content.channels).toEqual(five);
      expect(second!.content.channels).toEqual(five);
    });

    it('reads the other elements and finds only the office blank', () => {
      expect(first!.content).toMatchObject({
        timeLimit: { text: '信息形成或者变更之日起20个工作日内', rule: { kind: 'WORKDAYS_AFTER', days: 20, event: 'FORMED_OR_CHANGED' } },
        disclosingBodies: [{ text: '县教育局' }],
        category: 'STATUTORY',
        audience: { kind: 'PUBLIC' },
        method: 'PROACTIVE',
        duty: '对义务教育实施情况进行监测，对义务教育的教育教学质量和均衡发展状况实施督导检查。',
      });
      expect(second!.content.category).toBe('OTHER');
      expect(reading.findings.map(({ code }) => code)).toEqual(['responsibleOffice.blank', 'responsibleOffice.blank']);
    });
  },
);
