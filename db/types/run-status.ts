export type RunStatus = 'queued' | 'running' | 'finished' | 'stopped' | 'failed';
