/** Plain words to HTML: escaped, with the subscripts and exponents that authors type plainly. */
export function typeset(text: string): string {
  const escaped = escapeHtml(text);
  if (!/[234^\u2212]|-[1-4]/.test(escaped)) return escaped;
  return escaped
    .replaceAll(/\b(CO|CH|N|NO|O|SO)([234])(?=O?\b|e\b)/g, '$1<sub>$2</sub>')
    .replaceAll(/\b(km|cm|dm|mm|m)([23])\b/g, '$1<sup>$2</sup>')
    .replaceAll(/\b(ha|yr|m|cm|kg|g|a|d|h|s|L)(?:\^?)([-−])([1-4])\b/g, '$1<sup>−$3</sup>')
    .replaceAll(
      /\^([-−]?)(\d+)/g,
      (_, sign: string, digits: string) => `<sup>${sign ? '−' : ''}${digits}</sup>`,
    );
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  if (!/[&<>"']/.test(text)) return text;
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}
