import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decidePolicy, type PolicyCase } from './decide-policy';

const CASE: PolicyCase = { rules: {}, own: null, isReadOnly: false, isSteeredByOthers: false, readFrom: [] };
const decisionOf = (over: Partial<PolicyCase>) => decidePolicy({ ...CASE, ...over }).decision;
const policy = fc.constantFrom('allow' as const, 'ask' as const, 'deny' as const);
const cases = fc.record({
  rules: fc.record({ tool: fc.option(policy), server: fc.option(policy), instance: fc.option(policy) }),
  own: fc.option(policy),
  isReadOnly: fc.boolean(),
  isSteeredByOthers: fc.boolean(),
  readFrom: fc.array(fc.string({ minLength: 1 }), { maxLength: 2 }),
});

describe('what a call meets', () => {
  it.each<[string, Partial<PolicyCase>, string]>([
    ['what only reads may run', { isReadOnly: true }, 'allow'],
    ['anything else is asked about', {}, 'ask'],
    ['until a person says that it may', { own: 'allow' }, 'allow'],
    ['or whoever manages the server', { rules: { tool: 'allow' } }, 'allow'],
    ['whose “ask” holds against the person’s “allow”', { rules: { tool: 'ask' }, own: 'allow' }, 'ask'],
    ['as does the server’s', { rules: { tool: 'allow', server: 'ask' } }, 'ask'],
    ['and the instance’s', { rules: { tool: 'allow', instance: 'deny' }, own: 'allow' }, 'deny'],
    ['a person can forbid what only reads', { own: 'deny', isReadOnly: true }, 'deny'],
    ['a server of one’s own in a run that others steer asks', { own: 'allow', isSteeredByOthers: true }, 'ask'],
    ['also to read', { isReadOnly: true, isSteeredByOthers: true }, 'ask'],
    ['what changes asks again once the run has read elsewhere', { own: 'allow', readFrom: ['web'] }, 'ask'],
    ['what reads does not', { isReadOnly: true, readFrom: ['web'] }, 'allow'],
  ])('%s', (_name, over, decision) => {
    expect(decisionOf(over)).toBe(decision);
  });

  it('is denied whenever anybody denies, and allowed only where nobody asks', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const said = [...Object.values(given.rules), given.own];
        const decision = decisionOf(given);
        if (said.includes('deny')) expect(decision).toBe('deny');
        else if (said.includes('ask')) expect(decision).toBe('ask');
        else expect(decision).not.toBe('deny');
        if (decision === 'allow') expect(given.isSteeredByOthers).toBe(false);
      }),
    );
  });

  it('comes with the reason, for people and, where it is denied, for the agent', () => {
    expect(decidePolicy({ ...CASE, own: 'allow', readFrom: ['web', 'mail'] })).toEqual({
      decision: 'ask',
      because: expect.stringContaining('“web”, “mail”'),
      asksAgain: true,
    });
    expect(decidePolicy({ ...CASE, rules: { tool: 'deny' } }).because).toContain('Go on without it.');
  });
});
