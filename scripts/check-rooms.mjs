/**
 * The layout as a check: which rooms there are, and which of them may use which (types included). The table has no circle, so rooms have
 * none either; circles of files are found by Biome. `node scripts/check-rooms.mjs [root]` ends 1 with a line per fault.
 */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOMS } from './rooms.mjs';

const root = process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), '..');
const TOP = ['app', 'components', 'lib', 'db', 'examples'];
const IMPORT = /(?:^|[\s;}])(?:from|import)\s*\(?\s*'((?:@\/|\.{1,2}\/)[^']+)'/gm;
const ENDINGS = ['', '.ts', '.tsx', '.mjs', '.d.ts'];

const files = globSync(`{${TOP.join(',')}}/**/*.{ts,tsx,mjs}`, { cwd: root })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !/\.test\.tsx?$|\/testing\//.test(file));
const known = new Set(files);

/** @param {string} file @returns {string} the room of a file: `lib/engine`, `components`, `app`, `db` */
const roomOf = (file) =>
  file
    .split('/')
    .slice(0, file.startsWith('lib/') ? 2 : 1)
    .join('/');

/** @type {Map<string, string[]>} */
const imports = new Map();
for (const file of files) {
  const text = readFileSync(join(root, file), 'utf8');
  const found = [...text.matchAll(IMPORT)].map(([, name = '']) => {
    const base = name.startsWith('@/') ? name.slice(2) : posix.join(posix.dirname(file), name);
    return ENDINGS.map((ending) => base + ending).find((path) => known.has(path));
  });
  imports.set(file, [...new Set(found.filter((path) => path !== undefined))]);
}

const faults = [...new Set(files.map(roomOf))]
  .filter((room) => !(room in ROOMS))
  .map((room) => `${room} is none of the rooms of docs/architecture.md.`);
for (const [file, targets] of imports) {
  const from = roomOf(file);
  for (const target of targets) {
    const to = roomOf(target);
    if (from !== to && !ROOMS[from]?.includes(to)) faults.push(`${file} imports ${target}: ${from} may not use ${to}.`);
  }
}

for (const fault of faults) console.error(fault);
const arrows = new Set([...imports].flatMap(([file, all]) => all.map((to) => `${roomOf(file)} ${roomOf(to)}`)));
console.log(
  `${files.length} files, ${Object.keys(ROOMS).length} rooms, ${[...arrows].filter((arrow) => new Set(arrow.split(' ')).size > 1).length} arrows, ${faults.length} faults`,
);
process.exit(faults.length > 0 ? 1 : 0);
