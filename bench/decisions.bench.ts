/**
 * Decisions: the product's rule (`lib/protocol/decision`) on real answers, votes and judgements. Share of the gap between the best member,
 * known in hindsight, and an oracle, at so many calls a task; figures and their limits in docs/decisions.md.
 */
import { dataFolder, readSet } from './decisions/decision-data';
import { measurePanel } from './decisions/measure-panel';
import { measureScores } from './decisions/measure-scores';
import { type Band, type Row, replayTable } from './decisions/replay-table';
import { fromScores, panel } from './decisions/rule';
import { finishReport, report } from './support/report';

/** Rows with the share that they must reach and the calls that they may take, then the share in unequal teams. */
const TARGETS: Record<string, { share: number; calls: number; unequal?: number }> = {
  'nothing known': { share: 21, calls: 2.8, unequal: -37 },
  overrules: { share: 23, calls: 3, unequal: -2 },
  kinds: { share: 33, calls: 2.7, unequal: 10 },
  'good tests': { share: 88, calls: 2.1 },
  'weak tests': { share: 54, calls: 2.7, unequal: 34 },
  'kinds and weak tests': { share: 57, calls: 2.7 },
  ballots: { share: 32, calls: 3.7 },
  'judge 70': { share: 35, calls: 3.5 },
  'judge 80': { share: 45, calls: 4.4 },
};
const TEAMS = Number(process.env.DECISION_TEAMS ?? 8);

const folder = dataFolder();
if (folder === null) {
  console.log('Skipped: the folder with the decision data is not here. DECISION_DATA says where it is.');
} else {
  const tables = replayTable(folder, TEAMS);
  for (const band of Object.keys(tables) as Band[]) printBand(band, tables[band]);
  const judged = readSet<Parameters<typeof measurePanel>[0]>(folder, 'llmbar');
  if (judged)
    report({ name: 'judge panel on LLMBar', value: measurePanel(judged, panel), unit: '%', target: 86, atLeast: true });
  const scored = readSet<Parameters<typeof measureScores>[0]>(folder, 'multivac');
  if (scored)
    report({
      name: 'five peers’ scores (multivac)',
      value: measureScores(scored, fromScores),
      unit: '%',
      target: 45,
      atLeast: true,
    });
  finishReport();
}

function printBand(band: Band, rows: Map<string, Row>): void {
  console.log(`\nTeams ${band}`);
  for (const [rule, { share, calls }] of rows) {
    const name = rule.replace('* ', '');
    const target = rule.startsWith('* ') ? TARGETS[name] : undefined;
    const least = band === 'within 10 points' ? target?.share : target?.unequal;
    report({
      name: `${target ? '' : '(reference) '}${name}, share of the gap`,
      value: share,
      unit: '%',
      target: least,
      atLeast: true,
    });
    report({
      name: '  calls for 100 tasks',
      value: 100 * calls,
      unit: '',
      target: band === 'within 10 points' && target ? 100 * target.calls : undefined,
    });
  }
}
