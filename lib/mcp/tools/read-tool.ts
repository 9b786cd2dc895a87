import { createHash } from 'node:crypto';
import type { Tool } from '@modelcontextprotocol/client';
import { canonicalJson } from '@/lib/platform/text/canonical-json';
import { cleanText } from '@/lib/protocol/text/clean-text';
import type { McpTool } from '../mcp-server';
import { isJsonObject } from './json-object';

const NAME = 128;
const TITLE = 200;
const DESCRIPTION = 2000;
/** Of a description inside of a schema. */
const REMARK = 1000;
const DEFINITION_BYTES = 256_000;
const DEEPEST = 32;
const MOST_SCHEMAS = 2000;

/** What a server says of a tool, or why it cannot be offered to anybody. */
export type ReadTool = { tool: McpTool } | { unusable: string };

/** A tool's definition, pinned by its hash, then cleaned and capped: a server's words are data, and nobody reads what he cannot see. */
export function readTool(raw: Tool): ReadTool {
  const name = cleanText(raw.name, NAME);
  if (name !== raw.name || name === '') return { unusable: `${name || 'A tool'} has a name that cannot be shown.` };
  const { title, description, inputSchema, outputSchema, annotations } = raw;
  const definition = { name, title, description, inputSchema, outputSchema, annotations };
  const text = boundedJson(definition);
  if (text === null) return { unusable: `The definition of ${name} is too large.` };
  const given = {
    ...(title && { title }),
    description: description ?? '',
    inputSchema,
    ...(outputSchema && { outputSchema }),
  };
  const clean = {
    ...(title && { title: cleanText(title, TITLE) }),
    description: cleanText(description ?? '', DESCRIPTION),
    inputSchema: cleanSchema(inputSchema),
    ...(outputSchema && { outputSchema: cleanSchema(outputSchema) }),
  };
  return {
    tool: {
      name,
      ...clean,
      ...(annotations && { annotations: hintsOf(annotations) }),
      // No part of what is approved: it says how a call goes, not what it does.
      ...(raw.execution?.taskSupport === 'required' && { taskSupport: 'required' as const }),
      ...(canonicalJson(given) !== canonicalJson(clean) && { asGiven: given }),
      hash: createHash('sha256').update(text).digest('hex'),
    },
  };
}

/** `null` = larger or deeper than anybody needs. */
function boundedJson(definition: Record<string, unknown>): string | null {
  if (!isShallow(definition)) return null;
  const text = canonicalJson(definition);
  return text.length <= DEFINITION_BYTES ? text : null;
}

function isShallow(value: unknown): boolean {
  let objects = 0;
  const fits = (at: unknown, depth: number): boolean => {
    if (typeof at !== 'object' || at === null) return true;
    objects += 1;
    return depth < DEEPEST && objects <= MOST_SCHEMAS && Object.values(at).every((inner) => fits(inner, depth + 1));
  };
  return fits(value, 0);
}

function hintsOf({ readOnlyHint, destructiveHint, idempotentHint, openWorldHint }: NonNullable<Tool['annotations']>) {
  return {
    ...(readOnlyHint !== undefined && { readOnlyHint }),
    ...(destructiveHint !== undefined && { destructiveHint }),
    ...(idempotentHint !== undefined && { idempotentHint }),
    ...(openWorldHint !== undefined && { openWorldHint }),
  };
}

/** The schema with its words cleaned; what it allows stays as it is. */
function cleanSchema(schema: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, cleanPart(key, value)]));
}

function cleanPart(key: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => (isJsonObject(item) ? cleanSchema(item) : item));
  if (isJsonObject(value)) return cleanSchema(value);
  const isWords = key === 'description' || key === 'title' || key === '$comment';
  return isWords && typeof value === 'string' ? cleanText(value, REMARK) : value;
}
