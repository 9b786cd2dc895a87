import { isAction, isBoardTool, isOtherTool, isOwnTool, withoutPrefix } from './own-tools.ts';

/** What a model can see of its request, whatever the provider's format. */
export interface ModelRequest {
  model: string;
  stream: boolean;
  /** The first line of the conversation's first user text: the question, which tells runs apart. */
  task: string;
  /** All text of user and tool messages. */
  told: string;
  /** Names of the tools that may be called now. */
  tools: string[];
  /** The request comes from Claude Code, which runs tools of its own. */
  isClaudeCode: boolean;
  /** Every tool that the request defines, whether it may be called now or not. */
  definitions: string[];
  /** Its own tools that it has used since it was last asked a question; `null` = it was told something else meanwhile. */
  ownCalls: number | null;
  /** The answers that `vote` allows. */
  votable: string[];
  /** The board's tools that it has called, in order. */
  boardCalls: string[];
  /** Tools from elsewhere that it has called, in order. */
  otherCalls: string[];
  /** What the last tool gave. */
  lastResult: string;
  /** Contents of the accepted `new_answer` calls. */
  published: string[];
  /** Refused tool calls at the end of the conversation, in a row. */
  refusals: number;
  /** Media types of the images and documents that it was given, in order. */
  attached: string[];
  inputTokens: number;
  cached: boolean;
}

export interface Turn {
  kind: 'user' | 'call' | 'result' | 'reply';
  text: string;
  tool?: string;
  isError?: boolean;
  attached?: string[];
}

type Content = string | ContentBlock[] | null | undefined;

interface ContentBlock {
  type?: string;
  text?: string;
  name?: string;
  input?: unknown;
  content?: Content;
  is_error?: boolean;
  image_url?: { url?: string };
  file?: { file_data?: string };
  source?: { media_type?: string };
}

export interface Parameters {
  properties?: { answer_id?: { enum?: string[] } };
}

interface OpenAiBody {
  model?: string;
  stream?: boolean;
  tool_choice?: unknown;
  tools?: { function: { name: string; parameters?: Parameters } }[];
  messages?: {
    role: string;
    content?: Content;
    tool_calls?: { function?: { name?: string; arguments?: string } }[];
  }[];
}

interface ClaudeBody {
  model?: string;
  stream?: boolean;
  tool_choice?: { type?: string };
  tools?: { name: string; input_schema?: Parameters }[];
  messages?: { role: string; content?: Content }[];
}

/** Reads the body of `POST /v1/chat/completions`. */
export function readOpenAiRequest(text: string): ModelRequest {
  const body = JSON.parse(text) as OpenAiBody;
  const turns = (body.messages ?? []).flatMap((message): Turn[] => {
    if (message.role === 'user') {
      return [{ kind: 'user', text: contentText(message.content), attached: attachedTo(message.content) }];
    }
    if (message.role === 'tool') return [{ kind: 'result', text: contentText(message.content) }];
    if (message.role !== 'assistant') return [];
    const calls = (message.tool_calls ?? []).map(
      (call): Turn => ({ kind: 'call', tool: call.function?.name ?? '', text: call.function?.arguments ?? '' }),
    );
    return [...writtenCalls(contentText(message.content)), ...calls];
  });
  const tools = (body.tools ?? []).map(({ function: tool }) => ({ name: tool.name, parameters: tool.parameters }));
  return toRequest(body, text, turns, body.tool_choice === 'none' ? [] : tools);
}

/** Reads the body of `POST /v1/messages`. */
export function readClaudeRequest(text: string): ModelRequest {
  const body = JSON.parse(text) as ClaudeBody;
  const turns = (body.messages ?? []).flatMap(({ role, content }) => {
    const blocks: ContentBlock[] = typeof content === 'string' ? [{ type: 'text', text: content }] : (content ?? []);
    return blocks.flatMap((block): Turn[] => {
      if (block.type === 'tool_use')
        return [{ kind: 'call', tool: withoutPrefix(block.name ?? ''), text: JSON.stringify(block.input) }];
      if (block.type === 'tool_result') {
        return [{ kind: 'result', text: contentText(block.content), isError: block.is_error === true }];
      }
      if (role === 'assistant' && block.type === 'text') return [{ kind: 'reply', text: block.text ?? '' }];
      if (role !== 'user') return [];
      if (block.type === 'text' && block.text?.startsWith('<system-reminder>')) return [];
      if (block.type === 'text') return [{ kind: 'user', text: block.text ?? '' }];
      return [{ kind: 'user', text: '', attached: [block.source?.media_type ?? ''] }];
    });
  });
  const tools = (body.tools ?? []).map((tool) => ({ name: withoutPrefix(tool.name), parameters: tool.input_schema }));
  return toRequest(body, text, turns, body.tool_choice?.type === 'none' ? [] : tools);
}

/** How the app confirms an action; all else that a tool answers is a refusal. The OpenAI format has no flag for it. */
const ACCEPTED = /^(?:published|voted|abstained)\b/i;

/** What the turns of any format come to. */
export function toRequest(
  body: { model?: string; stream?: boolean },
  text: string,
  turns: Turn[],
  tools: { name: string; parameters: Parameters | undefined }[],
): ModelRequest {
  const published: string[] = [];
  let refusals = 0;
  turns.forEach((turn, index) => {
    if (turn.kind !== 'call' || !isAction(turn.tool ?? '')) return;
    const result = turns.slice(index + 1).find(({ kind }) => kind === 'result');
    const refused = result?.isError ?? (result !== undefined && !ACCEPTED.test(result.text));
    refusals = refused ? refusals + 1 : 0;
    if (turn.tool === 'new_answer' && !refused) published.push(argument(turn.text, 'content'));
  });
  const isClaudeCode = tools.some(({ name }) => isOwnTool(name));
  const offered = isClaudeCode ? writtenOffer(turns) : toolOffer(tools);
  return {
    model: body.model ?? '',
    stream: body.stream === true,
    task: turns.find(({ kind, text: said }) => kind === 'user' && said)?.text.split('\n', 1)[0] ?? '',
    told: turns.flatMap(({ kind, text: said }) => (kind === 'user' || kind === 'result' ? [said] : [])).join('\n'),
    ...offered,
    definitions: tools.map(({ name }) => name),
    isClaudeCode,
    ownCalls: ownCalls(turns),
    otherCalls: turns.flatMap(({ kind, tool = '' }) => (kind === 'call' && isOtherTool(tool) ? [tool] : [])),
    lastResult: lastResult(turns),
    boardCalls: turns.flatMap(({ kind, tool = '' }) => (kind === 'call' && isBoardTool(tool) ? [tool] : [])),
    published,
    refusals,
    attached: turns.flatMap(({ attached = [] }) => attached),
    inputTokens: Math.ceil(text.length / 4),
    cached: text.includes('"cache_control"'),
  };
}

/** A model without tools reads results as messages, with what it may do next behind them. */
function lastResult(turns: Turn[]): string {
  const last = turns.findLast(({ kind, text }) => kind === 'result' || (kind === 'user' && /^\[[\w-]+\] /.test(text)));
  if (last?.kind !== 'user') return last?.text ?? '';
  return last.text.replace(/^\[[\w-]+\] /, '').replace(/\n\n(?:Tools:\n|Act now with one of: )[\s\S]*$/, '');
}

type Offer = Pick<ModelRequest, 'tools' | 'votable'>;

function toolOffer(tools: { name: string; parameters: Parameters | undefined }[]): Offer {
  const vote = tools.find(({ name }) => name === 'vote');
  return {
    tools: tools.map(({ name }) => name),
    votable: vote?.parameters?.properties?.answer_id?.enum ?? [],
  };
}

/** What a model without a changing tool list is told it may do, at the end of what it is told last. */
const OFFER = /Act now with one of: ([\w, -]+)\.(?: Valid answer_id: ([A-Z\d., ]+)\.)?/g;

function writtenOffer(turns: Turn[]): Offer {
  const last = turns.findLastIndex(({ kind }) => kind === 'user');
  const told = turns.slice(Math.max(0, last)).filter(({ kind }) => kind === 'user' || kind === 'result');
  return readOffer(told.map(({ text }) => text).join('\n')) ?? { tools: [], votable: [] };
}

/** The last offer in a text. */
export function readOffer(text: string): Offer | null {
  const offer = [...text.matchAll(OFFER)].at(-1);
  if (!offer) return null;
  const [, tools = '', ids = ''] = offer;
  return { tools: tools.split(', '), votable: ids ? ids.split(', ') : [] };
}

/** What the app says in mid-run; anything else that a person says is a question. */
const NO_QUESTION = /<answer id=|Act again|Coordination is over|^\[[\w-]+\] /;

function ownCalls(turns: Turn[]): number | null {
  const last = turns.findLastIndex(({ kind }) => kind === 'user');
  // All that was said at once, in however many parts.
  const first = turns.slice(0, last).findLastIndex(({ kind }) => kind !== 'user') + 1;
  const said = turns.slice(first, last + 1).map(({ text }) => text);
  if (last < 0 || said.some((text) => NO_QUESTION.test(text))) return null;
  return turns
    .slice(last)
    .filter(({ kind, tool }) => kind === 'call' && (isOwnTool(tool ?? '') || isBoardTool(tool ?? ''))).length;
}

/** The calls that a model without tools wrote as fenced JSON. */
function writtenCalls(text: string): Turn[] {
  return [...text.matchAll(/```json\n(\{.*\})\n```/g)].map(([, json = '{}']) => {
    const written = JSON.parse(json) as { tool?: string; arguments?: unknown };
    return { kind: 'call', tool: written.tool ?? '', text: JSON.stringify(written.arguments ?? {}) };
  });
}

function contentText(content: Content): string {
  if (typeof content === 'string') return content;
  return (content ?? []).map(({ text = '' }) => text).join('\n');
}

function attachedTo(content: Content): string[] {
  if (typeof content === 'string') return [];
  return (content ?? []).flatMap((block) => {
    const data = block.image_url?.url ?? block.file?.file_data;
    return data ? [mediaTypeOf(data)] : [];
  });
}

/** Of a `data:` address. */
export function mediaTypeOf(address: string): string {
  return /^data:([^;]+);base64,./.exec(address)?.[1] ?? 'unreadable';
}

function argument(json: string, key: string): string {
  try {
    return String(JSON.parse(json)[key] ?? '');
  } catch {
    return '';
  }
}
