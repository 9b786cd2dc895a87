/** `npm start`: everything from a fresh clone to a running server. Plain Node: it runs before anything is installed. */
import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ensureBuild } from './setup/ensure-build.mjs';
import { ensureDependencies } from './setup/ensure-dependencies.mjs';
import { nodeBinary } from './setup/node-binary.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

try {
  await ensureDependencies(root);
  await ensureBuild(root);
  const node = nodeBinary(root);
  if (realpathSync(node) === realpathSync(process.execPath)) await import('./serve.mjs');
  else serveWith(node);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/**
 * Only at the very first start on a machine with an old Node. The IPC channel ties the server's life to this
 * process, so that even `kill -9` leaves no server behind that holds the data folder.
 * @param {string} node path of the executable
 */
function serveWith(node) {
  const server = spawn(node, [...process.execArgv, fileURLToPath(new URL('./serve.mjs', import.meta.url))], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));
  server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}
