/** `npm start`: everything from a fresh clone to a running server. Plain Node: it runs before anything is installed. */
import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ensureBuild } from './setup/ensure-build.mjs';
import { ensureDependencies } from './setup/ensure-dependencies.mjs';
import { nodeBinary } from './setup/node-binary.mjs';
import { startEnvironment } from './setup/start-options.mjs';

const serve = fileURLToPath(new URL('./serve.mjs', import.meta.url));
const root = fileURLToPath(new URL('..', import.meta.url));

try {
  await ensureDependencies(root);
  await ensureBuild(root);
  const node = nodeBinary(root);
  if (realpathSync(node) === realpathSync(process.execPath)) await serveHere();
  else serveWith(node);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/** In this process. The environment is read when a program begins: on Linux this one is replaced by the server, and stays the same process. */
async function serveHere() {
  // Another program would not have the channel to a parent.
  if (process.platform !== 'linux' || !process.execve || process.channel) {
    await import('./serve.mjs');
    return;
  }
  // It warns that it is new.
  process.removeAllListeners('warning');
  process.execve(process.execPath, [process.execPath, ...process.execArgv, serve], {
    ...startEnvironment(),
    ...process.env,
  });
}

/**
 * Only at the very first start on a machine with an old Node. The IPC channel ties the server's life to this
 * process, so that even `kill -9` leaves no server behind that holds the data folder.
 * @param {string} node path of the executable
 */
function serveWith(node) {
  const server = spawn(node, [...process.execArgv, serve], {
    cwd: root,
    env: { ...startEnvironment(), ...process.env },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));
  server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}
