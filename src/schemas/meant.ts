/** What people mean by a value in another form than the one that is kept; undefined where it is not certain. */
export type Meant = (found: string) => string | undefined;

const half = (text: string) =>
  text
    .normalize('NFKC')
    .replaceAll(/[\u2212\u2013]/g, '-')
    .trim();

/**
 * "12,000 ha", "1 234,5", "41,2" and "４１.２" are numbers. "1,234" is one thousand two hundred and thirty-four:
 * a decimal comma is taken for one where it does not stand before three digits.
 */
const number: Meant = (found) => {
  const text = half(found)
    .replace(/^(?:ca\.?|c\.|about|approx\.?|~|≈|\+)\s*/i, '')
    .replace(/\s*(?:[%‰°]|[a-zA-Zµ\u4e00-\u9fff].*)$/, '')
    .replaceAll(/(\d)[\s'’_](?=\d{3}(?!\d))/g, '$1');
  if (/^-?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/.test(text)) return plainNumber(text.replaceAll(',', ''));
  if (/^-?\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?$/.test(text) || /^-?\d{1,3}(?:\.\d{3})+,\d+$/.test(text))
    return plainNumber(text.replaceAll('.', '').replace(',', '.'));
  if (/^-?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?$/i.test(text)) return plainNumber(text.replace(',', '.'));
  return undefined;
};

/**
 * Whether a number can be read in one way only: "1,234" and "41,234" may be decimals, "12,000" and "1,234,567" not,
 * and a unit behind the number would be lost.
 */
export function certainNumber(found: string): boolean {
  const text = half(found);
  if (/[a-zA-Z%‰°\u4e00-\u9fff]/.test(text)) return false;
  return !/^-?\d{1,3}[.,]\d{3}$/.test(text) || /^-?\d{1,3},000$/.test(text);
}

function plainNumber(text: string): string | undefined {
  return Number.isFinite(Number(text)) ? text.replace(/^(-?)0+(?=\d)/, '$1') : undefined;
}

/** 38°30′N, 38 30 00 N, N38.5, "38,5° S" and the like as decimal degrees. */
const degrees: Meant = (found) => {
  const text = half(found)
    .replaceAll(/[º˚]/g, '°')
    .replaceAll(/(\d),(?=\d)/g, '$1.');
  const side = /[NSEWO北南东西]/i.exec(text)?.[0]?.toUpperCase() ?? '';
  const parts = text
    .replaceAll(/[NSEWO北南东西纬经度分秒°'"′″’”:\s]+/gi, ' ')
    .trim()
    .split(' ');
  if (parts.length > 3 || parts.some((part) => !/^-?\d+(?:\.\d+)?$/.test(part))) return undefined;
  const [whole = 0, minutes = 0, seconds = 0] = parts.map(Number);
  if (minutes >= 60 || seconds >= 60 || minutes < 0 || seconds < 0) return undefined;
  const size = Math.abs(whole) + minutes / 60 + seconds / 3600;
  const negative = whole < 0 || 'SWO南西'.includes(side || '-');
  return String(Math.round((negative ? -size : size) * 1e5) / 1e5);
};

const firstExcelDay = Date.UTC(1899, 11, 30);

/** A day as spreadsheets count them, from 1900: 43831 is 2020-01-01. Years as numbers are not taken for one. */
function excelDate(days: number): string | undefined {
  if (!Number.isInteger(days) || days < 18_264 || days > 55_153) return undefined; // 1950 to 2050
  return `"${new Date(firstExcelDay + days * 86_400_000).toISOString().slice(0, 10)}"`;
}

/** 2019/5/1, 01.05.2019 and 2019年5月1日; not 05/01/2019, which is two dates. */
const date: Meant = (found) => {
  const text = half(found);
  const day = (year: string, month: string, of: string) => {
    const made = `${year}-${month.padStart(2, '0')}${of ? `-${of.padStart(2, '0')}` : ''}`;
    return Number(month) >= 1 && Number(month) <= 12 && Number(of || 1) >= 1 && Number(of || 1) <= 31
      ? `"${made}"`
      : undefined;
  };
  const first = /^(\d{4})[\s./年-]+(\d{1,2})(?:[\s./月-]+(\d{1,2})?日?)?$/.exec(text);
  if (first) return day(first[1] ?? '', first[2] ?? '', first[3] ?? '');
  const last = /^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})$/.exec(text);
  if (last) return day(last[3] ?? '', last[2] ?? '', last[1] ?? '');
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text);
  if (slashed) {
    const [, a = '', b = '', year = ''] = slashed;
    if (Number(a) > 12) return day(year, b, a);
    if (Number(b) > 12 || a === b) return day(year, a, b);
    return undefined;
  }
  const about =
    /^(?:ca\.?|c\.|about|circa|~)\s*(\d{4})$/i.exec(text)?.[1] ?? /^(\d{4})\s*[?≈]$/.exec(text)?.[1];
  return about ? `"${about}~"` : /^\d{4}$/.test(text) ? `"${text}"` : undefined;
};

const id: Meant = (found) => {
  const plain = found
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return plain === '' ? undefined : plain;
};

const doi: Meant = (found) => /10\.\d{4,9}\/[^\s"<>]+[^\s"<>.,;)]/.exec(half(found))?.[0];

const address: Meant = (found) => {
  const text = half(found);
  return /^(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:\/\S*)?$/i.test(text)
    ? `https://${text}`
    : undefined;
};

const orcid: Meant = (found) => {
  const digits = half(found)
    .replace(/^.*orcid\.org\//i, '')
    .replaceAll(/[\s-]/g, '')
    .toUpperCase();
  return /^\d{15}[\dX]$/.test(digits) ? (digits.match(/.{4}/g) ?? []).join('-') : undefined;
};

const version: Meant = (found) => {
  const [, major, minor] = /^v?(\d+)(?:\.(\d+))?/i.exec(half(found)) ?? [];
  return major === undefined ? undefined : `"${major}.${minor ?? '0'}"`;
};

/** 95 and "95 %" are 0.95. */
const level: Meant = (found) => {
  const percent = Number(half(found).replace(/\s*%$/, ''));
  return percent > 1 && percent < 100 ? String(percent / 100) : undefined;
};

export const meant = { number, degrees, excelDate, date, id, doi, address, orcid, version, level } as const;
