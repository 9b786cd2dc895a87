/** Servers with the refusals that they document or that their users report, as doubles refuse a request. */
export interface ServerRefusal {
  status: number;
  body: unknown;
  /** As an error in a stream that began with 200. */
  inStream?: boolean;
}

export interface ServerDialect {
  name: string;
  backend?: 'openai_compatible' | 'lmstudio' | 'zai';
  /** Of the wire-format doubles; one without tools where the agent has to go on in text. */
  model?: string;
  params?: Record<string, unknown>;
  refuse(body: ChatBody): ServerRefusal | null;
}

export interface ChatBody {
  messages: { role: string; content?: unknown; tool_calls?: { id: string }[]; tool_call_id?: string }[];
  tools?: { function: { parameters: object; strict?: boolean } }[];
  tool_choice?: unknown;
  [field: string]: unknown;
}

export const TEXT_ONLY = 'no-tools@0x3';

export const openAi = (message: string, more: object = {}): ServerRefusal => ({
  status: 400,
  body: { error: { message, type: 'invalid_request_error', param: null, code: null, ...more } },
});
export const flat = (status: number, body: object): ServerRefusal => ({ status, body });
export const roles = ({ messages }: ChatBody) => messages.map(({ role }) => role);
export const hasUserAfterTool = (body: ChatBody) =>
  roles(body).some((role, i, all) => role === 'user' && all[i - 1] === 'tool');
/** As Gemma's template counts: nothing but user and assistant in turn, a system message before them at most. */
export const alternates = (body: ChatBody) =>
  roles(body)
    .filter((role, index) => index > 0 || role !== 'system')
    .every((role, index) => role === (index % 2 === 0 ? 'user' : 'assistant'));
