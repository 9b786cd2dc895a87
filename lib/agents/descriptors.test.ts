import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Account, BackendDescriptor } from './descriptor';
import { DESCRIPTORS, descriptorOf } from './registry';

const readme = readFileSync('README.md', 'utf8');
const example = readFileSync('.env.example', 'utf8');

/** Rows of the README's table of backends: type and what it needs; what stands in brackets behind the type explains it. */
const rows = [...readme.matchAll(/^\| `(\w+)`(?: \([^)]*\))? \| (.+) \|$/gm)].map(([, type = '', needs = '']) => ({
  type,
  needs,
}));

const accounts = ({ account }: BackendDescriptor): Account[] => {
  if (typeof account !== 'function') return account ? [account] : [];
  return [account({}), account({ provider: 'zai' })];
};

/** `NAME=value` of the example, which is commented out. */
const exampleOf = (name: string) => new RegExp(`^# ${name}=(.*)$`, 'm').exec(example)?.[1];

describe('the table of backends in the README', () => {
  it('is found, and has each backend once', () => {
    expect(rows.map(({ type }) => type).toSorted()).toEqual([...new Set(rows.map(({ type }) => type))].toSorted());
    expect(rows.length).toBeGreaterThanOrEqual(9);
  });

  it.each(rows)('says of $type what it needs', ({ type, needs }) => {
    expect(descriptorOf(type)?.needs).toBe(needs);
  });
});

describe('.env.example', () => {
  const documented = DESCRIPTORS.filter(({ type }) => rows.some((row) => row.type === type));

  it.each(documented)('has the variables of $type, with the address that is its own', (descriptor) => {
    for (const { key, address } of accounts(descriptor)) {
      if (key) expect(exampleOf(key.variable), key.variable).toBe('');
      const given = exampleOf(address.variable);
      expect(given, address.variable).toBeDefined();
      if (address.standard && !address.isOtherEndpoint) expect(given).toBe(address.standard);
    }
  });

  it('has no key and no base URL of a model that no backend reads', () => {
    const read = new Set(
      DESCRIPTORS.flatMap(accounts).flatMap(({ key, address }) => [key?.variable, address.variable]),
    );
    const named = [...example.matchAll(/^# ((?!MASSGEN_)\w+_(?:API_KEY|BASE_URL))=/gm)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((name) => !read.has(name))).toEqual([]);
  });
});

describe('a descriptor', () => {
  it.each(DESCRIPTORS)(
    'of $type names what is its own, and nothing twice',
    ({ type, models, knownModels = [], params }) => {
      expect(DESCRIPTORS.filter((other) => other.type === type)).toHaveLength(1);
      const names = [...models, ...knownModels].map(({ model }) => model);
      expect(names).toEqual([...new Set(names)]);
      for (const place of Object.values(params ?? {})) expect(place).toMatch(/^\w+(?:\.\w+)*$/);
    },
  );

  it('infers a type from a model’s name in one way', () => {
    const names = DESCRIPTORS.flatMap(({ models }) => models.map(({ model }) => model));
    for (const name of names) {
      expect(
        DESCRIPTORS.filter(({ massGen }) => massGen?.models?.test(name)),
        name,
      ).toHaveLength(1);
    }
  });
});
