import { expect, test } from 'vitest';
import { isBlank, newCheck } from './check-draft';

test.each([
  [newCheck('pattern'), true],
  [newCheck('number'), true],
  [newCheck('predicate'), true],
  [{ kind: 'critic', decisive: true } as const, true],
  [newCheck('schema'), false],
  [{ kind: 'number', value: 0 } as const, false],
  [{ kind: 'pattern', pattern: ' ' } as const, false],
])('%j has nothing to check by: %s', (check, isEmpty) => {
  expect(isBlank(check)).toBe(isEmpty);
});
