import { isFields } from '@/lib/protocol/json';
import type { Adaptation, Body } from './adaptation';
import { plainSchema } from './plain-schema';

const SCHEMA =
  /schema|\$(?:ref|defs)|additional_?properties|\b(?:any|one|all)_?of\b|min_?length|max_?length|min_?items|max_?items|\bpattern\b|\bconst\b|\bstrict\b|tools[[.]\d+|function_?declarations|\bkeyword\b/i;

/** Tools described with the plainest of JSON Schema; what a call really says is checked here anyway. */
export const plainSchemas: Adaptation = {
  name: 'plain schemas',
  demandedBy: ({ text }) => (SCHEMA.test(text) ? '' : null),
  apply(body) {
    if (!Array.isArray(body.tools)) return body;
    const tools = (body.tools as Body[]).map(plainTool);
    return JSON.stringify(tools) === JSON.stringify(body.tools) ? body : { ...body, tools };
  },
  says: () => 'tools are described in plain schemas',
};

/** In any of the formats: with its schema beside its name, in a `function`, or in a list of declarations. */
function plainTool(tool: Body): Body {
  const { strict: _, cache_control: __, ...plain } = tool;
  for (const field of ['parameters', 'input_schema'])
    if (isFields(plain[field])) plain[field] = plainSchema(plain[field]);
  if (isFields(plain.function)) plain.function = plainTool(plain.function);
  if (Array.isArray(plain.functionDeclarations)) plain.functionDeclarations = plain.functionDeclarations.map(plainTool);
  return plain;
}
