/** (f) A team is checked and imported, in this process: the largest team, and a MassGen file. */
import { importTeam } from '@/lib/team-config/import-team';
import { massGenExample } from '@/lib/team-config/massgen/testing/massgen-example';
import { validateTeam } from '@/lib/team-config/validate-team';
import { finishReport, report } from './support/report';
import { percentile } from './support/statistics';

const ROUNDS = 200;
const largest = {
  name: 'T',
  agents: Array.from({ length: 26 }, () => ({
    backend: { type: 'openai_compatible', model: 'm' },
    systemMessage: 'x'.repeat(5000),
  })),
};
const file = massGenExample('tools-and-folders');

measure('validation of 26 agents', () => validateTeam(largest), 10);
measure('import of a MassGen file', () => importTeam(file), 50);
finishReport();

function measure(name: string, work: () => unknown, target: number): void {
  const took: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now();
    work();
    took.push(performance.now() - began);
  }
  report({ name: `${name}: first, cold`, value: took[0] ?? 0, unit: 'ms' });
  report({ name: `${name}: p50`, value: percentile(took, 0.5), unit: 'ms' });
  report({ name: `${name}: p95`, value: percentile(took, 0.95), unit: 'ms', target });
}
