import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import compression from 'compression';
import type { Request, Response } from 'express';
import sirv from 'sirv';

/**
 * Serves a finished site as a static host would, with the headers of its `_headers` file.
 * Takes the port asked for, or the next one that is free.
 */
export async function serve(
  folder: string,
  wanted: number,
  base = '/',
): Promise<{ port: number; server: Server }> {
  const rules = readHeaders(join(folder, '_headers'));
  const notFound = join(folder, '404.html');
  const files = sirv(folder, { dev: true, etag: true });
  const compress = compression();
  const prefix = base.replace(/\/$/, '');
  const server = createServer((request, response) => {
    const address = request.url ?? '/';
    const missing = () => {
      response.statusCode = 404;
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(existsSync(notFound) ? readFileSync(notFound) : 'Not found');
    };
    if (prefix !== '' && !address.startsWith(`${prefix}/`)) return missing();
    request.url = address.slice(prefix.length) || '/';
    for (const [name, value] of headersOf(rules, request.url)) response.setHeader(name, value);
    // A static host compresses; so does this one. The types are Express's, the objects Node's.
    compress(request as Request, response as Response, () => files(request, response, missing));
  });
  const port = await listen(server, wanted);
  return { port, server };
}

/** Listens at the port or the next free one; a port is taken when anything answers at localhost. */
async function listen(server: Server, wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + 50; port += 1) {
    if (await answers(port)) continue;
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, () => {
          server.off('error', reject);
          resolve();
        });
      });
      return port;
    } catch (error) {
      server.removeAllListeners('listening');
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
  throw new Error(`no port from ${wanted} on is free`);
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: 'localhost', port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** A rule of a `_headers` file: a path, which `*` may end, and what it adds. */
interface HeaderRule {
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** The rules of a `_headers` file, in its order. */
function readHeaders(file: string): readonly HeaderRule[] {
  if (!existsSync(file)) return [];
  const blocks: string[][] = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    if (line.startsWith('/')) blocks.push([line]);
    else blocks.at(-1)?.push(line.trim());
  }
  return blocks.map(([path = '', ...lines]) => ({
    path: path.trim(),
    headers: lines.map((line) => [
      line.slice(0, line.indexOf(':')),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  }));
}

/** The headers of an address: those of every rule that fits, joined where several name the same one. */
function headersOf(rules: readonly HeaderRule[], address: string): ReadonlyMap<string, string> {
  const [path = '/'] = address.split('?');
  const found = new Map<string, string>();
  for (const rule of rules) {
    const fits = rule.path.endsWith('*') ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path;
    if (!fits) continue;
    for (const [name, value] of rule.headers) {
      const before = found.get(name);
      found.set(name, before === undefined ? value : `${before}, ${value}`);
    }
  }
  return found;
}

if (import.meta.main) {
  const folder = process.env['OUT_DIR'] ?? 'dist';
  const { port } = await serve(folder, Number(process.env['PORT'] ?? 4321), process.env['BASE_PATH'] ?? '/');
  console.log(
    `The portal is served at http://localhost:${port}${process.env['BASE_PATH'] ?? '/'}  (Ctrl+C ends it)`,
  );
}
