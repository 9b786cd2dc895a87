import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { startEnvironment, startOptions } from '../../scripts/setup/start-options.mjs';
import { freePort } from './free-port';
import { waitFor } from './wait-for';

export const ADMIN = {
  email: 'owner@example.test',
  password: 'correct horse battery staple',
  apiKey: 'test-key-of-the-owner-0123456789abcdef',
};

/** Creates the owner without the set-up page. */
export const ADMIN_ENV = {
  MASSGEN_ADMIN_EMAIL: ADMIN.email,
  MASSGEN_ADMIN_PASSWORD: ADMIN.password,
  MASSGEN_ADMIN_API_KEY: ADMIN.apiKey,
};

export interface AppServer {
  url: string;
  port: number;
  pid: number;
  /** Everything the server has printed. */
  output(): string;
  /** Resolves when the process is gone. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

export interface AppOptions {
  dataDir: string;
  port?: number;
  env?: Record<string, string>;
}

/** Starts the built app in its own process, with an explicit environment, without waiting for it. */
export async function spawnApp({
  dataDir,
  port,
  env = {},
}: AppOptions): Promise<{ child: ChildProcess; port: number; output(): string }> {
  const chosen = port ?? (await freePort());
  const child = spawn(process.execPath, [...startOptions(process.cwd()), join(process.cwd(), 'scripts', 'serve.mjs')], {
    env: {
      ...startEnvironment(),
      PATH: process.env.PATH ?? '',
      HOME: dataDir,
      HOST: '127.0.0.1',
      PORT: String(chosen),
      DATA_DIR: dataDir,
      LOG_LEVEL: 'warn',
      // What a test counts of models' requests is what it has asked for.
      MASSGEN_TITLES: 'rule',
      NODE_ENV: 'production',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk));
  return { child, port: chosen, output: () => text };
}

/** Starts the built app and waits until it is ready to take requests. */
export async function startApp(options: AppOptions): Promise<AppServer> {
  const { child, port, output } = await spawnApp(options);
  const url = `http://127.0.0.1:${port}`;
  await waitFor(`the app on port ${port}`, 60_000, async () => {
    if (child.exitCode !== null) throw new Error(`The app ended with code ${child.exitCode}:\n${output()}`);
    const response = await fetch(`${url}/api/ready`).catch(() => undefined);
    return response?.ok ? true : undefined;
  });
  return {
    url,
    port,
    pid: child.pid ?? 0,
    output,
    async stop(signal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill(signal);
      await once(child, 'exit');
    },
  };
}
