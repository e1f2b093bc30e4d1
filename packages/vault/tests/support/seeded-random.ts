import { sha256 } from '@noble/hashes/sha2.js'
import { concat, uint32, utf8Encode } from '../../src/bytes.ts'
import type { Random } from '../../src/random.ts'

/** The bytes of SHA-256(seed ‖ u32 counter), one after another: the randomness of every vector. */
export function seededRandom(seed: string): Random {
  let counter = 0
  let pool = new Uint8Array(0)
  return (length) => {
    while (pool.length < length) {
      pool = concat(pool, sha256(concat(utf8Encode(seed), uint32(counter))))
      counter += 1
    }
    const drawn = pool.slice(0, length)
    pool = pool.slice(length)
    return drawn
  }
}
