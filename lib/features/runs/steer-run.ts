import 'server-only';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { controlRun } from './control-run';

const MAX_STEER_CHARS = 20_000;

/** A person's message to the slots of a run, or to one of them. Throws `invalid` for one that is empty or too long, and as `controlRun`. */
export async function steerRun(actor: Actor, runId: string, steer: { slot?: string; text: string }): Promise<void> {
  const text = steer.text.replaceAll('\0', '').toWellFormed().trim();
  if (text === '') throw unusable(texts.emptyMessage);
  if (text.length > MAX_STEER_CHARS) throw unusable(texts.messageTooLong(MAX_STEER_CHARS));
  await controlRun(actor, runId, { type: 'steer', slot: steer.slot, text });
}

function unusable(message: string): AppError {
  return new AppError('invalid', message, { fields: [{ path: 'text', message }] });
}
