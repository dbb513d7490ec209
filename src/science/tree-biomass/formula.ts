/**
 * Formulas for the biomass of a tree as tables of equations print them, in the way R writes them:
 * numbers, `dbh` (cm) and `h` (m), + - * / ^ and **, brackets, exp, log (natural), ln, log10, log2, sqrt.
 * As in R, -2^2 is -4 and 2^3^2 is 2^9. Nothing else is understood, and nothing is run as a program.
 */

/** Value of a formula for a diameter, cm, and a height, m (NaN where the formula does not use it). */
export type Formula = (diameter: number, height: number) => number;

export interface ParsedFormula {
  readonly evaluate: Formula;
  readonly usesHeight: boolean;
}

/** Why a text is not a formula. `at` counts its characters from 0. */
export interface FormulaFault {
  readonly code: 'unknown-word' | 'unexpected' | 'too-long';
  readonly at: number;
  /** What stands there; empty at the end of the text. */
  readonly found: string;
}

export type FormulaReading =
  | { readonly ok: true; readonly formula: ParsedFormula }
  | { readonly ok: false; readonly fault: FormulaFault };

const functions: Readonly<Record<string, (x: number) => number>> = {
  exp: Math.exp,
  log: Math.log,
  ln: Math.log,
  log10: Math.log10,
  log2: Math.log2,
  sqrt: Math.sqrt,
};

/** Longest formula that is read, characters. */
export const longestFormula = 500;
const deepest = 50;

interface Token {
  readonly text: string;
  readonly at: number;
}

class Fault extends Error {
  readonly fault: FormulaFault;
  constructor(code: FormulaFault['code'], token: Token) {
    super(code);
    this.fault = { code, at: token.at, found: token.text };
  }
}

/** Reads a formula, or says what is wrong with it. */
export function readFormula(text: string): FormulaReading {
  if (text.length > longestFormula) {
    return { ok: false, fault: { code: 'too-long', at: longestFormula, found: '' } };
  }
  try {
    const parser = new Parser(tokensOf(text));
    const evaluate = parser.whole();
    return { ok: true, formula: { evaluate, usesHeight: parser.usesHeight } };
  } catch (error) {
    if (error instanceof Fault) return { ok: false, fault: error.fault };
    throw error;
  }
}

/** A formula. @throws RangeError that names what is wrong, and where */
export function parseFormula(text: string): ParsedFormula {
  const reading = readFormula(text);
  if (reading.ok) return reading.formula;
  const { code, at, found } = reading.fault;
  throw new RangeError(
    `formula "${text.slice(0, 60)}" has ${found ? `"${found}"` : 'its end'} at ${at} (${code})`,
  );
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const pattern = /\s*(?:((?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|([A-Za-z][A-Za-z0-9_]*)|(\*\*|[-+*/^()]))/y;
  while (text.slice(pattern.lastIndex).trim() !== '') {
    const from = pattern.lastIndex;
    const match = pattern.exec(text);
    if (match === null) {
      const at = from + text.slice(from).search(/\S/);
      throw new Fault('unexpected', { text: text[at] ?? '', at });
    }
    const found = match[1] ?? match[2] ?? match[3] ?? '';
    tokens.push({ text: found === '**' ? '^' : found, at: pattern.lastIndex - found.length });
  }
  tokens.push({ text: '', at: text.length });
  return tokens;
}

/** Recursive descent; each level binds more tightly than the one before it. */
class Parser {
  usesHeight = false;
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): Formula {
    const value = this.#sum();
    if (this.#peek().text !== '') throw new Fault('unexpected', this.#peek());
    return value;
  }

  #peek(): Token {
    return this.#tokens[this.#next] ?? { text: '', at: 0 };
  }

  #take(...texts: readonly string[]): string | null {
    const { text } = this.#peek();
    if (!texts.includes(text)) return null;
    this.#next += 1;
    return text;
  }

  #sum(): Formula {
    let left = this.#product();
    for (let sign = this.#take('+', '-'); sign !== null; sign = this.#take('+', '-')) {
      const [a, b] = [left, this.#product()];
      left = sign === '+' ? (d, h) => a(d, h) + b(d, h) : (d, h) => a(d, h) - b(d, h);
    }
    return left;
  }

  #product(): Formula {
    let left = this.#signed();
    for (let sign = this.#take('*', '/'); sign !== null; sign = this.#take('*', '/')) {
      const [a, b] = [left, this.#signed()];
      left = sign === '*' ? (d, h) => a(d, h) * b(d, h) : (d, h) => a(d, h) / b(d, h);
    }
    return left;
  }

  #signed(): Formula {
    this.#depth += 1;
    if (this.#depth > deepest) throw new Fault('too-long', this.#peek());
    const sign = this.#take('-', '+');
    const value = sign === null ? this.#power() : this.#signed();
    this.#depth -= 1;
    return sign === '-' ? (d, h) => -value(d, h) : value;
  }

  #power(): Formula {
    const base = this.#atom();
    if (this.#take('^') === null) return base;
    const exponent = this.#signed(); // from the right, and 2^-1 is allowed
    return (d, h) => base(d, h) ** exponent(d, h);
  }

  #atom(): Formula {
    const token = this.#peek();
    if (this.#take('(') !== null) return this.#closed();
    this.#next += 1;
    if (/^[\d.]/.test(token.text)) {
      const number = Number(token.text);
      return () => number;
    }
    if (!/^[A-Za-z]/.test(token.text)) throw new Fault('unexpected', token);
    const word = token.text.toLowerCase();
    if (word === 'dbh' || word === 'd') return (d) => d;
    if (word === 'h') {
      this.usesHeight = true;
      return (_, h) => h;
    }
    const named = Object.hasOwn(functions, word) ? functions[word] : undefined;
    if (named === undefined) throw new Fault('unknown-word', token);
    if (this.#take('(') === null) throw new Fault('unexpected', this.#peek());
    const inner = this.#closed();
    return (d, h) => named(inner(d, h));
  }

  #closed(): Formula {
    const value = this.#sum();
    if (this.#take(')') === null) throw new Fault('unexpected', this.#peek());
    return value;
  }
}
