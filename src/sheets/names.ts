/** A name as CSL-JSON keeps it: a person, or an organisation. */
export interface Name {
  readonly family?: string;
  readonly given?: string;
  readonly literal?: string;
}

/**
 * Names in one cell: `Orth, Robert; Lefcheck, Jonathan; IPCC`. A name without a comma is an organisation; a
 * person without a given name ends in a comma. A part that holds a sign of its own stands in braces.
 */
export function writeNames(names: readonly Name[]): string {
  return names
    .map(({ family, given, literal }) => {
      if (literal !== undefined) return guarded(literal);
      return given === undefined
        ? `${guarded(family ?? '')},`
        : `${guarded(family ?? '')}, ${guarded(given)}`;
    })
    .join('; ');
}

export function readNames(text: string): Name[] {
  return split(text, /[;；\n]/).flatMap((one): Name[] => {
    const parts = split(one, /[,，]/);
    const [first = '', ...others] = parts.map(plain);
    if (first === '' && others.every((part) => part === '')) return [];
    if (parts.length === 1) return [{ literal: first }];
    const given = others.filter((part) => part !== '').join(', ');
    return [given === '' ? { family: first } : { family: first, given }];
  });
}

const guarded = (part: string): string =>
  /[;；,，{}\\\n]|^\s|\s$/.test(part) ? `{${part.replaceAll(/[{}\\]/g, '\\$&')}}` : part;

/** Splits at signs that stand outside of braces. */
function split(text: string, at: RegExp): string[] {
  const parts = [''];
  let depth = 0;
  let escaped = false;
  for (const sign of text) {
    const outside = depth === 0 && !escaped;
    if (outside && at.test(sign)) {
      parts.push('');
      continue;
    }
    parts[parts.length - 1] += sign;
    if (escaped) escaped = false;
    else if (sign === '\\' && depth > 0) escaped = true;
    else if (sign === '{') depth += 1;
    else if (sign === '}' && depth > 0) depth -= 1;
  }
  return parts;
}

function plain(part: string): string {
  const trimmed = part.trim();
  if (!(trimmed.startsWith('{') && trimmed.endsWith('}'))) return trimmed;
  return trimmed.slice(1, -1).replaceAll(/\\([{}\\])/g, '$1');
}
