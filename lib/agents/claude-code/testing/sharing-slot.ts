import type { PromptMessage, RequestParts, ToolDefinition, UserPart } from '@/lib/protocol/prompt-message';
import type { AgentCall, AgentEvent, ToolAnswer } from '../../backend';
import { backendFor } from '../../registry';

const claudeCodeBackend = backendFor('claude_code');

const tool = (name: string, properties: object): ToolDefinition => ({
  name,
  description: `Test: ${name}.`,
  parameters: { type: 'object', properties, required: Object.keys(properties), additionalProperties: false },
});
const TEXT = { type: 'string' };
export const ACTIONS = [
  tool('new_answer', { content: TEXT }),
  tool('vote', { answer_id: { enum: ['A.1'] }, reason: TEXT }),
];
export const BOARD = [tool('get_peer_answers', {}), tool('post_note', { text: TEXT })];

export const said = (text: string): UserPart => ({ type: 'text', text });
export const asks = (text: string): PromptMessage => ({ role: 'user', parts: [said(text)] });
export const answers = (text: string): PromptMessage => ({ role: 'assistant', text, toolCalls: [] });

interface Answers {
  board?: (use: { tool: string; arguments: unknown }) => ToolAnswer;
  news?: () => UserPart[];
  text?: () => void;
}

/** A slot of a team that shares, as the engine drives it: it keeps what the log would render, in the log's order. */
export class SharingSlot {
  readonly #call: Omit<AgentCall, 'callId' | 'tools' | 'toolChoice'>;
  #parts: RequestParts;
  #steps = 0;
  #controller = new AbortController();

  constructor(call: Omit<AgentCall, 'callId' | 'tools' | 'toolChoice' | 'messages'>, parts: RequestParts) {
    this.#call = { ...call, messages: [] };
    this.#parts = parts;
  }

  get conversationId(): string | undefined {
    return this.#call.conversation?.id;
  }

  get parts(): RequestParts {
    return this.#parts;
  }

  /** One step; its call goes on until `accept` or `interrupt`. */
  async step(tools: ToolDefinition[], { board, news, text }: Answers = {}): Promise<AgentEvent[]> {
    const log: (PromptMessage | null)[] = [];
    const places = new Map<string, number>();
    const called = ({ toolCallId }: { toolCallId: string }) => void places.set(toolCallId, log.push(null) - 1);
    const finished = (toolCallId: string, name: string, { text, isError }: ToolAnswer) => {
      log[places.get(toolCallId) ?? log.length] = { role: 'tool', toolCallId, tool: name, result: text, isError };
    };
    const events: AgentEvent[] = [];
    for await (const event of claudeCodeBackend.call(this.#next(tools), this.#controller.signal)) {
      events.push(event);
      if (event.type === 'ownTool' || event.type === 'tool') called(event);
      if (event.type === 'ownToolResult')
        finished(event.toolCallId, event.tool, { text: event.result, isError: event.isError });
      if (event.type === 'offeredTool') {
        called(event);
        const answer = board?.(event) ?? { text: 'Nothing there.', isError: false };
        finished(event.toolCallId, event.tool, answer);
        event.answer(answer);
      }
      if (event.type === 'text') text?.();
      if (event.type === 'approval') event.decide({ allow: false });
      if (event.type === 'news') {
        const parts = news?.() ?? [];
        if (parts.length > 0) log.push({ role: 'user', parts });
        event.take(parts);
      }
      if (event.type === 'tool') finished(event.toolCallId, event.tool, { text: 'Published as A.1.', isError: false });
    }
    const since = [...this.#parts.since, ...log.filter((message) => message !== null)];
    this.#parts = { ...this.#parts, since };
    return events;
  }

  /** The end of the call: its action has been accepted, or the protocol interrupts it. */
  endCall(): void {
    this.#controller.abort();
    this.#controller = new AbortController();
  }

  hears(...messages: PromptMessage[]): void {
    this.#parts = { ...this.#parts, since: [...this.#parts.since, ...messages] };
  }

  #next(tools: ToolDefinition[]): AgentCall {
    this.#steps += 1;
    const { conversation, ...call } = this.#call;
    if (!conversation) throw new Error('The slot has no conversation.');
    return {
      ...call,
      callId: `call-${this.#steps}`,
      conversation: { ...conversation, parts: this.#parts, isShared: tools.some((one) => BOARD.includes(one)) },
      tools,
      toolChoice: tools.length > 0 ? 'required' : 'none',
    };
  }
}
