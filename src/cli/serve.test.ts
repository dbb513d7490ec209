import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { serve } from './serve.ts';

describe('the server', () => {
  it('takes the next free port, sends the headers of the site and its 404 page, and keeps to the base path', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'portal-serve-'));
    writeFileSync(join(folder, 'index.html'), 'home');
    writeFileSync(join(folder, '404.html'), 'nothing here');
    writeFileSync(join(folder, '_headers'), '/*\n  X-Test: yes\n\n/assets/*\n  X-Test: no\n');
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const taken = (other.address() as AddressInfo).port;
    const { port, server } = await serve(folder, taken, '/portal');
    try {
      expect(port).toBeGreaterThan(taken);
      const home = await fetch(`http://localhost:${port}/portal/`);
      expect([home.status, await home.text(), home.headers.get('x-test')]).toEqual([200, 'home', 'yes']);
      for (const path of [
        '/portal/none/',
        '/',
        '/portal/../../etc/passwd',
        '/portal/%2e%2e/%2e%2e/etc/passwd',
      ]) {
        const missing = await fetch(`http://localhost:${port}${path}`);
        expect([missing.status, await missing.text()], path).toEqual([404, 'nothing here']);
      }
    } finally {
      server.close();
      other.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
