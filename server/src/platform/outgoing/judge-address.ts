import { BlockList, isIPv6 } from 'node:net'

/** How near to the house an address lies; `never` is no destination of anybody. */
export type Reach = 'public' | 'private' | 'this-machine'

type Subnet = readonly [network: string, prefix: number, family: 'ipv4' | 'ipv6']

/** Unspecified, link-local (cloud metadata among them), multicast, reserved, and every form that hides a v4 address. */
const NEVER: readonly Subnet[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['100.100.100.200', 32, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  ['::', 128, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
  ['64:ff9b::', 96, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['2001::', 32, 'ipv6'],
  ['fd00:ec2::254', 128, 'ipv6'],
]
const HERE: readonly Subnet[] = [
  ['127.0.0.0', 8, 'ipv4'],
  ['::1', 128, 'ipv6'],
]
const INSIDE: readonly Subnet[] = [
  ['10.0.0.0', 8, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['fc00::', 7, 'ipv6'],
]

const [never, here, inside] = [NEVER, HERE, INSIDE].map((subnets) => {
  const list = new BlockList()
  for (const subnet of subnets) list.addSubnet(...subnet)
  return list
}) as [BlockList, BlockList, BlockList]

/** An address as a resolver gives it, v4 inside v6 included. */
export function reachOf(address: string): Reach | 'never' {
  const family = isIPv6(address) ? 'ipv6' : 'ipv4'
  if (never.check(address, family)) return 'never'
  if (here.check(address, family)) return 'this-machine'
  return inside.check(address, family) ? 'private' : 'public'
}

/** Whoever allowed an inside address also allows the host to move outside; this machine is allowed alone. */
export function mayReach(allowed: Reach, found: Reach | 'never'): boolean {
  switch (allowed) {
    case 'public':
      return found === 'public'
    case 'private':
      return found === 'public' || found === 'private'
    case 'this-machine':
      return found === 'this-machine'
  }
}
