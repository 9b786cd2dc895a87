import { describe, expect, it } from 'vitest';
import { isAllowedForRun, type ToolUse } from './allowed-for-run';
import { initialState } from './initial-state';
import type { Approval, RunState } from './state';

const use: ToolUse = { slot: 'A', tool: 'Write', arguments: { file_path: 'a' } };
const shell = (command: string): ToolUse => ({ slot: 'A', tool: 'Bash', arguments: { command } });

function decided(asked: ToolUse, decision: Approval['decision'] = 'allow', scope: Approval['scope'] = 'run'): RunState {
  const approval = { approvalId: 'p1', callId: 'c1', toolCallId: 't1', because: '', at: '', ...asked, decision, scope };
  return { ...initialState('r1'), approvals: [approval] };
}

describe('leave for the rest of the run', () => {
  it('holds for the same tool of the same slot, and only when that was said', () => {
    expect(isAllowedForRun(decided(use), { ...use, arguments: { file_path: 'b' } })).toBe(true);
    expect(isAllowedForRun(decided(use), { ...use, slot: 'B' })).toBe(false);
    expect(isAllowedForRun(decided(use), { ...use, tool: 'Edit' })).toBe(false);
    expect(isAllowedForRun(decided(use, 'allow', 'once'), use)).toBe(false);
    expect(isAllowedForRun(decided(use, 'deny'), use)).toBe(false);
    expect(isAllowedForRun(decided(use, 'lapsed'), use)).toBe(false);
    expect(isAllowedForRun(decided(use, null), use)).toBe(false);
  });

  it('does not hold for a tool of that name of another server', () => {
    expect(isAllowedForRun(decided({ ...use, server: 'github' }), use)).toBe(false);
    expect(isAllowedForRun(decided(use), { ...use, server: 'github' })).toBe(false);
    expect(isAllowedForRun(decided({ ...use, server: 'github' }), { ...use, server: 'github' })).toBe(true);
  });

  it('holds in the shell only for commands that begin with the one that was allowed', () => {
    expect(isAllowedForRun(decided(shell('npm test')), shell('npm test unit'))).toBe(true);
    expect(isAllowedForRun(decided(shell('npm test')), shell('npm install'))).toBe(false);
    expect(isAllowedForRun(decided(shell('npm test')), shell('npm test; rm -r .'))).toBe(false);
    expect(isAllowedForRun(decided({ ...shell(''), arguments: null }), shell('ls'))).toBe(false);
  });
});
