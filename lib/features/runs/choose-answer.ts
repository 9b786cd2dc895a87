import 'server-only';
import { getDb } from '@/db/client';
import { saveChoice } from '@/db/queries/runs/save-choice';
import { loadShownState } from '@/lib/engine/run/load-run';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { observationsOf } from '@/lib/protocol/reliability/observations-of';
import type { AnswerId } from '@/lib/protocol/team';
import { answerOf } from '@/lib/protocol/voting/current-answers';
import { controlRun } from './control-run';
import { findRunOrThrow } from './find-run-or-throw';

export interface Choice {
  answerId: AnswerId;
  by: { userId: string };
  at: string;
}

/**
 * A person says which answer is right (P30). While the run goes on it wins, and `null` is returned; after a run has finished the choice is
 * stored with its message, whose text it becomes, and nothing is written to the log. Throws `invalid` for an answer that the run does not
 * have, `conflict` for a run that was stopped or failed.
 */
export async function chooseAnswer(actor: Actor, runId: string, answerId: AnswerId): Promise<Choice | null> {
  const { status } = await findRunOrThrow(actor, runId, 'write');
  if (status === 'finished') return chooseAfterwards(actor, runId, answerId);
  await controlRun(actor, runId, { type: 'choose', answerId });
  return null;
}

async function chooseAfterwards(actor: Actor, runId: string, answerId: AnswerId): Promise<Choice> {
  const state = await loadShownState(await getDb(), runId, 'member');
  const answer = answerOf(state, answerId);
  if (!answer) {
    const message = texts.noSuchAnswer(answerId);
    throw new AppError('invalid', message, { fields: [{ path: 'answerId', message }] });
  }
  // Who confirms the winner keeps what the presenter made of it.
  const text = state.final?.answerId === answerId ? state.final.text : answer.content;
  const chosen: Choice = { answerId, by: { userId: actor.userId }, at: new Date().toISOString() };
  const observations = observationsOf(state, answerId);
  // JSON columns cannot hold NUL or halves of characters, which a model may well write.
  const storable = text.replaceAll('\0', '').toWellFormed();
  if (!(await saveChoice(actor, runId, { chosen, text: storable, observations })))
    throw new AppError('conflict', texts.runOver);
  return chosen;
}
