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
