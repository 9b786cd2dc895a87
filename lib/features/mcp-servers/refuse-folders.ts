import 'server-only';
import { closedFolderProblem, folderProblem } from '@/lib/mcp/stdio/granted-folders';
import { programHome } from '@/lib/mcp/stdio/program-profile';
import { AppError } from '@/lib/platform/errors/app-error';
import type { GivenTransport } from './server-input';

/** Throws `invalid` for folders that are not to be given to any program, and for those that this one could not use. */
export async function refuseFolders(serverId: string, transport: GivenTransport): Promise<void> {
  if (transport.type !== 'stdio') return;
  const found = await Promise.all(
    transport.folders.map(async (folder, at) => {
      const message = (await folderProblem(folder)) ?? (await closedFolderProblem(folder, programHome(serverId)));
      return message === null ? [] : [{ path: `transport.folders[${at}].path`, message }];
    }),
  );
  const fields = found.flat();
  if (fields[0]) throw new AppError('invalid', fields[0].message, { fields });
}
