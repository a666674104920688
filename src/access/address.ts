/** An address as the permanent log keeps it: enough to see where from, not who (law.md §7). */
export function truncated(address: string): string {
  if (/^\d+\.\d+\.\d+\.\d+$/.test(address)) return address.replace(/\d+$/, "0/24");
  const groups = address.split("::", 1)[0]!.split(":").slice(0, 3);
  return `${groups.join(":")}::/48`;
}
