import 'server-only';
import type { Actor } from '@/lib/platform/auth/actor';
import { env } from '@/lib/platform/config/env';
import { mayOnInstance } from '@/lib/platform/permissions/may-on-instance';
import { sandboxSupport } from '@/lib/platform/sandbox/sandbox-support';
import { texts } from './texts';

/** Whether a person may add servers that are programs, and how those would be run. */
export interface ProgramSupport {
  /** Why they cannot add one that works, in words; `null` = they can. */
  problem: string | null;
  isSandboxed: boolean;
}

/** Asks the settings, the person's role and the machine. */
export async function programSupport(actor: Actor): Promise<ProgramSupport> {
  const { MASSGEN_MCP_STDIO, MASSGEN_MCP_SANDBOX } = env();
  const isSandboxed = MASSGEN_MCP_SANDBOX !== 'off';
  if (MASSGEN_MCP_STDIO === 'off') return { problem: texts.programsOff, isSandboxed };
  if (!mayOnInstance(actor, 'write', 'mcpProgram')) return { problem: texts.programsAdmins, isSandboxed };
  const support = isSandboxed ? await sandboxSupport() : null;
  return { problem: support && 'because' in support ? texts.noSandbox(support.because) : null, isSandboxed };
}
