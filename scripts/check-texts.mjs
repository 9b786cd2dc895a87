/**
 * What people read stands in catalogues (`texts.ts`, docs/texts.md), not in the code around it. This reads the JSX, the messages and the labels
 * of the rooms that word something and finds the literals, and entries of catalogues that nothing takes. `node scripts/check-texts.mjs [root]` ends 1 with a line per fault.
 */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SyntaxKind } from 'typescript/unstable/ast';
import { createVirtualFileSystem } from 'typescript/unstable/fs';
import { API } from 'typescript/unstable/sync';

/** @typedef {import('typescript/unstable/ast').Node} Node */

const root = process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), '..');
const LETTER = /\p{L}/u;
/** Nothing but a text for people begins with a capital and has a blank. */
const SENTENCE = /^\p{Lu}\S*\s+\S*\p{L}/u;
/** Properties of objects that hold what people read. */
const PROPERTIES = /^(label|title|hint|note|text|placeholder|description|word|message)$/;
/** Attributes that hold what people read or hear. */
const ATTRIBUTES =
  /^(label|title|hint|note|text|placeholder|alt|action|head|aria-(label|description|valuetext|roledescription))$/;
/** Functions whose first argument a person reads or hears. */
const SAYS = /^(toast|announce|set(Error|Problem|Message))$/;

/** @param {string} file */
const read = (file) => readFileSync(join(root, file), 'utf8');
/** @param {string} file */
const isCatalogue = (file) => /[/-]texts\.ts$/.test(file) && /^export const texts = \{/m.test(read(file));

const program = globSync('{app,components,lib}/**/*.{ts,tsx}', { cwd: root })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !/\.test\.tsx?$|\/testing\//.test(file));
const files = program.filter((file) => !/^app\/api\/|^lib\/(?!browser\/)/.test(file) && !isCatalogue(file));

/** The literals that an expression may become: `a`, `b` of `c ? 'a' : 'b'`. @param {Node | undefined} node @returns {Node[]} */
function literalsOf(node) {
  /** @type {any} */
  const { kind, text, templateSpans, head, whenTrue, whenFalse, left, right, expression, operatorToken } = node ?? {};
  switch (kind) {
    case SyntaxKind.StringLiteral:
    case SyntaxKind.NoSubstitutionTemplateLiteral:
      return node && LETTER.test(text) ? [node] : [];
    case SyntaxKind.TemplateExpression: {
      const said = [head, ...templateSpans.map((/** @type {any} */ span) => span.literal)];
      return node && said.some((part) => LETTER.test(part.text)) ? [node] : [];
    }
    case SyntaxKind.ConditionalExpression:
      return [...literalsOf(whenTrue), ...literalsOf(whenFalse)];
    case SyntaxKind.BinaryExpression: {
      const isChoice = [SyntaxKind.BarBarToken, SyntaxKind.QuestionQuestionToken, SyntaxKind.PlusToken];
      if (operatorToken.kind === SyntaxKind.AmpersandAmpersandToken) return literalsOf(right);
      return isChoice.includes(operatorToken.kind) ? [...literalsOf(left), ...literalsOf(right)] : [];
    }
    case SyntaxKind.ParenthesizedExpression:
    case SyntaxKind.AsExpression:
    case SyntaxKind.JsxExpression:
      return literalsOf(expression);
    default:
      return [];
  }
}

/** A mistake in the program is told to its developers. @param {Node} parent of the text */
const isForTheLog = (parent) => parent.kind === SyntaxKind.NewExpression;

/** The literals that a node itself shows to people. @param {any} node @param {Node} parent @returns {Node[]} */
function shown(node, parent) {
  switch (node.kind) {
    case SyntaxKind.JsxText:
      return LETTER.test(node.text) ? [node] : [];
    case SyntaxKind.JsxExpression:
      return parent.kind === SyntaxKind.JsxAttribute ? [] : literalsOf(node);
    case SyntaxKind.JsxAttribute:
      return ATTRIBUTES.test(node.name.text) ? literalsOf(node.initializer) : [];
    case SyntaxKind.PropertyAssignment:
      return PROPERTIES.test(node.name.text) ? literalsOf(node.initializer) : [];
    case SyntaxKind.StringLiteral:
    case SyntaxKind.NoSubstitutionTemplateLiteral:
      return SENTENCE.test(node.text) && !isForTheLog(parent) ? [node] : [];
    case SyntaxKind.TemplateExpression:
      return SENTENCE.test(`${node.head.text} x`) && node.head.text !== '' && !isForTheLog(parent) ? [node] : [];
    case SyntaxKind.CallExpression:
      return SAYS.test(node.expression.text ?? '') ? literalsOf(node.arguments[0]) : [];
    default:
      return [];
  }
}

const sources = Object.fromEntries(files.map((file) => [`/${file}`, read(file)]));
const config = {
  compilerOptions: { jsx: 'preserve', noLib: true, noResolve: true, types: [] },
  files: files.map((file) => `./${file}`),
};
const api = new API({
  cwd: '/',
  fs: createVirtualFileSystem({ ...sources, '/tsconfig.json': JSON.stringify(config) }),
});
const [project] = api.updateSnapshot({ openProjects: ['/tsconfig.json'] }).getProjects();

const faults = files.flatMap((file) => {
  const source = project?.program.getSourceFile(`/${file}`);
  if (!source) return [`${file} could not be read.`];
  /** @type {string[]} */
  const found = [];
  /** Where those begin that are found. @type {Set<number>} */
  const known = new Set();
  /** @param {Node} node @param {Node} parent */
  function visit(node, parent) {
    for (const literal of shown(node, parent)) {
      const start = literal.getStart(source);
      if (known.has(start)) continue;
      known.add(start);
      const line = source?.text.slice(0, start).split('\n').length;
      const said = source?.text.slice(start, literal.end).trim().replace(/\s+/g, ' ');
      found.push(`${file}:${line} says “${said}” itself: a text that people read belongs into a catalogue.`);
    }
    node.forEachChild((child) => visit(child, node));
  }
  visit(source, source);
  return found;
});
api.close();

/** The text of all files that take a catalogue, by its path. @type {Map<string, string>} */
const takers = new Map();
for (const file of program) {
  const text = read(file);
  for (const [, name = ''] of text.matchAll(/import \{ texts \} from '([^']+)'/g)) {
    const path = name.startsWith('@/') ? name.slice(2) : posix.join(posix.dirname(file), name);
    takers.set(`${path}.ts`, (takers.get(`${path}.ts`) ?? '') + text);
  }
}
const unused = program.filter(isCatalogue).flatMap((file) => {
  const [, entries = ''] = read(file).split('export const texts = {');
  return [...entries.matchAll(/^ {2}(\w+):/gm)]
    .filter(([, key]) => !new RegExp(`\\btexts\\.${key}\\b`).test(takers.get(file) ?? ''))
    .map(([, key]) => `${file} has the text “${key}”, which nothing shows.`);
});

for (const fault of [...faults, ...unused]) console.error(fault);
console.log(`${files.length} files, ${faults.length} texts outside of the catalogues, ${unused.length} unused`);
process.exit(faults.length + unused.length > 0 ? 1 : 0);
