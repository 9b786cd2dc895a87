import type { Page } from '@playwright/test';
import type { Api } from './support/api';
import { expect, test } from './support/fixtures';

const conflict = (page: Page) => page.getByRole('region', { name: 'Changed by someone else' });
const name = (page: Page) => page.getByLabel('Team name');
const save = (page: Page) => page.getByRole('button', { name: 'Save team' }).click();

async function makeTeam(api: Api, title: string): Promise<string> {
  const team = { name: title, agents: [{ backend: { type: 'demo' } }] };
  return (await api.send('POST', '/api/v1/teams', team)).body.team.id;
}
const rename = (api: Api, id: string, title: string) => api.send('PATCH', `/api/v1/teams/${id}`, { name: title });
const saved = async (api: Api, id: string) => (await api.send('GET', `/api/v1/teams/${id}`)).body.team;

test('of two who change one team the second sees both versions and loses nothing, also after a reload', async ({
  api,
  owner,
}) => {
  const id = await makeTeam(api, 'Shared');
  await owner.goto(`/teams/${id}`);
  await name(owner).fill('Mine');
  await rename(api, id, 'Theirs');
  await save(owner);
  await expect(conflict(owner).getByText('Theirs', { exact: true })).toBeVisible();
  await expect(conflict(owner).getByText('Mine', { exact: true })).toBeVisible();
  // Saving as if nothing had happened would come to the same.
  await expect(owner.getByRole('button', { name: 'Save team' })).toHaveCount(0);
  await expect(name(owner)).toHaveValue('Mine');
  expect(await saved(api, id)).toMatchObject({ name: 'Theirs', version: 2 });

  // The draft of an older version is offered as such; saving it does not go over the newer one unseen.
  await owner.reload();
  await expect(owner.getByText('The team has been changed since you made them.')).toBeVisible();
  await expect(name(owner)).toHaveValue('Mine');
  await save(owner);
  await expect(conflict(owner)).toBeVisible();

  await owner.getByRole('button', { name: 'Use the saved team' }).click();
  await expect(conflict(owner)).toHaveCount(0);
  await expect(name(owner)).toHaveValue('Theirs');
  await owner.getByRole('button', { name: 'Back to yours' }).click();
  await expect(name(owner)).toHaveValue('Mine');
  await save(owner);
  await owner.getByRole('button', { name: 'Save yours as a new team' }).click();
  await expect(owner).toHaveURL(/\/teams$/);
  await expect(owner.getByRole('heading', { name: 'Mine' })).toBeVisible();
  expect(await saved(api, id)).toMatchObject({ name: 'Theirs', version: 2 });
});

test('the newer version is replaced knowingly only, and what was taken over is no unsaved change', async ({
  api,
  owner,
}) => {
  const id = await makeTeam(api, 'Once more');
  await owner.goto(`/teams/${id}`);
  await name(owner).fill('The better name');
  await rename(api, id, 'Renamed');
  await save(owner);
  await owner.getByRole('button', { name: 'Use the saved team' }).click();
  await expect(name(owner)).toHaveValue('Renamed');
  await owner.reload();
  await expect(name(owner)).toHaveValue('Renamed');
  await expect(owner.getByText(/your unsaved changes/)).toHaveCount(0);

  await name(owner).fill('The better name');
  await rename(api, id, 'Renamed again');
  await save(owner);
  await owner.getByRole('button', { name: 'Replace it with yours' }).click();
  await expect(owner).toHaveURL(/\/teams$/);
  expect(await saved(api, id)).toMatchObject({ name: 'The better name', version: 4 });
});

test('changes of a team that somebody has deleted can be saved as a team of their own', async ({ api, owner }) => {
  const id = await makeTeam(api, 'Short-lived team');
  await owner.goto(`/teams/${id}`);
  await name(owner).fill('Survivor');
  await api.send('DELETE', `/api/v1/teams/${id}`);
  await save(owner);
  await expect(owner.getByRole('alert').filter({ hasText: 'Someone else has deleted this team.' })).toBeVisible();
  await owner.getByRole('button', { name: 'Save yours as a new team' }).click();
  await expect(owner).toHaveURL(/\/teams$/);
  await expect(owner.getByRole('heading', { name: 'Survivor' })).toBeVisible();
});
