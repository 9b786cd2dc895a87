import type { FieldLine, OperationView } from '@/components/docs/api-operation';
import { jsonSchema } from '@/lib/platform/http/json-schema';
import { type ApiOperation, addressOf } from '@/lib/platform/http/openapi';
import { schemaLines, typeWords } from './schema-lines';
import { texts } from './texts';

type Part = OperationView['parts'][number];

/** An operation as the page shows it. */
export function operationView({
  method,
  path,
  about,
  query,
  body,
  rawBody,
  answer,
  isPublic,
}: ApiOperation): OperationView {
  const address = addressOf(path);
  const parts: Part[] = [];
  if (query) parts.push({ title: texts.query, note: '', lines: schemaLines(jsonSchema(query, 'input')) });
  if (rawBody) parts.push({ title: texts.body, note: `${rawBody.media.join(', ')}: ${rawBody.about}`, lines: [] });
  else if (body) parts.push({ title: texts.body, ...bodyLines(jsonSchema(body, 'input')) });
  parts.push({
    title: texts.answer(answer.status),
    note: [answer.json ? 'application/json' : texts.statuses[answer.status], ...(answer.media ?? [])].join(', '),
    lines: answer.json ? schemaLines(jsonSchema(answer.json, 'output')) : [],
  });
  const access = isPublic ? ` ${texts.needsNoKey}` : '';
  return {
    id: `${method} ${address}`.replace(/[^A-Za-z0-9]+/g, '-'),
    method,
    path: address,
    about: about + access,
    parts,
  };
}

function bodyLines(schema: Parameters<typeof schemaLines>[0]): { note: string; lines: FieldLine[] } {
  return { note: texts.json(typeWords(schema)), lines: schemaLines(schema) };
}
