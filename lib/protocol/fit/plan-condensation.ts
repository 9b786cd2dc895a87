import { estimateTokens } from '../estimate-tokens';
import { buildRequest } from '../prompt/build-request';
import { fillReferences } from '../prompt/fill-references';
import { type Condensation, PIECE_KINDS } from './condensation';
import { earlierMessages } from './earlier-messages';
import { fitHistory } from './fit-history';
import type { FitInput } from './fit-input';
import { measureRequest } from './measure-request';
import { renderingBy } from './rendering';
import { requestTokens, TOKENS_PER_MESSAGE } from './request-tokens';
import { shortReferences } from './short-references';
import { waterLevel } from './water-level';

/** The smallest window for which requests are made to fit, in tokens: role, rules and tools alone take about 1,500. */
export const LEAST_WINDOW = 4_096;

/** What each piece keeps in any case, in tokens: the sentence that it was cut, for answers and new results some text besides. */
const LEAST = 80;
const LEAST_OF_NEWEST = 130;
/** Once something is condensed, room is left for the next steps, so that they do not change the beginning of the request again. */
const TARGET = 0.9;
const ROUNDS = 8;

type Rendered = Pick<FitInput, 'state' | 'slot' | 'history' | 'references' | 'offered'>;

/** `impossible` = what must stand whole has so many tokens. */
export type Plan = { condensation: Condensation; tokens: number } | { impossible: number };

/**
 * How the slot's next request, which is too long, is made to fit. What matters least gives way first (`PIECE_KINDS`): old results and replaced
 * answers, then earlier turns, then the agent's own work; the newest answers last, each with an equal share. Rules, question and steering
 * stay whole. Pure.
 */
export function planCondensation(input: FitInput): Plan {
  let goal = input.budget * TARGET;
  let plan = planFor(input, goal);
  for (let round = 1; round <= ROUNDS && 'condensation' in plan; round += 1) {
    const tokens = condensedTokens(input, plan.condensation);
    if (tokens <= input.budget) return { condensation: plan.condensation, tokens };
    // Escaping makes some texts longer than they were counted.
    goal -= (tokens - input.budget) * 1.1 + 8;
    plan = planFor(input, goal);
  }
  return 'impossible' in plan ? plan : { impossible: condensedTokens(input, plan.condensation) };
}

/** Tokens of the slot's next request with this condensation; a summary that is still to be made counts as long as it may get. */
export function condensedTokens(input: Rendered, condensation: Condensation): number {
  const { state, slot, history, references, offered } = input;
  const { summary } = condensation;
  const rendering = renderingBy(condensation, state.summaries ?? []);
  const { messages, tools } = buildRequest(state, slot, history, rendering, offered);
  const tokens = requestTokens(fillReferences(messages, shortReferences(references, rendering)), tools);
  return tokens + (summary && !rendering.summary?.text ? summary.tokens + 90 : 0);
}

function planFor(input: FitInput, goal: number): Plan {
  const { history, budget, readMore, made } = input;
  const { fixed, pieces, contexts } = measureRequest(input);
  const earlier = earlierMessages(history);
  const turns = earlier.map(({ text }) => estimateTokens(text) + TOKENS_PER_MESSAGE);
  const sizesOf = (kind: string) => pieces.flatMap((piece) => (piece.kind === kind ? [piece.tokens] : []));
  const condensation: Condensation = { caps: {}, readMore };
  let total = fixed + sum(turns) + sum(pieces.map(({ tokens }) => tokens)) + sum(contexts.map(({ tokens }) => tokens));
  for (const kind of PIECE_KINDS) {
    if (total <= goal) break;
    if (kind === 'context') {
      const without: string[] = [];
      for (const { hash, tokens } of contexts) {
        if (total <= goal) break;
        without.push(hash);
        total -= tokens - LEAST;
      }
      if (without.length > 0) condensation.withoutContexts = without;
    } else if (kind === 'turn') {
      if (turns.length === 0) continue;
      const rest = total - sum(turns);
      const { cap, summary, tokens } = fitHistory(earlier, turns, goal - rest, made, LEAST);
      condensation.caps.turn = cap;
      if (summary) condensation.summary = summary;
      total = rest + tokens;
    } else {
      const sizes = sizesOf(kind);
      if (sizes.length === 0) continue;
      const rest = total - sum(sizes);
      const least = kind === 'answer' || kind === 'result' ? LEAST_OF_NEWEST : LEAST;
      const cap = Math.max(least, waterLevel(sizes, goal - rest));
      condensation.caps[kind] = cap;
      total = rest + sum(sizes.map((size) => Math.min(size, cap)));
    }
  }
  return total <= budget ? { condensation, tokens: total } : { impossible: total };
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
