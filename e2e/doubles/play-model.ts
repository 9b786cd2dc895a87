import { chainTool } from './chain-tool.ts';
import { conclusionOf, evidenceTool } from './evidence-tools.ts';
import { parseModelName } from './model-name.ts';
import { type ModelRequest, readOffer } from './model-request.ts';
import { isOtherTool, noteOf, ownStep, withPrefix } from './own-tools.ts';
import type { Refusal, Reply, ToolUse } from './reply.ts';

const DEFAULT_PIECES = 24;
/** Slower letters publish later, so that the last new answer voids the votes of the quicker ones. */
const TEAM_RATES = [200, 120, 45, 90, 70];
const FAST = 400;
const SLOW = 5;

/** What the model of this name answers. `seen` = how often this model was asked about this task before. */
export function playModel(request: ModelRequest, seen: number): Reply | Refusal {
  const name = parseModelName(request.model);
  const faulty = name.base.startsWith('fault-') && !(name.once && seen > 0);
  const fault = faulty ? name.base.slice('fault-'.length) : '';
  const refusal = refuse(fault, seen);
  if (refusal) return refusal;
  const works = !faulty || !['no-tool', 'silence'].includes(fault);
  const own = request.isClaudeCode && request.ownCalls !== null ? ownStep(name.base, request.ownCalls) : null;
  const acts = works && !own && request.tools.length > 0 ? chooseTool(fault, request) : null;
  const tool = own ?? (acts && request.isClaudeCode ? { ...acts, name: withPrefix(acts.name) } : acts);
  const count = fault === 'silence' ? 0 : (name.pieces ?? DEFAULT_PIECES);
  const reply: Reply = {
    reasoning: name.pieces === null && count > 0 ? reasoningOf(name.base) : [],
    text: name.base === 'recite' ? recited(request) : pieces(count, request.tools.length > 0 ? 'w' : 'final'),
    tool,
    piecesPerSecond: name.piecesPerSecond ?? defaultRate(name.base),
    stamped: name.stamped,
    ending: 'finish',
    refused: fault === 'refused',
    limited: fault === 'length',
  };
  if (reply.refused) return { ...reply, tool: null, text: [] };
  if (reply.limited) return { ...reply, tool: null };
  if (fault === 'cut' || fault === 'malformed' || fault === 'reported')
    return { ...reply, tool: null, text: reply.text.slice(0, 8), ending: fault };
  if (fault === 'silence') return { ...reply, ending: 'silence' };
  if (fault === 'stall') return { ...reply, tool: null, text: reply.text.slice(0, 8), ending: 'silence' };
  if (fault === 'mute-presenter' && request.tools.length === 0) return { ...reply, reasoning: [], text: [] };
  if (name.base.startsWith('no-tools')) return { ...reply, text: [...reply.text, ...fallback(request)] };
  return reply;
}

const SAID: Record<string, Pick<Refusal, 'status' | 'kind'>> = {
  context: { status: 400, kind: 'context' },
  content: { status: 400, kind: 'content' },
  quota: { status: 429, kind: 'quota' },
};

/** The HTTP faults: `fault-<status>`; 429 asks for a second's pause and then works, unless it is `fault-429-always`. */
function refuse(fault: string, seen: number): Refusal | null {
  const said = SAID[fault];
  if (said) return { headers: {}, message: '', ...said };
  const match = /^([345]\d\d)(-always)?$/.exec(fault);
  if (!match) return null;
  const status = Number(match[1]);
  if (status === 429 && !match[2] && seen > 0) return null;
  const headers: Record<string, string> = {};
  if (status === 429) headers['retry-after'] = '1';
  if (status < 400) headers.location = 'http://127.0.0.1:9/elsewhere';
  return { status, headers, message: `The double answers ${status}.` };
}

function chooseTool(fault: string, request: ModelRequest): ToolUse | null {
  const { tools, votable, published, refusals, boardCalls } = request;
  if (/^(?:no-tools-)?note/.test(request.model) && tools.includes('post_note') && !boardCalls.includes('post_note'))
    return { name: 'post_note', arguments: JSON.stringify({ text: noteOf(request.model) }) };
  const other = /^(?:no-tools-|gemini-3.1-)?use/.test(request.model) ? tools.find(isOtherTool) : undefined;
  if (other && !request.otherCalls.includes(other))
    return { name: other, arguments: JSON.stringify({ what: `for ${request.model}` }) };
  const next = chainTool(request);
  if (next) return next;
  const byEvidence = evidenceTool(request);
  if (byEvidence) return byEvidence;
  const mayPublish = tools.includes('new_answer');
  if (fault === 'endless' && mayPublish)
    return publish(`Version ${published.length + 1} of an answer without end. ${Date.now()}`);
  if (fault === 'duplicate' && mayPublish && refusals === 0) return publish('The same answer, word for word.');
  if (published.length === 0 && mayPublish && refusals === 0) return publish(answerText(request, 1));
  if (fault === 'ghost-vote')
    return { name: 'vote', arguments: JSON.stringify({ answer_id: 'Z.9', reason: 'It looks best.' }) };
  const refines = /^(?:team|slow|no-tools|code|note)/.test(request.model);
  if (refines && mayPublish && published.length === 1 && refusals === 0 && seesOthers(request))
    return publish(answerText(request, 2));
  if (votable.length > 0) return vote(votable);
  return mayPublish ? publish(answerText(request, published.length + 1)) : null;
}

/** Own answers are not told again while a team works: what is told is of others. */
function seesOthers({ told }: ModelRequest): boolean {
  return shownIds(told).length > 0;
}

function shownIds(told: string): string[] {
  return [...new Set([...told.matchAll(/<answer id="([A-Z]\.\d+)"/g)].map(([, id = '']) => id))];
}

function answerText({ model, votable, attached }: ModelRequest, version: number): string {
  const conclusion = conclusionOf(model);
  if (conclusion) return conclusion;
  const basis = version > 1 ? ` It takes in ${votable.join(', ')}.` : '';
  const given = attached.length > 0 ? ` I was given ${attached.join(', ')}.` : '';
  return `Answer ${version} of ${model}: the result is ${model.length + version}.${basis}${given}`;
}

function publish(content: string): ToolUse {
  return { name: 'new_answer', arguments: JSON.stringify({ content }) };
}

/** Everybody prefers the most revised answer, then the first slot: votes converge. */
function vote(votable: string[]): ToolUse {
  const version = (id: string) => Number(id.split('.')[1]);
  const [best] = [...votable].sort((a, b) => version(b) - version(a) || a.localeCompare(b));
  return { name: 'vote', arguments: JSON.stringify({ answer_id: best, reason: `${best} is the most complete.` }) };
}

/** For a model without tools: what it may do stands at the end of what it is told; it answers with one fenced JSON object. */
function fallback(request: ModelRequest): string[] {
  const offered = /Act now with one of: [\w, -]+\.(?: Valid answer_id: [A-Z\d., ]+\.)?\s*$/.test(request.told);
  const offer = offered ? readOffer(request.told) : describedOffer(request.told);
  const tool = offer && chooseTool('', { ...request, ...offer });
  if (!tool) return [];
  const json = JSON.stringify({ tool: tool.name, arguments: JSON.parse(tool.arguments) });
  return ['\n\n```json\n', json, '\n```'];
}

/** Of a model that may use tools before it answers: each stands on a line of its own. */
function describedOffer(told: string): { tools: string[]; votable: string[] } | null {
  if (!/A reply without such a block is your answer\.\s*$/.test(told)) return null;
  return { tools: [...told.matchAll(/^- ([\w-]+): /gm)].map(([, name = '']) => name), votable: [] };
}

function reasoningOf(base: string): string[] {
  const words = ['I ', 'look ', 'at ', 'what ', 'is ', 'known. '];
  return base.startsWith('reasoner') ? Array.from({ length: 20 }, () => words).flat() : words;
}

function defaultRate(base: string): number {
  if (base.startsWith('slow')) return SLOW;
  const letter = /^team-([a-z])/.exec(base)?.[1];
  return letter ? (TEAM_RATES[(letter.charCodeAt(0) - 97) % TEAM_RATES.length] ?? FAST) : FAST;
}

/** What the question holds as `base64:…`, so that no part of the prompt changes it on its way; in pieces that cut words and marks. */
function recited({ told }: ModelRequest): string[] {
  const text = Buffer.from(/base64:([\w-]+)/.exec(told)?.[1] ?? '', 'base64url').toString('utf8');
  return text.match(/.{1,7}/gsu) ?? [];
}

function pieces(count: number, word: string): string[] {
  return Array.from({ length: count }, (_, index) => `${word}${index + 1} `);
}
