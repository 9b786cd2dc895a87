import { ADMIN } from './support/app-server';
import { expect, signIn, test } from './support/fixtures';
import { readEvents } from './support/read-events';
import { doubleTeam } from './support/teams';

test('a question is edited, asked again and gone back to; the branches are walked and are the same on another device', async ({
  api,
  app,
  browser,
  doubles,
  owner,
}) => {
  const run = await api.startRun('First wording.', doubleTeam(doubles, ['team-a']));
  await readEvents(app.url, run.id, { key: ADMIN.apiKey });
  await owner.goto(`/c/${run.conversationId}`);
  const turns = owner.locator('[data-turn]');
  await turns.first().hover();
  await owner.getByRole('button', { name: 'Edit the question' }).click();
  await owner.getByRole('textbox', { name: 'Edited question' }).fill('Second wording.');
  await owner.getByRole('button', { name: 'Send', exact: true }).first().click();
  await expect(turns).toContainText(['Second wording.']);
  await expect(owner.getByRole('status', { name: 'Branch 2 of 2' })).toBeVisible();

  await owner.getByRole('button', { name: 'Show the previous question' }).click();
  await expect(turns).toContainText(['First wording.']);
  const file = await owner.request.get(`/api/v1/conversations/${run.conversationId}/export?format=md&include=answers`);
  expect(await file.text()).toContain('First wording.');
  await owner.getByRole('button', { name: 'Ask again', exact: true }).click();
  await owner.getByRole('menuitemradio').or(owner.getByRole('menuitem')).first().click();
  await expect(owner.getByRole('button', { name: 'Show the previous answer' })).toBeEnabled();

  const other = await (await browser.newContext({ baseURL: app.url })).newPage();
  await signIn(other);
  await other.goto(`/c/${run.conversationId}`);
  await expect(other.locator('[data-turn]')).toContainText(['First wording.']);
  // The other device follows the arrows by the list's events.
  await owner.getByRole('button', { name: 'Show the next question' }).click();
  await expect(other.locator('[data-turn]')).toContainText(['Second wording.']);
  await other.context().close();

  const { body } = await api.send('GET', `/api/v1/conversations/${run.conversationId}?messages=all`);
  expect(body.conversation.messages).toHaveLength(5);
});

test('going back to an answer shows the branch up to it alone, also of what was asked in this window', async ({
  api,
  doubles,
  owner,
}) => {
  const run = await api.startRun('The first.', doubleTeam(doubles, ['team-a']));
  await owner.goto(`/c/${run.conversationId}`);
  const turns = owner.locator('[data-turn]');
  const ask = async (question: string, count: number) => {
    await owner.getByRole('textbox', { name: 'Message' }).fill(question);
    await owner.getByRole('button', { name: 'Send' }).click();
    await expect(turns).toHaveCount(count);
    await expect(owner.getByRole('heading', { name: 'Final answer' })).toHaveCount(count);
  };
  await ask('The second.', 2);
  await ask('The third.', 3);
  await turns.first().hover();
  await owner.getByRole('button', { name: 'Branch from here' }).first().click();
  await expect(owner.getByText('Your next question starts a new branch here')).toBeVisible();
  await expect(turns).toHaveCount(1);
  await ask('Another second.', 2);
  await expect(turns).toContainText(['The first.', 'Another second.']);

  // What was worded anew does not bring the old wording back.
  await turns.last().hover();
  const edit = owner.getByRole('button', { name: 'Edit the question' });
  await expect(edit).toHaveCount(2);
  await edit.last().click();
  await owner.getByRole('textbox', { name: 'Edited question' }).fill('Second, worded anew.');
  await owner.getByRole('button', { name: 'Send', exact: true }).first().click();
  await expect(turns).toContainText(['The first.', 'Second, worded anew.']);
  await expect(owner.getByRole('heading', { name: 'Final answer' })).toHaveCount(2);
  await turns.first().hover();
  await owner.getByRole('button', { name: 'Branch from here' }).first().click();
  await expect(turns).toHaveCount(1);
});

test('what finishes elsewhere is unread, is found by its words, and is reached by Ctrl K', async ({
  api,
  app,
  doubles,
  owner,
}) => {
  await owner.goto('/');
  const run = await api.startRun('What about the zebra crossing?', doubleTeam(doubles, ['team-a']));
  await readEvents(app.url, run.id, { key: ADMIN.apiKey });
  const row = owner.getByRole('link', { name: /^What about the zebra crossing\?/ });
  await expect(row).toContainText('new answer');

  await owner.keyboard.press('Control+k');
  await owner.getByRole('combobox', { name: /^Find a conversation/ }).fill('zebra');
  await expect(owner.getByRole('option', { selected: true })).toContainText('What about the zebra crossing?');
  await owner.keyboard.press('Enter');
  await expect(owner).toHaveURL(new RegExp(run.conversationId));
  await expect(row).not.toContainText('new answer');

  await owner.goto('/search?q=zebra');
  await expect(owner.getByRole('list', { name: 'Found' }).locator('mark').first()).toHaveText('zebra');
  await owner.goto('/search');
  await owner.getByRole('checkbox', { name: /zebra/ }).check();
  await owner.getByRole('button', { name: 'Archive', exact: true }).click();
  await expect(owner.getByRole('checkbox', { name: /zebra/ })).toHaveCount(0);
});
