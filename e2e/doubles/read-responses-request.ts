import { type ModelRequest, mediaTypeOf, type Parameters, type Turn, toRequest } from './model-request.ts';

interface Part {
  type?: string;
  text?: string;
  image_url?: string;
  file_data?: string;
}

interface Item {
  type?: string;
  role?: string;
  content?: string | Part[];
  name?: string;
  arguments?: string;
  output?: string | Part[];
}

interface Body {
  model?: string;
  stream?: boolean;
  input?: Item[];
  tools?: { name: string; parameters?: Parameters }[];
  tool_choice?: unknown;
}

/** Reads the body of `POST /v1/responses`, of OpenAI and of xAI. */
export function readResponsesRequest(text: string): ModelRequest {
  const body = JSON.parse(text) as Body;
  const turns = (body.input ?? []).flatMap((item): Turn[] => {
    if (item.type === 'function_call') return [{ kind: 'call', tool: item.name ?? '', text: item.arguments ?? '' }];
    if (item.type === 'function_call_output') return [{ kind: 'result', text: textOf(item.output) }];
    return item.role === 'user' ? [{ kind: 'user', text: textOf(item.content), attached: attachedTo(item) }] : [];
  });
  const tools = (body.tools ?? []).map(({ name, parameters }) => ({ name, parameters }));
  return toRequest(body, text, turns, body.tool_choice === 'none' ? [] : tools);
}

function textOf(content: string | Part[] | undefined): string {
  if (typeof content === 'string') return content;
  return (content ?? []).flatMap(({ text }) => text ?? []).join('\n');
}

function attachedTo({ content }: Item): string[] {
  if (typeof content === 'string') return [];
  return (content ?? []).flatMap(({ image_url: image, file_data: file }) => {
    const data = image ?? file;
    return data ? [mediaTypeOf(data)] : [];
  });
}
