import { isFields } from '@/lib/protocol/json';
import type { Adaptation, Body } from './adaptation';

/** Without these there is no request; each has an adaptation of its own, or none. */
const NEEDED = new Set([
  'model',
  'messages',
  'input',
  'contents',
  'system',
  'instructions',
  'systemInstruction',
  'tools',
  'tool_choice',
  'toolConfig',
  'stream',
]);
const REFUSED =
  /unsupported|not supported|(?:not|n['’]t) support|unrecognized|unknown|cannot find field|not permitted|not allowed|unexpected|extra (?:inputs|fields|parameters)|extra_forbidden|additional properties|only (?:the default|\S+ is allowed|\S+ (?:is|are) supported)|may only be set|cannot (?:both )?be (?:specified|used|set)|not (?:be )?(?:enabled|available)|must be verified|deprecated|incompatible|invalid (?:\w+ )?(?:parameter|argument|field)/i;
const PLAIN_WORDS = new Set([
  'user',
  'store',
  'stop',
  'text',
  'seed',
  'include',
  'metadata',
  'labels',
  'thinking',
  'reasoning',
  'effort',
  'summary',
  'type',
  'truncation',
]);
const THINKING =
  /(?:not|n['’]t) support (?:thinking|reasoning)|(?:thinking|reasoning) (?:is|are) not (?:supported|enabled)/i;
const THINKING_FIELDS =
  /^(?:reasoning(?:_effort)?|thinking|think|enable_thinking|generationConfig\.thinkingConfig|output_config\.effort)$/;

/** A server that refuses a field besides the conversation itself. `detail` = its path in the request. */
export const withoutField: Adaptation = {
  name: 'without a field',
  demandedBy({ text }, body) {
    if (!REFUSED.test(text)) return null;
    const paths = optionalPaths(body);
    const named = paths.filter((path) => isNamed(path, text));
    // The longest says most exactly what is meant.
    const path = named.sort((a, b) => b.length - a.length)[0];
    return path ?? (THINKING.test(text) ? (paths.find((field) => THINKING_FIELDS.test(field)) ?? null) : null);
  },
  apply: (body, detail) => without(body, detail.split('.')),
  says: (path) => `the request comes without “${path}”`,
};

function optionalPaths(body: Body): string[] {
  return Object.entries(body).flatMap(([name, value]) => {
    if (NEEDED.has(name)) return [];
    const inner = isFields(value) ? Object.keys(value).map((field) => `${name}.${field}`) : [];
    return [name, ...inner];
  });
}

/** Servers write a name in their own way: `top_p`, `topP`. One that is also a plain word must be marked as a name. */
function isNamed(path: string, text: string): boolean {
  const name = path.slice(path.lastIndexOf('.') + 1);
  const spelled = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replaceAll('_', '_?');
  const pattern = PLAIN_WORDS.has(name)
    ? `(?:['"\`.]|(?:parameter|argument|field|name|supplied|model|invalid)s?:? ?)${spelled}(?:['"\`:]|\\b(?! (?:is|are|was|the|a)\\b)|$)|^${spelled}$`
    : `(?<![a-z])${spelled}(?![a-z_])`;
  return new RegExp(pattern, 'im').test(text);
}

function without(fields: Body, [name = '', ...rest]: string[]): Body {
  if (!(name in fields)) return fields;
  const { [name]: value, ...others } = fields;
  if (rest.length === 0) return others;
  if (!isFields(value)) return fields;
  const inner = without(value, rest);
  if (inner === value) return fields;
  return Object.keys(inner).length > 0 ? { ...others, [name]: inner } : others;
}
