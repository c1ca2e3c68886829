import { newContent } from '../content';
import { headerOf, tableColumns, usedColumns } from './columns';
import { changedColumns } from './differences';
import { filtered, NO_FILTER } from './filter';
import type { Row } from './rows';
import type { FormRules } from './rules';

const rules: FormRules = {
  columns: [
    { key: 'ordinal', header: '序号', visibility: 'P' },
    { key: 'level1', header: '一级事项', group: '公开事项', visibility: 'P' },
    { key: 'level2', header: '二级事项', group: '公开事项', visibility: 'P' },
    { key: 'level4', header: '四级事项', group: '公开事项', visibility: 'P', optional: true },
    { key: 'elements', header: '公开内容', visibility: 'P' },
    { key: 'duty', header: '对应职责', visibility: 'I' },
  ],
  requiredElements: ['path', 'elements', 'category', 'audience'],
  internalFields: ['category'],
  channelAliases: {},
  effectLevelAliases: {},
  categoryAliases: {},
  methodAliases: {},
};

const shallow = [newContent(['A', 'B'])];

it('shows the form’s columns in its order, and what its rules need besides', () => {
  const columns = tableColumns(rules, usedColumns(shallow), (key) => key);
  expect(columns.map(({ key, internal, inForm }) => [key, internal, inForm])).toEqual([
    ['ordinal', false, true],
    ['level1', false, true],
    ['level2', false, true],
    ['elements', false, true],
    ['duty', true, true],
    ['category', true, false],
  ]);
});

it('shows an optional column once an item fills it', () => {
  const columns = tableColumns(rules, usedColumns([newContent(['A', 'B', 'C', 'D'])]), (key) => key);
  expect(columns.map(({ key }) => key)).toContain('level4');
});

it('groups neighbours under one header', () => {
  const { upper, lower } = headerOf(tableColumns(rules, usedColumns(shallow), (key) => key));
  expect(upper.map(({ text, columns, rows }) => [text, columns, rows])).toEqual([
    ['序号', 1, 2],
    ['公开事项', 2, 1],
    ['公开内容', 1, 2],
    ['对应职责', 1, 2],
    ['category', 1, 2],
  ]);
  expect(lower.map(({ header }) => header)).toEqual(['一级事项', '二级事项']);
});

it('marks the columns that differ from an earlier text', () => {
  const columns = tableColumns(rules, usedColumns(shallow), (key) => key);
  const now = { ...newContent(['A', 'C']), duty: '' };
  expect(changedColumns(now, newContent(['A', 'B']), columns)).toEqual(['level2']);
  expect(changedColumns(now, null, columns)).toHaveLength(columns.length - 1);
});

describe('filtered', () => {
  const row = (id: string, more: Partial<Row> = {}): Row => ({
    id,
    number: '1',
    state: 'drafting',
    hash: '',
    content: newContent([id]),
    removed: false,
    removal: null,
    change: 'new',
    issues: { missing: [], repairs: 0, hits: 0, advice: 0 },
    saving: null,
    ...more,
  });
  const rows = [
    row('年报'),
    row('指南', { issues: { missing: ['bases'], repairs: 0, hits: 0, advice: 0 } }),
    row('制度', { state: 'returned' }),
  ];
  const ids = (filter: Partial<typeof NO_FILTER>, pinned: string[] = []) =>
    filtered(rows, { ...NO_FILTER, ...filter }, new Set(pinned)).map(({ id }) => id);

  it('finds words, states and issues', () => {
    expect(ids({})).toHaveLength(3);
    expect(ids({ q: '年' })).toEqual(['年报']);
    expect(ids({ state: 'returned' })).toEqual(['制度']);
    expect(ids({ issues: true })).toEqual(['指南', '制度']);
  });

  it('keeps a row in sight that is being edited', () => {
    expect(ids({ q: '年' }, ['制度'])).toEqual(['年报', '制度']);
  });
});
