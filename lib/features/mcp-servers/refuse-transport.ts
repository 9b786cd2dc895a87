import 'server-only';
import type { Actor } from '@/lib/platform/auth/actor';
import { env } from '@/lib/platform/config/env';
import { AppError } from '@/lib/platform/errors/app-error';
import { mayOnInstance } from '@/lib/platform/permissions/may-on-instance';
import { serverAddressProblem } from './server-address';
import type { GivenTransport } from './server-input';
import { texts } from './texts';

/** Throws `invalid` for an address at which no server can ever be connected to, and `forbidden` for a program of whoever may not start one. */
export function refuseTransport(actor: Actor, transport: GivenTransport): void {
  if (transport.type === 'stdio') requireProgramRight(actor);
  const problem = transport.type === 'stdio' ? null : serverAddressProblem(transport.url);
  if (problem) throw new AppError('invalid', problem, { fields: [{ path: 'transport.url', message: problem }] });
}

/** A program runs on the server's machine, with what of it a sandbox leaves: who may have it run is not for a workspace to say. Throws `forbidden`. */
function requireProgramRight(actor: Actor): void {
  const hint = texts.programsHint;
  if (env().MASSGEN_MCP_STDIO === 'off') throw new AppError('forbidden', texts.programsOff, { hint });
  if (!mayOnInstance(actor, 'write', 'mcpProgram')) throw new AppError('forbidden', texts.programsAdmins, { hint });
}
