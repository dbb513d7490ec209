/**
 * `/` on any page leads to the search field: at once where the page has one, else by way of the search page,
 * whose address then names the field, so that it has the focus on arrival, however slowly its script comes.
 */
const searchField = () => document.querySelector<HTMLInputElement>('input[type="search"]');

const arrival = searchField();
if (arrival && location.hash === `#${arrival.id}`) arrival.focus();

document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target;
  if (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  )
    return;
  const link = document.querySelector<HTMLAnchorElement>('a[data-search]');
  const field = searchField();
  event.preventDefault();
  if (field) field.focus();
  else if (link) location.assign(`${link.href}#${link.dataset['search']}`);
});
