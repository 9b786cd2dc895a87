import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';

/** Tries what a program in a sandbox must not be able to do, and says what it has found. `input` = {paths, port, marker}. */
export async function tryToEscape({ paths, port, marker }) {
  const found = { files: [], written: [], processes: [], environments: [], hosts: [], root: false };
  for (const path of [...paths, '/etc/passwd', '/etc/shadow', '/root', '/proc/1/root/etc/passwd', '/sys'])
    if (canRead(path)) found.files.push(path);
  for (const path of ['/usr/escape', '/etc/escape', '/escape']) if (canWrite(path)) found.written.push(path);
  // In a folder of its own that has the same name it may; outside nothing must come of it.
  for (const path of paths) canWrite(`${path}.escape`);
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const command = text(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
    // Of a sandbox's own: bubblewrap, a shell, this.
    if (!/bwrap|sandbox|\bnode\b|^$|npm/.test(command)) found.processes.push(command);
    if (text(`/proc/${pid}/environ`).includes(marker)) found.environments.push(pid);
  }
  if (JSON.stringify(process.env).includes(marker)) found.environments.push('own');
  for (const host of ['127.0.0.1', '::1', '169.254.169.254', '1.1.1.1'])
    if (await canReach(host, port)) found.hosts.push(host);
  try {
    found.root = execFileSync('/usr/bin/su', ['-c', 'id'], { stdio: 'pipe', timeout: 2000 }).length > 0;
  } catch {
    // As it should be.
  }
  return found;
}

function canRead(path) {
  try {
    readFileSync(path);
    return true;
  } catch (error) {
    if (error.code !== 'EISDIR') return false;
    // An empty folder stands where there was something to hide.
    return list(path).length > 0;
  }
}

function list(path) {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

function canWrite(path) {
  try {
    writeFileSync(path, 'escaped');
    return true;
  } catch {
    return false;
  }
}

function text(path) {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}

function canReach(host, port) {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1000 });
    const end = (isReached) => {
      socket.destroy();
      resolve(isReached);
    };
    socket.on('connect', () => end(true));
    socket.on('error', () => end(false));
    socket.on('timeout', () => end(false));
  });
}

if (process.argv[2]) process.stdout.write(JSON.stringify(await tryToEscape(JSON.parse(process.argv[2]))));
