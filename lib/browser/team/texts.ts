import { plural } from '@/lib/browser/ui/format';

/** What is said of teams and backends wherever one is chosen. */
export const texts = {
  simulation: 'Simulation',
  notSetUp: 'Not set up',
  slow: 'Slow',
  ready: 'Ready',
  notReachable: 'Not reachable',
  checkAddress: 'Check the base URL and the network.',
  answeredLast: 'answered last here',
  simulationShort: 'simulation',
  agents: (count: number) => plural(count, 'agent'),
  /** `what` = the browser's own words, which may be none. */
  notJson: (what: string, at: { line: string; column: string } | null) =>
    `This is not valid JSON: ${what || 'it ends too early'}${at ? ` (line ${at.line}, column ${at.column})` : ''}.`,
};
