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
 * What the environment of the server has besides its own, where it does not say otherwise. glibc gives memory back to the system above a bound
 * that it raises by itself: what the compilers of WebAssembly need for a moment stays, 80 MB. A bound that is set stays as it is. With its first value, 128 kB, a
 * busy server gives back what it needs again at once (p99 at 200 streams 36 ms instead of 28). Other systems do not read the variable.
 * @returns {Record<string, string>}
 */
export function startEnvironment() {
  return { MALLOC_TRIM_THRESHOLD_: '4194304' };
}
