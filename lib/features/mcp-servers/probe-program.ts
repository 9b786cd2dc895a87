import 'server-only';
import type { McpProbe } from '@/lib/mcp/connect/mcp-clients';
import type { McpFailure } from '@/lib/mcp/connect/mcp-failure';
import type { McpServer, ProgramTransport } from '@/lib/mcp/mcp-server';
import { installPackage } from '@/lib/mcp/stdio/install-package';
import { packageOf } from '@/lib/mcp/stdio/package-of';
import { getMcp } from '@/lib/runtime/mcp';
import { CHECK_SECONDS } from './probe-first';
import { texts } from './texts';

/** Installs a program's package where it has one, then starts the program and asks it. Never throws. */
export async function probeProgram(
  server: McpServer,
  { command, args }: ProgramTransport,
): Promise<{ probe: McpProbe; at: null }> {
  const installed = await install(command, args);
  if (installed && !installed.ok) return { probe: { ...installed, description: null }, at: null };
  const probe = await getMcp().clients.probe(server, AbortSignal.timeout(CHECK_SECONDS * 1000));
  return { probe: { ...probe, steps: [...(installed?.steps ?? []), ...probe.steps] }, at: null };
}

/** `null` = it is no package. */
async function install(command: string, args: string[]): Promise<Pick<McpProbe, 'ok' | 'steps' | 'failure'> | null> {
  const started = packageOf(command, args);
  if (!started) return null;
  const began = performance.now();
  const step = (ok: boolean, message?: string) => [
    { name: texts.installStep, ok, tookMs: Math.round(performance.now() - began), ...(message && { message }) },
  ];
  try {
    await installPackage(started.name, started.version ?? '');
    return { ok: true, steps: step(true), failure: null };
  } catch (error) {
    const { message, kind } = error as McpFailure;
    return { ok: false, steps: step(false, message), failure: kind ?? 'refused' };
  }
}
