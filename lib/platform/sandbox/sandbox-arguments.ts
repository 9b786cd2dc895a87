import { dirname } from 'node:path';
import { INSIDE, type SandboxFolder, type SandboxLimits, type SandboxProfile } from './sandbox-profile';

/**
 * How this machine lets a sandbox be made. `namespace` = in a namespace of users, as an ordinary user does it. `dropped` = as root, which makes the
 * sandbox and then becomes a user that owns nothing: root itself is bound by no limit on processes.
 */
export type SandboxWay = 'namespace' | 'namespaceOnly' | 'dropped';

export interface SandboxPlace {
  way: SandboxWay;
  /** Who the program is inside. */
  user: number;
  /** The system's folders and files that are there, with where links lead. */
  system: { path: string; link: string | null }[];
  /** Folders within those that are nobody's business: this program's own, and its data. */
  hidden: string[];
  /** The file that runs Node programs. */
  node: string;
}

/** What a program may look for on the network, once it has one. */
const FOR_NETWORK = [
  '/etc/resolv.conf',
  '/etc/hosts',
  '/etc/nsswitch.conf',
  '/etc/ssl',
  '/etc/ca-certificates',
  '/etc/pki',
];
/** What programs need of the system in order to start. */
export const SYSTEM = [
  '/usr',
  '/bin',
  '/sbin',
  '/lib',
  '/lib32',
  '/lib64',
  '/etc/ld.so.cache',
  '/etc/alternatives',
  '/etc/localtime',
];

/** Programs that compile as they go, Node above all, set so much aside without ever using it. What is really used is watched. */
const RESERVED_BYTES = 1e9;

/** Exit codes by which the script says that it did not come as far as the program. */
export const SCRIPT_FAILED = { copy: 124, limits: 125 } as const;

/**
 * Sets the bounds, makes the copy, steps down and becomes the program. The shells that are there (dash, bash, BusyBox) call the bound on processes by
 * two letters. When memory runs out, it is the program that goes.
 */
const SCRIPT = `
ulimit -c 0 && ulimit -n "$1" && ulimit -d "$2" && ulimit -f "$3" && ulimit -t "$4" &&
  { ulimit -u "$5" 2>/dev/null || ulimit -p "$5"; } || exit ${SCRIPT_FAILED.limits}
{ echo 900 >/proc/self/oom_score_adj; } 2>/dev/null
if [ -d ${INSIDE.given} ]; then
  { cp -RP ${INSIDE.given}/. ${INSIDE.work} && chmod -R a+rwX ${INSIDE.work}; } || exit ${SCRIPT_FAILED.copy}
fi
shift 5
exec "$@"`;

/** The arguments of bubblewrap for a program: it sees the system, read-only, its own folders, and nothing else. */
export function sandboxArguments(profile: SandboxProfile, place: SandboxPlace): string[] {
  const { way, user, hidden, node } = place;
  const { network, limits, home, copyOf } = profile;
  const isDropped = way === 'dropped';
  const folders = [
    ...systemFolders(place),
    ...(network ? FOR_NETWORK : []).map((path): SandboxFolder => ({ from: path, to: path, isWritable: false })),
    { from: node, to: `${INSIDE.node}/node`, isWritable: false },
    ...(copyOf === null ? [] : [{ from: copyOf, to: INSIDE.given, isWritable: false }]),
    ...(home === null ? [] : [{ from: home, to: INSIDE.home, isWritable: true }]),
    ...profile.folders,
  ];
  return [
    ...['--die-with-parent', '--new-session', '--hostname', 'sandbox'],
    ...[
      '--unshare-ipc',
      '--unshare-pid',
      '--unshare-uts',
      '--unshare-cgroup-try',
      ...(network ? [] : ['--unshare-net']),
    ],
    ...(isDropped ? [] : ['--unshare-user', '--uid', String(user), '--gid', String(user)]),
    // What runs inside makes no namespaces of its own, in which it would be root over more of the kernel.
    ...(way === 'namespace' ? ['--disable-userns'] : []),
    ...['--cap-drop', 'ALL', ...(isDropped ? ['--cap-add', 'CAP_SETUID', '--cap-add', 'CAP_SETGID'] : [])],
    ...place.system.flatMap(({ path, link }) => (link === null ? [] : ['--symlink', link, path])),
    ...['--proc', '/proc', '--dev', '/dev', ...inMemory('/dev/shm', limits), '--remount-ro', '/dev'],
    ...inMemory('/tmp', limits),
    // Without what keeps users from one another's files: part of it may be a copy that root has made.
    ...inMemory(INSIDE.work, limits, '0777'),
    ...(home === null ? inMemory(INSIDE.home, limits, '0777') : []),
    ...parentsOf(folders).flatMap((path) => ['--perms', '0755', '--dir', path]),
    ...folders.flatMap(({ from, to, isWritable }) => [isWritable ? '--bind' : '--ro-bind-try', from, to]),
    ...hidden.flatMap((path) => ['--size', '4096', '--perms', '0755', '--tmpfs', path, '--remount-ro', path]),
    ...['--remount-ro', '/', '--chdir', INSIDE.work, '--'],
    ...['/bin/sh', '-c', SCRIPT, 'sandbox', ...boundsOf(limits)],
    ...['nice', '-n', '5'],
    ...(isDropped ? steppingDown(user) : []),
    ...[profile.command, ...profile.args],
  ];
}

/** All of the program's environment: it leads to what is inside. */
export function sandboxEnvironment({ env, network }: SandboxProfile): Record<string, string> {
  return {
    PATH: `${INSIDE.node}:/usr/local/bin:/usr/bin:/bin`,
    HOME: INSIDE.home,
    TMPDIR: '/tmp',
    USER: 'agent',
    LOGNAME: 'agent',
    SHELL: '/bin/sh',
    TERM: 'dumb',
    LANG: 'C.UTF-8',
    // It would look for what it is to look up on the network in vain.
    ...(network ? {} : { NO_UPDATE_NOTIFIER: '1' }),
    ...env,
  };
}

function systemFolders({ system }: SandboxPlace): SandboxFolder[] {
  return system.flatMap(({ path, link }) => (link === null ? [{ from: path, to: path, isWritable: false }] : []));
}

function inMemory(path: string, { temporaryBytes }: SandboxLimits, mode = '1777'): string[] {
  return ['--size', String(temporaryBytes), '--perms', mode, '--tmpfs', path];
}

/** Made by name, since those that bubblewrap makes itself only root can enter. The outer ones first. */
function parentsOf(folders: SandboxFolder[]): string[] {
  const parents = new Set<string>();
  for (const { to } of folders)
    for (let path = dirname(to); path !== '/' && path !== '.'; path = dirname(path)) parents.add(path);
  const bound = folders.map(({ to }) => to);
  return [...parents]
    .filter((path) => !bound.some((to) => path === to || path.startsWith(`${to}/`)))
    .sort((a, b) => a.length - b.length);
}

/** Files, kilobytes of data, blocks of 512 bytes, seconds, processes: besides the program there are a shell and bubblewrap's own. */
function boundsOf({ openFiles, memoryBytes, fileBytes, cpuSeconds, processes }: SandboxLimits): string[] {
  return [
    openFiles,
    Math.ceil((memoryBytes + RESERVED_BYTES) / 1024),
    Math.ceil(fileBytes / 512),
    cpuSeconds,
    processes,
  ].map(String);
}

function steppingDown(user: number): string[] {
  const who = String(user);
  return ['setpriv', '--reuid', who, '--regid', who, '--clear-groups', '--inh-caps=-all', '--no-new-privs'];
}
