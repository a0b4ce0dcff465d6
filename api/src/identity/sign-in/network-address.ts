import ipaddr from 'ipaddr.js';

/** What stands for all that is no address: whoever sends it does not choose what they are counted by. */
const unknown = 'unknown';

/** `192.0.2.7:50312` and `[2001:db8::1]:443`: some proxies name the port too. */
const withoutPort = (address: string): string =>
  /^\[([^\]]*)\](?::\d+)?$/.exec(address)?.[1] ?? address.replace(/^([\d.]+):\d+$/, '$1');

/**
 * The network that an address counts with: an IPv4 address is itself, also when it comes mapped into IPv6; of an IPv6 address the
 * first 64 bits, since whoever has one has all of them.
 */
export const networkOf = (address: string): string => {
  // A zone (`%eth0`) says by which card it came.
  const [bare = ''] = withoutPort(address).split('%');
  if (!ipaddr.isValid(bare)) return unknown;
  const parsed = ipaddr.process(bare);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${bare}/64`).toString()}/64`;
};
