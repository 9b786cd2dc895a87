import 'server-only';
import { uuidv7 } from 'uuidv7';
import { findRunPlace, type RunPlace } from '@/db/queries/policies/find-run-place';
import { type InsertedTurn, insertTurn } from '@/db/queries/runs/insert-turn';
import { startTurn } from '@/db/queries/runs/start-turn';
import type { NewTurn } from '@/db/queries/runs/turn-insertion';
import { refuseUnknownCheckServers } from '@/lib/features/teams/refuse-unknown-servers';
import { resolveTeam } from '@/lib/features/teams/resolve-team';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { env } from '@/lib/platform/config/env';
import { AppError } from '@/lib/platform/errors/app-error';
import { MAX_ATTACHED_BYTES } from '@/lib/protocol/attachment';
import { titleOf } from '@/lib/protocol/naming/title-of';
import { getEngine } from '@/lib/runtime/engine';
import { withChecks } from '@/lib/team-config/checks/with-checks';
import type { ValidTeam } from '@/lib/team-config/validate-team';
import { cleanInput } from './clean-input';
import { placeOfTurn } from './place-of-turn';
import { refuseByPolicy } from './refuse-by-policy';
import type { RunRequest } from './run-request';
import { type RunSummary, runSummary } from './run-summary';

/** Title of a conversation that begins with files alone. */
const NO_WORDS = texts.attachedFiles;

/** When one of a person's runs may have ended, in seconds. */
const RETRY_AFTER_SECONDS = 10;

/**
 * Puts a question to a team: makes the turn's messages and its run, which starts at once or waits for its turn. Throws `invalid` for an
 * unusable input or team, `not_found` for a conversation that the actor may not write to, `rate_limited` when too many runs wait.
 */
export async function createRun(actor: Actor, request: RunRequest): Promise<RunSummary> {
  const { questionId, parentMessageId, checks = [], ...asked } = await placeOfTurn(actor, request);
  const attachmentIds = [...new Set(asked.attachments ?? [])];
  const input = cleanInput(asked.input, { mayBeEmpty: attachmentIds.length > 0 || questionId !== null });
  const workspaceId = request.workspaceId ?? actor.onlyIn ?? undefined;
  const findPlace = () => placeOrThrow(actor, { ...request, workspaceId });
  const { team, definition } = await resolveTeam(actor, request.team)
    .then((valid) => withOwnChecks(actor, valid, checks))
    .catch(async (error: unknown) => {
      // Who may ask nothing there is told that, not what is wrong with their team.
      await findPlace();
      throw error;
    });
  const { MASSGEN_MAX_RUNS_PER_USER, MASSGEN_MAX_RUNS_PER_WORKSPACE, MASSGEN_MAX_QUEUED_PER_USER } = env();
  const engine = await getEngine();
  const ids = { run: uuidv7(), message: uuidv7(), answerMessage: uuidv7(), conversation: uuidv7() };
  const turn: NewTurn = {
    ids,
    conversationId: request.conversationId ?? null,
    workspaceId,
    title: titleOf(input) || NO_WORDS,
    parentMessageId,
    questionId,
    input,
    attachmentIds,
    maxAttachedBytes: MAX_ATTACHED_BYTES,
    team: definition,
    checks,
    maxUnfinished: MASSGEN_MAX_RUNS_PER_USER + MASSGEN_MAX_QUEUED_PER_USER,
  };
  const terms = engine.leaseTerms();
  const limits = { perUser: MASSGEN_MAX_RUNS_PER_USER, perWorkspace: MASSGEN_MAX_RUNS_PER_WORKSPACE };
  const start = async (isPolicyRead: boolean) => terms && startTurn(actor, turn, terms, limits, isPolicyRead);
  let begun = await start(false);
  if (!begun) {
    await refuseByPolicy(actor, await findPlace(), team);
    begun = await start(true);
  }
  if (begun) {
    engine.begin(begun);
    return runSummary({ id: begun.id, conversationId: begun.conversationId, status: 'running', seq: 0 }, null);
  }
  const inserted = await insertTurn(actor, turn, engine.enqueue);
  if (!inserted.ok) throw refusal(inserted.because);
  engine.submitted();
  return runSummary({ id: ids.run, conversationId: inserted.conversationId, status: 'queued', seq: 0 }, null);
}

async function placeOrThrow(actor: Actor, request: Parameters<typeof findRunPlace>[1]): Promise<RunPlace> {
  const place = await findRunPlace(actor, request);
  if (!place) throw refusal(request.conversationId ? 'no_conversation' : 'no_workspace');
  return place;
}

async function withOwnChecks(actor: Actor, team: ValidTeam, checks: unknown[] = []): Promise<ValidTeam> {
  if (checks.length === 0) return team;
  const both = withChecks(team, checks);
  await refuseUnknownCheckServers(actor, checks);
  return both;
}

function refusal(because: Extract<InsertedTurn, { ok: false }>['because']): AppError {
  switch (because) {
    case 'no_workspace':
      return new AppError('invalid', texts.invalidInput, {
        fields: [{ path: 'workspaceId', message: texts.cannotWriteHere }],
      });
    case 'no_conversation':
      return new AppError('not_found', texts.noSuchConversation);
    case 'no_parent':
      return new AppError('invalid', texts.noSuchParent, {
        fields: [{ path: 'parentMessageId', message: texts.noSuchParentField }],
      });
    case 'no_attachment':
      return unusableAttachments(texts.missingAttachment, texts.uploadAgain);
    case 'attachments_too_large':
      return unusableAttachments(texts.attachmentsTooLarge(MAX_ATTACHED_BYTES / 1024 / 1024), texts.sendSomeLater);
    case 'too_many':
      return new AppError('rate_limited', texts.tooManyRuns, {
        hint: texts.tooManyRunsHint,
        retryAfterSeconds: RETRY_AFTER_SECONDS,
      });
  }
}

function unusableAttachments(message: string, hint: string): AppError {
  return new AppError('invalid', message, { hint, fields: [{ path: 'attachments', message }] });
}
