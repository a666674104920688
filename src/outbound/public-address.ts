import { BlockList, isIP } from "node:net";

/** Special-purpose IPv4 blocks (IANA registry), multicast, and what clouds answer their own machines at. */
const NOT_PUBLIC_V4: readonly (readonly [network: string, bits: number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.31.196.0", 24],
  ["192.52.193.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["192.175.48.0", 24],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
  // Azure's own service answers under an address that looks public.
  ["168.63.129.16", 32],
];

/** Inside 2000::/3: protocol assignments with Teredo, documentation, and 6to4, which carries an IPv4 address. */
const NOT_PUBLIC_V6: readonly (readonly [network: string, bits: number])[] = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["2620:4f:8000::", 48],
  ["3fff::", 20],
];

const refusedV4 = new BlockList();
for (const [network, bits] of NOT_PUBLIC_V4) refusedV4.addSubnet(network, bits, "ipv4");
const globalV6 = new BlockList();
globalV6.addSubnet("2000::", 3, "ipv6");
const refusedV6 = new BlockList();
for (const [network, bits] of NOT_PUBLIC_V6) refusedV6.addSubnet(network, bits, "ipv6");

/** How far a request may go. Loopback is for tests and the demonstration, and no setting grants it. */
export type Reach = "public" | "public-and-loopback";

/**
 * Whether a request may be sent to this network address: a public one of the whole Internet. Every private, local,
 * reserved or translated form is refused; of IPv6 only global unicast is left, so IPv4 in IPv6 clothes is not.
 */
export function mayReach(address: string, reach: Reach): boolean {
  const family = isIP(address);
  if (family === 0) return false;
  if (reach === "public-and-loopback" && (address === "127.0.0.1" || address === "::1")) return true;
  if (family === 4) return !refusedV4.check(address, "ipv4");
  return !address.includes("%") && globalV6.check(address, "ipv6") && !refusedV6.check(address, "ipv6");
}
