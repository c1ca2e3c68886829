import { BlockList, isIP, isIPv4 } from 'node:net';

/**
 * Where an address leads: out into the world; inside somebody's network; to this machine or its wire; or nowhere that a connection could be meant
 * to go (RFC 6890 and the IANA registries behind it).
 */
export type Reach = 'public' | 'inner' | 'own' | 'never';

type Family = 'ipv4' | 'ipv6';
const familyOf = (address: string): Family => (isIPv4(address) ? 'ipv4' : 'ipv6');

/** A set of networks, `10.0.0.0/8`; an address alone is one too. */
export class Networks {
  private readonly list = new BlockList();

  constructor(networks: readonly string[]) {
    for (const network of networks) {
      const [address, prefix] = network.split('/') as [string, string?];
      if (prefix === undefined) this.list.addAddress(address, familyOf(address));
      else this.list.addSubnet(address, Number(prefix), familyOf(address));
    }
  }

  has(address: string): boolean {
    return this.list.check(address, familyOf(address));
  }
}

const NEVER = new Networks(['0.0.0.0/8', '224.0.0.0/3', '2001::/32']);
const OWN = new Networks(['127.0.0.0/8', '169.254.0.0/16', '::1', 'fe80::/10']);
const INNER = new Networks([
  '10.0.0.0/8',
  '100.64.0.0/10',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '2001::/23',
  '2001:db8::/32',
  'fc00::/7',
  'fec0::/10',
]);
const WORLD = new Networks(['2000::/3']);

/** What {@link plain} made of an address. */
export function reachOf(address: string): Reach {
  if (NEVER.has(address)) return 'never';
  if (OWN.has(address)) return 'own';
  if (INNER.has(address)) return 'inner';
  return isIPv4(address) || WORLD.has(address) ? 'public' : 'never';
}

/** The eight numbers of an IPv6 address. */
function groupsOf(address: string): number[] {
  const [left = '', right = ''] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const numbers = (part: string) => (part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16)));
  const [head, tail] = [numbers(left), numbers(right)];
  return [...head, ...Array<number>(8 - head.length - tail.length).fill(0), ...tail];
}

const dotted = (high: number, low: number): string => [high >> 8, high & 255, low >> 8, low & 255].join('.');

/**
 * One spelling of an address: brackets gone; an IPv4 address that was put into an IPv6 one (mapped, NAT64, 6to4) taken out, because that is where
 * the connection ends. Null for what is no address, or one of a certain wire (`fe80::1%eth0`).
 */
export function plain(text: string): string | null {
  const address = text.replace(/^\[(.*)\]$/, '$1');
  if (isIPv4(address)) return address;
  if (isIP(address) !== 6 || address.includes('%')) return null;
  const groups = groupsOf(address);
  const [first, second, third] = groups as [number, number, number];
  const prefix = groups.slice(0, 6).join();
  if (prefix === '0,0,0,0,0,65535' || prefix === '100,65435,0,0,0,0') return dotted(groups[6]!, groups[7]!);
  if (first === 0x2002) return dotted(second, third);
  return groups.map((group) => group.toString(16)).join(':');
}
