import { AllowList, entryOf } from './allow-list.js';
import { plain, reachOf, type Reach } from './reach.js';

describe('an address', () => {
  it.each<[string, Reach]>([
    ['8.8.8.8', 'public'],
    ['59.196.1.1', 'public'],
    ['2400:3200::1', 'public'],
    ['172.15.255.255', 'public'],
    ['172.32.0.0', 'public'],
    ['10.1.2.3', 'inner'],
    ['172.16.0.1', 'inner'],
    ['192.168.1.1', 'inner'],
    ['100.100.100.200', 'inner'],
    ['198.19.255.255', 'inner'],
    ['fd00::1', 'inner'],
    ['fec0::1', 'inner'],
    ['2001:db8::1', 'inner'],
    ['127.0.0.1', 'own'],
    ['127.255.0.9', 'own'],
    ['169.254.169.254', 'own'],
    ['::1', 'own'],
    ['fe80::1', 'own'],
    ['febf::1', 'own'],
    ['0.0.0.0', 'never'],
    ['0.1.2.3', 'never'],
    ['224.0.0.1', 'never'],
    ['255.255.255.255', 'never'],
    ['::', 'never'],
    ['::127.0.0.1', 'never'],
    ['ff02::1', 'never'],
    ['2001::1', 'never'],
    ['64:ff9b:1::1', 'never'],
    ['4000::1', 'never'],
    // An IPv4 address in the dress of an IPv6 one.
    ['::ffff:127.0.0.1', 'own'],
    ['::ffff:a00:1', 'inner'],
    ['::ffff:8.8.8.8', 'public'],
    ['0:0:0:0:0:ffff:7f00:1', 'own'],
    ['64:ff9b::169.254.169.254', 'own'],
    ['64:ff9b::a00:1', 'inner'],
    ['2002:7f00:1::', 'own'],
    ['2002:0a00:0001::5', 'inner'],
  ])('%s leads %s', (address, reach) => {
    expect(reachOf(plain(address)!)).toBe(reach);
  });

  it.each(['', 'localhost', '1.2.3', '1.2.3.4.5', '::g', '1::2::3', 'fe80::1%eth0', '[::1', '127.0.0.1:80'])('is not %j', (text) => {
    expect(plain(text)).toBeNull();
  });
});

describe('an entry of the list', () => {
  it.each([
    ['OA.example.gov.cn', { kind: 'name', value: 'oa.example.gov.cn' }],
    ['目录.example.cn', { kind: 'name', value: 'xn--w2t383c.example.cn' }],
    ['localhost', { kind: 'name', value: 'localhost' }],
    ['10.2.3.4', { kind: 'address', value: '10.2.3.4' }],
    ['2130706433', { kind: 'address', value: '127.0.0.1' }],
    ['[::1]', { kind: 'address', value: '0:0:0:0:0:0:0:1' }],
    ['::ffff:10.0.0.1', { kind: 'address', value: '10.0.0.1' }],
    ['10.20.0.0/16', { kind: 'network', value: '10.20.0.0/16' }],
    ['fd00::/8', { kind: 'network', value: 'fd00:0:0:0:0:0:0:0/8' }],
  ])('%s', (text, entry) => {
    expect(entryOf(text)).toEqual(entry);
  });

  it.each([
    '*.example.cn',
    'a b',
    'host:80',
    'http://host',
    'u@host',
    'host/path',
    '10.0.0.0/33',
    '10.0.0.0/',
    '10.0.0.0/8/9',
    '::/129',
    'x/8',
    '::ffff:10.0.0.0/104',
  ])('is not %s', (text) => {
    expect(entryOf(text)).toBeNull();
  });
});

describe('the list', () => {
  const list = new AllowList(['oa.example.gov.cn', '127.0.0.1', '10.20.0.0/16', '0.0.0.0/0', 'fd00::7', '8.8.4.4']);

  it('lets a name lead into the world, and inside only where the address is listed too', () => {
    expect(list.knows('oa.example.gov.cn')).toBe(true);
    expect(list.knows('example.gov.cn')).toBe(false);
    expect(list.permits('8.8.8.8')).toBe(true);
    expect(new AllowList(['oa.example.gov.cn']).permits('10.20.0.1')).toBe(false);
    expect(list.permits('10.20.255.1')).toBe(true);
    expect(list.permits('fd00::7')).toBe(true);
    expect(list.permits('fd00::8')).toBe(false);
  });

  it('wants this machine and its wire named one by one, however wide a network is listed', () => {
    expect(list.permits('127.0.0.1')).toBe(true);
    expect(list.permits('::ffff:127.0.0.1')).toBe(true);
    for (const address of ['127.0.0.2', '169.254.169.254', '::1', 'fe80::1', '0.0.0.0', '224.0.0.1', 'nonsense']) {
      expect([address, list.permits(address)]).toEqual([address, false]);
    }
  });

  it('asks of an address in a URL that it is listed, be it of the world', () => {
    const narrow = new AllowList(['8.8.4.4', '10.0.0.0/8', 'oa.example.gov.cn']);
    for (const host of ['8.8.4.4', '10.9.9.9', '[::ffff:a09:909]']) expect([host, narrow.knows(host)]).toEqual([host, true]);
    for (const host of ['8.8.8.8', '192.168.0.1', '127.0.0.1', '[::1]', '[2400:3200::1]']) {
      expect([host, narrow.knows(host)]).toEqual([host, false]);
    }
  });
});
