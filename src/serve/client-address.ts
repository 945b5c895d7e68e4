/** Whose request it is, by address: the peer's, or what a trusted proxy says of its peer. Nobody else's word counts. */
import { BlockList, isIP, isIPv4 } from "node:net";

export interface ClientAddress {
  /** The address as one client: IPv4 whole, IPv6 by /64, since a household or a machine holds all of one. */
  readonly group: string;
  /** A program on this machine that came straight here. */
  readonly local: boolean;
}

export interface AddressReader {
  /**
   * @param peer the socket's other end; undefined when it is gone already, null when there is no socket at all.
   * @param forwardedFor the X-Forwarded-For header as it came.
   */
  read(peer: string | null | undefined, forwardedFor: string | undefined): ClientAddress;
}

interface Network {
  readonly address: string;
  readonly prefix: number;
  readonly family: "ipv4" | "ipv6";
}

/** "10.0.0.0/8", "::1", "127.0.0.1"; null for anything else. */
export function parseNetwork(text: string): Network | null {
  const [address = "", length, ...rest] = text.split("/");
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return null;
  const most = version === 4 ? 32 : 128;
  const prefix = length === undefined ? most : /^\d{1,3}$/u.test(length) ? Number(length) : Number.NaN;
  return prefix <= most ? { address, prefix, family: version === 4 ? "ipv4" : "ipv6" } : null;
}

/** @param trustedProxies each a network that `parseNetwork` takes; others are left out. */
export function createAddressReader(trustedProxies: readonly string[]): AddressReader {
  const proxies = new BlockList();
  for (const network of trustedProxies.map(parseNetwork)) {
    if (network !== null) proxies.addSubnet(network.address, network.prefix, network.family);
  }
  const isProxy = (address: string): boolean => proxies.check(address, isIPv4(address) ? "ipv4" : "ipv6");
  return {
    read(peer, forwardedFor) {
      if (peer === null) return { group: "in-process", local: true };
      const direct = plainAddress(peer ?? "");
      if (direct === null) return { group: "unknown", local: false };
      if (forwardedFor === undefined || !isProxy(direct)) return { group: groupOf(direct), local: isLoopback(direct) };
      return { group: groupOf(firstForeign(forwardedFor, isProxy) ?? direct), local: false };
    },
  };
}

/** Read from the right: each proxy adds its peer there; what stands left of the first stranger is the stranger's own word. */
function firstForeign(forwardedFor: string, isProxy: (address: string) => boolean): string | null {
  let nearest: string | null = null;
  for (const written of forwardedFor.split(",").toReversed()) {
    const address = plainAddress(written.trim());
    if (address === null) return nearest;
    nearest = address;
    if (!isProxy(address)) return address;
  }
  return nearest;
}

/** Without brackets, port and zone; "::ffff:1.2.3.4" is 1.2.3.4. Null when it is no address. */
function plainAddress(text: string): string | null {
  const bare = /^\[(.+)\](?::\d+)?$/u.exec(text)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/u.exec(text)?.[1] ?? text;
  const address = bare.replace(/%.*$/u, "").replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/iu, "");
  return isIP(address) === 0 ? null : address;
}

export function isLoopback(address: string): boolean {
  return (isIPv4(address) && address.startsWith("127.")) || (isIP(address) === 6 && hextets(address).join(":") === "0:0:0:0:0:0:0:1");
}

function groupOf(address: string): string {
  return isIPv4(address) ? address : `${hextets(address).slice(0, 4).join(":")}::/64`;
}

/** The eight groups of an IPv6 address, without leading zeros. */
function hextets(address: string): readonly string[] {
  const [head = "", tail] = address.toLowerCase().split("::");
  const groups = (part: string | undefined): string[] =>
    (part ?? "").split(":").flatMap((group) => (group === "" ? [] : group.includes(".") ? dottedGroups(group) : [group]));
  const [first, last] = [groups(head), groups(tail)];
  const gap = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  return [...first, ...Array.from({ length: gap }, () => "0"), ...last].map((group) => Number.parseInt(group, 16).toString(16));
}

function dottedGroups(dotted: string): string[] {
  const [a = 0, b = 0, c = 0, d = 0] = dotted.split(".").map(Number);
  return [(a * 256 + b).toString(16), (c * 256 + d).toString(16)];
}
