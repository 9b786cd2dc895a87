import { type ModelRequest, type Parameters, type Turn, toRequest } from './model-request.ts';

interface Part {
  text?: string;
  functionCall?: { name: string; args?: unknown };
  functionResponse?: { name: string; response?: { content?: unknown; output?: unknown } };
  inlineData?: { mimeType: string; data: string };
}

interface Body {
  contents?: { role?: string; parts?: Part[] }[];
  tools?: { functionDeclarations?: { name: string; parameters?: Parameters; parametersJsonSchema?: Parameters }[] }[];
  toolConfig?: { functionCallingConfig?: { mode?: string } };
}

const PATH = /\/models\/([^/:]+):(stream)?generateContent$/i;

/** Reads the body of `POST /v1beta/models/<model>:streamGenerateContent`; the model stands in the path. */
export function readGeminiRequest(text: string, path: string): ModelRequest {
  const body = JSON.parse(text) as Body;
  const [, model = '', stream] = PATH.exec(path) ?? [];
  const turns = (body.contents ?? []).flatMap(({ role, parts = [] }) =>
    parts.flatMap((part): Turn[] => {
      if (part.functionCall) {
        return [{ kind: 'call', tool: part.functionCall.name, text: JSON.stringify(part.functionCall.args ?? {}) }];
      }
      const response = part.functionResponse?.response;
      if (response) return [{ kind: 'result', text: String(response.content ?? response.output ?? '') }];
      if (role !== 'user') return [];
      if (part.inlineData) return [{ kind: 'user', text: '', attached: [part.inlineData.mimeType] }];
      return [{ kind: 'user', text: part.text ?? '' }];
    }),
  );
  const declared = (body.tools ?? []).flatMap(({ functionDeclarations = [] }) => functionDeclarations);
  const tools = declared.map((tool) => ({
    name: tool.name,
    parameters: tool.parametersJsonSchema ?? tool.parameters,
  }));
  const none = body.toolConfig?.functionCallingConfig?.mode === 'NONE';
  return toRequest({ model: decodeURIComponent(model), stream: stream !== undefined }, text, turns, none ? [] : tools);
}
