import 'server-only';
import { z } from 'zod';
import { type JsonSchema, jsonSchema } from './json-schema';
import type { DescribedRoute } from './route';

export interface ApiOperation extends DescribedRoute {
  method: string;
  /** As the folders of `app` name it, for example `/api/v1/runs/[id]`. */
  path: string;
}

const BEYOND_WORDS = /[^A-Za-z0-9]+/;

const ERROR = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    hint: z.string().optional(),
    fields: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .describe('What is wrong with the input, by its path.'),
  }),
  current: z.record(z.string(), z.unknown()).optional().describe('Of a stale change: what is there now.'),
});

/** The OpenAPI 3.1 document of these routes, made from the schemas by which they are served. */
export function openApiDocument(operations: ApiOperation[]) {
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of operations) {
    const path = addressOf(operation.path);
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: toOperation(operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'MassGen Web',
      version: '1',
      description: 'JSON in camelCase, times in ISO 8601 (UTC), durations in seconds unless the name says otherwise.',
    },
    servers: [{ url: '/' }],
    security: [{ apiKey: [] }, { session: [] }],
    paths,
    components: {
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer', description: 'An API key, from the settings.' },
        session: { type: 'apiKey', in: 'cookie', name: 'authjs.session-token', description: 'Of a signed-in browser.' },
      },
      responses: {
        Error: {
          description: 'What is wrong, in words for people, with its code.',
          content: { 'application/json': { schema: jsonSchema(ERROR, 'output') } },
        },
      },
    },
  };
}

/** `/runs/[id]/files/[...path]` → `/runs/{id}/files/{path}`. */
export function addressOf(path: string): string {
  return path.replace(/\[(?:\.\.\.)?(\w+)\]/g, '{$1}');
}

function toOperation({ method, path, about, query, body, rawBody, answer, isPublic }: ApiOperation): object {
  const words = addressOf(path).replace('/api/v1/', '').split(BEYOND_WORDS).filter(Boolean);
  const [tag = ''] = words;
  return {
    operationId: [method.toLowerCase(), ...words].map((word, at) => (at > 0 ? capital(word) : word)).join(''),
    summary: about,
    tags: [tag],
    ...(isPublic && { security: [] }),
    parameters: [...pathParameters(path), ...queryParameters(query)],
    ...((body || rawBody) && { requestBody: requestBody(body, rawBody) }),
    responses: { [answer.status]: response(answer), default: { $ref: '#/components/responses/Error' } },
  };
}

function capital(word: string): string {
  return `${word[0]?.toUpperCase()}${word.slice(1)}`;
}

function pathParameters(path: string): object[] {
  return [...path.matchAll(/\[(\.\.\.)?(\w+)\]/g)].map(([, rest, name]) => ({
    name,
    in: 'path',
    required: true,
    ...(rest && { description: 'It may contain slashes.' }),
    schema: { type: 'string' },
  }));
}

function queryParameters(query: DescribedRoute['query']): object[] {
  if (!query) return [];
  const { properties = {}, required = [] } = jsonSchema(query, 'input');
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

function requestBody(body: DescribedRoute['body'], rawBody: DescribedRoute['rawBody']): object {
  if (rawBody) {
    const content = Object.fromEntries(rawBody.media.map((media) => [media, {}]));
    return { description: rawBody.about, required: true, content };
  }
  const schema: JsonSchema = body ? jsonSchema(body, 'input') : {};
  return { required: (schema.required ?? []).length > 0, content: { 'application/json': { schema } } };
}

function response({ status, json, media = [] }: DescribedRoute['answer']): object {
  const content = {
    ...(json && { 'application/json': { schema: jsonSchema(json, 'output') } }),
    ...Object.fromEntries(media.map((type) => [type, {}])),
  };
  return { description: DESCRIPTION[status], ...(Object.keys(content).length > 0 && { content }) };
}

const DESCRIPTION = { 200: 'Done.', 201: 'It was made.', 202: 'It was taken.', 204: 'Done; there is nothing to say.' };
