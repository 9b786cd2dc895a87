import type { AgentBackend, AgentCall, AgentEvent, AgentUsage } from '@/lib/agents/backend';
import { BackendError } from '@/lib/agents/backend-error';
import type { ToolCallPart } from '@/lib/protocol/prompt-message';
import { breathe } from './breathe';

export type OwnToolEvent = Extract<AgentEvent, { type: 'ownTool' | 'ownToolResult' }>;
export type BoardToolEvent = Extract<AgentEvent, { type: 'boardTool' }>;
export type BoundaryEvent = Extract<AgentEvent, { type: 'boundary' }>;
export type ApprovalEvent = Extract<AgentEvent, { type: 'approval' }>;

export interface StepSink {
  text(kind: 'text' | 'reasoning', text: string): void;
  writing(tool: string): void;
  usage(usage: AgentUsage): void;
  /** The model has written a piece of something that is not shown. */
  unseen(): void;
  /** What the backend does with a tool of its own. */
  ownTool(event: OwnToolEvent): void;
  approval(event: ApprovalEvent): void;
  boardTool(event: BoardToolEvent): void;
  boundary(event: BoundaryEvent): void;
  filesMissing(message: string): void;
  /** `null` = the wait is over. */
  waiting(because: string | null): void;
  /** Something has come, whatever it is. */
  activity(): void;
}

export interface StepResult {
  text: string;
  toolCalls: ToolCallPart[];
  reason: Extract<AgentEvent, { type: 'done' }>['reason'];
}

/**
 * One model request, streamed into `sink` as it comes. `null` when `signal` was aborted; nothing reaches the sink after that. Throws
 * `BackendError`, also for a stream that ends too early.
 */
export async function runStep(
  backend: AgentBackend,
  call: AgentCall,
  signal: AbortSignal,
  sink: StepSink,
): Promise<StepResult | null> {
  let text = '';
  const toolCalls: ToolCallPart[] = [];
  let reason: StepResult['reason'] | null = null;
  for await (const event of backend.call(call, signal)) {
    if (signal.aborted) return null;
    sink.activity();
    switch (event.type) {
      case 'text':
        text += event.text;
        sink.text('text', event.text);
        break;
      case 'reasoning':
        sink.text('reasoning', event.text);
        break;
      case 'toolStart':
        sink.writing(event.tool);
        break;
      case 'progress':
        sink.unseen();
        break;
      case 'tool':
        toolCalls.push({ toolCallId: event.toolCallId, tool: event.tool, arguments: event.arguments });
        break;
      case 'ownTool':
      case 'ownToolResult':
        sink.ownTool(event);
        break;
      case 'approval':
        sink.approval(event);
        break;
      case 'boardTool':
        sink.boardTool(event);
        break;
      case 'boundary':
        sink.boundary(event);
        break;
      case 'filesMissing':
        sink.filesMissing(event.message);
        break;
      case 'waiting':
        sink.waiting(event.because);
        break;
      case 'usage':
        sink.usage(event.usage);
        break;
      case 'done':
        reason = event.reason;
        break;
    }
    const rest = breathe();
    if (rest) await rest;
    if (signal.aborted) return null;
  }
  if (reason === null)
    throw new BackendError('protocol', 'The stream of the model ended before its reply was complete.');
  if (reason === 'refused' && toolCalls.length === 0)
    throw new BackendError('content_refused', 'The provider refused to answer this.');
  return { text, toolCalls, reason };
}
