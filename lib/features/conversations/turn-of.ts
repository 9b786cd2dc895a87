import 'server-only';
import type { MessageNode } from '@/db/queries/conversations/select-message-tree';
import type { TurnMessage } from '@/db/queries/conversations/select-turn-messages';
import { namesIn } from '@/lib/features/members/member-names';
import { getRunState } from '@/lib/features/runs/get-run-state';
import type { Actor } from '@/lib/platform/auth/actor';
import type { RunState } from '@/lib/protocol/state';
import { continuedFrom, importedFrom } from './continued-from';
import { type CutText, cutText } from './cut-text';
import type { Branch, TurnNode } from './read-branch';
import type { BranchesView, RunView, TurnView } from './turn-view';

/** Of a longer text a page shows the beginning, in characters; the rest is read on demand. */
export const LONGEST_SHOWN = 16_000;
/** A larger state, as JSON in characters, is not worth sending: the browser reads the log anyway. */
const LARGEST_STATE = 250_000;

interface TurnParts {
  node: TurnNode;
  /** Id of the answer before it in the branch. */
  after: string | null;
  messages: Map<string, TurnMessage>;
}

/**
 * A turn as the page shows it; a run that goes on comes with its folded state, so that the page starts where the log is. `null` for what is
 * being deleted.
 */
export async function turnOf(
  actor: Actor,
  branch: Branch,
  { node, after, messages }: TurnParts,
): Promise<TurnView | null> {
  const question = messages.get(node.question.id);
  const answer = messages.get(node.answer.id);
  if (!question || !answer) return null;
  const { text, cutFrom } = shownText(question);
  const turn = {
    messageId: question.id,
    answerMessageId: answer.id,
    after,
    text,
    textCutFrom: cutFrom,
    askedBy: await askedBy(actor, branch, answer),
    attachments: question.parts
      .filter((part) => part.type === 'attachment')
      .map(({ id, name, mediaType, bytes, kind }) => ({ id, name, mediaType, bytes, kind })),
    checks: question.checks,
    questionBranches: branchesOf(branch, node.question),
    answerBranches: branchesOf(branch, node.answer),
  };
  const { runId } = node.answer;
  const { status } = answer;
  if (runId && status) return { ...turn, run: await storedRun(actor, { id: runId, status }, answer) };
  const said = shownText(answer);
  const stands = { ...turn, run: null, answer: said.text, answerCutFrom: said.cutFrom };
  const [continued, imported] = [continuedFrom(answer.parts), importedFrom(answer.parts)];
  if (continued) return { ...stands, continuedFrom: continued };
  return imported && { ...stands, importedFrom: imported };
}

/** Whoever has left has no name any more. */
async function askedBy(actor: Actor, { conversation }: Branch, { createdBy }: TurnMessage): Promise<string | null> {
  if (createdBy === null || createdBy === actor.userId) return null;
  return (await namesIn(actor, conversation.workspaceId))(createdBy);
}

async function storedRun(actor: Actor, run: Pick<RunView, 'id' | 'status'>, answer: TurnMessage): Promise<RunView> {
  const { result, finalLength, chosen } = answer;
  if (!result) return { ...run, result: null, chosen: null, state: await worthSending(getRunState(actor, run.id)) };
  const { text, cutFrom } = cutText(result.final ?? '', finalLength ?? 0, LONGEST_SHOWN);
  return {
    ...run,
    result: { ...result, final: result.final === null ? null : text, finalCutFrom: cutFrom },
    chosen: chosen && { ...chosen, ...shownText(answer) },
    state: null,
  };
}

async function worthSending(reading: Promise<RunState | null>): Promise<RunState | null> {
  const state = await reading;
  return JSON.stringify(state).length > LARGEST_STATE ? null : state;
}

function shownText({ parts }: TurnMessage): CutText {
  const text = parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n\n');
  return cutText(text, text.length, LONGEST_SHOWN);
}

function branchesOf({ siblings, leaves }: Branch, { id, parentId }: MessageNode): BranchesView | null {
  const ids = (siblings.get(parentId) ?? []).map((sibling) => sibling.id);
  return ids.length > 1 ? { leafIds: ids.map((at) => leaves.get(at) ?? at), shown: ids.indexOf(id) } : null;
}
