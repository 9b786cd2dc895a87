import 'server-only';
import { LEFT_OUT_OF_FILE, LEFT_OUT_OF_UI } from './left-out';
import { readAgent } from './read-agent';
import { readCoordination, readTurnSeconds } from './read-orchestrator';
import type { Reading, Section } from './reading';
import { warnOfSection } from './warn-of-section';

const UNDERSTOOD = ['agents', 'agent', 'orchestrator', 'ui', 'timeout_settings'];

/** A MassGen file as a team, not yet validated. Every key that has no counterpart here is named in `reading.warnings`. */
export function readMassGen(file: Section): { team: Section; reading: Reading } {
  const reading: Reading = { warnings: [], placed: new Map() };
  warnOfSection(file, '', UNDERSTOOD, LEFT_OUT_OF_FILE, reading);
  warnOfSection(file.ui, 'ui', [], LEFT_OUT_OF_UI, reading);
  const agents = agentsOf(file, reading).map(({ value, path }, index) =>
    readAgent(value, path, `agents[${index}]`, reading),
  );
  const coordination = readCoordination(file.orchestrator, reading);
  const turnSeconds = readTurnSeconds(file, reading);
  return {
    team: {
      name: 'Imported team',
      agents,
      ...(Object.keys(coordination).length > 0 && { coordination }),
      ...(turnSeconds !== null && { limits: { turnSeconds } }),
    },
    reading,
  };
}

/** A file has a list `agents` or a single `agent`. */
function agentsOf(file: Section, reading: Reading): { value: unknown; path: string }[] {
  const single = file.agent === undefined || file.agent === null ? [] : [{ value: file.agent, path: 'agent' }];
  if (file.agents === undefined || file.agents === null) return single;
  if (!Array.isArray(file.agents)) {
    reading.warnings.push({ key: 'agents', message: 'Left out: this must be a list.' });
    return single;
  }
  return [...file.agents.map((value, index) => ({ value, path: `agents[${index}]` })), ...single];
}
