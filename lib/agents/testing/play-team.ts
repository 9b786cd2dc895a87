import { BOARD_SERVER } from '@/lib/protocol/board-tools';
import type { Command } from '@/lib/protocol/command';
import { decide } from '@/lib/protocol/decide';
import { isFresh } from '@/lib/protocol/decision/fresh-calls';
import { agentOf } from '@/lib/protocol/decision/helpers';
import type { DraftEvent, RunEvent } from '@/lib/protocol/event';
import { evolve } from '@/lib/protocol/evolve';
import { initialState } from '@/lib/protocol/initial-state';
import { judgeStep } from '@/lib/protocol/judge-step';
import { parseTextAction } from '@/lib/protocol/parse-text-action';
import { boardTools } from '@/lib/protocol/prompt/board-tool-definitions';
import { buildRequest } from '@/lib/protocol/prompt/build-request';
import { fillReferences } from '@/lib/protocol/prompt/fill-references';
import type { ToolCallPart } from '@/lib/protocol/prompt-message';
import type { RunState } from '@/lib/protocol/state';
import type { Slot, Team } from '@/lib/protocol/team';
import { undelivered } from '@/lib/protocol/undelivered';
import { slotOf } from '@/lib/protocol/update-slot';
import type { Credentials } from '../backend';
import { BackendError } from '../backend-error';
import { backendFor } from '../registry';

type Start = Extract<Command, { type: 'startCall' }>;

export interface PlayedTeam {
  state: RunState;
  events: RunEvent[];
  presented: string;
}

/** Plays a team's coordination in memory up to the text of the presentation, with real backends and the real protocol. */
export async function playTeam(team: Team, input: string, credentials: Credentials): Promise<PlayedTeam> {
  let state = initialState('run');
  const events: RunEvent[] = [];
  const running = new Map<string, AbortController>();
  let presented: Promise<string> | null = null;
  let wake = () => {};

  function append(draft: DraftEvent): void {
    const event: RunEvent = { ...draft, seq: events.length + 1, at: new Date().toISOString(), runId: 'run' };
    events.push(event);
    state = evolve(state, event);
  }

  async function startCall({ slot, phase, lines, as }: Start): Promise<string> {
    const callId = `${slot}${events.length}`;
    const abort = new AbortController();
    running.set(callId, abort);
    append({ type: 'agent.started', slot, callId, phase, ...(lines && { lines }), ...(as && { as }) });
    try {
      for (let step = 0; step < 20; step++) {
        const { text, actions } = await takeStep(slot, callId, abort.signal).catch((error: unknown) => {
          if (!(error instanceof BackendError) || error.code !== 'tools_unsupported') throw error;
          append({ type: 'agent.adapted', slot, callId, because: error.message, canCallTools: false });
          return { text: '', actions: [] };
        });
        if (phase === 'presentation') return text;
        if (actions.length > 0 && finishStep(slot, callId, actions)) return text;
      }
      throw new BackendError('protocol', 'The agent never acted.');
    } catch (error) {
      if (abort.signal.aborted) return '';
      if (!(error instanceof BackendError)) throw error;
      append({ type: 'agent.finished', slot, callId, outcome: 'failed' });
      const { code, message, retryable } = error;
      append({ type: 'agent.failed', slot, callId, error: { code, message }, retryable });
      return '';
    } finally {
      running.delete(callId);
      wake();
    }
  }

  async function takeStep(slot: Slot, callId: string, signal: AbortSignal) {
    const update = undelivered(state, slot);
    if (update.answerIds.length + update.steerSeqs.length + update.noteIds.length > 0) {
      append({ type: 'context.delivered', slot, callId, ...update, tookMs: 0 });
    }
    const choice = agentOf(state, slot)?.backend;
    if (!choice) throw new Error(`There is no slot ${slot}.`);
    const actions: ToolCallPart[] = [];
    let text = '';
    const phase = slotOf(state, slot)?.call?.phase ?? 'coordination';
    const board = phase === 'presentation' || isFresh(phase) ? [] : boardTools(state, slot);
    const offered = board.map((definition) => ({ server: BOARD_SERVER, tool: definition.name, definition }));
    const request = buildRequest(state, slot, [], undefined, offered);
    const messages = fillReferences(request.messages, { partsOf: () => [], textOf: () => '' });
    const call = { callId, runId: 'run', slot, choice, credentials, ...request, messages };
    for await (const event of backendFor(choice.type).call(call, signal)) {
      if (event.type === 'toolStart') append({ type: 'agent.writing', slot, callId, tool: event.tool });
      if (event.type === 'text') {
        text += event.text;
        append({ type: 'agent.delta', slot, callId, kind: 'text', text: event.text });
      }
      if (event.type === 'tool') actions.push(event);
    }
    signal.throwIfAborted();
    const written = call.tools.length === 0 ? parseTextAction(text, `${callId}-${events.length}`) : null;
    return { text, actions: written ? [written] : actions };
  }

  function postNote(slot: Slot, callId: string, { toolCallId, tool, arguments: given }: ToolCallPart): void {
    const stamp = { slot, callId, toolCallId, server: BOARD_SERVER, tool };
    const { text } = given as { text: string };
    append({ type: 'tool.called', ...stamp, arguments: given });
    append({ type: 'note.posted', slot, callId, noteId: `${slot}-n${state.notes.length + 1}`, text });
    append({ type: 'tool.finished', ...stamp, result: 'Written.', isError: false, tookMs: 0 });
  }

  /** True when the action was accepted. */
  function finishStep(slot: Slot, callId: string, called: ToolCallPart[]): boolean {
    const actions = called.filter(({ tool }) => tool !== 'post_note');
    for (const note of called) if (note.tool === 'post_note') postNote(slot, callId, note);
    if (actions.length === 0) return false;
    const judgement = judgeStep(state, slot, actions);
    for (const { toolCallId, tool, arguments: given } of actions) {
      append({ type: 'tool.called', slot, callId, toolCallId, tool, arguments: given });
    }
    for (const event of judgement.events) append(event);
    for (const { toolCallId, result, isError } of judgement.results) {
      const tool = actions.find((action) => action.toolCallId === toolCallId)?.tool ?? '';
      append({ type: 'tool.finished', slot, callId, toolCallId, tool, result, isError, tookMs: 0 });
    }
    if (judgement.delivered) append({ type: 'context.delivered', slot, callId, ...judgement.delivered, tookMs: 0 });
    if (judgement.accepted) append({ type: 'agent.finished', slot, callId, outcome: 'acted' });
    return judgement.accepted;
  }

  append({ type: 'run.started', team, input, seed: 1 });
  while (presented === null && state.phase !== 'over') {
    const commands = decide(state);
    let changed = false;
    for (const command of commands) {
      if (command.type === 'append') {
        append(command.event);
        changed = true;
        break;
      }
      if (command.type === 'interrupt') {
        running.get(command.callId)?.abort();
        append({ type: 'agent.finished', slot: command.slot, callId: command.callId, outcome: command.outcome });
        changed = true;
        break;
      }
      if (command.type === 'check') throw new Error('No team that is played has checks.');
      const call = startCall(command);
      if (command.phase === 'presentation') presented = call;
      changed = true;
      break;
    }
    if (changed) continue;
    if (running.size === 0) throw new Error(`Nothing moves any more: ${JSON.stringify(state.slots)}`);
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
  return { state, events, presented: (await presented) ?? '' };
}
