/** Addresses a contributor may link to: https with a host and no name before it, mailto, or a place on this site. */
export function isSafeAddress(address: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers skip these inside a scheme, so they are looked for
  const plain = address.replaceAll(/[\u0000-\u0020\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202f\ufeff]/g, '');
  if (plain !== address.trim()) return false;
  if (plain.startsWith('//') || plain.startsWith('/\\') || plain.includes('\\')) return false;
  const scheme = /^([^/?#]*?):/.exec(plain)?.[1];
  if (scheme?.toLowerCase() === 'https') return /^https:\/\/[^/?#\s@]+(?:[/?#]|$)/i.test(plain);
  return scheme === undefined || scheme.toLowerCase() === 'mailto';
}
