import type { ToolAnswer } from '@/lib/agents/backend';
import { BOARD_SERVER, type BoardTool } from '@/lib/protocol/board-tools';
import type { ContextDelivered } from '@/lib/protocol/context-event';
import { judgeNote } from '@/lib/protocol/judge-note';
import { renderAnswers } from '@/lib/protocol/prompt/answers-block';
import type { ToolCallPart } from '@/lib/protocol/prompt-message';
import { sharingTerms } from '@/lib/protocol/sharing';
import { CONTEXT_PARTS, type ContextPart, type TeamAgent } from '@/lib/protocol/team';
import { undelivered } from '@/lib/protocol/undelivered';
import { inReadingOrder } from '@/lib/protocol/voting/ballot';
import { currentAnswers } from '@/lib/protocol/voting/current-answers';
import type { PeerRead, RunContexts } from './context-source';
import type { ActiveCall, CallHost } from './run-call';
import { readerOf } from './share-contexts';

/** What a board tool says, and what of the board the slot has been given with it. */
interface Outcome extends ToolAnswer {
  delivered?: Pick<ContextDelivered, 'answerIds' | 'contexts'>;
}

/** Runs calls of the board's tools, all of one reply, with their events. Never throws: what goes wrong is said to the model. */
export async function runBoardTools(
  host: CallHost,
  call: ActiveCall,
  agent: TeamAgent,
  contexts: RunContexts,
  actions: ToolCallPart[],
): Promise<ToolAnswer[]> {
  const { slot, callId } = call;
  const { signal } = call.controller;
  // All of them first: what is called behind a result belongs to another reply.
  host.atOnce(() => {
    for (const { toolCallId, tool, arguments: args } of actions)
      host.append({ type: 'tool.called', slot, callId, toolCallId, server: BOARD_SERVER, tool, arguments: args });
  });
  const answers: ToolAnswer[] = [];
  for (const action of actions) {
    if (signal.aborted) break;
    const { toolCallId, tool } = action;
    const began = performance.now();
    const { text, isError, delivered } = await outcomeOf(host, call, agent, contexts, action);
    answers.push({ text, isError });
    if (signal.aborted) continue;
    const tookMs = Math.round(performance.now() - began);
    host.atOnce(() => {
      host.append({ type: 'tool.finished', slot, callId, toolCallId, tool, result: text, isError, tookMs });
      if (delivered) host.append({ type: 'context.delivered', slot, callId, toolCallId, ...delivered, tookMs });
    });
  }
  return answers;
}

async function outcomeOf(
  host: CallHost,
  call: ActiveCall,
  agent: TeamAgent,
  contexts: RunContexts,
  action: ToolCallPart,
): Promise<Outcome> {
  const { arguments: given } = action;
  const args = (typeof given === 'object' && given !== null ? given : {}) as Record<string, unknown>;
  switch (action.tool as BoardTool) {
    case 'get_peer_answers':
      return peerAnswers(host, call);
    case 'post_note':
      return postNote(host, call, given);
    case 'get_peer_context': {
      const peer = peerOf(host, call, args.slot);
      if ('isError' in peer) return peer;
      const { part } = args;
      if (!isPart(part) || (part !== 'all' && !peer.include.includes(part)))
        return refusal(`"part" must be one of: all, ${peer.include.join(', ')}.`);
      return withReceipt(await contexts.readPart(host.state, readerOf(host, call, agent), peer.slot, part));
    }
    case 'read_peer_file': {
      const peer = peerOf(host, call, args.slot);
      if ('isError' in peer) return peer;
      const { path, from_line: fromLine = 1 } = args;
      if (!peer.include.includes('files')) return refusal('The files of others are not shared in this team.');
      if (typeof path !== 'string' || path === '') return refusal('read_peer_file needs "path": a file of the agent.');
      if (!Number.isInteger(fromLine) || (fromLine as number) < 1)
        return refusal('"from_line" is a whole number from 1.');
      return withReceipt(
        await contexts.readFile(host.state, readerOf(host, call, agent), peer.slot, path, fromLine as number),
      );
    }
  }
}

function peerAnswers(host: CallHost, { slot }: ActiveCall): Outcome {
  const answers = inReadingOrder(host.state, slot, currentAnswers(host.state));
  if (answers.length === 0) return { text: 'Nothing is published yet.', isError: false };
  const { answerIds } = undelivered(host.state, slot);
  const text = renderAnswers(answers, true);
  return answerIds.length > 0 ? { text, isError: false, delivered: { answerIds } } : { text, isError: false };
}

function postNote(host: CallHost, { slot, callId }: ActiveCall, args: unknown): Outcome {
  const verdict = judgeNote(host.state, slot, callId, args);
  if ('refused' in verdict) return refusal(verdict.refused);
  host.append(verdict.event);
  return { text: verdict.result, isError: false };
}

function peerOf(
  host: CallHost,
  { slot }: ActiveCall,
  wanted: unknown,
): { slot: string; include: ContextPart[] } | Outcome {
  const terms = sharingTerms(host.state.team, slot);
  const peers = terms?.peers ?? [];
  const peer = peers.find((candidate) => candidate === wanted);
  if (!terms || peer === undefined)
    return refusal(peers.length > 0 ? `"slot" must be one of: ${peers.join(', ')}.` : 'Nobody shares work with you.');
  return { slot: peer, include: terms.include };
}

function isPart(part: unknown): part is ContextPart | 'all' {
  return part === 'all' || (CONTEXT_PARTS as readonly unknown[]).includes(part);
}

function refusal(text: string): Outcome {
  return { text, isError: true };
}

function withReceipt({ text, isError, context }: PeerRead): Outcome {
  return { text, isError, ...(context && { delivered: { answerIds: [], contexts: [context] } }) };
}
