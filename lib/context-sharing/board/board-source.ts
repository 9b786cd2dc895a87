import type { Reader } from '@/lib/engine/reader';
import type { Invocation, ToolOutcome, ToolScope, ToolSource } from '@/lib/engine/tool-source';
import type { BoardTool } from '@/lib/protocol/board-tools';
import { handoverCondensation } from '@/lib/protocol/fit/handover-condensation';
import { renderingBy } from '@/lib/protocol/fit/rendering';
import { judgeNote } from '@/lib/protocol/judge-note';
import { renderAnswers } from '@/lib/protocol/prompt/answers-block';
import { shortAnswer } from '@/lib/protocol/prompt/short-answers';
import { sharingTerms } from '@/lib/protocol/sharing';
import type { RunState } from '@/lib/protocol/state';
import { CONTEXT_PARTS, type ContextPart, type Slot } from '@/lib/protocol/team';
import { readableAnswers, undelivered } from '@/lib/protocol/undelivered';
import { inReadingOrder } from '@/lib/protocol/voting/ballot';
import type { PeerRead } from '../deliver/peer-read';
import { boardToolsFor } from './board-tools';

/** What of others' contexts the board's tools read. */
export interface BoardReads {
  /** A part of a peer's newest context, as data for the reader. */
  part(state: RunState, reader: Reader, peer: Slot, part: ContextPart | 'all'): Promise<PeerRead>;
  file(state: RunState, reader: Reader, peer: Slot, path: string, fromLine: number): Promise<PeerRead>;
}

/** The board of a run as a source of tools: by them slots read what others have published, done and written, and leave notes. */
export function createBoardSource(reads: BoardReads): ToolSource {
  return {
    id: 'board',
    offer: async (scope) => ({ tools: boardToolsFor(scope), missing: [] }),
    decide: async () => ({ decision: 'allow', because: '' }),
    run: (invocation) => run(reads, invocation),
  };
}

async function run(reads: BoardReads, { scope, tool, arguments: given }: Invocation): Promise<ToolOutcome> {
  const args = (typeof given === 'object' && given !== null ? given : {}) as Record<string, unknown>;
  switch (tool.tool as BoardTool) {
    case 'get_peer_answers':
      return peerAnswers(scope);
    case 'post_note':
      return postNote(scope, given);
    case 'get_peer_context': {
      const peer = peerOf(scope, args.slot);
      if ('isError' in peer) return peer;
      const { part } = args;
      if (!isPart(part) || (part !== 'all' && !peer.include.includes(part)))
        return refusal(`"part" must be one of: all, ${peer.include.join(', ')}.`);
      return withReceipt(await reads.part(scope.state, await scope.reader(), peer.slot, part));
    }
    case 'read_peer_file': {
      const peer = peerOf(scope, args.slot);
      if ('isError' in peer) return peer;
      const { path, from_line: fromLine = 1 } = args;
      if (!peer.include.includes('files')) return refusal('The files of others are not shared in this team.');
      if (typeof path !== 'string' || path === '') return refusal('read_peer_file needs "path": a file of the agent.');
      if (!Number.isInteger(fromLine) || (fromLine as number) < 1)
        return refusal('"from_line" is a whole number from 1.');
      return withReceipt(await reads.file(scope.state, await scope.reader(), peer.slot, path, fromLine as number));
    }
  }
}

function peerAnswers({ state, slot, ownWindow }: ToolScope): ToolOutcome {
  const answers = inReadingOrder(state, slot, readableAnswers(state, slot));
  if (answers.length === 0) return { text: nothingToRead(state), isError: false };
  const { answerIds } = undelivered(state, slot);
  // An agent that keeps its conversation itself is told the result as it is; any other is told it by a request that is made to fit.
  const bounds = ownWindow === null ? null : renderingBy(handoverCondensation([], ownWindow, []), []);
  const shown = bounds ? answers.map((answer) => shortAnswer(state, bounds, answer)) : answers;
  const text = renderAnswers(shown, true);
  return answerIds.length > 0 ? { text, isError: false, delivered: { answerIds } } : { text, isError: false };
}

function nothingToRead({ answers }: RunState): string {
  if (answers.length === 0) return 'Nothing is published yet.';
  return 'Others have published. You are shown their answers after your own first one, if they differ from it.';
}

function postNote({ state, slot, callId }: ToolScope, args: unknown): ToolOutcome {
  const verdict = judgeNote(state, slot, callId, args);
  if ('refused' in verdict) return refusal(verdict.refused);
  return { text: verdict.result, isError: false, posted: verdict.event };
}

function peerOf({ state, slot }: ToolScope, wanted: unknown): { slot: string; include: ContextPart[] } | ToolOutcome {
  const terms = sharingTerms(state.team, slot);
  const peers = terms?.peers ?? [];
  const peer = peers.find((candidate) => candidate === wanted);
  if (!terms || peer === undefined)
    return refusal(peers.length > 0 ? `"slot" must be one of: ${peers.join(', ')}.` : 'Nobody shares work with you.');
  return { slot: peer, include: terms.include };
}

function isPart(part: unknown): part is ContextPart | 'all' {
  return part === 'all' || (CONTEXT_PARTS as readonly unknown[]).includes(part);
}

function refusal(text: string): ToolOutcome {
  return { text, isError: true };
}

function withReceipt({ text, isError, context }: PeerRead): ToolOutcome {
  return { text, isError, ...(context && { delivered: { answerIds: [], contexts: [context] } }) };
}
