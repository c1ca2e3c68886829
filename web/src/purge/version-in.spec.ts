import { versionIn } from './version-in';

const ID = '0b9f5c1e-7a55-4f0e-9d3c-1f2a3b4c5d6e';

it.each([
  [ID, ID],
  [ID.toUpperCase(), ID],
  [`https://mulu.example.gov.cn/versions/${ID}/review?item=aaaaaaaa-7a55-4f0e-9d3c-1f2a3b4c5d6e`, ID],
  [` 版本 ${ID}。`, ID],
  ['', null],
  ['versions/12', null],
])('the version in %j is %s', (pasted, found) => expect(versionIn(pasted)).toBe(found));
