import type { BodyNode } from '../../guard/body.ts';
import { confusableIn } from '../../guard/confusable.ts';
import { fileStart, type Problem, problemAt, quoted } from '../../guard/problem.ts';
import { codePoint } from '../../guard/source-text.ts';
import { plainText } from '../../prose/sections.ts';
import type { ReadFile, Rule } from '../corpus.ts';

/** Words as readers meet them: letters that look like others, and links that do not say where they lead. */
export const prose: Rule = ({ contributions }) =>
  contributions.flatMap(({ main, translations }) =>
    [main, ...translations].flatMap((file) => [...confusables(file), ...emptyLinks(file)]),
  );

function confusables({ source, file }: ReadFile): Problem[] {
  if (!/[\u0370-\u052f\u{1d400}-\u{1d7ff}\uff21-\uff5a]/u.test(source)) return [];
  return source.split('\n').flatMap((line, index) => {
    const found = confusableIn(line);
    if (!found) return [];
    const place = { line: index + 1, column: found.at + 1 };
    const values = { found: quoted(found.word), character: codePoint(found.character) };
    return [problemAt(file, place, 'confusable', values)];
  });
}

/** What links say that say nothing, in the languages of the portal. */
const emptyWords = new Set(
  [
    'here|click here|click|this|this link|this page|link|read more|more|see here|see more|website|url',
    '这里|点击这里|点此|此处|链接|更多|阅读更多|查看',
    'aquí|haga clic aquí|clic aquí|enlace|este enlace|más|leer más|ver más',
    'ici|cliquez ici|lien|ce lien|plus|en savoir plus|lire la suite|voir',
    'здесь|тут|сюда|ссылка|подробнее|далее|нажмите здесь',
    'هنا|اضغط هنا|انقر هنا|رابط|المزيد|اقرأ المزيد',
  ].flatMap((words) => words.split('|')),
);

function emptyLinks({ text, file }: ReadFile): Problem[] {
  const collect = (node: BodyNode): Problem[] => {
    if (node.type === 'text') return [];
    if (node.type !== 'element' || node.tagName !== 'a') return node.children.flatMap(collect);
    const says = plainText(node).trim();
    const plain = says.toLowerCase().replaceAll(/[.,:;!?…»«"“”]+/g, '');
    if (plain !== '' && !emptyWords.has(plain)) return [];
    const found = quoted(says === '' ? String(node.properties['href'] ?? '') : says);
    return [problemAt(file, node.position?.start ?? fileStart, 'link-text', { found })];
  };
  return (text?.nodes ?? []).flatMap(collect);
}
