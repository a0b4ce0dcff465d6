import ipaddr from 'ipaddr.js';

/**
 * The network that an address counts with: an IPv4 address is itself, also when it comes mapped into IPv6; of an IPv6 address the
 * first 64 bits, since whoever has one has all of them. What is no address is left as it is.
 */
export const networkOf = (address: string): string => {
  // A zone (`%eth0`) says by which card it came.
  const [bare = ''] = address.split('%');
  if (!ipaddr.isValid(bare)) return address;
  const parsed = ipaddr.process(bare);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${bare}/64`).toString()}/64`;
};
