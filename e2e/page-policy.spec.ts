import type { Page } from '@playwright/test';
import { expect, signIn, test } from './support/fixtures';
import { readEvents } from './support/read-events';
import { untilQuiet } from './support/until-quiet';

/** What the browser refuses on the pages of a context, as it names it. */
async function watchViolations(page: Page): Promise<string[]> {
  const violations: string[] = [];
  await page.exposeFunction('tellViolation', (text: string) => violations.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { effectiveDirective, blockedURI, sample, sourceFile, lineNumber } = event;
      const tell = (window as unknown as { tellViolation(text: string): void }).tellViolation;
      tell([location.pathname, effectiveDirective, blockedURI, sample, sourceFile, lineNumber].join(' '));
    });
  });
  return violations;
}

function directives(policy: string): Map<string, string> {
  return new Map(
    policy.split(';').map((part) => {
      const [name = '', ...values] = part.trim().split(/\s+/);
      return [name, values.join(' ')];
    }),
  );
}

test('each page has a policy with a nonce of its own, and every script of it has that nonce', async ({
  app,
  owner,
}) => {
  const seen = new Set<string>();
  const paths = [
    '/',
    '/',
    '/teams',
    '/settings',
    '/settings/models',
    '/settings/prompts',
    '/settings/data',
    '/settings/mcp',
    '/settings/usage',
    '/settings/workspaces',
    '/settings/links',
    '/search',
    '/docs/api',
    '/teams/import',
    '/nothing-here',
  ];
  for (const path of paths) {
    const response = await owner.request.get(app.url + path);
    const given = directives(response.headers()['content-security-policy'] ?? '');
    const nonce = /^'nonce-([\w+/=]{20,})' 'strict-dynamic'$/.exec(given.get('script-src') ?? '')?.[1] ?? '';
    expect(nonce, path).not.toBe('');
    seen.add(nonce);
    expect(Object.fromEntries(given), path).toEqual({
      'default-src': "'self'",
      'script-src': `'nonce-${nonce}' 'strict-dynamic'`,
      'style-src': `'self' 'nonce-${nonce}'`,
      'style-src-attr': "'unsafe-inline'",
      'connect-src': "'self'",
      'img-src': "'self' data: blob:",
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'self'",
      'frame-ancestors': "'none'",
    });
    expect(response.headers()['permissions-policy'], path).toContain('microphone=(self)');
    const scripts = (await response.text()).match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length, path).toBeGreaterThan(0);
    expect(
      scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`)),
      path,
    ).toEqual([]);
  }
  expect(seen.size).toBe(paths.length);
  const answer = await owner.request.get(`${app.url}/api/v1/me`);
  expect(directives(answer.headers()['content-security-policy'] ?? '').get('default-src')).toBe("'none'");
});

test('the app works on every page without meeting its policy', async ({ app, api, browser }) => {
  const input =
    'Explain $e^{i\\pi} + 1 = 0$ and\n\n$$\\int_0^1 x^2 dx = \\tfrac13$$\n\n```ts\nconst a: number = 1;\n```';
  const run = await api.startRun(input, 'demo');
  await readEvents(app.url, run.id, { key: api.key ?? '' });
  const context = await browser.newContext({ baseURL: app.url });
  const page = await context.newPage();
  const violations = await watchViolations(page);
  await signIn(page);
  const paths = [
    '/',
    `/c/${run.conversationId}`,
    '/teams',
    '/teams/demo',
    '/teams/import',
    '/settings',
    '/settings/models',
    '/settings/prompts',
    '/settings/data',
    '/settings/mcp',
    '/settings/usage',
    '/settings/workspaces',
    '/settings/links',
    '/search',
    '/docs/api',
  ];
  for (const path of [...paths, '/nothing-here']) {
    await page.goto(path);
    await untilQuiet(page);
  }
  // By links too: what a page needs then comes by scripts that are already there.
  await page.goto('/');
  await page.getByRole('link', { name: 'Teams' }).first().click();
  await page.waitForURL('/teams');
  await page.getByRole('link', { name: 'Settings' }).first().click();
  await page.waitForURL('/settings');
  await untilQuiet(page);
  expect(violations).toEqual([]);
  await context.close();
});

test('a script that came in with a text does not run, and nothing is sent elsewhere', async ({
  app,
  doubles,
  owner,
}) => {
  const violations = await watchViolations(owner);
  // As if a text had got into the page as HTML.
  const injected = '<script>window.byElement = true</script><script src="/nothing.js"></script>';
  await owner.route('**/teams', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace('<body>', `<body>${injected}`) });
  });
  await owner.goto(`${app.url}/teams`);
  expect(await owner.content()).toContain('window.byElement');
  const ran = await owner.evaluate(async (elsewhere) => {
    const marks = window as unknown as Record<string, boolean>;
    const place = document.createElement('div');
    place.innerHTML = `<img src="data:," onerror="window.byHandler = true"><a href="javascript:window.byLink = true">x</a>`;
    document.body.append(place);
    place.querySelector('a')?.click();
    const sent = await fetch(elsewhere, { mode: 'no-cors' }).then(
      () => true,
      () => false,
    );
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return { element: marks.byElement, handler: marks.byHandler, link: marks.byLink, sent };
  }, doubles.origin);
  expect(ran).toEqual({ sent: false });
  await expect.poll(() => violations.join('\n')).toMatch(/script-src[\s\S]*connect-src|connect-src[\s\S]*script-src/);
});

test('the app can be installed: its manifest and every icon are there, and robots are asked to stay out', async ({
  app,
  page,
}) => {
  await page.goto(`${app.url}/signin`);
  const manifest = await page.locator('link[rel=manifest]').getAttribute('href');
  const read = await page.request.get(new URL(manifest ?? '', app.url).href);
  expect(read.headers()['content-type']).toContain('application/manifest+json');
  const { name, icons } = await read.json();
  expect(name).toBe('MassGen Web');
  const linked = await page
    .locator('link[rel=icon], link[rel=apple-touch-icon]')
    .evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).href));
  expect(linked).toHaveLength(2);
  for (const address of [...linked, ...icons.map(({ src }: { src: string }) => new URL(src, app.url).href)]) {
    const icon = await page.request.get(address);
    expect([icon.status(), icon.headers()['content-type']?.split('/')[0]], address).toEqual([200, 'image']);
  }
  expect(await (await page.request.get(`${app.url}/robots.txt`)).text()).toContain('Disallow: /');
});
