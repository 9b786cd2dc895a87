import { z } from 'zod';
import type { Api } from './api';

interface Operation {
  responses: Record<string, { content?: Record<string, { schema?: Parameters<typeof z.fromJSONSchema>[0] }> }>;
}

interface GivenAnswer {
  status: number;
  body: unknown;
  headers: Headers;
}

/** Compares real answers with the document that the app serves: what is wrong with one, in words, or `null`. */
export type AnswerCheck = (method: string, path: string, answer: GivenAnswer) => string | null;

export async function readApiDocument(api: Api): Promise<AnswerCheck> {
  const { body } = await api.send('GET', '/api/v1/openapi.json');
  const paths = body.paths as Record<string, Record<string, Operation>>;
  return (method, path, { status, body: given, headers }) => {
    const address = path.replace(/\[(?:\.\.\.)?(\w+)\]/g, '{$1}');
    const answers = paths[address]?.[method.toLowerCase()]?.responses ?? {};
    const answer = answers[status];
    if (!answer) return `the document has ${Object.keys(answers).join(', ')}, not ${status}`;
    const [media = ''] = (headers.get('content-type') ?? '').split(';');
    if (!answer.content) return given === null ? null : 'the document has no body';
    const kind = Object.keys(answer.content).find((type) => type === media || type === media.replace(/\/.*/, '/*'));
    if (kind === undefined) return `the document has ${Object.keys(answer.content).join(', ')}, not ${media}`;
    const schema = answer.content[kind]?.schema;
    if (schema === undefined) return null;
    const { error } = z.fromJSONSchema(schema).safeParse(given);
    return error ? z.prettifyError(error) : null;
  };
}
