/** Runs the built app in this process: `HOST` (127.0.0.1) and `PORT` (3000). */
import { existsSync, readFileSync } from 'node:fs';
import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** By then a page has been shown, and most of the program used. */
const COMPILED_AFTER_MS = 15_000;

// What has been compiled once is not compiled again at the next start, which takes a fifth less time; a build takes it away. It is written
// when the process ends, but one that is killed would write nothing.
enableCompileCache(join(root, '.next', 'compiled'));
setTimeout(flushCompileCache, COMPILED_AFTER_MS).unref();

// Before Next reads it, since HOST and PORT may stand there too. What the environment already has wins.
if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'));
process.env.HOST ||= '127.0.0.1';
process.env.PORT ||= '3000';
process.env.NODE_ENV = 'production';
process.env.NEXT_TELEMETRY_DISABLED = '1';
// Next would wait for open browsers, whose connections last, and not for our work: lib/runtime/start-engine ends the process.
process.env.NEXT_MANUAL_SIG_HANDLE = 'true';
// As a standalone server does: what the build has made of next.config.ts. To read that anew Next would load its compiler, 40 MB that stay.
const { config } = JSON.parse(readFileSync(join(root, '.next', 'required-server-files.json'), 'utf8'));
process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config);
process.on('disconnect', () => process.exit(1));
// A terminal that is gone is no reason to end. Unheard, the error would be printed, which fails, which is printed, and so on for ever.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
process.chdir(root);
process.argv = [process.execPath, 'next', 'start', '-H', process.env.HOST, '-p', process.env.PORT];
await import('../node_modules/next/dist/bin/next');
