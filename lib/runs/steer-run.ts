import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors/app-error';
import { controlRun } from './control-run';

const MAX_STEER_CHARS = 20_000;

/** A person's message to the slots of a run, or to one of them. Throws `invalid` for one that is empty or too long, and as `controlRun`. */
export async function steerRun(actor: Actor, runId: string, steer: { slot?: string; text: string }): Promise<void> {
  const text = steer.text.replaceAll('\0', '').toWellFormed().trim();
  if (text === '') throw unusable('The message is empty.');
  if (text.length > MAX_STEER_CHARS) throw unusable(`The message is longer than ${MAX_STEER_CHARS} characters.`);
  await controlRun(actor, runId, { type: 'steer', slot: steer.slot, text });
}

function unusable(message: string): AppError {
  return new AppError('invalid', message, { fields: [{ path: 'text', message }] });
}
