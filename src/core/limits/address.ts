import { BlockList, isIP, isIPv6 } from 'node:net';

/** Proxies whose word about an address is taken. */
export type Trusted = (address: string) => boolean;

/** "10.0.0.0/8", "127.0.0.1", "fd00::/8", one or more; null: one of them is no address. Empty trusts nobody. */
export function trustedOf(networks: readonly string[]): Trusted | null {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits, more] = network.split('/');
    const family = isIP(address);
    const most = family === 6 ? 128 : 32;
    if (family === 0 || more !== undefined || (bits !== undefined && !/^\d{1,3}$/.test(bits))) return null;
    if (Number(bits ?? 0) > most) return null;
    list.addSubnet(address, bits === undefined ? most : Number(bits), family === 6 ? 'ipv6' : 'ipv4');
  }
  return (address) => isIP(address) !== 0 && list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

/**
 * Whose address a request comes from. `X-Forwarded-For` is believed from its end only as far as trusted proxies wrote
 * it: what stands before the first stranger anybody may have invented.
 */
export function clientOf(socket: string | undefined, forwarded: string | null, trusted: Trusted): string {
  let client = plain(socket ?? '');
  const said = (forwarded ?? '').split(',').map((part) => part.trim());
  while (trusted(client)) {
    const next = plain(withoutPort(said.pop() ?? ''));
    if (isIP(next) === 0) break;
    client = next;
  }
  return client;
}

/** Some proxies add the port: "192.0.2.1:4711", "[2001:db8::1]:4711". */
const withoutPort = (said: string): string =>
  /^\[([^\]]+)\](?::\d+)?$/.exec(said)?.[1] ?? /^([\d.]+):\d+$/.exec(said)?.[1] ?? said;

/** An IPv4 address that came over an IPv6 socket is the same address; the zone of a link is nobody's address. */
function plain(address: string): string {
  const bare = address.replace(/%.*$/, '');
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1] ?? bare;
}

/** What is counted as one: an IPv4 address, or the /64 that one household has in IPv6 (RFC 6177). */
export function household(address: string): string {
  if (!isIPv6(address)) return address;
  const [before = '', after] = address.toLowerCase().split('::');
  const groups = (text: string | undefined): string[] => (text ? text.split(':') : []);
  const [head, tail] = [groups(before), groups(after)];
  const gap = after === undefined ? 0 : Math.max(0, 8 - head.length - tail.length);
  const all = [...head, ...Array.from({ length: gap }, () => '0'), ...tail];
  return `${all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
