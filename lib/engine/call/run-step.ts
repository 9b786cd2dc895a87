import type { AgentBackend, AgentCall, AgentEvent, AgentUsage } from '@/lib/agents/backend';
import { BackendError } from '@/lib/agents/backend-error';
import type { KeptPart, ToolCallPart } from '@/lib/protocol/prompt-message';
import { knownTool } from '@/lib/protocol/reading/known-tool';
import { wholeUsage } from '@/lib/protocol/whole-usage';
import { yieldToEventLoop } from '../yield-to-event-loop';
import { endError } from './end-error';

export type OwnToolEvent = Extract<AgentEvent, { type: 'ownTool' | 'ownToolResult' }>;
export type OfferedToolEvent = Extract<AgentEvent, { type: 'offeredTool' }>;
export type NewsEvent = Extract<AgentEvent, { type: 'news' }>;
export type ApprovalEvent = Extract<AgentEvent, { type: 'approval' }>;

export interface StepSink {
  text(kind: 'text' | 'reasoning', text: string): void;
  /** What has come as text in this step so far was reasoning. */
  recast(): void;
  /** What the provider wants back with the reply's tool calls. A single reasoning without text = what has been streamed as reasoning. */
  kept(parts: KeptPart[]): void;
  writing(tool: string): void;
  usage(usage: AgentUsage): void;
  /** The model has written a piece of something that is not shown. */
  unseen(): void;
  /** What the backend does with a tool of its own. */
  ownTool(event: OwnToolEvent): void;
  approval(event: ApprovalEvent): void;
  offeredTool(event: OfferedToolEvent): void;
  news(event: NewsEvent): void;
  filesMissing(message: string): void;
  /** The server is asked another way than before. */
  adapted(because: string): void;
  /** `null` = the wait is over. */
  waiting(because: string | null): void;
  /** Something has come, whatever it is; `isOutput` = of the model's reply. */
  activity(isOutput: boolean): void;
}

export interface StepResult {
  text: string;
  /** Those that are whole. */
  toolCalls: ToolCallPart[];
  /** Tools in whose call a limit has ended the reply. */
  cutTools: string[];
  reason: Extract<AgentEvent, { type: 'done' }>['reason'];
  /** The provider's own word for the end; `null` = it gave none. */
  said: string | null;
}

/**
 * One model request, streamed into `sink` as it comes. `null` when `signal` was aborted; nothing reaches the sink after that. Throws
 * `BackendError`, also for a stream that ends too early and for an end that is a failure.
 */
export async function runStep(
  backend: AgentBackend,
  call: AgentCall,
  signal: AbortSignal,
  sink: StepSink,
): Promise<StepResult | null> {
  let text = '';
  let reasoning = '';
  let isRecast = false;
  const offered = call.tools.map(({ name }) => name);
  const toolCalls: ToolCallPart[] = [];
  const cutTools: string[] = [];
  let end: Extract<AgentEvent, { type: 'done' }> | null = null;
  for await (const event of backend.call(call, signal)) {
    if (signal.aborted) return null;
    sink.activity(event.type !== 'adapted' && event.type !== 'waiting');
    switch (event.type) {
      case 'text':
        text += event.text;
        sink.text('text', event.text);
        break;
      case 'recast':
        text = '';
        isRecast = true;
        sink.recast();
        break;
      case 'reasoning':
        reasoning += event.text;
        sink.text('reasoning', event.text);
        break;
      case 'toolStart':
        sink.writing(knownTool(event.tool, offered));
        break;
      case 'progress':
        sink.unseen();
        break;
      case 'tool':
        if (event.isCut) cutTools.push(knownTool(event.tool, offered));
        else toolCalls.push(toolCall(event, offered));
        break;
      case 'kept':
        sink.kept(isRecast ? event.parts : withoutStreamed(event.parts, reasoning));
        break;
      case 'ownTool':
      case 'ownToolResult':
        sink.ownTool(event);
        break;
      case 'approval':
        sink.approval(event);
        break;
      case 'offeredTool':
        sink.offeredTool(event);
        break;
      case 'news':
        sink.news(event);
        break;
      case 'filesMissing':
        sink.filesMissing(event.message);
        break;
      case 'adapted':
        sink.adapted(event.because);
        break;
      case 'waiting':
        sink.waiting(event.because);
        break;
      case 'usage':
        sink.usage(wholeUsage(event.usage));
        break;
      case 'done':
        end = event;
        break;
    }
    const rest = yieldToEventLoop();
    if (rest) await rest;
    if (signal.aborted) return null;
  }
  if (end === null) throw new BackendError('protocol', 'The stream of the model ended before its reply was complete.');
  const { reason, said = null } = end;
  const error = endError(reason, said);
  // What was whole before a filter ended the reply counts.
  if (error && !(reason === 'refused' && toolCalls.length > 0)) throw error;
  return { text, toolCalls, cutTools, reason, said };
}

function toolCall(event: Extract<AgentEvent, { type: 'tool' }>, offered: string[]): ToolCallPart {
  return { toolCallId: event.toolCallId, tool: knownTool(event.tool, offered), arguments: event.arguments };
}

/** The log holds what was streamed already. */
function withoutStreamed(parts: KeptPart[], reasoning: string): KeptPart[] {
  const [only, ...others] = parts.filter(({ kind }) => kind === 'reasoning');
  if (!only || others.length > 0 || only.text !== reasoning) return parts;
  const { text: _, ...bare } = only;
  return parts.map((part) => (part === only ? bare : part));
}
