// npm start: installs what is missing, builds the site and serves it.

import { spawn } from 'node:child_process';
import { environment, installDependencies, node, root, run } from './install.mjs';

installDependencies();
console.log('Building the portal …');
if (run(node, ['src/cli/build.ts']) !== 0) process.exit(1);
const server = spawn(node, ['src/cli/serve.ts'], {
  cwd: root,
  env: environment,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 0));
