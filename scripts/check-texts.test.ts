import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const check = join(import.meta.dirname, 'check-texts.mjs');
let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'texts-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** What the check says of a tree with these files only. */
function checked(files: Record<string, string>): { code: number | null; says: string } {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, [check, root], { encoding: 'utf8' });
  for (const path of Object.keys(files)) rmSync(join(root, path));
  return { code: status, says: stdout + stderr };
}

const component = (jsx: string) => `export const Row = ({ busy, name }) => ${jsx};\n`;

describe('the check of the texts', () => {
  it('lets catalogues, names of code and signs pass', () => {
    const files = {
      'components/chat/texts.ts': "export const texts = {\n  send: 'Send',\n};\n",
      'components/chat/list-texts.ts': "export const texts = {\n  done: 'All done',\n};\n",
      'components/chat/row.tsx': `import { texts } from './texts';\n${component(
        '<p className="mt-2" title={name} aria-label={texts.send}>{texts.send} · {busy ? texts.send : null}{" "}{name === "you" && <b data-x="any word" />}</p>',
      )}`,
      'components/chat/row.test.tsx': component('<p>Any words</p>'),
      'lib/browser/ui/go.ts':
        "import { texts } from '@/components/chat/list-texts';\ntoast(texts.done);\nexport const item = { id: 'one', kind: 'two words' };\nexport const fail = () => new Error('No such part.');\n",
    };
    expect(checked(files)).toEqual({ code: 0, says: '2 files, 0 texts outside of the catalogues, 0 unused\n' });
  });

  it.each([
    ['a text between tags', component('<p>Send it</p>'), 'Send it'],
    ['a text beside a value', component('<p>{name} is here</p>'), 'is here'],
    ['a choice', component("<p>{busy ? 'Wait' : texts.send}</p>"), "'Wait'"],
    ['a condition', component("<p>{busy && 'Wait'}</p>"), "'Wait'"],
    ['a stand-in', component("<p>{name ?? 'Nobody'}</p>"), "'Nobody'"],
    ['a sentence around a value', component(`<p>{\`Told \${name}\`}</p>`), `\`Told \${name}\``],
    ['a label', component('<Button label="Send" />'), '"Send"'],
    ['an accessible name', component(`<p aria-label={\`Row of \${name}\`} />`), `\`Row of \${name}\``],
    ['a placeholder in a choice', component("<input placeholder={busy ? 'Wait' : undefined} />"), "'Wait'"],
    ['a message', "toast('Saved.');\n", "'Saved.'"],
    ['a sentence anywhere', "const SHORTCUTS = [['n', 'New chat']];\n", "'New chat'"],
    ['a sentence with a value', `const words = (name) => [\`Wrote to \${name}\`];\n`, '`Wrote to '],
    ['an entry of a menu', "export const items = [{ label: 'Rename' }];\n", "'Rename'"],
  ])('finds %s', (_kind, text, said) => {
    const { code, says } = checked({ 'components/chat/row.tsx': text });
    expect(code).toBe(1);
    expect(says).toContain(`components/chat/row.tsx:1 says “${said}`);
  });

  it('finds a text that nothing shows', () => {
    const { code, says } = checked({
      'lib/team/texts.ts': "export const texts = {\n  full: 'The team is full.',\n  empty: 'The team is empty.',\n};\n",
      'lib/team/say.ts': "import { texts } from '@/lib/team/texts';\nexport const say = () => texts.full;\n",
    });
    expect(code).toBe(1);
    expect(says).toContain('lib/team/texts.ts has the text “empty”, which nothing shows.');
    expect(says).not.toContain('“full”');
  });
});
