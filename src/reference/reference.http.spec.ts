import { useHouse } from '../../test/factories/house.js';

const house = useHouse();

it('tells what each jurisdiction demands, in the words of the reader', async () => {
  const compiler = await house.as('compiler');
  const { json: list } = await compiler.get('/api/profiles');
  expect(list.items.map((one: { id: string }) => one.id)).toEqual(['NM-2024', 'NM-TL-2021', 'SX-CZ']);
  const { json: profile } = await compiler.get('/api/profiles/NM-2024?version=1', { 'accept-language': 'en' });
  expect(profile.columns.filter((column: { visibility: string }) => column.visibility === 'I')).toHaveLength(5);
  expect(profile.channels[0]).toEqual({ code: 'WEBSITE', label: 'Government website' });
  expect(profile.audiences.map(({ code }: { code: string }) => code)).toEqual(['PUBLIC', 'SPECIFIC']);
  expect(profile.grounds.every((one: { title: string; citation: string }) => one.title.startsWith(one.citation))).toBe(true);
  expect((await compiler.get('/api/profiles/NM-TL-2021')).json.hazardQuestions.length).toBeGreaterThan(0);
});

it('offers the pilot fields by the names of today where the rules have a use for them', async () => {
  const compiler = await house.as('compiler');
  const { json: inner } = await compiler.get('/api/profiles/NM-2024');
  expect(inner.fields).toHaveLength(26);
  expect(inner.fields).toContainEqual({
    code: 'RURAL_REVITALISATION',
    label: '乡村振兴',
    name: '乡村振兴',
    earlier: ['扶贫'],
    aliases: ['脱贫攻坚'],
  });
  expect((await compiler.get('/api/profiles/SX-CZ')).json.fields).toEqual([]);
  const { json } = await compiler.get('/api/fields', { 'accept-language': 'en' });
  expect(json.items).toHaveLength(26);
  expect(json.source.documentNumber).toBe('内政公发〔2020〕2号');
  expect(json.items.find((one: { code: string }) => one.code === 'RURAL_REVITALISATION')).toMatchObject({
    name: 'Rural revitalisation',
    labels: [
      { from: null, zh: '扶贫' },
      { from: '2021-02-25', zh: '乡村振兴' },
    ],
  });
});

it('knows the seven pilots, each a region of the tree', async () => {
  const office = await house.as('office');
  const { json } = await office.get('/api/pilots');
  expect(json.items).toHaveLength(7);
  for (const { regionCode, name } of json.items) {
    const { json: siblings } = await office.get(`/api/regions?parent=${regionCode.slice(0, 4)}00`);
    const found = siblings.items.find((region: { code: string }) => region.code === regionCode);
    expect(name.endsWith(found.name) || found.code === '150271').toBe(true);
  }
});

it('tells the lifecycles as the machines define them', async () => {
  const auditor = await house.as('auditor');
  const { json } = await auditor.get('/api/lifecycles/catalogueVersion');
  expect(json.states).toContain('departmentApproval');
  expect(json.transitions).toContainEqual({
    from: 'draft',
    event: 'submit',
    to: 'confidentialityReview',
    roles: ['compiler'],
    smallBody: [],
  });
  expect((await auditor.get('/api/lifecycles/itemReview?version=0')).json.transitions.length).toBeGreaterThan(20);
});

it.each([
  ['compilationTask', { from: 'issued', event: 'close', to: 'closed', roles: ['givingOffice'], smallBody: [] }],
  ['obligation', { from: null, event: 'issue', to: 'open', roles: ['system'], smallBody: [] }],
  ['rectification', { from: 'overdue', event: 'answer', to: 'answered', roles: ['compiler', 'departmentLeader'], smallBody: [] }],
  [
    'progressReport',
    { from: 'drafting', event: 'submit', to: 'submitted', roles: ['ownOffice', 'compiler', 'departmentLeader'], smallBody: [] },
  ],
])('tells the lifecycle of a matter, with capacities where offices act: %s', async (machine, transition) => {
  const { json } = await (await house.as('office')).get(`/api/lifecycles/${machine}`);
  expect(json).toMatchObject({ machine, version: '0' });
  expect(json.transitions).toContainEqual(transition);
});

it('has deployed a word of the log for each of their steps', async () => {
  const { rows } = await house.people.admin.query(
    `select count(*)::int as steps, count(w.word)::int as named from transition t
     left join log_word w on w.word = t.event and w.meaning <> ''`,
  );
  expect(rows[0].steps).toBeGreaterThan(100);
  expect(rows[0].named).toBe(rows[0].steps);
});

it.each([
  ['/api/profiles', 401, 200],
  ['/api/fields', 401, 200],
  ['/api/pilots', 401, 200],
  ['/api/profiles/NM-2024', 401, 200],
  ['/api/profiles/NOWHERE', 401, 404],
  ['/api/profiles/NM-2024?version=99', 401, 404],
  ['/api/profiles/NM-2024?version=x', 400, 400],
  ['/api/lifecycles/nothing', 401, 404],
  ['/api/lifecycles/itemReview?version=99', 401, 404],
])('%s answers a stranger %i and somebody signed in %i', async (path, stranger, known) => {
  expect((await house.nobody.get(path)).status).toBe(stranger);
  expect((await (await house.as('office')).get(path)).status).toBe(known);
});
