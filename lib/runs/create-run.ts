import 'server-only';
import { uuidv7 } from 'uuidv7';
import { insertTurn } from '@/db/queries/runs/insert-turn';
import { startTurn } from '@/db/queries/runs/start-turn';
import type { NewTurn } from '@/db/queries/runs/turn-insertion';
import type { TeamDefinition } from '@/db/types/team-definition';
import type { Actor } from '@/lib/auth/actor';
import { env } from '@/lib/config/env';
import { AppError } from '@/lib/errors/app-error';
import { getEngine } from '@/lib/runtime/engine';
import { resolveTeam } from '@/lib/teams/resolve-team';
import { cleanInput } from './clean-input';
import { type RunSummary, runSummary } from './run-summary';
import { titleOf } from './title-of';

export interface RunRequest {
  /** Absent = a new conversation in the person's own workspace. */
  conversationId?: string;
  input: string;
  /** A team's id or the team itself. */
  team: string | TeamDefinition;
  /** Absent = behind the conversation's active leaf; `null` = a new first turn. */
  parentMessageId?: string | null;
}

/** When one of a person's runs may have ended, in seconds. */
const RETRY_AFTER_SECONDS = 10;

/**
 * Puts a question to a team: makes the turn's messages and its run, which starts at once or waits for its turn. Throws `invalid` for an
 * unusable input or team, `not_found` for a conversation that the actor may not write to, `rate_limited` when too many runs wait.
 */
export async function createRun(actor: Actor, request: RunRequest): Promise<RunSummary> {
  const input = cleanInput(request.input);
  const { definition } = await resolveTeam(actor, request.team);
  const { MASSGEN_MAX_RUNS_PER_USER, MASSGEN_MAX_RUNS_PER_WORKSPACE, MASSGEN_MAX_QUEUED_PER_USER } = env();
  const engine = await getEngine();
  const ids = { run: uuidv7(), message: uuidv7(), answerMessage: uuidv7(), conversation: uuidv7() };
  const turn: NewTurn = {
    ids,
    conversationId: request.conversationId ?? null,
    title: titleOf(input),
    parentMessageId: request.parentMessageId,
    input,
    team: definition,
    maxUnfinished: MASSGEN_MAX_RUNS_PER_USER + MASSGEN_MAX_QUEUED_PER_USER,
  };
  const terms = engine.leaseTerms();
  const limits = { perUser: MASSGEN_MAX_RUNS_PER_USER, perWorkspace: MASSGEN_MAX_RUNS_PER_WORKSPACE };
  const begun = terms && (await startTurn(actor, turn, terms, limits));
  if (begun) {
    engine.begin(begun);
    return runSummary({ id: begun.id, conversationId: begun.conversationId, status: 'running', seq: 0 }, null);
  }
  const inserted = await insertTurn(actor, turn, engine.enqueue);
  if (!inserted.ok) throw refusal(inserted.because);
  engine.submitted();
  return runSummary({ id: ids.run, conversationId: inserted.conversationId, status: 'queued', seq: 0 }, null);
}

function refusal(because: 'no_conversation' | 'no_parent' | 'too_many'): AppError {
  switch (because) {
    case 'no_conversation':
      return new AppError('not_found', 'There is no such conversation.');
    case 'no_parent':
      return new AppError('invalid', 'The message to follow is not in this conversation.', {
        fields: [{ path: 'parentMessageId', message: 'There is no such message in this conversation.' }],
      });
    case 'too_many':
      return new AppError('rate_limited', 'Too many of your runs are waiting.', {
        hint: 'Wait until some have ended, or stop some.',
        retryAfterSeconds: RETRY_AFTER_SECONDS,
      });
  }
}
