import type { Page } from '@playwright/test';
import { chooseTeam } from './support/choose-team';
import { expectAccessible } from './support/expect-accessible';
import { expect, test } from './support/fixtures';

/** The page loads anew with it; after that its controls answer. */
async function chooseWorkspace(page: Page, label: string): Promise<void> {
  const loaded = page.waitForEvent('load');
  await page.getByRole('combobox', { name: 'Workspace' }).selectOption({ label });
  await loaded;
  await page.goto('/');
}

const fits = () => document.documentElement.scrollWidth <= window.innerWidth;

test('an administrator says which models are allowed, and who asks another one is told which are', async ({
  api,
  owner,
}) => {
  const { workspace } = (await api.send('POST', '/api/v1/workspaces', { name: 'Frugal' })).body;
  const place = `/api/v1/workspaces/${workspace.id}`;
  const models = async () => (await api.send('GET', `${place}/policy`)).body.policy.allowedModels;
  await owner.goto(`/settings/workspaces/${workspace.id}`);
  const save = owner.getByRole('button', { name: 'Save policy' });
  await expect(owner.getByLabel('Models of OpenAI', { exact: true })).toHaveCount(0);
  await owner.getByRole('checkbox', { name: 'All models of the allowed backends' }).uncheck();
  const openAi = owner.getByLabel('Models of OpenAI', { exact: true });
  await openAi.fill('gpt-*-mini');
  await save.click();
  await expect(owner.getByText(/“gpt-\*-mini” has a \* that is not at its end/)).toBeVisible();
  await expect(openAi).toHaveAttribute('aria-invalid', 'true');
  expect(await models()).toBeUndefined();

  await openAi.fill('gpt-5*\no3');
  await owner.getByLabel('Models of Demo', { exact: false }).fill('demo-nobody');
  await save.click();
  await expect(owner.getByText('The policy has been saved.')).toBeVisible();
  expect(await models()).toEqual({ openai: ['gpt-5*', 'o3'], demo: ['demo-nobody'] });
  await expectAccessible(owner, 'a policy with allowed models');
  await owner.setViewportSize({ width: 390, height: 844 });
  await owner.reload();
  await expect(openAi).toHaveValue('gpt-5*\no3');
  expect(await owner.evaluate(fits)).toBe(true);

  // Who asks there is told, and keeps what they wrote.
  await owner.setViewportSize({ width: 1440, height: 900 });
  await owner.goto('/');
  await chooseWorkspace(owner, 'Frugal');
  // Otherwise it is the one that this person has used last, maybe in another test.
  await chooseTeam(owner, 'Demo team');
  const box = owner.getByRole('textbox', { name: 'Message' });
  await box.fill('How many days has a leap year?');
  await owner.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(owner.getByText(/This workspace does not allow the model “.+” of the backend “demo”/)).toBeVisible();
  await expect(box).toHaveValue('How many days has a leap year?');

  await owner.goto(`/settings/workspaces/${workspace.id}`);
  await owner.getByRole('checkbox', { name: 'All models of the allowed backends' }).check();
  await save.click();
  await expect(owner.getByText('The policy has been saved.')).toBeVisible();
  expect(await models()).toBeUndefined();
  const asked = { input: 'How many days has a leap year?', team: 'demo', workspaceId: workspace.id };
  expect((await api.send('POST', '/api/v1/runs', asked)).status).toBe(202);
  await owner.goto('/');
  await chooseWorkspace(owner, 'Personal');
});
