import request from 'supertest';
import { TEST_PASSWORD } from '../factories/people.js';
import { useHouse } from '../factories/house.js';

/** The same house over a real socket: what only shows on the wire. */
const house = useHouse();
const wire = () => request(house.app.getHttpServer());

it('hands out a cookie that scripts cannot read, and knows its bearer', async () => {
  const signedIn = await wire().post('/api/session').send({ username: 'compiler', password: TEST_PASSWORD }).expect(201);
  const [cookie] = signedIn.get('Set-Cookie')!;
  expect(cookie).toMatch(/^mulu=[\w-]{43}; .*HttpOnly/);
  expect(cookie).toMatch(/SameSite=Strict/);
  const me = await wire().get('/api/session').set('Cookie', cookie!.split(';')[0]!).expect(200);
  expect(me.body.user.username).toBe('compiler');
});

it('answers a stranger with a problem document in their language, and lets no cache keep it', async () => {
  const answer = await wire().get('/api/catalogues').set('Accept-Language', 'en').expect(401);
  expect(answer.type).toBe('application/problem+json');
  expect(answer.body).toMatchObject({ status: 401, code: 'session.absent' });
  expect(answer.headers['cache-control']).toBe('no-store');
});

it('shows the public pages without a script, under a policy that allows none', async () => {
  const page = await wire().get('/open').expect(200);
  expect(page.headers['content-security-policy']).toMatch(/script-src 'none'|default-src 'none'/);
  expect(page.text).not.toMatch(/<script/i);
});

it('is alive, ready and describes itself', async () => {
  await wire().get('/healthz').expect(200);
  await wire().get('/readyz').expect(200);
  const api = await wire().get('/api/openapi.json').expect(200);
  expect(Object.keys(api.body.paths)).toContain('/api/versions/{versionId}/events');
});
