/** Which network addresses belong to the public internet, by IANA's registries of special-purpose addresses. */
import { BlockList, isIP } from "node:net";

/** Private, loopback, link-local, shared, for documents and tests, multicast, reserved; and what may hide one of these. */
const SPECIAL = `0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24
  192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4
  ::/127 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 3fff::/20 5f00::/16 fc00::/7 fe80::/9 ff00::/8`;

const special = new BlockList();
for (const range of SPECIAL.split(/\s+/)) {
  const [network, bits] = range.split("/");
  special.addSubnet(network, Number(bits), network.includes(":") ? "ipv6" : "ipv4");
}

/** @param address As the system resolves it: an IPv4 address written within IPv6 is judged as what it is. */
export function isPublicAddress(address: string): boolean {
  const plain = address.replace(/%.*$/, "");
  const family = isIP(plain);
  return family !== 0 && !special.check(plain, family === 6 ? "ipv6" : "ipv4");
}
