import { startSandboxed } from '../start-sandboxed';

const limits = {
  ...{ memoryBytes: 300e6, processes: 64, openFiles: 128, fileBytes: 4e6, temporaryBytes: 16e6, cpuSeconds: 20 },
};
const { process: child } = await startSandboxed({
  ...{ command: 'sh', env: {}, network: false, home: null, folders: [], copyOf: null, limits },
  // One in a session of its own, and one that does not heed signals.
  args: ['-c', 'trap "" TERM HUP INT; setsid sleep 600.1 & : sandbox-orphan; echo ready; sleep 600.2; sleep 600.3'],
});
child.stdout.once('data', () => process.stdout.write('ready'));
