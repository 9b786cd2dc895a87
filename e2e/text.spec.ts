import { expect, test } from './support/fixtures';
import { recite } from './support/recite';
import { untilQuiet } from './support/until-quiet';

const LOOPS = [
  `Look:\n\n${'>'.repeat(2500)} x`,
  `Look:\n\n${'- '.repeat(1800)}x`,
  `Look:\n\n${'*'.repeat(5000)}x${'*'.repeat(5000)}`,
  `Look:\n\n${'['.repeat(5000)}x${']'.repeat(5000)}`,
  `Look:\n\n$$${'{'.repeat(1500)}x${'}'.repeat(1500)}$$`,
];

const FORMULAS = `Energy: \\(E = mc^2\\), it costs $5 and $10. Unknown: \\(\\nonsense{x}\\).

\\[ \\frac{a_1}{c_2} \\]

$$
\\begin{aligned}
a &= b \\\\
c &= d
\\end{aligned}
$$`;

test('an answer of a model in a loop can be opened, and the page around it works', async ({ api, doubles, owner }) => {
  const faults: string[] = [];
  owner.on('pageerror', (error) => faults.push(error.message));
  for (const text of LOOPS) {
    const run = await recite(api, doubles, text);
    await owner.goto(`/c/${run.conversationId}`);
    await expect(owner.getByRole('region', { name: 'Final answer' })).toContainText('Look:');
    await owner.getByRole('textbox', { name: 'Message' }).fill('still here');
  }
  expect(faults).toEqual([]);
});

test('formulas are typeset from our own server, prices stay prices, unknown TeX stays as it is', async ({
  api,
  doubles,
  owner,
}) => {
  const strangers: string[] = [];
  owner.on('request', (request) => {
    if (!request.url().startsWith(api.url) && !request.url().startsWith('data:')) strangers.push(request.url());
  });
  const run = await recite(api, doubles, FORMULAS);
  await owner.goto(`/c/${run.conversationId}`);
  const answer = owner.getByRole('region', { name: 'Final answer' });
  await expect(answer.locator('.katex')).toHaveCount(3);
  await expect(answer).toContainText('it costs $5 and $10');
  await expect(answer).toContainText('\\(\\nonsense{x}\\)');
  const font = await answer
    .locator('.katex .mathnormal')
    .first()
    .evaluate((element) => getComputedStyle(element).fontFamily);
  expect(font).toContain('KaTeX');
  await expect
    .poll(() =>
      owner.evaluate(() =>
        [...document.fonts].some(({ family, status }) => family.includes('KaTeX') && status === 'loaded'),
      ),
    )
    .toBe(true);
  expect(strangers).toEqual([]);
});

test('a page without a formula or code loads neither KaTeX nor a highlighter', async ({ api, doubles, owner }) => {
  const run = await recite(api, doubles, 'Plain **words**.');
  await owner.goto(`/c/${run.conversationId}`);
  await untilQuiet(owner);
  const loaded = await owner.evaluate(async () => {
    const scripts = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'));
    return (await Promise.all(scripts.map(async ({ name }) => (await fetch(name)).text()))).join('\n');
  });
  expect(loaded).not.toContain('katex-mathml');
  expect(loaded).not.toContain('hljs');
});

test('an answer that streams in looks in the end as it does after a reload', async ({ api, doubles, owner }) => {
  const text = `# Title\n\n这是**“重点”**内容\n\n- [x] done\n- [ ] open[^1]\n\n| a | b |\n|---|--:|\n| H~2~O | 5~10 |\n\n\`\`\`ts\nconst x = 1;\n\`\`\`\n\n${FORMULAS}\n\n[^1]: A note\n\n&hearts; &notit; &CounterClockwiseContourIntegral; &semi; www.example.com\n\nEnd of it.`;
  const run = await recite(api, doubles, text, { rate: 60 });
  await owner.goto(`/c/${run.conversationId}`);
  const answer = owner.getByRole('region', { name: 'Final answer' }).locator('.prose-block');
  await expect(answer).toContainText('End of it.', { timeout: 30_000 });
  await expect(answer.locator('.katex')).toHaveCount(3);
  const streamed = await answer.innerText();
  await owner.reload();
  await expect(answer.locator('.katex')).toHaveCount(3);
  expect(await answer.innerText()).toBe(streamed);
});

test('code is coloured, can be wrapped, and is copied exactly, over plain http too', async ({
  api,
  doubles,
  owner,
}) => {
  // Over plain http the browser has no clipboard for scripts.
  await owner.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  const code = `const path = "C:\\\\a";\n\tif (x\u2066) { return ${'"long" + '.repeat(60)}"" }`;
  const run = await recite(api, doubles, `Code:\n\n\`\`\`js\n${code}\n\`\`\``);
  await owner.goto(`/c/${run.conversationId}`);
  const block = owner.getByRole('region', { name: 'Final answer' }).getByRole('figure');
  await expect(block.locator('.text-code-keyword').first()).toHaveText('const');
  await expect(block).toContainText('U+2066');
  const width = () => block.locator('pre').evaluate((pre) => pre.scrollWidth);
  const before = await width();
  await block.getByRole('button', { name: 'Wrap lines' }).click();
  expect(await width()).toBeLessThan(before);
  await block.getByRole('button', { name: 'Copy code' }).click();
  const message = owner.getByRole('textbox', { name: 'Message' });
  await message.focus();
  await owner.keyboard.press('ControlOrMeta+V');
  await expect(message).toHaveValue(code);
});

test('each block runs in the direction of its text', async ({ api, doubles, owner }) => {
  const run = await recite(
    api,
    doubles,
    'هذا نص عربي، مع كلمة English في الوسط.\n\n- بند أول\n- English item\n\nשלום עולם\n\n`code` English\n\n```\nx\n```',
  );
  await owner.goto(`/c/${run.conversationId}`);
  const answer = owner.getByRole('region', { name: 'Final answer' });
  await expect(answer.locator('.prose-block li')).toHaveCount(2);
  const directions = await answer
    .locator('.prose-block :is(p, li, pre)')
    .evaluateAll((elements) => elements.map((element) => getComputedStyle(element).direction));
  expect(directions).toEqual(['rtl', 'rtl', 'ltr', 'rtl', 'ltr', 'ltr']);
  await owner.getByRole('textbox', { name: 'Message' }).fill('שלום');
  expect(await owner.getByRole('textbox', { name: 'Message' }).evaluate((box) => getComputedStyle(box).direction)).toBe(
    'rtl',
  );
});
