import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The options for Node with which `npm start` runs the server. Tests and benchmarks run it, or parts of it, with the same.
 * @param {string} root the repository
 * @returns {string[]}
 */
export function startOptions(root) {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return scripts.start.split(' ').filter((/** @type {string} */ word) => word.startsWith('--'));
}

/**
 * What the environment of the server has besides its own, where it does not say otherwise. glibc gives memory back to the system only in pieces
 * above a bound that it raises by itself: what the compilers of WebAssembly need for a moment stays, 90 MB. A bound that is set stays as it is (this is its
 * first value); other systems do not read the variable.
 * @returns {Record<string, string>}
 */
export function startEnvironment() {
  return { MALLOC_MMAP_THRESHOLD_: '131072' };
}
