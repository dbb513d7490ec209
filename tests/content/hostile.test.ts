import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkContent } from '../../src/checks/check-content.ts';
import { isNotice } from '../../src/guard/codes.ts';
import { splitFrontMatter } from '../../src/guard/front-matter.ts';
import { isSafeAddress } from '../../src/guard/links.ts';
import type { Problem } from '../../src/guard/problem.ts';
import { readBody } from '../../src/guard/read-body.ts';
import { sayProblem } from '../../src/guard/say-problem.ts';
import { type Part, sectionsOf } from '../../src/prose/sections.ts';
import { collections } from '../../src/schemas/collections.ts';
import { readEntry } from '../../src/schemas/read-entry.ts';
import { type Attack, attacks } from './hostile.ts';

const secret = 'the-canary-that-nobody-may-read';
const folder = mkdtempSync(join(tmpdir(), 'portal-hostile-'));
const canaryFile = join(folder, 'canary');
let visits = 0;
let server: Server;
let all: readonly Attack[] = [];
const slugOf = (index: number) => `attack-${String(index).padStart(4, '0')}`;
const found = new Map<string, Problem[]>();

beforeAll(async () => {
  process.env['GATE_CANARY'] = secret;
  server = createServer((_, response) => {
    visits += 1;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  all = attacks({ port: (server.address() as AddressInfo).port, file: canaryFile });
  const content = join(folder, 'content');
  cpSync('tests/content/sound', content, { recursive: true });
  all.forEach(({ text }, index) => {
    const slug = slugOf(index);
    mkdirSync(join(content, 'case-studies', slug), { recursive: true });
    const own = text.replaceAll('made-up-x', `made-up-${index}`);
    writeFileSync(join(content, 'case-studies', slug, 'index.mdx'), own);
  });
  for (const problem of await checkContent(content)) {
    const slug = problem.file.split('/')[1] ?? '';
    found.set(slug, [...(found.get(slug) ?? []), problem]);
  }
}, 120_000);

afterAll(() => {
  server.close();
  delete process.env['GATE_CANARY'];
  rmSync(folder, { recursive: true, force: true });
});

describe('the hostile corpus', () => {
  it('tries more than three hundred attacks, each another', () => {
    expect(all.length).toBeGreaterThanOrEqual(300);
    expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
  });

  it('is refused, every one, at the line where the attack stands', () => {
    const missed = all.flatMap(({ name, codes, lines: [first, last] }, index) => {
      const problems = (found.get(slugOf(index)) ?? []).filter(({ code }) => !isNotice(code));
      const right = problems.some(({ code, line }) => codes.includes(code) && line >= first && line <= last);
      const heard = problems.map(({ code, line }) => `${line} ${code}`).slice(0, 4);
      return right
        ? []
        : [`${name} [${first}-${last}: ${codes.join(' ')}] -> ${heard.join(', ') || 'nothing'}`];
    });
    expect(missed).toEqual([]);
  });

  it('runs nothing: no file appears, no address is asked, no secret is said', async () => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(existsSync(canaryFile)).toBe(false);
    expect(visits).toBe(0);
    expect(Reflect.get(globalThis, 'ran')).toBeUndefined();
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    const said = [...found.values()]
      .flat()
      .map((problem) => JSON.stringify([problem, sayProblem(problem, 'en')]));
    expect(said.filter((text) => text.includes(secret))).toEqual([]);
  });

  it('says each refusal in sentences that are filled and short', () => {
    for (const problem of [...found.values()].flat()) {
      const { message, hint } = sayProblem(problem, 'en');
      expect(message.length).toBeLessThan(700);
      expect(hint.length).toBeLessThan(1500);
      expect(message).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }
  });

  it('is refused by the facts and the story that the build reads, or is words there', () => {
    const unsafe = all.flatMap(({ name, text }) => {
      const file = 'case-studies/x/index.mdx';
      const entry = readEntry(collections['case-studies'].schema, new TextEncoder().encode(text), file);
      if (entry.problems.length > 0) return [];
      const { problems, nodes } = readBody(splitFrontMatter(text, file).body, file);
      if (problems.length > 0) return [];
      try {
        return strangersIn(drawn(nodes)).map((stranger) => `${name}: ${stranger}`);
      } catch {
        return []; // an equation that stops the build
      }
    });
    expect(unsafe).toEqual([]);
  });

  it('leaves nothing but Markdown even where every refusal is ignored', () => {
    const unsafe = all.flatMap(({ name, body }) => {
      if (body === undefined) return [];
      const { nodes } = readBody(body, 'x.mdx');
      try {
        return strangersIn(drawn(nodes)).map((stranger) => `${name}: ${stranger}`);
      } catch {
        return [];
      }
    });
    expect(unsafe).toEqual([]);
  });
});

/** The HTML that a page would hold of a story. */
function drawn(nodes: Parameters<typeof sectionsOf>[0]): string {
  const html = (part: Part): string => (part.kind === 'html' ? part.html : part.children.map(html).join(''));
  return sectionsOf(nodes, {
    headings: new Map(),
    terms: { find: (text) => [{ text }] },
    cite: () => '',
    term: (_, words) => words,
    address: (href) => href,
  })
    .flatMap(({ parts }) => parts.map(html))
    .join('');
}

const plainElements = new Set(
  'p h1 h3 h4 h5 h6 em strong del a ul ol li blockquote code pre table thead tbody tr th td br hr img sup sub span math semantics annotation mrow mi mo mn mtext mstyle mspace mfrac msup msub msubsup mpadded menclose mphantom div'.split(
    ' ',
  ),
);

/** Elements, attributes and addresses that Markdown does not make. */
function strangersIn(html: string): string[] {
  const strangers: string[] = [];
  const see = (node: DefaultTreeAdapterTypes.ChildNode): void => {
    if (!('tagName' in node)) return;
    if (!plainElements.has(node.tagName)) strangers.push(`<${node.tagName}>`);
    for (const { name, value } of node.attrs) {
      if (/^on|^style$|^srcdoc$|^is$|^slot$/.test(name)) strangers.push(`${name}=${value}`);
      if (/^(?:href|src|xlink:href|action)$/.test(name) && !isSafeAddress(value))
        strangers.push(`${name}=${value}`);
    }
    node.childNodes.forEach(see);
  };
  parseFragment(html).childNodes.forEach(see);
  return strangers;
}
