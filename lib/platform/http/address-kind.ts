import 'server-only';
import { BlockList, isIPv6 } from 'node:net';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8);
loopback.addAddress('::1', 'ipv6');

const local = new BlockList();
local.addSubnet('10.0.0.0', 8);
local.addSubnet('172.16.0.0', 12);
local.addSubnet('192.168.0.0', 16);
local.addSubnet('169.254.0.0', 16);
local.addSubnet('fc00::', 7, 'ipv6');
local.addSubnet('fe80::', 10, 'ipv6');

/** Of an IPv4 or IPv6 address, also of an IPv4 address that is written as an IPv6 one. */
export function isLoopback(address: string): boolean {
  return loopback.check(address, family(address));
}

/** Loopback, private or link-local: where a reverse proxy of one's own is. */
export function isLocalNetwork(address: string): boolean {
  return isLoopback(address) || local.check(address, family(address));
}

function family(address: string): 'ipv4' | 'ipv6' {
  return isIPv6(address) ? 'ipv6' : 'ipv4';
}
