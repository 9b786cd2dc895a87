import { expect, test } from 'vitest';
import { fillSlots } from './fill-slots';

const slot = (name: string) => `$${'{'}${name}}`;

test('fills every slot that a person has given something for, as it is', () => {
  const body = {
    url: `https://${slot('HOST')}/${slot('PATH')}`,
    headers: { A: { secret: `Bearer ${slot('TOKEN')}` } },
    n: [1],
  };
  const given = new Map([
    ['HOST', 'example.com'],
    ['TOKEN', `$& ${slot('HOST')}`],
    ['PATH', ''],
  ]);
  expect(fillSlots(body, given)).toEqual({
    url: `https://example.com/${slot('PATH')}`,
    headers: { A: { secret: `Bearer $& ${slot('HOST')}` } },
    n: [1],
  });
});
