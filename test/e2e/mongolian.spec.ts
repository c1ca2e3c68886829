import { useHouse } from '../factories/house.js';
import { anItemContent, must, TestVersion } from '../factories/version.http.js';
const house = useHouse();
const NAME='\u1825\u182a\u1825\u1837 \u182e\u1823\u1829\u182d\u1823\u182f\u202f\u1824\u1828 \u1825\u182a\u1821\u1837\u1832\u1821\u182d\u1821\u1828 \u1835\u1820\u1830\u1820\u182c\u1824 \u1823\u1837\u1823\u1828';
it('probe', async () => {
  const sys = await house.as('sysadmin');
  const out: any = {};
  for (const n of ['\u202e甲乙', '甲\u200d乙', '\u1820\u180b\u1828\u180e\u1820', NAME, 'e\u0301'])
    { const a = await sys.post('/api/accounts', { username: 'u' + Math.random().toString(36).slice(2,8), displayName: n, password: 'demo-Passw0rd-2026x' }); out['acc ' + JSON.stringify(n)] = [a.status, a.json.code];
      const b = await sys.post('/api/organizations', { name: n, kind: 'department', regionCode: '140400' }); out['org ' + JSON.stringify(n)] = [b.status, b.json.code];
      const c = await sys.get('/api/organizations?q=' + encodeURIComponent(n.replace('\u202f',' ').replace(/[\u180b\u180e]/g,''))); out['q '+ n] = [c.status, c.json.items?.length]; }
  console.log(JSON.stringify(out, null, 1));
  const v = await TestVersion.draft(house, [anItemContent(NAME)]);
  const comp = await house.as('compiler');
  for (const q of [NAME, NAME.replace('\u202f',' '), NAME.replace('\u202f','\u180e'), 'path'])
    { const r = await comp.get(v.url + '/items?q=' + encodeURIComponent(q)); console.log(r.status, r.json.items?.length); }
});
