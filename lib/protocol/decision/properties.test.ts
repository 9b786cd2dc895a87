import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerClasses, relation } from './answer-classes';
import { decideSelection } from './decide-selection';
import { reportDisagreement } from './report';
import { driveRule } from './testing/drive-rule';
import { rates, testView } from './testing/test-view';
import type { CheckResult, DecisionBallot, DecisionSlot, DecisionView, Finding } from './view';

const RATE = fc.double({ min: 0, max: 1, noNaN: true });
const SLOTS = [...'PQRSTU'];

const slot = fc.record({
  stage: fc.constantFrom('unasked', 'working', 'done', 'done', 'done'),
  hasAnswer: fc.boolean(),
  version: fc.integer({ min: 1, max: 3 }),
  isIndependent: fc.boolean(),
  model: fc.constantFrom('x', 'y', 'z'),
  reliability: fc.option(fc.record({ rate: RATE, observations: fc.option(fc.nat({ max: 200 })) })),
  agreement: fc.option(RATE),
  look: fc.constantFrom('due', 'done'),
  mayVote: fc.boolean(),
});

/** Any view there may be, also such as no run comes to. */
const randomView: fc.Arbitrary<DecisionView> = fc
  .record({
    seed: fc.integer(),
    depth: fc.constantFrom('auto', 'all'),
    ballots: fc.constantFrom('open', 'never'),
    judge: fc.option(fc.record({ accuracy: fc.option(RATE) })),
    slots: fc.array(slot, { minLength: 1, maxLength: 6 }),
    pairs: fc.array(fc.constantFrom('same', 'different', 'unknown'), { minLength: 15, maxLength: 15 }),
    comparisonsLeft: fc.nat({ max: 2 }),
    checks: fc.array(fc.record({ passesRight: RATE, passesWrong: RATE, isDecisive: fc.boolean() }), { maxLength: 2 }),
    passed: fc.array(fc.constantFrom(true, false, null, undefined), { minLength: 12, maxLength: 12 }),
    scores: fc.array(fc.double({ min: -5, max: 15, noNaN: true }), { minLength: 36, maxLength: 36 }),
    voters: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
    wrongAnswers: fc.option(fc.double({ min: 0, max: 20, noNaN: true })),
    isClosing: fc.boolean(),
  })
  .map(({ slots, pairs, checks, passed, scores, voters, ...rest }) => {
    const members = slots.map(({ hasAnswer, version, isIndependent, ...each }, index): DecisionSlot => {
      const name = SLOTS[index] ?? '';
      const answer = { answerId: `${name}.${version}` as const, version, seq: index + 1, isIndependent };
      return { ...each, slot: name, answer: hasAnswer && each.stage === 'done' ? answer : null };
    });
    const ids = members.flatMap(({ answer }) => (answer ? [answer.answerId] : []));
    const findings = ids.flatMap((a, index) =>
      ids.slice(index + 1).flatMap((b, step): Finding[] => {
        const is = pairs[(index * 5 + step) % pairs.length] ?? 'unknown';
        return is === 'unknown' ? [] : [{ a, b, is, by: step % 2 === 0 ? 'rule' : 'comparison' }];
      }),
    );
    const results = checks.flatMap((_, check) =>
      ids.flatMap((answerId, index): CheckResult[] => {
        const result = passed[(check * 6 + index) % passed.length];
        return result === undefined ? [] : [{ check: `check-${check}`, answerId, passed: result }];
      }),
    );
    const cast = members.flatMap(({ slot: name }, index): DecisionBallot[] =>
      voters[index]
        ? [{ slot: name, scores: ids.map((answerId, line) => ({ answerId, score: scores[index * 6 + line] ?? 0 })) }]
        : [],
    );
    const named = checks.map((check, index) => ({ ...check, check: `check-${index}` }));
    return { ...rest, slots: members, findings, checks: named, results, cast, verdicts: [] } as DecisionView;
  });

const world = fc.array(fc.nat({ max: 999 }), { minLength: 7, maxLength: 40 });
const RUNS = { numRuns: 500 };

const currentIds = (view: DecisionView) =>
  view.slots.flatMap(({ stage, answer }) => (stage === 'done' && answer ? [answer.answerId] : []));

describe('whatever is known', () => {
  it('the same view gives the same decision, and is left as it is', () => {
    fc.assert(
      fc.property(randomView, (view) => {
        const before = structuredClone(view);
        const decision = decideSelection(view);
        expect(view).toEqual(before);
        expect(decideSelection(structuredClone(view))).toEqual(decision);
      }),
      RUNS,
    );
  });

  it('the winner is an answer that counts now, and there is one as soon as nothing more may be asked', () => {
    fc.assert(
      fc.property(randomView, (view) => {
        const decision = decideSelection({ ...view, isClosing: true });
        expect(decision.do).toBe('winner');
        if (decision.do !== 'winner') return;
        const current = currentIds(view);
        if (current.length === 0) expect(decision.answerId).toBeNull();
        else expect(current).toContain(decision.answerId);
      }),
      RUNS,
    );
  });

  it('it comes to an end, asks nobody twice for a first version and compares no more than twice', () => {
    fc.assert(
      fc.property(randomView, world, (view, answers) => {
        const { decisions } = driveRule(view, answers);
        expect(decisions.filter((decision) => decision.do === 'compare').length).toBeLessThanOrEqual(2);
        expect(decisions.filter((decision) => decision.do === 'winner')).toHaveLength(1);
      }),
      RUNS,
    );
  });

  it('nobody scores its own answer, and a ballot has at least two lines', () => {
    fc.assert(
      fc.property(randomView, world, (view, answers) => {
        for (const decision of driveRule(view, answers).decisions) {
          if (decision.do !== 'ballot') continue;
          for (const { slot, lines } of decision.ballots) {
            expect(lines.length).toBeGreaterThan(1);
            expect(new Set(lines).size).toBe(lines.length);
            expect(lines.some((line) => line.startsWith(`${slot}.`))).toBe(false);
          }
        }
      }),
      RUNS,
    );
  });

  it('P24: all pairs of a class are the same, and every answer that counts is in one class', () => {
    fc.assert(
      fc.property(randomView, (view) => {
        const classes = answerClasses(view).map((members) => members.map(({ answer }) => answer.answerId));
        expect(classes.flat().sort()).toEqual(currentIds(view).sort());
        for (const ids of classes) {
          ids.forEach((a, index) => {
            for (const b of ids.slice(index + 1)) expect(relation(view.findings, a, b)).toBe('same');
          });
        }
      }),
      RUNS,
    );
  });

  it('P27: after a lead that cannot be made up, nothing that the rest say changes the winner', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', '?', '-'), { minLength: 3, maxLength: 5 });
    const learned = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 });
    const late = fc.array(fc.constantFrom('a', 'b', 'c', 'd', '-'), { minLength: 5, maxLength: 5 });
    let leads = 0;
    fc.assert(
      fc.property(words, learned, late, (known, of, rest) => {
        const now = decideSelection(testView(known, {}, rates(...of.slice(0, known.length))));
        if (now.do !== 'winner' || now.by !== 'lead') return;
        leads += 1;
        const all = known.map((word, index) => (word === '?' ? (rest[index] ?? '-') : word));
        const end = decideSelection(testView(all, { isClosing: true }, rates(...of.slice(0, known.length))));
        const classOf = (answerId: string | null) => all[(answerId ?? '@').charCodeAt(0) - 'P'.charCodeAt(0)];
        expect(end.do === 'winner' && classOf(end.answerId)).toBe(classOf(now.answerId));
      }),
      { numRuns: 2000, endOnFailure: true },
    );
    expect(leads).toBeGreaterThan(50);
  });
});

describe('P33: the report', () => {
  const reported = fc.tuple(randomView, fc.boolean(), world).map(([view, isDecided, answers]) => {
    const run = isDecided ? driveRule(view, answers) : { view, decisions: [] };
    const last = run.decisions.at(-1);
    const outcome = last?.do === 'winner' && last.answerId ? { answerId: last.answerId, by: last.by } : null;
    return { view: run.view, outcome, report: reportDisagreement(run.view, outcome) };
  });

  it('names every slot once, and every dissenting one outside the winner’s position', () => {
    fc.assert(
      fc.property(reported, ({ view, outcome, report }) => {
        const named = [...report.positions.flatMap(({ slots }) => slots), ...report.silent];
        expect(named.sort()).toEqual(view.slots.map(({ slot }) => slot).sort());
        const text = report.sentences.join(' ');
        if (report.positions.length > 0)
          for (const { slot } of view.slots) expect(text).toMatch(new RegExp(`\\b${slot}\\b`));
        expect(report.positions.filter(({ isWinner }) => isWinner)).toHaveLength(outcome ? 1 : 0);
        const winners = report.positions.find(({ isWinner }) => isWinner)?.answers ?? [];
        for (const { slots, isWinner, answers } of report.positions) {
          if (isWinner) continue;
          expect(answers.some((answer) => winners.includes(answer))).toBe(false);
          for (const slot of slots) expect(report.sentences.find((sentence) => sentence.includes(slot))).toBeDefined();
        }
      }),
      RUNS,
    );
  });

  it('names nothing that is not known', () => {
    fc.assert(
      fc.property(reported, ({ view, report }) => {
        const slots = view.slots.map(({ slot }) => slot);
        const ids = currentIds(view);
        const text = report.sentences.join(' ');
        for (const [word] of text.matchAll(/\b[A-Z](?:\.\d+)?(?![\w’])/g)) {
          if (word === 'A') expect(text).toContain('A person chose.');
          else expect(word.includes('.') ? ids : slots).toContain(word);
        }
        for (const [check] of text.matchAll(/check-\d/g))
          expect(view.checks.map((each) => each.check)).toContain(check);
        expect(report.positions.flatMap(({ answers }) => answers).sort()).toEqual(ids.sort());
        for (const answer of report.unchecked) expect(ids).toContain(answer);
      }),
      RUNS,
    );
  });
});
