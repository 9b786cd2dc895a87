import { listWords, plural } from '@/lib/browser/ui/format';

/** What the Cost tab of a run says. */
export const texts = {
  limitReached: 'Limit reached: no further requests were made.',
  usedOf: (used: string, limit: string) => `${used} of ${limit}`,
  listPrices: (of: { model: string; date: string }[]) =>
    `List prices: ${listWords(of.map(({ model, date }) => `${model} as of ${date}`))}.`,
  unpriced: (models: string[], tokens: string, hasLimit: boolean) =>
    `The price of ${listWords(models)} is not known: ${tokens} tokens are not included in the cost${hasLimit ? ' and do not count towards the cost limit' : ''}.`,
  estimated: (tokens: string) =>
    `${tokens} tokens are from interrupted requests and are estimated from the number of characters.`,
  inFlight: (tokens: string) => `About ${tokens} tokens are being written right now.`,
  simulation: 'The simulation is free and counts words instead of tokens.',
  tokenLimit: 'Token limit',
  costLimit: 'Cost limit',
  tokensAndCost: 'Tokens and cost',
  copyCsv: 'Copy as CSV',
  noFigures: 'No figures yet. They appear when a model request ends.',
  time: 'Time',
  tokensUnit: ' tokens',
  figures: 'Figures by agent and phase',
  byAgentAndPhase: 'Tokens and cost by agent and phase',
  agent: 'Agent',
  phase: 'Phase',
  run: 'Run',
  columns: ['Requests', 'In', 'Cached', 'Out', 'Reasoning', 'Cost (USD)'],
  shareOf: { cost: 'Share of cost', tokens: 'Share of tokens' },
  free: 'free',
  percent: (of: number) => `${of}%`,
  chooseBar: 'Select a bar to see its figures.',
  costUnknown: 'cost unknown',
  estimatedPart: 'estimated',
  start: '0 s',
  modelWorking: 'model working',
  toolRunning: 'tool running',
  waitingForOthers: 'waiting for others',
  spanFrom: (span: string, from: string) => `${span}, starting at ${from}`,
  tools: (tools: number, span: string) => `${plural(tools, 'tool')} ${span}`,
  tokensIn: (tokens: string, cached: string | null) =>
    cached === null ? `${tokens} in` : `${tokens} in (${cached} cached)`,
  tokensOut: (tokens: string, reasoning: string | null) =>
    reasoning === null ? `${tokens} out` : `${tokens} out (${reasoning} reasoning)`,
  laneSum: (model: string, tools: string | null, waiting: string) =>
    `model ${model}${tools === null ? '' : ` · tools ${tools}`} · waiting ${waiting}`,
};
