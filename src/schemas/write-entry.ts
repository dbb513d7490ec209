import { isDeepStrictEqual } from 'node:util';
import { Document, isCollection, isScalar, type Node, Scalar, visit } from 'yaml';
import { readFacts } from '../guard/front-matter.ts';

/** The longest line that a small group of keys may take before each key has a line of its own. */
const longestLine = 90;

/** Facts and a story as the text of an index.mdx; it is read back before it is given out. */
export function writeEntry(facts: object, body: string): string {
  const yaml = writeFacts(facts);
  const story = body.trim();
  return story === '' ? `---\n${yaml}---\n` : `---\n${yaml}---\n\n${story}\n`;
}

/** Facts as YAML 1.2: small groups on one line, and everything that some parser could take for a number quoted. */
export function writeFacts(facts: object): string {
  const document = new Document(plainOf(facts), { version: '1.2', schema: 'core' });
  visit(document, {
    Scalar(key, node) {
      if (key !== 'key' && typeof node.value === 'string' && needsQuotes(node.value))
        node.type = Scalar.QUOTE_DOUBLE;
    },
    Collection(_, node) {
      if (isSmall(node)) node.flow = true;
    },
  });
  const yaml = document.toString({ lineWidth: 0, flowCollectionPadding: true });
  const { data, problems } = readFacts(yaml, 'written');
  if (problems.length > 0 || !isDeepStrictEqual(data, plainOf(facts)))
    throw new Error('The facts could not be written as YAML.');
  return yaml;
}

/** Without keys that have no value, and without prototypes. */
function plainOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => (one === undefined ? [] : [[key, plainOf(one)]])),
  );
}

/** Numbers, dates and words that some reader of YAML knows as something else than text. */
const needsQuotes = (text: string): boolean =>
  /^[-+.\d~]/.test(text) ||
  /^(true|false|null|yes|no|on|off|y|n|=|<<)$/i.test(text) ||
  /[\n\t]|[^\S ]/.test(text);

/** A group of plain keys, or a list of them, that fits a line. */
function isSmall(node: Node): boolean {
  if (!isCollection(node) || node.items.length === 0) return false;
  const text = JSON.stringify(node.toJSON() as unknown);
  return text.length <= longestLine && depthOf(node) <= 2 && !text.includes('\\n');
}

function depthOf(node: unknown): number {
  if (isScalar(node) || !isCollection(node)) return 0;
  const values = node.items.map((item) =>
    typeof item === 'object' && item !== null && 'value' in item ? (item as { value: unknown }).value : item,
  );
  return 1 + Math.max(...values.map(depthOf));
}
