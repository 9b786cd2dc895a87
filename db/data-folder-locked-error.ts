/** Another process uses the data folder. The message is for the person who started this one. */
export class DataFolderLockedError extends Error {
  readonly dataDir: string;

  constructor(dataDir: string) {
    super(
      `Another MassGen server is using the data folder ${dataDir}. Nothing was changed. ` +
        'Stop the other server first, or start this one with a different folder (DATA_DIR=/path/to/folder) ' +
        'or with a Postgres server that several can share (DATABASE_URL=postgres://…).',
    );
    this.dataDir = dataDir;
    this.name = 'DataFolderLockedError';
  }
}
