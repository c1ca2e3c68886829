import { readFileSync } from 'node:fs';
import { annex2 } from '../../walk/annex2.js';
import { changzhi } from '../../walk/changzhi/index.js';
import type { House, Visitor } from '../../walk/visitor.js';
import type { Client } from '../factories/client.js';
import { useHouse } from '../factories/house.js';

const house = useHouse();
jest.setTimeout(240_000);

function visitor(client: Client): Visitor {
  return {
    get: (path, headers) => client.get(path, headers),
    post: (path, body, conditions) => client.post(path, body, conditions),
    patch: (path, body) => client.patch(path, body),
    delete: (path, body) => client.delete(path, body),
    upload: (path, { name, bytes }) => client.upload(path, name, { name, bytes: Buffer.from(bytes) }),
  };
}

/** The text is the walk's (walk/); only the wire differs: no network, the same requests. */
function inside(): House {
  return {
    citizen: visitor(house.nobody),
    signIn: async (username) => visitor(await house.as(username)),
    fixture: (name) => ({ name, bytes: new Uint8Array(readFileSync(`test/fixtures/${name}`)) }),
    say: (line) => void (process.env.TELL && process.stdout.write(`${line}\n`)),
  };
}

it('carries the catalogue of 长治市教育局 from a messy file to a public page, and through revision, schedule, bar and take-down', async () => {
  expect(await changzhi(inside())).toBeGreaterThan(100);
});

it('keeps the five internal columns of the Inner Mongolia form out of everything public', async () => {
  expect(await annex2(inside())).toBeGreaterThan(10);
});
