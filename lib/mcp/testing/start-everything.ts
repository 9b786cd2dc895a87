import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { freePort } from './free-port';

export interface EverythingServer {
  url: string;
  origin: string;
  stop(): Promise<void>;
}

const require = createRequire(import.meta.url);

/** The reference server with one of everything, in a process of its own, over Streamable HTTP or the older transport. */
export async function startEverything(kind: 'http' | 'sse'): Promise<EverythingServer> {
  const port = await freePort();
  const program = join(
    dirname(require.resolve('@modelcontextprotocol/server-everything/package.json')),
    'dist',
    'index.js',
  );
  const child = spawn(process.execPath, [program, kind === 'http' ? 'streamableHttp' : 'sse'], {
    env: { NODE_ENV: 'test', PORT: String(port) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.stderr.on('data', (text) => /port \d+/.test(String(text)) && resolve());
    child.once('error', reject);
    ended.then(() => reject(new Error('The server did not start.')));
  });
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    url: `${origin}/${kind === 'http' ? 'mcp' : 'sse'}`,
    stop() {
      child.kill('SIGKILL');
      return ended;
    },
  };
}
