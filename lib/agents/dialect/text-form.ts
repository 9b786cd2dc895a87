import { type Adaptation, TEXT_FORM } from './adaptation';
import { CHOICE_OF_TOOLS } from './choice-of-tools';

const TOOLS = String.raw`(?:tools?|functions?|tool[ _-]?(?:use|calling|calls?)|function[ _-]?(?:calling|calls?))\b`;
const NO_TOOLS = [
  new RegExp(
    String.raw`${TOOLS}['"\`\]]*(?: \w+)?.{0,40}(?:not (?:be )?(?:currently )?(?:supported|available|allowed|permitted|implemented)|unsupported|requires? --)`,
    'i',
  ),
  new RegExp(
    String.raw`(?:not|n['’]t|found that|cannot|unable to) (?:currently )?(?:support|use|handle).{0,30}?\b${TOOLS}`,
    'i',
  ),
  /(?:unsupported|unrecognized|unknown|unexpected|extra|argument not supported).{0,60}['"`:. ]tools?\b(?![.[])/i,
  /(?:body|field)?\.?['"`]?\btools['"`]?\n?.{0,20}\n?extra inputs|extra_forbidden\nbody\.tools/i,
  // Google of its open models. Where somebody could enable them, saying so is the help, not another way of asking.
  /function calling is not enabled for models\//i,
  /(?:role|variant)s?:? ['"`]?tool\b|only (?:system, )?user(?:, system)? and assistant roles|only user, (?:system|assistant)/i,
  /roles? must alternate/i,
];

/** A model or a server without tools: the agent acts in text. Last of all, since a better way may be left. */
export const textForm: Adaptation = {
  name: TEXT_FORM,
  demandedBy: ({ text }) => (NO_TOOLS.some((pattern) => pattern.test(text)) || CHOICE_OF_TOOLS.test(text) ? '' : null),
  apply: (body) => (Array.isArray(body.tools) && body.tools.length > 0 ? TEXT_FORM : body),
  says: () => 'the agent acts in text, without tools',
};
