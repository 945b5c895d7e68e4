import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createAddressReader, isLoopback, parseNetwork } from "../../../src/serve/client-address.ts";

describe("whose request it is", () => {
  const straight = createAddressReader([]);

  it.each([
    ["203.0.113.7", { group: "203.0.113.7", local: false }],
    ["::ffff:203.0.113.7", { group: "203.0.113.7", local: false }],
    ["2001:db8:1:2:3:4:5:6", { group: "2001:db8:1:2::/64", local: false }],
    ["2001:db8:1:2:ffff::1", { group: "2001:db8:1:2::/64", local: false }],
    ["2001:db8::1", { group: "2001:db8:0:0::/64", local: false }],
    ["fe80::1%eth0", { group: "fe80:0:0:0::/64", local: false }],
    ["127.0.0.1", { group: "127.0.0.1", local: true }],
    ["::1", { group: "0:0:0:0::/64", local: true }],
    ["::ffff:127.0.0.1", { group: "127.0.0.1", local: true }],
  ])("%s is read as one client", (peer, expected) => {
    expect(straight.read(peer, undefined)).toEqual(expected);
  });

  it("is unknown, and not from this machine, when the connection is gone already", () => {
    expect(straight.read(undefined, undefined)).toEqual({ group: "unknown", local: false });
  });

  it("is the peer's own, whatever it writes into X-Forwarded-For, while no proxy is named", () => {
    expect(straight.read("203.0.113.7", "127.0.0.1")).toEqual({ group: "203.0.113.7", local: false });
    expect(straight.read("127.0.0.1", "198.51.100.1").local).toBe(true);
  });

  const behind = createAddressReader(["127.0.0.1", "10.0.0.0/8", "fd00::/8"]);

  it("is what the named proxy says, read from the right", () => {
    expect(behind.read("127.0.0.1", "198.51.100.1").group).toBe("198.51.100.1");
    expect(behind.read("127.0.0.1", "198.51.100.1, 10.1.2.3").group).toBe("198.51.100.1");
    expect(behind.read("10.9.9.9", "[2001:db8:1:2::9]:4711, fd00::5").group).toBe("2001:db8:1:2::/64");
  });

  it("cannot be forged by what a client wrote before the proxy", () => {
    expect(behind.read("127.0.0.1", "192.0.2.99, 198.51.100.1").group).toBe("198.51.100.1");
    expect(behind.read("127.0.0.1", "127.0.0.1, 198.51.100.1")).toEqual({ group: "198.51.100.1", local: false });
    // One that comes straight, past the proxy, is not believed.
    expect(behind.read("203.0.113.7", "198.51.100.1").group).toBe("203.0.113.7");
  });

  it("is never from this machine when it came through a proxy", () => {
    for (const header of ["127.0.0.1", "::1", "", "nonsense", "10.0.0.1", "10.0.0.1, 127.0.0.1"])
      expect(behind.read("127.0.0.1", header).local, header).toBe(false);
  });

  it("gives every address of one IPv6 network the same group, and of another network another", () => {
    const hextet = fc.integer({ min: 0, max: 0xffff }).map((value) => value.toString(16));
    const half = fc.tuple(hextet, hextet, hextet, hextet).map((parts) => parts.join(":"));
    fc.assert(
      fc.property(half, half, half, half, (network, host, otherHost, otherNetwork) => {
        const group = (address: string): string => straight.read(address, undefined).group;
        expect(group(`${network}:${host}`)).toBe(group(`${network}:${otherHost}`));
        expect(group(`${network}:${host}`) === group(`${otherNetwork}:${host}`)).toBe(network === otherNetwork);
      }),
    );
  });

  it("never throws, whatever stands in the header", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(fc.oneof(fc.ipV4(), fc.ipV6(), fc.string())).map((parts) => parts.join(", ")),
        ),
        (header) => {
          expect(behind.read("127.0.0.1", header).local).toBe(false);
        },
      ),
    );
  });
});

describe("networks", () => {
  it.each(["10.0.0.0/33", "10.0.0/8", "::/129", "10.0.0.0/", "10.0.0.0/8/8", "all", "", "10.0.0.0/-1"])("%s is none", (text) => {
    expect(parseNetwork(text)).toBeNull();
  });

  it("are told from names: only addresses are this machine's", () => {
    expect(isLoopback("localhost")).toBe(false);
    expect(isLoopback("127.9.9.9")).toBe(true);
    expect(isLoopback("0:0:0:0:0:0:0:1")).toBe(true);
    expect(isLoopback("0.0.0.0")).toBe(false);
  });
});
