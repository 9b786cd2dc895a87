import 'server-only';
import { isPresent, type Reading, type Section } from './reading';

/** MassGen's modes that Claude Code has here under the same name. */
const MODES = ['default', 'acceptEdits', 'dontAsk'];

/** The keys that `readClaudeCodeParams` reads. */
export const CLAUDE_CODE_KEYS = ['permission_mode', 'max_turns'];

/** Claude Code takes a few parameters of its own and none of a model's. */
export function readClaudeCodeParams(section: Section, path: string, reading: Reading): Section {
  const params: Section = {};
  const { permission_mode: mode, max_turns: turns } = section;
  if (typeof mode === 'string' && MODES.includes(mode)) params.permissionMode = mode;
  else if (isPresent(mode)) {
    const message = `Left out: an import never widens permissions. Taken over as they are: ${MODES.join(', ')}.`;
    reading.warnings.push({ key: `${path}.permission_mode`, message });
  }
  if (typeof turns === 'number' && Number.isInteger(turns) && turns >= 1) params.maxTurns = Math.min(turns, 1000);
  else if (isPresent(turns)) {
    reading.warnings.push({ key: `${path}.max_turns`, message: 'Left out: give a whole number from 1 to 1000.' });
  }
  return params;
}
