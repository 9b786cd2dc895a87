import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const project = join(import.meta.dirname, '..');
let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'rooms-'));
  for (const room of ['app', 'components', 'lib/engine', 'lib/protocol', 'db']) {
    mkdirSync(join(root, room), { recursive: true });
  }
  cpSync(join(project, 'biome.json'), join(root, 'biome.json'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** What the check says of the tree with these files, which are then taken away again. */
function withFiles(files: Record<string, string>, check: string[]): { code: number | null; says: string } {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, check, { cwd: root, encoding: 'utf8' });
  for (const path of Object.keys(files)) rmSync(join(root, path));
  return { code: status, says: stdout + stderr };
}

const rooms = () => [join(project, 'scripts/check-rooms.mjs'), root];
const biome = () => [
  join(project, 'node_modules/@biomejs/biome/bin/biome'),
  'lint',
  '--only=suspicious/noImportCycles',
  '--vcs-enabled=false',
  '--colors=off',
  '.',
];

describe('the check of the layout', () => {
  it('lets an arrow down pass', () => {
    const files = {
      'lib/engine/drive.ts':
        "import type { Event } from '@/lib/protocol/event';\nexport const drive = (event: Event) => event;\n",
      'lib/protocol/event.ts': 'export interface Event {\n  seq: number;\n}\n',
    };
    expect(withFiles(files, rooms())).toMatchObject({ code: 0 });
  });

  it.each([
    ['a value', "import { drive } from '@/lib/engine/drive';\nexport const of = drive;\n"],
    ['a type', "import type { Drive } from '../engine/drive';\nexport type Of = Drive;\n"],
    ['a lazy import', "export const of = () => import('@/lib/engine/drive');\n"],
  ])('finds an arrow up: %s', (_kind, text) => {
    const files = {
      'lib/engine/drive.ts': 'export type Drive = number;\nexport const drive = 1;\n',
      'lib/protocol/fold.ts': text,
    };
    const { code, says } = withFiles(files, rooms());
    expect(code).toBe(1);
    expect(says).toContain('lib/protocol/fold.ts imports lib/engine/drive.ts: lib/protocol may not use lib/engine.');
  });

  it('finds a folder that is no room', () => {
    mkdirSync(join(root, 'lib/helpers'));
    const { code, says } = withFiles({ 'lib/helpers/pad.ts': 'export const pad = 1;\n' }, rooms());
    rmSync(join(root, 'lib/helpers'), { recursive: true });
    expect(code).toBe(1);
    expect(says).toContain('lib/helpers is none of the rooms');
  });

  it('finds a circle of types', () => {
    const files = {
      'lib/engine/a.ts': "import type { B } from './b';\nexport interface A {\n  b: B;\n}\n",
      'lib/engine/b.ts': "import type { A } from './a';\nexport interface B {\n  a: A;\n}\n",
    };
    const { code, says } = withFiles(files, biome());
    expect(code).toBe(1);
    expect(says).toContain('part of a cycle');
  });
});
