import { expect, test } from './support/fixtures';
import { doubleTeam } from './support/teams';

const PAGE = 50;

test('an archived conversation is found and restored, and older ones are shown on request', async ({ api, owner }) => {
  await api.send('POST', '/api/v1/conversations', { title: 'The oldest of all' });
  for (let index = 0; index < PAGE; index += 1)
    await api.send('POST', '/api/v1/conversations', { title: `Newer ${index}` });
  const { body } = await api.send('POST', '/api/v1/conversations', { title: 'Put away' });
  await api.send('PATCH', `/api/v1/conversations/${body.conversation.id}`, { archived: true });
  await owner.goto('/');

  const recent = owner.getByRole('navigation', { name: 'Conversations', exact: true });
  await expect(recent.getByRole('link', { name: 'Newer 49' })).toBeVisible();
  await expect(recent.getByRole('link', { name: 'The oldest of all' })).toHaveCount(0);
  await recent.getByRole('button', { name: 'Show older' }).click();
  await expect(recent.getByRole('link', { name: 'The oldest of all' })).toBeAttached();

  await owner.getByRole('button', { name: 'Archived conversations' }).click();
  const archived = owner.getByRole('navigation', { name: 'Archived conversations' });
  await expect(archived.getByRole('link', { name: 'Put away' })).toBeVisible();
  await expect(archived.getByRole('link', { name: /^Newer/ })).toHaveCount(0);
  await archived.getByRole('link', { name: 'Put away' }).hover();
  await archived.getByRole('button', { name: 'Actions for Put away' }).click();
  await owner.getByRole('menuitem', { name: 'Restore' }).click();
  await expect(archived.getByRole('link', { name: 'Put away' })).toHaveCount(0);
  await owner.getByRole('button', { name: 'Archived', exact: true }).click();
  await expect(recent.getByRole('link', { name: 'Put away' })).toBeAttached();
});

test('on a phone the first press in the menu meets what it was aimed at', async ({ api, owner }) => {
  await api.send('POST', '/api/v1/conversations', { title: 'Pressed first' });
  await owner.setViewportSize({ width: 390, height: 844 });
  await owner.goto('/');
  await owner.getByRole('button', { name: 'Open menu' }).click();
  const menu = owner.getByRole('dialog', { name: 'Menu' });
  // The way out stands beside what is there, over nothing.
  await expect(menu.getByRole('button', { name: 'Close' })).toBeVisible();
  await expect(menu.getByRole('link', { name: 'MassGen' })).toBeFocused();
  await menu.getByRole('button', { name: 'Actions for Pressed first' }).click();
  await expect(owner.getByRole('menuitem', { name: 'Rename' })).toBeVisible();
  await owner.keyboard.press('Escape');
  await menu.getByRole('button', { name: 'Close' }).click();
  await expect(menu).toHaveCount(0);
});

test('labels can be written at once where they are asked for', async ({ api, owner }) => {
  const { body } = await api.send('POST', '/api/v1/conversations', { title: 'To be labelled' });
  await owner.goto('/');
  await owner.getByRole('link', { name: 'To be labelled' }).hover();
  await owner.getByRole('button', { name: 'Actions for To be labelled' }).click();
  await owner.getByRole('menuitem', { name: 'Labels…' }).click();
  await expect(owner.getByRole('dialog')).toBeVisible();
  await expect(owner.getByRole('textbox', { name: 'Labels, separated by commas' })).toBeFocused();
  await owner.keyboard.type('science, fun');
  await owner.keyboard.press('Enter');
  await expect(owner.getByRole('dialog')).toHaveCount(0);
  await expect
    .poll(async () => (await api.send('GET', `/api/v1/conversations/${body.conversation.id}`)).body.conversation.labels)
    .toEqual(['science', 'fun']);
});

test('keys: from agent to agent, and `u` makes the answer in focus win after a question', async ({
  api,
  doubles,
  owner,
}) => {
  const run = await api.startRun('Think for long.', doubleTeam(doubles, ['team-a', 'slow@2x90', 'slow@2x90']));
  await owner.goto(`/c/${run.conversationId}`);
  const agent = (slot: string) => owner.getByRole('region', { name: `Agent ${slot}` });
  await expect(agent('A')).toContainText('A.1');
  await owner.getByRole('textbox', { name: 'Message' }).blur();
  await owner.keyboard.press('2');
  await expect(agent('B')).toBeFocused();
  await owner.keyboard.press('ArrowLeft');
  await expect(agent('A')).toBeFocused();
  await owner.keyboard.press('u');
  await owner.getByRole('dialog').getByRole('button', { name: 'Use A.1' }).click();
  await expect(owner.getByRole('heading', { name: 'Final answer' })).toBeVisible();
  expect((await api.send('GET', `/api/v1/runs/${run.id}`)).body.run).toMatchObject({ winner: 'A.1' });
});
