/** What the page of usage says. */
export const texts = {
  snapshots: 'Snapshots',
  stored: 'Stored',
  onlyChanges: 'only what changed',
  deliveries: 'Deliveries',
  tokensDelivered: 'Tokens delivered',
  partOfTokensIn: 'part of “tokens in”',
  failures: 'Failures',
  runsContinued: 'the runs continued',
  contextSharing: 'Context sharing',
  each: (span: string) => `${span} each`,
  tokensPerDay: 'Tokens per day',
  day: (day: string, tokens: string, cost: string | null) =>
    `${day}: ${tokens} tokens${cost === null ? '' : `, ${cost}`}`,
  most: (tokens: string) => `most in one day: ${tokens}`,
  mine: 'Mine',
  workspace: 'Workspace',
  whoseUsage: 'Whose usage',
  noFigures: 'Nothing yet. The figures for a run appear here when it ends.',
  columns: ['Runs', 'In', 'Cached', 'Out', 'Cost (USD)'],
  cost: 'Cost',
  runs: 'Runs',
  requests: 'Model requests',
  tokensIn: 'Tokens in',
  tokensOut: 'Tokens out',
  cached: (tokens: string) => `${tokens} cached`,
  reasoning: (tokens: string) => `${tokens} reasoning`,
  unpriced: (tokens: string) =>
    `${tokens} tokens are from models whose price is not known. The cost does not include them.`,
  estimated: (tokens: string) =>
    `${tokens} tokens are from interrupted requests and are estimated from the number of characters.`,
};
