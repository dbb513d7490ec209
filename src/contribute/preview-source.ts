/** A source in a line, near the form it will be printed in: the citation program is too heavy for a preview. */
export function toSource(source: Readonly<Record<string, unknown>>): string {
  const text = (key: string) => (typeof source[key] === 'string' ? source[key] : '');
  const authors = (Array.isArray(source['author']) ? source['author'] : []).map((name: unknown) => {
    const { family = '', given = '', literal = '' } = (name ?? {}) as Record<string, string>;
    const initials = given
      .split(/[\s-]+/)
      .map((part) => part.slice(0, 1))
      .join('');
    return literal || [family, initials].filter((part) => part !== '').join(' ');
  });
  const volume = [text('volume'), text('issue') === '' ? '' : `(${text('issue')})`].join('');
  const where = [text('container-title') || text('publisher'), text('issued'), volume, text('page')]
    .filter((part) => part !== '')
    .join('; ');
  const link = text('DOI') === '' ? text('URL') : `doi:${text('DOI')}`;
  return [authors.join(', '), text('title'), where, link].filter((part) => part !== '').join('. ');
}
