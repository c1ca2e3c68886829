import { nowCalled } from './pilot-field';

const FIELDS = [
  { code: 'RURAL_REVITALISATION', label: '乡村振兴', name: 'Rural revitalisation', earlier: ['扶贫'] },
  { code: 'COMPULSORY_EDUCATION', label: '义务教育', name: 'Compulsory education', earlier: [] },
];

it.each([
  ['扶贫', '乡村振兴'],
  ['乡村振兴', ''],
  ['义务教育', ''],
  ['校园安全', ''],
  ['', ''],
])('says of %j that it is called %j now', (text, now) => {
  expect(nowCalled(FIELDS, text)).toBe(now);
});
