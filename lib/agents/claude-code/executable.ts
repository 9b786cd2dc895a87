import 'server-only';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const SDK = '@anthropic-ai/claude-agent-sdk';

/** Path of Claude Code's executable for this platform, or `null`: the SDK is an optional dependency. */
export function claudeCodeExecutable(): string | null {
  const require = createRequire(join(process.cwd(), 'package.json'));
  const file = process.platform === 'win32' ? 'claude.exe' : 'claude';
  for (const variant of ['', '-musl']) {
    try {
      const manifest = require.resolve(`${SDK}-${process.platform}-${process.arch}${variant}/package.json`);
      const path = join(dirname(manifest), file);
      if (existsSync(path)) return path;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
    }
  }
  return null;
}

export const HOW_TO_INSTALL = `Claude Code is not installed on this server: run “npm install ${SDK}”, then start the server again.`;
