import { isIPv4 } from 'node:net';
import { Networks, plain, reachOf } from './reach.js';

interface Entry {
  readonly kind: 'name' | 'address' | 'network';
  readonly value: string;
}

/** One entry: a host's name, an address, or a network (`10.20.0.0/16`). Null for anything else, names with a wildcard or a port included. */
export function entryOf(text: string): Entry | null {
  const [address, prefix, ...more] = text.split('/') as [string, string?, ...string[]];
  const literal = plain(address);
  if (prefix !== undefined) {
    const fits = literal !== null && /^\d{1,3}$/.test(prefix) && Number(prefix) <= (isIPv4(literal) ? 32 : 128) && more.length === 0;
    return fits && isIPv4(literal) === isIPv4(address) ? { kind: 'network', value: `${literal}/${prefix}` } : null;
  }
  if (literal !== null) return { kind: 'address', value: literal };
  if (!/^[^\s:/?#@[\]\\*]+$/.test(text) || !URL.canParse(`http://${text}`)) return null;
  const name = new URL(`http://${text}`).hostname;
  return plain(name) === null ? { kind: 'name', value: name } : { kind: 'address', value: name };
}

/**
 * The hosts to which the application may connect. A name leads to wherever the DNS says, and that is not in the operator's hand; so a name is good
 * for addresses of the world only, and addresses inside a network have to be on the list themselves.
 */
export class AllowList {
  private readonly names: ReadonlySet<string>;
  private readonly addresses: ReadonlySet<string>;
  private readonly networks: Networks;

  /** Entries that are none are left out: the configuration refuses them before. */
  constructor(texts: readonly string[]) {
    const entries = texts.map(entryOf).filter((entry) => entry !== null);
    const of = (kind: Entry['kind']) => entries.filter((entry) => entry.kind === kind).map(({ value }) => value);
    this.names = new Set(of('name'));
    this.addresses = new Set(of('address'));
    this.networks = new Networks(of('network'));
  }

  /** Whether the host of a URL, as `URL` spells it, is on the list. */
  knows(hostname: string): boolean {
    const address = plain(hostname);
    return address === null ? this.names.has(hostname) : this.lists(address) && this.permits(address);
  }

  /**
   * Whether a connection may go to this address: of the world; inside a network when it or its network is listed; this machine and its wire only
   * when that very address is.
   */
  permits(address: string): boolean {
    const literal = plain(address);
    if (literal === null) return false;
    const reach = reachOf(literal);
    if (reach === 'public') return true;
    return reach === 'inner' ? this.lists(literal) : reach === 'own' && this.addresses.has(literal);
  }

  private lists(address: string): boolean {
    return this.addresses.has(address) || this.networks.has(address);
  }
}
