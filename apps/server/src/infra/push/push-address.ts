import { type LookupAddress, type LookupAllOptions, lookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/*
 * A subscription names an address that this server then asks: somebody could name one inside its own network. So nothing
 * but https to public addresses, judged when it is named and again by the very addresses a connection is made to.
 */

const PRIVATE_V4 = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  PRIVATE_V4.addSubnet(network, bits)

/** Of the new addresses those that are given out, less those that stand for old ones or for examples. */
const GLOBAL_V6 = new BlockList()
GLOBAL_V6.addSubnet('2000::', 3, 'ipv6')
const SPECIAL_V6 = new BlockList()
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  SPECIAL_V6.addSubnet(network, bits, 'ipv6')

export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !PRIVATE_V4.check(address)
  return isIP(address) === 6 && GLOBAL_V6.check(address, 'ipv6') && !SPECIAL_V6.check(address, 'ipv6')
}

const LOCAL_NAME = /(^|\.)(localhost|local|internal|lan|home\.arpa|onion)\.?$/

/** As far as it can be told from the address alone. */
export function isPushAddress(text: string): boolean {
  const url = URL.parse(text)
  if (url === null || url.protocol !== 'https:' || url.username || url.password || url.port || url.hash) return false
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host)) return isPublicAddress(host)
  return host.includes('.') && !LOCAL_NAME.test(host)
}

/** The name leads into a private network. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError'
}

/** As Node's own, less the addresses that are nobody else's business; where no other is left, it fails. */
export const lookUpPublic: LookupFunction = (hostname, options, answer) => {
  const all: LookupAllOptions = { ...options, all: true }
  lookup(hostname, all, (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => {
    if (error) return answer(error, '')
    const open = addresses.filter(({ address }) => isPublicAddress(address))
    const [first] = open
    if (!first) return answer(new PrivateAddressError('a private address'), '')
    if (options.all) answer(null, open)
    else answer(null, first.address, first.family)
  })
}
